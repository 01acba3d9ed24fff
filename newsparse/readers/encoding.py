"""Encoding: from bytes to the decoded source that every span counts in.

A byte order mark decides, then UTF-8, then what the bytes declare or Beautiful Soup's detector guesses. Nothing is
dropped: a byte order mark stays as U+FEFF, and bytes that no encoding explains become U+FFFD and are reported.
"""

import codecs
import re

import msgspec

from newsparse.errors import NewsparseError
from newsparse.language import detect_language

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_SIGNATURES = (
    b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"RIFF", b"OggS", b"\x7fELF", b"PAR1", b"SQLite format 3\x00",
    b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd",
)  # fmt: skip
_DOCUMENTS = (
    (b"%PDF-", "a PDF", "convert it to text, as pdftotext does"),
    (b"{\\rtf", "RTF", "save it as plain text"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an office document", "save it as plain text"),
)
"""How files begin that hold text which only other programs can take out: some of them are ASCII throughout."""
_CONTROL_RE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS, _MOST_IN_LEGACY = 0.1, 0.03
"""Share of control characters up to which data is text: a stray one happens in scraped text. Data of no kind has one in
ten, and where it is no UTF-8 nothing else tells it from text."""
_LEGACY = {
    **dict.fromkeys(("cs", "hr", "hu", "pl", "ro", "sk", "sl"), "cp1250"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
    "tr": "cp1254",
}
"""Code pages of the languages in Latin letters whose pages were not written in windows-1252."""
_SHIFT = b"\x1b$"
_WINDOWS_RE = re.compile(rb"[\x80-\x9f]")
"""Dashes, quotation marks and some letters of the windows pages; in those of ISO there is nothing."""
_REPLACEMENT = "\ufffd".encode()
"""A replacement character that the source spells itself: the tool that wrote it could not decode something."""
_FOREIGN = 0.05
"""Share of letters outside the Latin script that makes a page foreign; below it they are a detector's fancy."""
_SAMPLE = 65_536
_DETECTOR_SAMPLE = 200_000


class Decoded(msgspec.Struct, frozen=True, gc=False):
    """A decoded source: ``text`` is what spans count in, ``encoding`` what Python's ``bytes.decode`` was given."""

    text: str
    encoding: str
    replaced: int
    """How many U+FFFD stand for bytes (or lone surrogates) that could not be decoded."""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a source; ``encoding`` is the caller's word and overrules everything.

    Raises NewsparseError of kind ``binary`` for data that is no text, ``encoding`` for a name Python does not know.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _replacing(data, name)
    for signature, what, hint in _DOCUMENTS:
        if data.startswith(signature):
            raise NewsparseError("binary", f"is {what}, not text", hint)
    if b"\x00" in data and (unmarked := _unmarked_utf_16(data)) is not None:
        return unmarked
    try:
        text = data.decode()
    except UnicodeDecodeError:
        pass
    else:
        if b"\x00" in data:
            _refuse_binary(data, _MOST_CONTROLS)
        return (_escaped(data) if _SHIFT in data else None) or Decoded(text, "utf-8", 0)
    _refuse_binary(data, _MOST_IN_LEGACY)
    return _guess(data)


def clean_surrogates(text: str) -> Decoded:
    """Replace lone surrogates, which no JSON may hold, one for one, so that positions stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text, replaced = re.subn("[\ud800-\udfff]", "\ufffd", text)
        return Decoded(text, "utf-8", replaced)
    return Decoded(text, "utf-8", 0)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        return _replacing(data, name)
    except (LookupError, AssertionError, UnicodeError):
        raise NewsparseError("encoding", f"unknown encoding {encoding!r}", "try utf-8 or windows-1252") from None


def _replacing(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, 0)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        spelled = data.count(_REPLACEMENT) if encoding == "utf-8" else 0
        return Decoded(text, encoding, text.count("\ufffd") - spelled)


def _unmarked_utf_16(data: bytes) -> Decoded | None:
    """Decode UTF-16 that lost its byte order mark: Latin text has a NUL in every other place, and in no others."""
    sample = data[: _SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(even, odd) * 2 < len(sample[::2]) or min(even, odd):
        return None
    name = "utf-16-le" if odd else "utf-16-be"
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    opening = text[:_SAMPLE]
    controls = sum(character < " " and not character.isspace() for character in opening)
    return None if controls > _MOST_CONTROLS * len(opening) else Decoded(text, name, 0)


def _escaped(data: bytes) -> Decoded | None:
    """Decode Japanese as old mails have it, in ASCII throughout: escapes tell letters and signs apart."""
    try:
        return Decoded(data.decode("iso2022_jp"), "iso2022_jp", 0)
    except UnicodeDecodeError:
        return None


def _refuse_binary(data: bytes, most: float) -> None:
    sample = data[:_SAMPLE]
    controls = len(_CONTROL_RE.findall(sample))
    if sample.startswith(_BINARY_SIGNATURES) or controls > most * len(sample):
        raise NewsparseError("binary", "is not text", "give the text or the HTML of a page")


def _guess(data: bytes) -> Decoded:
    as_utf8 = _replacing(data, "utf-8")
    read = sum(map(len, re.findall("[^\x00-\x7f\ufffd]+", as_utf8.text)))
    if as_utf8.replaced <= read:  # damaged UTF-8: a page in another encoding hardly ever forms valid sequences
        return as_utf8
    import logging

    from bs4.dammit import EncodingDetector, UnicodeDammit  # heavy, and most sources never come here

    declared = EncodingDetector.find_declared_encoding(data, is_html=True)
    log = logging.getLogger("bs4.dammit")
    log.addFilter(_is_news)
    try:
        guess = UnicodeDammit(data[:_DETECTOR_SAMPLE], [declared] if declared else [], is_html=True).original_encoding
    finally:
        log.removeFilter(_is_news)
    try:
        name = codecs.lookup(guess or "utf-8").name
        return _replacing(data, name if guess == declared else _settle(data, name))
    except LookupError:
        return as_utf8


def _is_news(record: object) -> bool:
    """Keep the detector's own log quiet: what could not be decoded is said by a notice, not on stderr."""
    return False


def _settle(data: bytes, guess: str) -> str:
    """Settle which encoding a page in Latin letters has; detectors take one such code page for another.

    As browsers do, go by the language: its stop words survive a wrong code page.
    """
    sample = data[:_DETECTOR_SAMPLE]
    foreign = sum(character > "\u024f" and character.isalpha() for character in sample.decode(guess, "replace"))
    if foreign > _FOREIGN * len(sample):
        return guess
    if not _WINDOWS_RE.search(sample):
        central = detect_language(sample.decode("iso8859-2"))
        if _LEGACY.get(central or "") == "cp1250":
            return "iso8859-2"
    return _LEGACY.get(detect_language(sample.decode("cp1252", "replace")) or "", "cp1252")
