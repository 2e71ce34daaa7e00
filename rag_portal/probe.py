"""A container's own health check: `python -m rag_portal.probe database cache` runs the named checks where it stands."""

import sys

import django


def main(names: list[str]) -> int:
    """Print each check's outcome; return 1 when one is not ok."""
    django.setup()
    from rag_portal import health

    outcomes = health.ask(names or health.CHECKS)
    sys.stdout.writelines(f"{name}: {outcome}\n" for name, outcome in outcomes.items())
    return 0 if all(outcome == "ok" for outcome in outcomes.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
