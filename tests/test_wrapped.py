"""Wrapped text: which lines are one paragraph, and which texts stay as they are."""

import textwrap
import time

import pytest

from newsparse import parse
from newsparse.readers.text import read_text
from newsparse.readers.wrapped import unwrap
from tests.cases import FIXTURES

PARAGRAPHS = (
    "The ferry sailed again on Monday after a week of storms that had shut the port, the harbour master said in the "
    "morning. Nobody was hurt, though two boats sank.",
    "Islanders lined the quay and some of them applauded when the ramp came down at last. “We ran out of flour on "
    "Thursday and out of patience on Friday,” said the baker.",
    "The council will meet on Tuesday to hear what the repairs of the quay may cost the town and when they can begin.",
)


def unwrapped(text: str) -> list[str]:
    lines = unwrap(text, read_text(text))
    assert all(line.text == text[line.start : line.end] for line in lines)
    return [" ".join(line.text.split()) for line in lines]


@pytest.mark.parametrize("width", [36, 50, 72])
@pytest.mark.parametrize(("parting", "indent"), [("\n\n", ""), ("\n", "    "), ("\r\n\r\n", "")])
def test_paragraphs_are_whole(width: int, parting: str, indent: str) -> None:
    end = "\r\n" if "\r" in parting else "\n"
    filled = [textwrap.fill(text, width, initial_indent=indent).replace("\n", end) for text in PARAGRAPHS]
    assert unwrapped(parting.join(filled)) == list(PARAGRAPHS)


def test_titles_lists_and_labels_stay_lines_of_their_own() -> None:
    filled = "\n".join(textwrap.fill(text, 60) for text in PARAGRAPHS)
    text = f"Ferry is back\nBy Ana Vörös\n\n{filled}\n\nRelated:\n* Two boats sink in the harbour of the old town on Friday\n* Bridge shut"
    lines = unwrapped(text)
    assert lines[:2] == ["Ferry is back", "By Ana Vörös"]
    assert lines[-3:] == ["Related:", "* Two boats sink in the harbour of the old town on Friday", "* Bridge shut"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n".join(PARAGRAPHS),
        "\n".join(["Home", "News", "Sport", "Opinion", "Weather"] * 4),
        "\n".join(["harbour", "storm", "ferry", "quay", "island"] * 4),
        "\n".join(
            ["Two boats sink in the harbour", "Bridge shut for a week of repairs", "Council to meet on Tuesday"] * 5
        ),
        "\n".join(["The ferry is back.", "nobody was hurt.", "it sailed on Monday."] * 5),
        "\n\n".join(["The ferry sailed again on Monday after a", "week of storms that had shut the"] * 5),
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    lines = read_text(text)
    assert unwrap(text, lines) is lines


def test_a_date_and_a_dateline_may_go_over_a_line_end() -> None:
    opening = (
        f"BRANNOCK, May 14 (AP) - The harbour master said in the morning of Tuesday, May 14, 2024, that {PARAGRAPHS[0]}"
    )
    filled = "\n\n".join(textwrap.fill(text, 74) for text in (opening, *PARAGRAPHS[1:]))
    lead = parse(f"Ferry is back after a week of storms\n\n{filled}\n").lead
    assert lead.dateline is not None
    assert (lead.dateline.places, lead.dateline.agency) == (("BRANNOCK",), "AP")
    assert "Tuesday,\nMay 14, 2024" in [date.text for date in lead.dates]


@pytest.mark.parametrize("line", ["a b", "the ferry sailed on the day of the storm and", " x", "* a", "b" * 110])
def test_many_lines_take_linear_time(line: str) -> None:
    text = "\n".join([line] * 60_000)
    start = time.process_time()
    unwrap(text, read_text(text))
    assert time.process_time() - start < 5


FILLED = "\n\n".join(textwrap.fill(text, 70) for text in PARAGRAPHS)


def test_elements_say_nothing_of_the_width() -> None:
    text = (FIXTURES / "tools" / "markdown-elements.txt").read_text(encoding="utf-8")
    record = parse(text)
    assert record.source.format == "text"
    assert record.lead.headline == "Ferry strike at Tarvik ends after eleven days"
    assert [paragraph.text[-10:] for paragraph in record.lead.body if paragraph.kind == "paragraph"] == [
        " by radio.", "on a year.", "t its end.", "t is done.", "rews work."
    ]  # fmt: skip


def test_addresses_are_no_long_lines() -> None:
    links = "\n\n".join([f"[Ferry is back](https://port.example/{'storm-' * 20}{at})" for at in range(9)])
    text = "\n\n".join([FILLED, FILLED, links])
    assert unwrapped(text)[:6] == [*PARAGRAPHS, *PARAGRAPHS]


@pytest.mark.parametrize("menu", ["* Home", "• Home", "+ Home"])
def test_menus_say_nothing_of_the_width(menu: str) -> None:
    text = "\n".join([menu] * 60) + "\n\n" + FILLED
    assert unwrapped(text) == [menu] * 60 + list(PARAGRAPHS)


def test_lines_broken_at_links_are_not_broken_at_a_width() -> None:
    text = "\n".join(
        ["The harbour master said", "on Monday", "that the ferry, which", "sailed", "again,", "is late."] * 9
    )
    lines = read_text(text)
    assert unwrap(text, lines) is lines


def test_numbers_of_links_open_no_line_of_their_own() -> None:
    numbered = [f"[{at}]{text[:60]}[{at + 3}]{text[60:]}" for at, text in enumerate(PARAGRAPHS, 1)]
    filled = "\n\n".join(textwrap.fill(text, 50, break_long_words=False) for text in numbered)
    addresses = "\n".join(f"  {at}. https://port.example/{at}" for at in range(1, 7))
    lines = unwrapped(f"{filled}\n\nReferences\n\n{addresses}\n")
    assert lines[:3] == [" ".join(text.split()) for text in numbered]
    assert len(lines) == 10


def test_a_title_of_markdown_goes_on_where_it_fills_the_line() -> None:
    title = "# Ferry sails again after a week of storms that had shut the port of Brannock to all boats"
    short = "## What the repairs may cost"
    text = "\n\n".join([textwrap.fill(title, 70), FILLED, f"{short}\n{FILLED}"])
    lines = unwrapped(text)
    assert lines[:2] == [title, PARAGRAPHS[0]]
    assert lines[4:6] == [short, PARAGRAPHS[0]]


@pytest.mark.parametrize(
    "element",
    ['<div\nclass="a b"\nid="c">\n\n</div>', '[Ferry](/a){.b\n.c lang="en"\n.d}\n\n[Ferry]{.x}'],
)
def test_tags_and_attributes_go_on_to_their_end(element: str) -> None:
    text = "\n\n".join([FILLED, FILLED, "[Ferry](/a)", element])
    assert unwrapped(text)[7] == " ".join(element.partition("\n\n")[0].split())
