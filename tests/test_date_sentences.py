"""Date expressions in sentences as the press writes them, with the days that a reader gives them."""

import re
from datetime import date
from pathlib import Path

import pytest

from newsparse.dates import find_dates, resolve_dates

PUBLISHED = date(2024, 6, 19)
MARK_RE = re.compile(r"«([^|»]*)\|([^»]*)»")
LINES = (Path(__file__).parent / "date_sentences.txt").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("language", "marked"), ROWS, ids=[f"{row[0]}-{n}" for n, row in enumerate(ROWS)])
def test_sentence(language: str, marked: str) -> None:
    text = MARK_RE.sub(r"\1", marked)
    found = find_dates(text, language)
    readings = resolve_dates([(None, text, found)], PUBLISHED)[0]
    got = [(text[day.start : day.end], reading.date) for day, reading in zip(found, readings, strict=True)]
    assert got == MARK_RE.findall(marked)


def test_the_list_is_whole() -> None:
    assert len(ROWS) > 290
    assert len({row[0] for row in ROWS}) > 15
