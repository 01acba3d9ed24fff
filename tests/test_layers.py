"""Layers: imports go one way, and what is imported is what the project depends on."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases import ROOT

LAYERS = (
    ("lazy", "package_data"),
    ("span", "letters", "errors", "terminal", "sorting", "files", "provenance"),
    ("record", "labels"),
    ("document", "elements", "schema", "language", "item_edges"),
    ("articles", "stories", "headlines", "dates", "roles", "html", "headers", "markdown", "readers", "layouts"),
    ("options", "datelines", "account", "declared", "card_values", "addresses", "glued", "numbered", "marked_labels"),
    ("mentions", "marked", "bylines", "tags"),
    ("credits",),
    ("items", "lead", "segment"),
    ("printings",),
    ("assemble",),
    ("pipeline",),
    ("api", "check", "explain"),
    ("inputs", "settings"),
    ("outputs", "containers", "progress", "walk"),
    ("tree",),
    ("work",),
    ("worker", "expand", "manifest"),
    ("pool",),
    ("batch",),
    ("start",),
    ("cli",),
    ("__main__",),
)
"""From the ground up; a module imports from layers below its own, and from its own package."""
HTML_LAYERS = (
    ("reading",),
    ("metadata", "body"),
    ("embedded",),
    ("page",),
    ("related", "byline"),
    ("labelling",),
    ("__init__",),
)
"""The same inside of ``newsparse.html``."""
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
HTML_RANK = {name: rank for rank, names in enumerate(HTML_LAYERS) for name in names}
PACKAGE = ROOT / "newsparse"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def part_of(path: Path, folder: Path) -> str:
    return path.relative_to(folder).parts[0].removesuffix(".py")


def imported_names(path: Path) -> Iterator[str]:
    """Yield the modules that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def imported_parts(path: Path, package: str) -> Iterator[str]:
    """Yield what a module imports of a package, by the first name below it."""
    return (name.removeprefix(package).split(".")[0] for name in imported_names(path) if name.startswith(package))


@pytest.mark.parametrize(
    ("path", "folder", "package", "rank"),
    [
        *[(path, PACKAGE, "newsparse.", RANK) for path in MODULES],
        *[(path, PACKAGE / "html", "newsparse.html.", HTML_RANK) for path in MODULES if "html" in path.parts],
    ],
    ids=lambda value: value.relative_to(PACKAGE).as_posix() if isinstance(value, Path) else "",
)
def test_imports_go_down(path: Path, folder: Path, package: str, rank: dict[str, int]) -> None:
    own = part_of(path, folder)
    assert own in rank, f"name the layer of {own}"
    upward = [part for part in imported_parts(path, package) if part != own and rank[part] >= rank[own]]
    assert not upward, f"{path.name} imports {upward} from its own layer or above"


def test_no_relative_imports_and_no_leftover_modules() -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(tree)), path
        assert path.stem not in ("utils", "util", "helpers", "common", "misc"), path


NAMES_OF_PACKAGES = {"bs4": "beautifulsoup4", "dateutil": "python-dateutil"}


def test_what_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for extra in ("parquet", "warc", "zstd") for name in project["optional-dependencies"][extra]]
    declared = {re.match(r"[\w-]+", name)[0] for name in project["dependencies"] + extras}  # type: ignore[index]
    imported = {name.split(".")[0] for path in MODULES for name in imported_names(path)}
    others = imported - sys.stdlib_module_names - {"newsparse"}
    assert {NAMES_OF_PACKAGES.get(name, name) for name in others} <= declared
