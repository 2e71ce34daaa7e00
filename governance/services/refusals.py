"""Why a change was not made, in words for the page."""


class Refused(Exception):
    """The change does not fit what is already there."""


class MovedOn(Refused):
    """Somebody else changed the same thing first, or it has ended."""
