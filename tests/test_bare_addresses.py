"""Bare addresses: titles in a list, each with its address, and addresses that say nothing of the kind."""

import time

import pytest

from newsparse import parse
from newsparse.markup.bare_addresses import mark_titles
from newsparse.readers.text import read_text

STORY = "The ferry sailed on Monday after the storm had passed, and the mayor said that the harbour would stay shut."


def titles(text: str) -> list[tuple[str, str]]:
    marks = [mark for _, mark in sorted(mark_titles(read_text(text)).items()) if mark.text]
    return [(mark.text, text[slice(*mark.links[0].address)]) for mark in marks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Bridge is shut", "https://a.test/1", "Two boats sink", "https://a.test/2"], [("Bridge is shut", "https://a.test/1"), ("Two boats sink", "https://a.test/2")]),
        (["Bridge is shut: https://a.test/1", "Two boats sink (https://a.test/2)"], [("Bridge is shut", "https://a.test/1"), ("Two boats sink", "https://a.test/2")]),
        (["• Bridge is shut", "<https://a.test/1>", "▪️ Two boats sink → https://a.test/2"], [("Bridge is shut", "https://a.test/1"), ("Two boats sink", "https://a.test/2")]),
        (["Bridge is shut", "https://a.test/1"], []),
        (["Bridge is shut", "https://a.test/1", "Also today", "Two boats sink", "https://a.test/2"], []),
        (["Bridge is shut.", "https://a.test/1", "Two boats sank.", "https://a.test/2"], []),
        (["Read more:", "https://a.test/1", "See also:", "https://a.test/2"], []),
        (["Bridge", "https://a.test/1", "Boats", "https://a.test/2"], []),
        (["https://a.test/1", "https://a.test/2"], []),
        (["Subscribe to our channel: https://a.test/1", "Share this post: https://a.test/2"], []),
        ([STORY, STORY], []),
    ],
)  # fmt: skip
def test_titles_of_a_list(lines: list[str], expected: list[tuple[str, str]]) -> None:
    assert titles("\n".join(lines)) == expected


def test_a_list_below_the_story_is_of_other_stories() -> None:
    text = f"Ferry is back after a week of storms\nhttps://a.test/0\n\n{STORY}\n\n{STORY}\n\nAlso today:\n"
    text += "▪️ Bridge is shut for repairs\nhttps://a.test/1\n▪️ Two boats sink in the harbour\nhttps://a.test/2\n"
    record = parse(text)
    assert record.lead.headline == "Ferry is back after a week of storms"
    assert [paragraph.text for paragraph in record.lead.body] == [STORY, STORY]
    assert [(item.headline, item.url) for item in record.similar] == [
        ("Bridge is shut for repairs", "https://a.test/1"),
        ("Two boats sink in the harbour", "https://a.test/2"),
    ]
    assert [text[slice(*item.spans["url"])] for item in record.similar] == ["https://a.test/1", "https://a.test/2"]


def test_an_address_is_no_headline() -> None:
    record = parse(f"Ferry is back after a week of storms\n\n{STORY}\n\n{STORY}\n\nRead more: https://a.test/1\n")
    assert record.similar == ()


@pytest.mark.parametrize("line", ["http://a", "a b c d e f g http://a", "a http" * 20, "<" * 90 + " http", "a: " * 60])
def test_many_addresses_take_linear_time(line: str) -> None:
    lines = read_text("\n".join([line] * 20_000))
    start = time.process_time()
    mark_titles(lines)
    assert time.process_time() - start < 5
