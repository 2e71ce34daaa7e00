"""The file outside the database: one line of JSON a seal, with the hash of every event it holds.

It is written after the seal is committed, so a crash between the two leaves it short; the next run appends what is
missing. Nothing in it is ever written again.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings

from governance.domain.record import moment
from governance.models import Seal
from governance.services.sealing import keys

TAIL = 1024 * 1024


def catch_up() -> int:
    """Append every seal the file lacks and make sure it is on the disk; return how many."""
    path = Path(settings.SEAL_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        missing = Seal.objects.filter(number__gt=_last_number(file)).order_by("number")
        lines = [json.dumps(line(seal, with_events=True)) for seal in missing.iterator(chunk_size=100)]
        if lines:
            file.write(("\n".join(lines) + "\n").encode())
            file.flush()
            os.fsync(file.fileno())
        return len(lines)


def line(seal: Seal, *, with_events: bool = False) -> dict[str, Any]:
    """What a seal says, as it stands in the file; without events, as everybody may read it."""
    said = {
        "number": seal.number,
        "at": moment(seal.at),
        "count": seal.count,
        "root": seal.root,
        "previous": seal.previous,
        "digest": seal.digest,
        "signature": seal.signature,
        "key_id": seal.key_id,
    }
    if seal.key_id == keys.key_id():
        said["public_key"] = keys.public_key()
    if with_events:
        said["events"] = [list(pair) for pair in seal.entries.order_by("position").values_list("event_id", "leaf")]
    return said


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Each seal in a file; a line cut short by a crash is passed over, for it was written again in full."""
    with path.open("rb") as file:
        for text in file:
            if (found := _parsed(text)) is not None:
                yield found


def _last_number(file: BinaryIO) -> int:
    """The number of the last whole line; a line cut short is ended, so that the next one stands alone."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - TAIL))
    tail = file.read()
    if tail and not tail.endswith(b"\n"):
        file.write(b"\n")
    whole = [found for text in tail.splitlines() if (found := _parsed(text)) is not None]
    return int(whole[-1]["number"]) if whole else 0


def _parsed(text: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) and "number" in found else None
