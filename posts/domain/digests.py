"""The two digests of a revision (rag-policy: "Two digests"): SHA-256 over canonical JSON.

A decision is bound to the decision digest; a key message to the content digest.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from posts.domain.draft_content import DraftContent


def canonical(value: Any) -> bytes:
    """Return the one way of writing a value as JSON: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(value: Any) -> str:
    """Return the SHA-256 of a value's canonical JSON, in hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


def content_digest(kind: str, content: DraftContent, masters: Mapping[int, str]) -> str:
    """Return the digest of what people will see. `masters` gives each picture's SHA-256 by its media id."""
    return digest(
        {
            "kind": kind,
            "parts": list(content.parts),
            "variants": dict(content.variants),
            "content_warning": content.content_warning,
            "pictures": [
                {"master": masters[one.media], "alt": one.alt, "authority": one.authority, "note": one.note}
                for one in content.pictures
            ],
        }
    )


def decision_digest(content: DraftContent, content_hash: str, earliest_at: datetime | None) -> str:
    """Return the digest of what a decision covers: the content, and all that was declared about it."""
    return digest(
        {
            "content": content_hash,
            "accounts": sorted(content.accounts),
            "in_reply_to": content.in_reply_to,
            "quoted": [content.quoted_handle, content.quoted_text],
            "declared_topics": sorted(content.declared_topics),
            "public_domain": content.public_domain,
            "evidence": content.evidence,
            "answers": dict(content.answers),
            "sentenced_on": content.sentenced_on.isoformat() if content.sentenced_on else None,
            "earliest_at": earliest_at.isoformat() if earliest_at else None,
        }
    )
