"""Run a management command as in service, with made-up secrets: to see that the settings hold together there."""

import os
import secrets
import sys

from django.core.management import execute_from_command_line

from rag_portal import keys


def surroundings() -> dict[str, str]:
    """Return everything that service demands from its environment."""
    return {
        "RAG_MODE": "service",
        "RAG_SECRET_KEY": secrets.token_urlsafe(48),
        "RAG_FIELD_KEYS": keys.new_field_key(),
        "RAG_SEAL_KEY": keys.new_seal_key(),
        "RAG_PUBLIC_URL": "https://rag.force.example",
        "RAG_ALLOWED_HOSTS": "rag.force.example",
        "RAG_EMAIL_URL": "smtp://mail:1025",
        "DATABASE_URL": "postgres://rag:made-up@localhost/rag",
        "REDIS_URL": "redis://localhost/0",
    }


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "rag_portal.settings"
    os.environ.update(surroundings())
    execute_from_command_line(["manage.py", *sys.argv[1:]])
