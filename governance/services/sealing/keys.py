"""The key that signs seals: Ed25519, from the environment. Only its public half is ever shown."""

import base64
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings


def public_key() -> str:
    """The public half, as 64 hexadecimal digits."""
    return _private().public_key().public_bytes_raw().hex()


def key_id() -> str:
    """The short name of the key: the first 16 digits of the SHA-256 of its public half."""
    return hashlib.sha256(bytes.fromhex(public_key())).hexdigest()[:16]


def sign(digest: str) -> str:
    """The signature over the digest's text."""
    return _private().sign(digest.encode()).hex()


def is_signed(digest: str, signature: str) -> bool:
    """Whether the signature is ours and over this digest."""
    try:
        _private().public_key().verify(bytes.fromhex(signature), digest.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(base64.urlsafe_b64decode(settings.SEAL_KEY))
