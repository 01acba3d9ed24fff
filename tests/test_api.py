"""The library's entry point: what callers may give it, and what it hands back."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from newsparse import parse, parse_all
from tests.cases import FIXTURES

DUMP = FIXTURES / "headtopics" / "short-philippines.txt"


@pytest.mark.parametrize("source", [None, 5, Path("page.txt"), bytearray(b"The ferry sailed."), ["The ferry sailed."]])
def test_only_text_and_bytes_are_sources(source: object) -> None:
    with pytest.raises(TypeError, match="source is the text or the bytes of a dump, not "):
        parse(source)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="read a file first"):
        parse_all(source)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"language": "English"}, "no language"),
        ({"reference_date": "June"}, "no reference date 'June'; give YYYY-MM-DD"),
        ({"reference_date": date.min}, "no reference date '0001-01-01'; give a year from 1500 to 2099"),
        ({"reference_date": "9999-12-31"}, "give a year"),
        ({"format": "pdf"}, "unknown format 'pdf'; give auto, text or html"),
    ],
)
def test_what_no_option_can_be(options: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse("The ferry sailed.", **options)
    with pytest.raises(ValueError, match=reason):
        parse_all("The ferry sailed.", **options)  # at once, though nobody has asked for a record yet


@pytest.mark.parametrize("reference", ["2024-06-19", date(2024, 6, 19), datetime(2024, 6, 19, 8, 30, tzinfo=UTC)])
def test_a_reference_date_may_be_text_a_date_or_a_moment(reference: str | date) -> None:
    record = parse("The board met on Friday (June 14).", reference_date=reference)
    assert record.lead.dates[0].date == "2024-06-14"


@pytest.mark.parametrize("reference", ["1500-01-01", "2099-12-31"])
def test_days_are_counted_from_the_first_and_the_last_reference_date(reference: str) -> None:
    text = "It met yesterday, last Friday, two days ago and on June 14. It meets again tomorrow and next Friday."
    assert len(parse(text, reference_date=reference).lead.dates) == 6


def test_a_layout_may_be_given_as_a_path(tmp_path: Path) -> None:
    layout = tmp_path / "coast.toml"
    layout.write_text('name = "coast"\n[[rule]]\nrole = "banner"\ncontains = "More"\n')
    assert parse("The ferry sailed.\nMore\nTwo boats sank", layout=layout).source.layout == "coast"


@pytest.mark.parametrize("source", ["", b"", " \n\ufeff", "<html><head></head><body> </body></html>"])
def test_a_source_without_text_gives_a_record_that_says_so(source: str | bytes) -> None:
    assert [notice.code for notice in parse(source).notices] == ["empty"]


def test_a_record_goes_through_pickle_and_threads() -> None:
    text = DUMP.read_text(encoding="utf-8")
    record = parse(text, language="pt-BR")
    assert pickle.loads(pickle.dumps(record)) == record
    assert record.language == "pt-BR"
    with ThreadPoolExecutor(4) as pool:
        assert {each.to_json() for each in pool.map(parse, [text] * 16)} == {parse(text).to_json()}
