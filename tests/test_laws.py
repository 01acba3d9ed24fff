"""The five laws, on every fixture and on generated input."""

import ast
import datetime
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.check import check
from newsparse.errors import NewsparseError
from newsparse.options import Options
from newsparse.pipeline import Reading, run, run_all
from newsparse.schema import schema
from tests.cases import ROOT, SHARED, case_id, dumps, needs_shared
from tests.strategies import damaged, disordered, texts
from tests.test_layers import MODULES, PACKAGE, RANKS, part_of

VALIDATOR = jsonschema.Draft202012Validator(schema())
REFERENCES = st.none() | st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1))


def assert_lawful(reading: Reading) -> None:
    report = check(reading.record, reading.document)
    assert report.broken == []
    record = json.loads(reading.record.to_json())
    assert record == reading.record.to_dict()
    VALIDATOR.validate(record)
    assert sum(report.roles.values()) == len(reading.document.text)


@pytest.mark.parametrize("dump", dumps(), ids=case_id)
def test_every_fixture(dump: Path) -> None:
    assert_lawful(run(dump.read_bytes(), dump.name, Options()))


@given(texts, REFERENCES)
def test_any_text(text: str, reference: datetime.date | None) -> None:
    reading = run(text, "-", Options(reference_date=reference))
    assert_lawful(reading)
    assert len(reading.document.text) == len(text), "positions must hold in the caller's own string"
    assert run(text, "-", Options(reference_date=reference)).record.to_json() == reading.record.to_json()


@given(disordered())
def test_any_marked_text(text: str) -> None:
    for reading in run_all(text, "-", Options(format="text")):
        assert check(reading.record, reading.document).broken == []


@given(texts)
def test_text_ground_and_account_without_the_checker(text: str) -> None:
    """Say the two laws once more, in as few words as possible, so that a fault of the checker cannot hide one."""
    reading = run(text, "-", Options(format="text"))
    record, source = reading.record.to_dict(), reading.document.text
    leaves = [(p["span"], p["text"]) for p in [*record["lead"]["body"], *record["furniture"]]]
    leaves += [(record["edition"]["span"], record["edition"]["label"])] if record["edition"] else []
    for owner in [record["lead"], *record["similar"]]:
        copied = ("headline", "standfirst", "summary", "byline", "section", "source")
        leaves += [(span, owner[field] if field in copied else None) for field, span in owner["spans"].items()]
    seen = bytearray(len(source))
    for (start, end), value in leaves:
        assert value is None or source[start:end] == value
        assert not any(seen[start:end]), "claimed twice"
        seen[start:end] = b"\1" * (end - start)
    assert all(seen[i] or character.isspace() for i, character in enumerate(source))


@given(damaged())
def test_any_bytes(data: bytes) -> None:
    try:
        reading = run(data, "-", Options())
    except NewsparseError as error:
        assert error.kind == "binary"
        return
    assert_lawful(reading)
    assert reading.record.source.chars == len(reading.document.text)
    assert data.decode(reading.record.source.encoding, "replace") == reading.document.text


@needs_shared
@pytest.mark.parametrize("dump", sorted(SHARED.glob("data/dumps/*.txt")), ids=lambda path: path.stem)
def test_real_dumps(dump: Path) -> None:
    assert_lawful(run(dump.read_bytes(), dump.name, Options()))


CHILD = """
import sys
from newsparse import parse
for path in sys.argv[1:]:
    sys.stdout.buffer.write(parse(open(path, "rb").read(), name="x", reference_date="2024-06-19").to_json() + b"\\n")
"""


def test_stable_in_any_environment() -> None:
    """Same bytes for any hash seed, time zone, locale and clock of the process."""
    environments = [
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "77", "TZ": "America/St_Johns", "PYTHONOPTIMIZE": "1"},
    ]
    paths = [str(path) for path in dumps()]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", CHILD, *paths],
            env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        ).stdout
        for environment in environments
    }
    assert len(outputs) == 1


def test_the_clock_is_never_asked() -> None:
    """No part that a record comes from; the batch around it may time its workers."""
    rank = RANKS["newsparse"]
    parsing = [path for path in MODULES if rank[part_of(path, PACKAGE)] <= rank["api"]]
    assert len(parsing) > 60
    for path in parsing:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("today", "now", "utcnow", "localtime", "gmtime", "monotonic"), path


SEVERAL = [
    "\n".join(
        f"{rule}\nHarbour number {number} reopens after storm\n{'The crane that fell in May has been lifted. ' * 5}\n"
        f"{'Nobody was hurt, and the ferry sailed again at noon. ' * 4}"
        for number in (1, 2, 3)
    )
    for rule in ("==========", "WARC/1.0\nWARC-Type: conversion\nContent-Length: 420")
]


@pytest.mark.parametrize("text", SEVERAL, ids=["rules", "warc"])
def test_several_articles_share_the_source_without_loss(text: str) -> None:
    readings = list(run_all(text, "-", Options()))
    assert [reading.record.source.row for reading in readings] == [0, 1, 2]
    for reading in readings:
        report = check(reading.record, reading.document)
        assert report.broken == []
        VALIDATOR.validate(reading.record.to_dict())
    extents = [reading.document.extent for reading in readings]
    assert extents[0][0] == 0
    assert extents[-1][1] == len(text)
    assert all(one[1] == other[0] for one, other in pairwise(extents))


@pytest.mark.parametrize("dump", dumps(), ids=case_id)
def test_an_ordinary_page_is_one_article(dump: Path) -> None:
    (reading,) = run_all(dump.read_bytes(), dump.name, Options())
    assert reading.record == run(dump.read_bytes(), dump.name, Options()).record
