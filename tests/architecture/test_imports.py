"""Who may import whom: the contracts in pyproject.toml, and the doors by which one app enters another."""

import ast
from collections.abc import Iterator
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.sources import name, python_files

APPS = ("governance", "accounts", "posts")
DOORS = {"services", "selectors", "predicates", "domain"}


def test_every_import_contract_is_kept() -> None:
    assert lint_imports(is_debug_mode=False, show_timings=False, verbose=False) == EXIT_STATUS_SUCCESS


def imports(path: Path) -> Iterator[str]:
    """Give the dotted name of everything that a file imports when it runs; what only types need is left out."""
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_another_app_is_entered_by_its_doors() -> None:
    broken = []
    for path in python_files(*APPS):
        home = name(path).split("/")[0]
        for found in imports(path):
            app, *rest = found.split(".")
            if app in APPS and app != home and rest[0] not in DOORS | ({"audit"} if app == "governance" else set()):
                broken.append(f"{name(path)} imports {found}")
    assert broken == []
