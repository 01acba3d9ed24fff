"""The library's entry point: what callers may give it, and what it hands back."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsparse import parse, parse_all
from tests.cases import FIXTURES

DUMP = FIXTURES / "headtopics" / "short-philippines.txt"


@pytest.mark.parametrize("source", [None, 5, Path("page.txt"), bytearray(b"The ferry sailed."), ["The ferry sailed."]])
def test_only_text_and_bytes_are_sources(source: object) -> None:
    with pytest.raises(TypeError, match="source is the text or the bytes of a dump, not "):
        parse(source)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="read a file first"):
        list(parse_all(source))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"language": "English"}, "no language"),
        ({"reference_date": "June"}, "isoformat"),
        ({"format": "pdf"}, "format"),
    ],
)
def test_what_no_option_can_be(options: dict[str, str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse("The ferry sailed.", **options)  # type: ignore[arg-type]


def test_a_record_goes_through_pickle_and_threads() -> None:
    text = DUMP.read_text(encoding="utf-8")
    record = parse(text, language="pt-BR")
    assert pickle.loads(pickle.dumps(record)) == record
    assert record.language == "pt-BR"
    with ThreadPoolExecutor(4) as pool:
        assert {each.to_json() for each in pool.map(parse, [text] * 16)} == {parse(text).to_json()}
