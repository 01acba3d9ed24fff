"""Several articles in one text."""

import time
from typing import Any

import pytest
from msgspec.structs import replace

from newsparse import parse_all
from newsparse.articles import split_articles
from newsparse.document import Line
from newsparse.explain import explain
from newsparse.options import Options
from newsparse.pipeline import run_all

RUN = "The harbour was closed on Monday after the storm had passed over the town, and the mayor said it would stay " * 2
STORY = ["Storm closes the harbour", RUN + "shut.", "By Ana Ruiz", RUN + "closed for a week."]
WARC = ["WARC/1.0", "WARC-Type: conversion", "WARC-Target-URI: https://paper.test/1", "Content-Length: 400"]


def cut(texts: list[str]) -> list[tuple[int, int]]:
    """Split lines given by their texts; an empty text is an empty line."""
    lines, at = [], 0
    for text in texts:
        if text:
            lines.append(Line(text, at, at + len(text)))
        at += len(text) + 1
    return split_articles("\n".join(texts), lines)


@pytest.mark.parametrize(
    ("texts", "ranges"),
    [
        ([], [(0, 0)]),
        (STORY, [(0, 4)]),
        (WARC + STORY, [(0, 8)]),
        (WARC + STORY + WARC + STORY, [(0, 8), (8, 16)]),
        ([*WARC, "Menu", *WARC, "Menu"], [(0, 5), (5, 10)]),
        ([*STORY, "WARC/1.0", *STORY], [(0, 9)]),
        ([*STORY, "=" * 20, *STORY], [(0, 4), (4, 9)]),
        (["-" * 40, *STORY, "-" * 40, *STORY, "-" * 40], [(0, 5), (5, 11)]),
        ([*STORY, "-" * 20, "More stories", "Ferry runs aground"], [(0, 7)]),
        ([*STORY, "-" * 20, *STORY[1:]], [(0, 8)]),
        ([*STORY, "-" * 20, *STORY, "=" * 20, *STORY], [(0, 14)]),
        ([*STORY, "***", *STORY], [(0, 9)]),
        ([*STORY, "", "", "", *STORY], [(0, 4), (4, 8)]),
        ([*STORY, "", "", "", "More stories", "Ferry runs aground", "Mayor resigns"], [(0, 7)]),
        ([*STORY[:2], "", "", *STORY[2:], "", "", "", *STORY], [(0, 8)]),
        (['<doc id="1">', *STORY, "</doc>", '<doc id="2">', *STORY, "</doc>"], [(0, 6), (6, 12)]),
        (["1 of 2 DOCUMENTS", *STORY, "2 of 2 DOCUMENTS", *STORY], [(0, 5), (5, 10)]),
        (["Document 1 of 2", "Ferry is back", "Document 2 of 2", "Ferry"], [(0, 2), (2, 4)]),
        ([*STORY, "End of Document", *STORY, "End of Document"], [(0, 5), (5, 10)]),
        ([*STORY, "Document COPO000020240603ek630000a", *STORY], [(0, 5), (5, 9)]),
        (["Photo 1 of 2", *STORY, "2 of 2", *STORY, "Document 7"], [(0, 11)]),
        (["=== ARTICLE 1 ===", *STORY, "=== ARTICLE 2 ===", *STORY], [(0, 5), (5, 10)]),
    ],
)
def test_ranges(texts: list[str], ranges: list[tuple[int, int]]) -> None:
    assert cut(texts) == ranges


def export_of(count: int) -> str:
    """Return a text of so many articles, three lines each."""
    numbers = range(1, count + 1)
    return "".join(f"{number} of {count} DOCUMENTS\nStorm {number} closes the harbour\n{RUN}\n" for number in numbers)


class Counted(str):
    """A text that keeps count of the characters that are taken out of it."""

    taken = 0

    def __getitem__(self, key: Any) -> str:
        part = super().__getitem__(key)
        Counted.taken += len(part)
        return part


def test_lines_of_all_articles_are_counted_once_for_an_explanation() -> None:
    source = export_of(9)
    text = Counted(source)
    readings = [
        replace(reading, document=replace(reading.document, text=text)) for reading in run_all(source, "-", Options())
    ]
    headings = [explained.splitlines()[2].split()[0] for explained in explain(readings)]
    assert headings == [str(3 * number + 2) for number in range(9)]
    assert 0 < Counted.taken <= len(source)


def seconds_for(count: int) -> float:
    """Return the CPU time of a text of so many articles."""
    source = export_of(count).encode()
    started = time.process_time()
    assert sum(1 for _ in parse_all(source)) == count
    return time.process_time() - started


def test_many_articles_take_linear_time() -> None:
    seconds_for(50)
    assert seconds_for(2000) < 6 * max(seconds_for(500), 0.1)
