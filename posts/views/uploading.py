"""Pictures that come with the composer's form."""

from posts.domain.draft_content import DraftContent
from posts.forms.compose import ComposeForm
from posts.services.media import MediaRefused, store_upload
from posts.views.asking import Request


def with_pictures(request: Request, form: ComposeForm) -> DraftContent:
    """Return the content with a picture uploaded in this request added to it; a refusal goes to its field."""
    file = request.FILES.get("file")
    if file is None:
        if request.POST.get("act") == "add-picture":
            form.refuse({"file": ["Choose a picture first."]})
        return form.content()
    try:
        form.attach(store_upload(file, request.user).pk)
    except MediaRefused as refusal:
        form.refuse({"file": [str(refusal)]})
    return form.content()
