"""Patterns: groups that are repeated without backtracking are read right by every Python that newsparse runs on."""

import ast
import re
from pathlib import Path

import pytest

from newsparse.lazy import with_atomic_groups
from tests.cases import ROOT

SOURCES = sorted((ROOT / "newsparse").rglob("*.py"))
POSSESSIVE_RE = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a(b_(c))", "b_(c)"), ("a()", ""), ("a((b)c)", "(b)c")],
)
def test_atomic_groups_match_as_possessive_ones(text: str, expected: str) -> None:
    source = with_atomic_groups(r"a\(((?:[^()]|\([^()]*+\))*+)\)")
    assert not POSSESSIVE_RE.search(source)
    found = re.fullmatch(source, text)
    assert found is not None
    assert found[1] == expected


@pytest.mark.parametrize("path", SOURCES, ids=[str(path.relative_to(ROOT)) for path in SOURCES])
def test_such_groups_are_compiled_where_they_are_rewritten(path: Path) -> None:
    direct = [
        ast.unparse(node.args[0])
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert [source for source in direct if path.name != "lazy.py" and POSSESSIVE_RE.search(source)] == []
