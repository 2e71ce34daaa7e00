"""The project's own files, as the tests of its shape read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.services import ROOT

PACKAGES = ("rag_portal", "governance", "accounts", "posts")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(*packages: str) -> list[Path]:
    """Return the Python files of the packages, without migrations."""
    files = (path for package in packages for path in (ROOT / package).rglob("*.py"))
    return sorted(path for path in files if "migrations" not in path.parts)


def templates() -> list[Path]:
    """Return the templates that make pages (mails have no style sheet)."""
    return sorted(path for path in (ROOT / "templates").rglob("*.html") if "email" not in path.parts)


def name(path: Path) -> str:
    """Return the path as a person would type it."""
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    """Give every function of a file, nested ones too."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    """Return how many lines the function takes, its docstring not counted."""
    first = function.body[0]
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines
