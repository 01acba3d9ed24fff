"""The checker must see what it is there to see: each broken record here is refused, for the reason given."""

from collections.abc import Callable

import msgspec
import pytest

from newsparse.check import check
from newsparse.options import Options
from newsparse.pipeline import run
from newsparse.record import Record
from tests.cases import FIXTURES

READING = run((FIXTURES / "headtopics" / "short-philippines.txt").read_bytes(), "-", Options())


def moved_paragraph(record: Record) -> Record:
    first, *others = record.lead.body
    start, end = first.span
    first = msgspec.structs.replace(first, span=(start + 1, end + 1))
    return msgspec.structs.replace(record, lead=msgspec.structs.replace(record.lead, body=(first, *others)))


def dropped_furniture(record: Record) -> Record:
    return msgspec.structs.replace(record, furniture=record.furniture[1:])


def doubled_furniture(record: Record) -> Record:
    return msgspec.structs.replace(record, furniture=(*record.furniture, record.furniture[0]))


def rewritten_headline(record: Record) -> Record:
    item = msgspec.structs.replace(record.similar[0], headline="Nine crew found")
    return msgspec.structs.replace(record, similar=(item, *record.similar[1:]))


def place_beyond_the_source(record: Record) -> Record:
    last = record.furniture[-1]
    last = msgspec.structs.replace(last, span=(last.span[0], 10**6))
    return msgspec.structs.replace(record, furniture=(*record.furniture[:-1], last))


def annotation_outside_its_leaf(record: Record) -> Record:
    item = record.similar[0]
    date = msgspec.structs.replace(item.dates[0], span=(0, 10**6))
    item = msgspec.structs.replace(item, dates=(date,))
    return msgspec.structs.replace(record, similar=(item, *record.similar[1:]))


def annotation_of_other_words(record: Record) -> Record:
    item = record.similar[0]
    date = msgspec.structs.replace(item.dates[0], text="Tuesday")
    item = msgspec.structs.replace(item, dates=(date,))
    return msgspec.structs.replace(record, similar=(item, *record.similar[1:]))


def unknown_role(record: Record) -> Record:
    first = msgspec.structs.replace(record.furniture[0], role="rubbish")
    return msgspec.structs.replace(record, furniture=(first, *record.furniture[1:]))


BROKEN: list[tuple[Callable[[Record], Record], str]] = [
    (moved_paragraph, "is not its value"),
    (dropped_furniture, "have no role"),
    (doubled_furniture, "overlaps"),
    (rewritten_headline, "similar headline"),
    (place_beyond_the_source, "is no place in the source"),
    (annotation_outside_its_leaf, "lies in no leaf"),
    (annotation_of_other_words, "date"),
    (unknown_role, "strict: Invalid enum value 'rubbish'"),
]


def test_the_record_itself_is_lawful() -> None:
    assert check(READING.record, READING.document).broken == []


@pytest.mark.parametrize(("breaks", "reason"), BROKEN, ids=lambda value: getattr(value, "__name__", ""))
def test_a_broken_record_is_refused(breaks: Callable[[Record], Record], reason: str) -> None:
    broken = check(breaks(READING.record), READING.document).broken
    assert any(reason in problem for problem in broken), broken
