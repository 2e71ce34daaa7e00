"""The names of what a person may do with a post. Rules give them their meaning; nothing else spells them out."""

from enum import StrEnum


class PostPermission(StrEnum):
    """Every permission of the posts' room. The string is what `rules.has_perm` is asked."""

    SEE = "posts.see_post"
    EDIT = "posts.edit_post"
    SUBMIT = "posts.submit_post"
    DECIDE = "posts.decide_post"
    CLAIM = "posts.claim_post"
    ACKNOWLEDGE = "posts.acknowledge_post"
    WITHDRAW = "posts.withdraw_post"
    BYPASS = "posts.bypass_approval"
    COMMENT = "posts.comment_on_post"
    SEE_DESK = "posts.see_desk"
    DRAFT = "posts.draft_post"
    SETTLE_UNKNOWN = "posts.settle_unknown_delivery"
