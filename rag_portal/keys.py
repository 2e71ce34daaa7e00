"""How new keys are made: for the encrypted fields (Fernet) and for the seals (Ed25519)."""

import base64

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def new_field_key() -> str:
    """Return a fresh Fernet key as text."""
    return Fernet.generate_key().decode()


def new_seal_key() -> str:
    """Return a fresh Ed25519 private key: its 32 raw bytes in URL-safe base64."""
    return base64.urlsafe_b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode()
