"""Readers: bytes to text, text to lines, text told from HTML."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from newsparse import parse
from newsparse.check import check
from newsparse.errors import NewsparseError
from newsparse.options import Options
from newsparse.pipeline import run_all
from newsparse.readers.encoding import Decoded, clean_surrogates, decode
from newsparse.readers.sniff import is_html
from newsparse.readers.text import read_text
from tests.cases import case_id, dumps

TEXT = "Die Fähre fährt wieder – „endlich“, sagt Jörg Übel."
RUSSIAN = "Паром снова ходит между островами, сообщили в порту. Билеты уже в продаже, сказал капитан Лебедев."
JAPANESE = "港は月曜日に再開する予定だと当局が発表した。フェリーの運航も同じ日に始まる見通しである。"
CZECH = (
    "Trajekt znovu pluje mezi ostrovy, oznámil v pondělí přístav. Posádky a kraj se dohodly na nových směnách, lidé už "
    "spěchají na palubu a šest lodí žádá o opravu, která bude stát dva miliony, ale nikdo neví, kdo ji zaplatí. "
) * 2
ENCODED = [
    (TEXT.encode(), "utf-8", TEXT),
    (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", "\ufeff" + TEXT),
    (TEXT.encode("utf-16"), "utf-16-le", "\ufeff" + TEXT),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", "\ufeff" + TEXT),
    (TEXT.encode("utf-32"), "utf-32-le", "\ufeff" + TEXT),
    (TEXT.encode("windows-1252"), "cp1252", TEXT),
    (RUSSIAN.encode("windows-1251"), "cp1251", RUSSIAN),
    (JAPANESE.encode("shift_jis"), "cp932", JAPANESE),
    (JAPANESE.encode("iso2022_jp"), "iso2022_jp", JAPANESE),
    (CZECH.encode("iso-8859-2"), "iso8859-2", CZECH),
    ((CZECH + " – „dost“").encode("windows-1250"), "cp1250", CZECH + " – „dost“"),
    (b"\x1b$ is what a terminal shows", "utf-8", "\x1b$ is what a terminal shows"),
    (
        b'<html><head><meta charset="iso-8859-2"></head>' + "Žluťoučký kůň".encode("iso-8859-2"),
        "iso8859-2",
        '<html><head><meta charset="iso-8859-2"></head>Žluťoučký kůň',
    ),
]


@pytest.mark.parametrize(("data", "encoding", "text"), ENCODED, ids=lambda value: str(value)[:20])
def test_decode(data: bytes, encoding: str, text: str) -> None:
    decoded = decode(data)
    assert (decoded.encoding, decoded.text, decoded.replaced) == (encoding, text, 0)


def test_damaged_utf8_stays_utf8_and_is_counted() -> None:
    data = TEXT.encode().replace("Ü".encode(), b"\xc3")
    decoded = decode(data)
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)
    assert decoded.text == TEXT.replace("Ü", "\ufffd")


def test_the_callers_encoding_overrules_everything() -> None:
    assert decode(b"caf\xc3\xa9", "latin-1").text == "cafÃ©"
    with pytest.raises(NewsparseError, match="unknown encoding 'utf-99'"):
        decode(b"", "utf-99")
    with pytest.raises(NewsparseError, match="unknown encoding 'zip'"):
        decode(b"x", "zip")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n\xe2\xe3\xcf\xd3",
        bytes(range(256)) * 4,
        Random(1).randbytes(2000),
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(NewsparseError, match="not text"):
        decode(data)


def test_what_no_encoding_explains_is_said_by_a_notice_alone(caplog: pytest.LogCaptureFixture) -> None:
    noise = bytes(byte for byte in Random(1).randbytes(3000) if byte > 0x1F)
    assert decode(noise).text
    assert caplog.records == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_byte_order_mark(encoding: str) -> None:
    text = "The ferry sailed on Monday.\r\nNobody was hurt."
    assert decode(text.encode(encoding)) == Decoded(text, encoding, 0)
    with pytest.raises(NewsparseError, match="is not text"):
        decode(b"\x00\x01" * 40)


FEEDS = [
    "<rss version='2.0'><channel><title>Pell Herald</title></channel></rss>",
    "\ufeff<?xml version='1.0'?>\n<?xml-stylesheet href='a.xsl'?>\n<!-- made today -->\n<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>",
    "<?xml version='1.0'?><rdf:RDF xmlns='http://purl.org/rss/1.0/'><item/></rdf:RDF>",
]


@pytest.mark.parametrize("feed", FEEDS)
def test_a_feed_is_refused_unless_the_caller_says_what_it_is(feed: str) -> None:
    with pytest.raises(NewsparseError, match="is a news feed"):
        parse(feed)
    assert parse(feed, format="text").source.format == "text"
    assert parse(f"All about feeds\n{feed}").source.format == "text"


MHTML = 'From: <Saved by Blink>\r\nSubject: Storm\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n'


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (MHTML, "is a page in MIME parts"),
        ('{"title": "Storm", "text": "It rains."}', "is JSON"),
        ('{"text": "It rains."}\n{"text": "It pours."}\n{"text": "cut', "is JSON"),
        ('\ufeff[\n  {"text": "It rains."},\n  {"text": "It pours."}\n]\n', "is JSON"),
    ],
)
def test_what_only_holds_a_page_is_refused_unless_the_caller_says_what_it_is(source: str, reason: str) -> None:
    with pytest.raises(NewsparseError, match=reason):
        parse(source)
    assert parse(source, format="text").source.format == "text"
    assert parse(f"All about formats\n{source}").source.format == "text"


@pytest.mark.parametrize(
    "source",
    ['{"quoted" words}', '["one", "two"]', "{}", "[Storm] {", '{"text": "cut', '{"a": 1}\nStorm closes the port.'],
)
def test_what_only_looks_like_json_is_text(source: str) -> None:
    assert parse(source).source.format == "text"


def test_stray_nul_is_text() -> None:
    assert (
        decode(b"The harbour\x00 board met and voted on Monday.").text
        == "The harbour\x00 board met and voted on Monday."
    )


def test_a_replacement_character_of_the_source_is_not_counted_as_replaced() -> None:
    spelled = "caf\ufffd and na\ufffdve, written by a tool that could not read them either"
    assert decode(spelled.encode()).replaced == 0
    assert decode(spelled.encode() + b" \xe9 l'eau, l'\xc3\xa9t\xc3\xa9, l'\xc3\xa9cole").replaced == 1


def test_lone_surrogates_are_replaced_in_place() -> None:
    assert clean_surrogates("a\ud800b\udfffc") == Decoded("a\ufffdb\ufffdc", "utf-8", 2)


LINES = [
    ("one\r\n two \n\n\x85three\u2028four", [("one", 0), ("two", 6), ("three\u2028four", 13)]),
    ("\ufeffone\u200b\n\u00a0two", [("one", 1), ("two", 7)]),
    ("\x00\u200b\n \ufeff ", []),
    ("a\x0bb\x0cc", [("a\x0bb\x0cc", 0)]),
    ("one\rtwo\r\rthree\r", [("one", 0), ("two", 4), ("three", 9)]),
    ("one\r\r\ntwo\rthree", [("one", 0), ("two", 6), ("three", 10)]),
]


@pytest.mark.parametrize(("source", "lines"), LINES)
def test_lines_are_cut_at_line_ends_only(source: str, lines: list[tuple[str, int]]) -> None:
    found = read_text(source)
    assert [(line.text, line.start) for line in found] == lines
    assert all(source[line.start : line.end] == line.text for line in found)


TEXTS = [path for path in dumps() if path.suffix == ".txt" and path.parent.name not in ("encodings", "hostile")]


@pytest.mark.parametrize("line_end", ["\r\n", "\r"], ids=["crlf", "cr"])
@pytest.mark.parametrize("dump", TEXTS, ids=case_id)
def test_line_ends_change_nothing_but_places(dump: Path, line_end: str) -> None:
    source = dump.read_text(encoding="utf-8")
    readings = list(run_all(source.replace("\n", line_end), "-", Options()))
    assert [check(reading.record, reading.document).broken for reading in readings] == [[]] * len(readings)
    others = [reading.record for reading in run_all(source, "-", Options())]
    assert [said(reading.record.to_dict(), line_end) for reading in readings] == [
        said(record.to_dict(), "\n") for record in others
    ]


def said(value: Any, line_end: str) -> Any:
    """Return what a record says, without its places and its source."""
    if isinstance(value, dict):
        places = ("span", "spans", "source", "alternatives")
        return {key: said(entry, line_end) for key, entry in value.items() if key not in places}
    if isinstance(value, list):
        return [said(entry, line_end) for entry in value]
    return value.replace(line_end, "\n") if isinstance(value, str) else value


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\ufeff \n<!-- saved --><HTML lang=en>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', True),
        ("<p>One paragraph</p>", True),
        ("<style>" + "p { margin: 0 }\n" * 400 + "</style>\n<html><p>The board met.</p>", True),
        ("<a href='#main'>Skip</a><div><p>The board met.</p></div>", True),
        ("<strong>TARVIK</strong> The board met.", False),
        ("<DOC>\n<TEXT>\n<P>The board met.</P>\n</TEXT>\n</DOC>", False),
        ("<div>\n\n# Ferry is back\n\nThe [ferry](/a) sails.\n\n</div>", False),
        ("<div><h1>Ferry is back</h1><p>The <a href='/a'>ferry</a> sails.</p><pre>\n# a[b](c)\n</pre></div>", True),
        ("Prices < 5 and > 3", False),
        ("<who knows>\nThe board met.", False),
        ("He wrote <b>bold</b> words in a long text about the <html> tag? No.", True),
        ("", False),
    ],
)
def test_html_is_told_from_text(source: str, html: bool) -> None:
    assert is_html(source) is html
