"""The portals under measurement, and the table at the end of the run."""

from collections.abc import Iterator

import pytest

from tests.benchmarks.figures import Figures
from tests.benchmarks.running import EMBEDDED, SERVICE, Portal, running
from tests.services import ROOT

FIGURES = pytest.StashKey[Figures]()


@pytest.fixture(scope="session")
def figures(request: pytest.FixtureRequest) -> Figures:
    """What this run measures."""
    return request.config.stash.setdefault(FIGURES, Figures())


@pytest.fixture(scope="session", params=[SERVICE, EMBEDDED])
def portal(request: pytest.FixtureRequest) -> Iterator[Portal]:
    """A portal at work: web, worker and beat."""
    with running(request.param) as one:
        yield one


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table and keep the figures."""
    found = config.stash.get(FIGURES, None)
    if found is not None and found.gathered:
        path = ROOT / "build" / "bench.json"
        found.keep(path)
        terminalreporter.write_sep("=", "figures")
        terminalreporter.write_line(found.table())
        terminalreporter.write_line(f"Kept as {path.relative_to(ROOT)}")
