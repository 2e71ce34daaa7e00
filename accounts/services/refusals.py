"""Why a change was not made, in words for the page."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError

Asked = ParamSpec("Asked")
Made = TypeVar("Made")
UNIQUE = frozenset({"23505", "SQLITE_CONSTRAINT_UNIQUE"})


class Refused(Exception):
    """The change does not fit what is already there. `field` names the form field it belongs beside, if one."""

    def __init__(self, words: str, field: str | None = None) -> None:
        super().__init__(words)
        self.words = words
        self.field = field


class MovedOn(Refused):
    """Somebody else changed the same thing first, or it is not in the state this move starts from."""


def only_once(words: str, field: str) -> Callable[[Callable[Asked, Made]], Callable[Asked, Made]]:
    """Refuse in these words what somebody else entered in the same instant, when only the database can tell.

    Stands outside the transaction of the use case, which is rolled back by then.
    """

    def guarded(use_case: Callable[Asked, Made]) -> Callable[Asked, Made]:
        @wraps(use_case)
        def attempt(*args: Asked.args, **kwargs: Asked.kwargs) -> Made:
            try:
                return use_case(*args, **kwargs)
            except IntegrityError as error:
                if _code(error) in UNIQUE:
                    raise Refused(words, field) from error
                raise

        return attempt

    return guarded


def _code(error: IntegrityError) -> str:
    """What PostgreSQL or SQLite calls this violation."""
    cause = error.__cause__
    return str(getattr(cause, "pgcode", "") or getattr(cause, "sqlite_errorname", ""))
