"""The servers that the session brought answer, and are the kind the settings ask for."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection


@pytest.mark.smoke
@pytest.mark.django_db
def test_the_suite_runs_on_the_database_that_its_settings_name() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
    assert connection.vendor == ("sqlite" if settings.SQLITE else "postgresql")


@pytest.mark.smoke
def test_the_cache_remembers() -> None:
    cache.set("kept", "a value", 5)
    assert cache.get("kept") == "a value"
