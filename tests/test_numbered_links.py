"""Numbered links of text browsers: the list below a text, what the numbers lead to, and texts that have none."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse import parse
from newsparse.readers.references import find_references
from newsparse.readers.text import read_text
from tests.cases import FIXTURES

DUMP = (FIXTURES / "tools" / "browser-numbered.txt").read_text(encoding="utf-8")
BODY = "[1]Ferry is [2]back\n\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_links_lead_to_the_addresses_of_the_list(end: str) -> None:
    record = parse(DUMP.replace("\n", end))
    assert [(" ".join((item.headline or "").split()), item.url) for item in record.similar] == [
        (
            "Storm tears forty metres out of the quay wall at Lennick",
            "https://gazette.example/2025/01/13/storm-tears-forty-metres-out-of-the-quay-wall/",
        ),
        (
            "Ferry company threatens to leave the islands over harbour dues and late payments",
            "https://gazette.example/2025/02/21/ferry-company-threatens-to-leave/",
        ),
        (
            "Fish pier closed to lorries after crack is found",
            "https://gazette.example/2025/02/26/fish-pier-closed-to-lorries/",
        ),
    ]
    assert list(record.lead.authors) == ["Mirja Haldane"]
    assert len(record.lead.body) == 5


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (BODY + "References\n\n   1. https://port.example/1\n   2. https://port.example/2", 1),
        (BODY + "Verweise\n\n   Sichtbare Links:\n   1. https://port.example/1\n   2. https://port.example/2", 1),
        (BODY + "1. https://port.example/1\n2. mailto:desk@port.example?subject=a b c d e f g", 1),
        (BODY + "1. https://port.example/1\nHidden links:\n2. https://port.example/2", 1),
        (BODY + "1. https://port.example/1?\nbroken\n2. https://port.example/2", 1),
        (BODY + "1. https://port.example/1", None),
        (BODY + "1. Ferry is back\n2. Bridge is shut", None),
        ("Ferry is back\n1. https://port.example/1\n2. https://port.example/2", None),
        ("[1]Ferry is [2]back and [3]the [4]bridge [5]too\n7. https://port.example/7\n8. https://port.example/8", None),
        (BODY + "1. https://port.example/1\n2. https://port.example/2\nThe ferry\nis\nback\nagain", None),
        ("", None),
    ],
)
def test_a_list_is_one_that_the_numbers_of_a_text_refer_to(text: str, start: int | None) -> None:
    found = find_references(read_text(text))
    assert (found and found.start) == start


NUMBERED = st.lists(
    st.sampled_from(
        ["[1]", "[2]", "[33]", "Ferry", "is back", "[", "]", "* ", "#", "\n", "\n   ", " ", "(BUTTON)", "."]
    ),
    max_size=40,
).map("".join)


@given(NUMBERED)
def test_numbers_anywhere_keep_the_laws(text: str) -> None:
    source = text + "\n1. https://port.example/1\n2. https://port.example/2\n33. https://port.example/33\n"
    record = parse(source)
    spans = [*(part.span for part in record.lead.body), *record.lead.spans.values()]
    spans += [span for item in record.similar for span in item.spans.values()]
    spans += [part.span for part in record.furniture]
    covered = sorted(spans)
    assert all(one[1] <= two[0] for one, two in pairwise(covered))
    shown = {at for at, char in enumerate(source) if not char.isspace()}
    assert shown <= {at for start, end in covered for at in range(start, end)}
    assert all(source[slice(*part.span)] == part.text for part in record.lead.body)


def test_long_lists_take_linear_time() -> None:
    numbers = range(1, 9_000)
    text = "\n".join(
        [f"[{number}]Home" for number in numbers] + [f"{number}. https://a.example/" for number in numbers]
    )
    start = time.process_time()
    assert find_references(read_text(text)) is not None
    assert time.process_time() - start < 5
