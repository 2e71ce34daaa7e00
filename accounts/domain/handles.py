"""How a handle is compared: without the at-sign, in one case."""


def plain_handle(handle: str) -> str:
    """Return the handle as it is kept and compared."""
    return handle.strip().lstrip("@").lower()
