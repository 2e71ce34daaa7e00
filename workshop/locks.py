"""Whether the lock files could be used by anybody: they may name the public package indexes and nothing else."""

import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
PUBLIC = {
    "uv.lock": {"pypi.org", "files.pythonhosted.org"},
    "package-lock.json": {"registry.npmjs.org"},
}
ADDRESS = re.compile(r"""\b(?:https?|ssh|git|file)(?:\+[a-z]+)?://[^\s"']*""")
FUNDING = re.compile(r'"funding":\s*(\{[^}]*\}|"[^"]*"|\[[^\]]*\])')


def strangers(text: str, public: set[str]) -> list[str]:
    """Return every host that a lock file would fetch from and that is not public."""
    fetched = FUNDING.sub("", text)
    return sorted({urlsplit(found).netloc or found for found in ADDRESS.findall(fetched)} - public)


def main() -> int:
    """Report each lock file's strangers; return 1 when there is one."""
    status = 0
    for name, public in PUBLIC.items():
        for host in strangers((ROOT / name).read_text(), public):
            print(f"{name} names {host}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
