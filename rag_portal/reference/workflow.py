"""The workflow diagrams, drawn from the tables."""

from collections.abc import Iterable

from accounts.domain.lifecycle import MOVES as ACCOUNT_MOVES
from accounts.domain.lifecycle import AccountStatus
from posts.domain.publication import MOVES as PUBLICATION_MOVES
from posts.domain.publication import PublicationStatus
from posts.domain.workflow import TRANSITIONS, PostStatus

NOTE = "Drawn from the code by `manage.py write_reference`; do not edit.\n"
Edge = tuple[str, str, str, str]


def post_workflow() -> str:
    """The life of a post: diagram and table."""
    edges = [(m.source, m.action, m.target, m.permission or "the portal itself") for m in TRANSITIONS]
    words = "A post is RELEASED when its first send begins; what became of it is read from its publications."
    return _page("The life of a post", words, {one.value: one.label for one in PostStatus}, edges)


def publication_life() -> str:
    """The life of a publication: diagram and table."""
    edges = [(str(s), "", str(t), "the outbox") for s, targets in PUBLICATION_MOVES.items() for t in sorted(targets)]
    words = "At most one public post comes of one publication: a send begins when CLAIMED becomes SENDING."
    return _page("The life of a publication", words, {one.value: one.label for one in PublicationStatus}, edges)


def account_life() -> str:
    """The life of a social account: diagram and table."""
    edges = [(str(m.source), m.action, str(m.target), m.permission) for m in ACCOUNT_MOVES]
    words = "An account publishes while it is active or under review."
    return _page("The life of a social account", words, {one.value: one.label for one in AccountStatus}, edges)


def _page(title: str, words: str, labels: dict[str, str], edges: Iterable[Edge]) -> str:
    edges = list(edges)
    lines = [f"# {title}", "", NOTE, words, "", "```mermaid", "stateDiagram-v2"]
    lines += [f"    {name(key)}: {label}" for key, label in labels.items()]
    lines += [f"    {name(source)} --> {name(target)}{_by(action)}" for source, action, target, _ in edges]
    lines += ["```", "", "| from | action | to | who |", "|---|---|---|---|"]
    lines += [f"| {labels[s]} | {action or '–'} | {labels[t]} | {who} |" for s, action, t, who in edges]
    return "\n".join(lines) + "\n"


def name(key: str) -> str:
    """Return a state as mermaid takes it."""
    return key.replace("-", "_")


def _by(action: str) -> str:
    return f" : {action}" if action else ""
