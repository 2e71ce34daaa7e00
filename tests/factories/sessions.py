"""A browser of somebody signed in, without going through the door each time."""

from django.test import Client

from accounts.models import User


def signed_in(someone: User) -> Client:
    """Return a client that this person has signed in with."""
    client = Client()
    client.force_login(someone, "django.contrib.auth.backends.ModelBackend")
    return client
