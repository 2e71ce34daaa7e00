"""What every test can ask for."""

import os

import hypothesis
import pytest

pytest_plugins = ["tests.portal.fixtures", "tests.factories.fixtures"]

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps an event loop in the test's own thread
hypothesis.settings.register_profile("here", deadline=None, max_examples=60)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=1000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "here"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whatever asks for a browser as a browser test, so that nobody forgets it."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
