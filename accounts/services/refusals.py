"""Why a change was not made, in words for the page."""


class Refused(Exception):
    """The change does not fit what is already there. `field` names the form field it belongs beside, if one."""

    def __init__(self, words: str, field: str | None = None) -> None:
        super().__init__(words)
        self.words = words
        self.field = field


class MovedOn(Refused):
    """Somebody else changed the same thing first, or it is not in the state this move starts from."""
