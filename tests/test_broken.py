"""Sentences broken at links: which lines are one paragraph, and what stays as it is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.readers.broken import rejoin
from newsparse.readers.text import read_text

LONG = "The quay at Lennick will be rebuilt from the ground up after the storm of 12 January, said the harbour board"


def rejoined(text: str) -> list[str]:
    lines = rejoin(text, read_text(text))
    assert all(line.text == text[line.start : line.end] for line in lines)
    return [line.text.replace("\r", "").replace("\n", "|") for line in lines]


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n "])
@pytest.mark.parametrize(
    "parts",
    [
        (LONG + ", which", "met on Monday."),
        (LONG + " in", "Brannock", ", the county's seat."),
        (LONG + " and", "Osric Tamm", "told the meeting so."),
        ("Osric Tamm", ", its head, told the meeting that it will be rebuilt in May and be ready a year from then."),
        (LONG, "."),
        (LONG + " (", "BBC", ") on Monday."),
        (LONG + " on", "Monday", "night, “It", "will", "hold.”"),
    ],
)
def test_a_sentence_goes_on(parts: tuple[str, ...], end: str) -> None:
    text = end.join(["Harbour Gazette", *parts, "Related stories", "Fish pier closed"])
    whole = "|".join(parts)
    assert [line.replace(" |", "|").replace("| ", "|") for line in rejoined(text)] == [
        "Harbour Gazette", whole, "Related stories", "Fish pier closed"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ["the tide comes in, the tide goes out,", "the boats go with the tide,", "will find the harbour wide."],
        ["home", "news", "sport", "more", "about us"],
        [LONG, "by Mirja Haldane", "3 March 2025"],
        [LONG + ".", "by Mirja Haldane"],
        [LONG + ":", "flour and salt", "rope and tar."],
        [LONG, "iPhone sales fall.", "eBay closes a shop."],
        [LONG, "title: Quay at Lennick.", "tags= quay."],
        [LONG, "Fish pier closed", "Storm tears wall."],
        [LONG + " in", "", "brackish water."],
        ["The ferry is", "back."],
    ],
)
def test_what_is_no_broken_sentence_stays(lines: list[str]) -> None:
    text = "\n".join(lines)
    read = read_text(text)
    assert rejoin(text, read) is read


@given(
    st.lists(
        st.sampled_from([LONG, LONG + ".", "and", ", so", "Brannock", "", " ", ".", "eBay", "x:", "y."]), max_size=20
    )
)
def test_nothing_is_lost_and_all_joins_hold_running_text(parts: list[str]) -> None:
    text = "\n".join(parts)
    lines = rejoin(text, read_text(text))
    assert "\n".join([line.text for line in lines]).split() == text.split()
    for line in lines:
        if "\n" in line.text:
            assert LONG in line.text
            assert line.text[-1] in ".:"


@pytest.mark.parametrize("line", ["and", LONG + " and", "Brannock", ", " + LONG, "a."])
def test_many_lines_take_linear_time(line: str) -> None:
    text = "\n".join([line] * 60_000)
    start = time.process_time()
    rejoin(text, read_text(text))
    assert time.process_time() - start < 5
