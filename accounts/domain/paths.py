"""How a unit's place in the tree is written: the slugs from the root, "/met/camden/kentish-town/"."""


def child_path(parent: str, slug: str) -> str:
    """Return the path of a unit below `parent` (the empty string for the root)."""
    return f"{parent or '/'}{slug}/"


def lineage(path: str) -> tuple[str, ...]:
    """Return the paths of all units that cover this one, itself last."""
    slugs = path.strip("/").split("/")
    return tuple(f"/{'/'.join(slugs[:depth])}/" for depth in range(1, len(slugs) + 1))
