"""Files and functions stay small, every file knows its room, and nothing is swept under the carpet."""

import ast
import re

from tests.architecture.sources import PACKAGES, functions, length, name, python_files, templates
from tests.services import ROOT

ONE_FILE_BY_DECISION = {"rag_portal/settings.py"}
NO_ROOM = {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "misc"}
CARPET = re.compile(r"#\s*(type:\s*ignore|noqa|pragma: no cover)|\b(TODO|FIXME|XXX)\b")
ON_EVENT = re.compile(r"<[^>]*\son[a-z]+\s*=")


def test_a_file_has_at_most_250_lines() -> None:
    files = python_files(*PACKAGES, "tests", "workshop")
    long = {name(path): len(path.read_text().splitlines()) for path in files}
    assert {path: lines for path, lines in long.items() if lines > 250 and path not in ONE_FILE_BY_DECISION} == {}


def test_a_function_has_at_most_30_lines() -> None:
    long = [
        f"{name(path)}:{function.lineno} {function.name} has {length(function)}"
        for path in python_files(*PACKAGES, "workshop")
        for function in functions(path)
        if length(function) > 30
    ]
    assert long == []


def test_no_module_has_a_name_that_means_anything() -> None:
    assert [name(path) for path in python_files(*PACKAGES) if NO_ROOM & {path.stem, path.parent.name}] == []


def test_every_module_says_what_belongs_in_it() -> None:
    files = [path for path in python_files(*PACKAGES, "workshop") if path.read_text().strip()]
    assert [name(path) for path in files if not ast.get_docstring(ast.parse(path.read_text()))] == []


def test_no_warning_is_silenced_and_nothing_is_put_off() -> None:
    files = [path for path in python_files(*PACKAGES, "tests", "workshop") if path.name != "test_shape.py"]
    assert [name(path) for path in files if CARPET.search(path.read_text())] == []


def test_no_template_carries_style_or_script_of_its_own() -> None:
    found = []
    for path in templates():
        text = path.read_text()
        if re.search(r"\sstyle\s*=|<style|hx-on|javascript:", text) or ON_EVENT.search(text):
            found.append(name(path))
        scripts = re.findall(r"<script([^>]*)>", text)
        found += [name(path) for script in scripts if not re.search(r"src=|application/json", script)]
    assert found == []


def test_a_task_is_a_doorbell_of_at_most_six_lines() -> None:
    tasks = [path for package in PACKAGES for path in ROOT.glob(f"{package}/tasks.py")]
    long = [f"{name(path)}:{one.name}" for path in tasks for one in functions(path) if length(one) > 6]
    assert long == []


def test_views_take_nothing_from_a_table_by_themselves() -> None:
    doors = ("views", "api", "views.py", "api.py")
    files = [path for path in python_files("governance", "accounts", "posts") if set(doors) & set(path.parts)]
    assert [name(path) for path in files if re.search(r"\.objects\b|_default_manager", path.read_text())] == []


def test_nobody_asks_the_superuser() -> None:
    files = python_files(*PACKAGES)
    pattern = re.compile(r"user\.has_perm\(|is_superuser\b")
    allowed = {"accounts/models/user.py"}
    assert [name(path) for path in files if pattern.search(path.read_text()) and name(path) not in allowed] == []
