"""Layers: imports go one way."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases import ROOT

LAYERS = (
    ("lazy", "package_data"),
    ("span", "errors", "terminal", "sorting", "files", "marks"),
    ("record", "labels"),
    ("document", "schema", "language"),
    ("articles", "stories", "headlines", "dates", "roles", "html", "readers", "layouts"),
    ("options", "datelines", "account", "declared"),
    ("mentions", "bylines", "tags"),
    ("credits",),
    ("items", "lead", "segment"),
    ("assemble",),
    ("pipeline",),
    ("api", "check", "explain"),
    ("inputs", "settings"),
    ("outputs", "containers", "progress"),
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
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
PACKAGE = ROOT / "newsparse"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_parts(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("newsparse."))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_down(path: Path) -> None:
    own = part_of(path)
    assert own in RANK, f"name the layer of {own}"
    upward = [part for part in imported_parts(path) if part != own and RANK[part] >= RANK[own]]
    assert not upward, f"{path.name} imports {upward} from its own layer or above"


def test_no_relative_imports_and_no_leftover_modules() -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(tree)), path
        assert path.stem not in ("utils", "util", "helpers", "common", "misc"), path
