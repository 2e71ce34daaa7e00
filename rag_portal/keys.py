"""How new secrets are made: for the encrypted fields (Fernet), the seals (Ed25519) and the demo sign-ins."""

import base64
import secrets

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def new_field_key() -> str:
    """Return a fresh Fernet key as text."""
    return Fernet.generate_key().decode()


def new_seal_key() -> str:
    """Return a fresh Ed25519 private key: its 32 raw bytes in URL-safe base64."""
    return base64.urlsafe_b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode()


def new_demo_password() -> str:
    """Return a fresh password that is easy to type: four groups of four letters and digits."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(alphabet) for _ in range(4)) for _ in range(4))
