"""What a use case says when it will not: each problem in words the page can show."""

from collections.abc import Mapping, Sequence


class PostMovedOn(Exception):
    """Somebody or something moved the post first. Nothing was changed."""


class DraftMovedOn(Exception):
    """The draft was saved elsewhere since this copy of it was read. Nothing was overwritten."""


class SubmissionRefused(Exception):
    """The draft cannot be sent as it is. `errors` gives, field by field, what to do about it."""

    def __init__(self, errors: Mapping[str, Sequence[str]]) -> None:
        super().__init__("; ".join(words for field in errors.values() for words in field))
        self.errors = errors


class ReasonMissing(Exception):
    """A return or rejection needs a reason."""


class HeldByAStop(Exception):
    """A stop is in force: no approval releases the post."""


class TimeHasPassed(HeldByAStop):
    """The time of the post has passed, and its author chose to set a new one: no approval releases it before."""
