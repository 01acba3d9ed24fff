"""The two laws on pages of every shape: lines are what can be seen, and nothing that can be seen is lost."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.document import Places
from newsparse.html import label_html, read_html, visible_text
from newsparse.span import INVISIBLE

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"
PARTS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<ul><li>",
    "<li>",
    "</ul>",
    "<table><tr><td>",
    "<td>",
    "</table>",
    "<a href='/x'>",
    "</a>",
    "<b>",
    "</b>",
    "<br>",
    "<br><br>",
    "<svg><title>",
    "</title></svg>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<h1>",
    "</h1>",
    "&amp;",
    "&nbsp;",
    "&nbsp",
    "&#160",
    "&#8203;",
    "&notit;",
    "&",
    "<",
    ">",
    '"',
    "Storm",
    " hits ",
    "coast",
    "\n",
    "\u200b",
    "\u200d",
    "é",
    "震度",
    "<title>",
    "<option>",
    "</div ",
    "<a title='",
    "'",
    "=",
    "/>",
    "<template>",
    "</template>",
    "<span class=byline>",
    "</span>",
    "<![CDATA[",
    "]]>",
]


def squeezed(text: str) -> str:
    return re.sub(rf"[\s{INVISIBLE}]+", "", text)


def check_laws(source: str) -> None:
    page = read_html(source)
    end = 0
    for line in page.lines:
        assert line.text
        assert visible_text(source[line.start : line.end]) == line.text
        assert line.start >= end
        assert line.span(0, len(line.text)) == (line.start, line.end)
        end = line.end
    assert squeezed("".join(line.text for line in page.lines)) == squeezed(visible_text(source))
    pieces = label_html(page)
    assert [(piece.line, piece.start, piece.end) for piece in pieces] == [
        (index, 0, len(line.text)) for index, line in enumerate(page.lines)
    ]


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_laws_on_soup(parts: list[str]) -> None:
    check_laws("".join(parts))


@given(st.text(max_size=60))
def test_laws_on_any_text(source: str) -> None:
    check_laws(source)


def test_laws_on_a_page() -> None:
    check_laws((FIXTURES / "harbour.html").read_text("utf-8"))


def test_parts_of_a_line_are_grounded() -> None:
    source = "<p>Rock &amp; <b>roll</b>   in &Eacute;cole<!-- x --> today</p>"
    line = read_html(source).lines[0]
    assert line.text == "Rock & roll in École today"
    for start in range(len(line.text)):
        for end in range(start + 1, len(line.text) + 1):
            part = line.text[start:end]
            if part == part.strip():
                low, high = line.span(start, end)
                assert visible_text(source[low:high]) == part


PLACES = ["Storm hits coast", "Rock &amp; <b>roll</b> in &Eacute;cole", "one  two\n three", "&nGt; x"]


@pytest.mark.parametrize("raw", PLACES)
def test_places_in_the_source_lead_back_to_the_characters_of_a_line(raw: str) -> None:
    line = read_html(f"<p>{raw}</p>").lines[0]
    for start in range(len(line.text)):
        for end in range(start + 1, len(line.text) + 1):
            span = line.span(start, end)
            found = line.within(span)
            assert found is not None
            assert line.span(*found) == span


@given(st.lists(st.sampled_from([*PARTS, *PLACES]), max_size=20))
def test_a_character_is_found_by_its_run_as_by_its_place(parts: list[str]) -> None:
    for line in read_html("".join(parts)).lines:
        if line.places is not None:
            for position in range(line.start, line.end):
                assert line.places.offset(position) == Places.offset(line.places, position)


def test_places_outside_of_a_line_or_inside_of_a_character_are_no_places_of_it() -> None:
    line = read_html("<p>Rock &amp; roll</p>").lines[0]
    assert [line.within((at, at + 2)) for at in (0, line.start - 1, line.start + 6, line.end)] == [None] * 4
    assert line.within((line.start, line.end + 5)) == (0, len(line.text))


LINES = [
    ("paragraphs that nobody closed", "<p>One<p>Two", ["One", "Two"]),
    ("list items that nobody closed", "<ul><li>One<li>Two</ul>", ["One", "Two"]),
    ("one line break stays in the line", "<h1>Storm<br>hits</h1>", ["Storm hits"]),
    ("two line breaks part paragraphs", "<div>One<br><br>Two</div>", ["One", "Two"]),
    ("links side by side are lines", "<nav><a href=a>News</a><a href=b>Sport</a></nav>", ["News", "Sport"]),
    ("a link in a sentence is not", "<p>See <a href=a>this</a> and <a href=b>that</a></p>", ["See this and that"]),
    ("a drawing's title is a line of its own", "<p>One <svg><title>Icon</title></svg>two</p>", ["One", "Icon", "two"]),
    ("the page's title is a line", "<title>Storm</title><p>One", ["Storm", "One"]),
    ("text after the end", "<html><body><p>One</body></html>Two", ["One", "Two"]),
    ("only hidden", "<script>x</script><style>y</style><!-- z -->", []),
    ("empty", "", []),
]


@pytest.mark.parametrize(("source", "lines"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_lines(source: str, lines: list[str]) -> None:
    assert [line.text for line in read_html(source).lines] == lines


def _held(count: int) -> str:
    lines = [f"Line {at} of the story, which is told at some length." for at in range(count)]
    return "".join(f"<p>{line}" for line in [*lines, " ".join(lines)])


HOSTILE: dict[str, Callable[[int], str]] = {
    "nested div": lambda n: "<div>" * n + "Deep" + "</div>" * n,
    "nested div, end tags of others": lambda n: "<section><td>" + "<div>" * n + "</section>" * n,
    "spaces": lambda n: "<p>a" + " " * n * 10 + "b</p>",
    "equal paragraphs": lambda n: "<p>The same words again and again, and yet no news.</p>" * (n // 5),
    "brackets": lambda n: "<" * n,
    "open tags": lambda n: "<a <b " * n,
    "open quotes": lambda n: "<a b='" * n,
    "open comments": lambda n: "<!--" * n,
    "open scripts": lambda n: "<script>" * n,
    "ampersands": lambda n: "&" * n,
    "unclosed bold": lambda n: "<b><p>x" * n,
    "open links": lambda n: "<a href=x>y" * n,
    "open spans": lambda n: "<span>x<svg></svg>" * n,
    "open drawings": lambda n: "<svg><title>x" * n,
    "closing blanks": lambda n: "<p>" + "x&nbsp;" * n + "&nbsp;" * n,
    "cells": lambda n: "<table>" + "<td>x" * n,
    "class names": lambda n: "<p class='" + "nav " * n + "'>x</p>",
    "dashes": lambda n: "<!-" + "-" * n,
    "blanks at the end": lambda n: "<p>x" + " " * n * 10,
    "headings": lambda n: "<div><h2><b>x</b> &amp; y</h2>" * (n // 5),
    "metadata": lambda n: "<meta name='author' content='x'><meta content=y property=og:title>" * (n // 5),
    "time marks": lambda n: "<time datetime=x>" * n,
    "articles in articles": lambda n: "<article><p>The same words again and again, and yet no news.</p>" * (n // 5),
    "lines that another holds": lambda n: _held(n // 25),
    "json": lambda n: "<script type=application/ld+json>" + "[" * n + "</script>",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pages_take_linear_time(kind: str) -> None:
    def seconds(size: int) -> float:
        source = HOSTILE[kind](size)
        started = time.process_time()
        label_html(read_html(source))
        return time.process_time() - started

    seconds(1000)
    small, large = min(seconds(5000) for _ in range(2)), min(seconds(20_000) for _ in range(2))
    assert large < 12 * max(small, 0.004)


def test_nothing_is_lost_in_the_depth() -> None:
    page = read_html("<div>" * 100_000 + "<p>Down here.</p>" + "</div>" * 100_000)
    assert [line.text for line in page.lines] == ["Down here."]


def test_an_aggregators_page_gives_the_lines_of_its_dump() -> None:
    page = read_html((FIXTURES / "aggregator.html").read_text("utf-8"))
    dump = (FIXTURES / "aggregator.txt").read_text("utf-8").splitlines()
    assert [line.text for line in page.lines] == dump


def test_a_block_that_shows_nothing_is_no_line() -> None:
    source = "<p>Storm hits</p><p>\u200d</p><p>&zwnj;</p><p>coast\u200c</p>"
    assert [line.text for line in read_html(source).lines] == ["Storm hits", "coast"]
