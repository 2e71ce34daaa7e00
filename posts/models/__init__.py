"""The tables of posts. Private to this app."""

from posts.models.assessment import Assessment
from posts.models.bypass import Bypass
from posts.models.comment import Comment
from posts.models.draft import Draft
from posts.models.ladder_step import LadderStep
from posts.models.media import Media, PartMedia
from posts.models.post import Post
from posts.models.publication import Publication
from posts.models.review import Review
from posts.models.revision import Part, Revision, Variant
from posts.models.transition import Transition

__all__ = [
    "Assessment",
    "Bypass",
    "Comment",
    "Draft",
    "LadderStep",
    "Media",
    "Part",
    "PartMedia",
    "Post",
    "Publication",
    "Review",
    "Revision",
    "Transition",
    "Variant",
]
