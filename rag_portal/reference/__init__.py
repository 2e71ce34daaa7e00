"""Pages of docs/reference drawn from the code: each a function that returns the whole page."""

from collections.abc import Callable

from rag_portal.reference.api import openapi
from rag_portal.reference.policy import editions
from rag_portal.reference.workflow import account_life, post_workflow, publication_life

PAGES: dict[str, Callable[[], str]] = {
    "workflow.md": post_workflow,
    "publication.md": publication_life,
    "account-life.md": account_life,
    "editions.md": editions,
    "openapi.json": openapi,
}
