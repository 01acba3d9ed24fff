"""Layers: imports go one way, and what is imported is what the project depends on."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases import ROOT

LAYERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "newsparse": (
        ("lazy", "package_data"),
        ("span", "letters", "errors", "terminal"),
        ("record", "labels"),
        ("document", "elements", "schema", "language", "item_edges", "bullets", "page_titles"),
        ("articles", "stories", "headlines", "dates", "roles", "html", "readers", "layouts"),
        ("options", "datelines", "account", "declared", "card_values", "glued_bylines", "glued_strings", "markup"),
        ("mentions", "bylines"),
        ("credits", "tags"),
        ("items", "lead", "segment"),
        ("printings",),
        ("assemble",),
        ("pipeline",),
        ("api", "check", "explain"),
        ("batch",),
        ("start",),
        ("cli",),
        ("__main__",),
    ),
    "newsparse.batch": (
        ("inputs", "settings", "sorting", "draft", "provenance"),
        ("outputs", "containers", "progress", "walk"),
        ("output_tree",),
        ("work",),
        ("worker", "row_files", "manifest"),
        ("pool",),
        ("convert",),
        ("__init__",),
    ),
    "newsparse.html": (
        ("reading",),
        ("metadata", "body"),
        ("embedded",),
        ("page",),
        ("related", "byline"),
        ("labelling",),
        ("__init__",),
    ),
    "newsparse.markup": (
        ("headers", "markdown"),
        ("bare_addresses", "numbered_links", "label"),
        ("read",),
        ("__init__",),
    ),
}
"""From the ground up; a module of a package imports from layers below its own, and from its own folder."""
RANKS = {
    package: {name: rank for rank, names in enumerate(layers) for name in names} for package, layers in LAYERS.items()
}
PACKAGE = ROOT / "newsparse"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def folder_of(package: str) -> Path:
    return ROOT / Path(*package.split("."))


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
    inside = f"{package}."
    return (name.removeprefix(inside).split(".")[0] for name in imported_names(path) if name.startswith(inside))


@pytest.mark.parametrize(
    ("package", "path"),
    [(package, path) for package in LAYERS for path in MODULES if path.is_relative_to(folder_of(package))],
    ids=lambda value: value.relative_to(PACKAGE).as_posix() if isinstance(value, Path) else value,
)
def test_imports_go_down(package: str, path: Path) -> None:
    rank, own = RANKS[package], part_of(path, folder_of(package))
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
