"""Sniffing: whether a decoded source is HTML, plain text, or something else that only holds or lists pages."""

import re

import msgspec

from newsparse.lazy import pattern

_OPENING_RE = pattern(
    r"""[\s\ufeff]*+
    (?:<\?xml\b[^>]{0,200}+>[\s]*+|<!--[^>]{0,2000}+>[\s]*+)*+
    <(?:!doctype\s++html|html|head|body|title|main|article|section|header|nav|div|table|h[1-6]|p|ul)[\s>/]""",
    re.VERBOSE | re.IGNORECASE,
)
_FEED_RE = pattern(
    r"[\s\ufeff]*+(?:<\?[^>]{0,400}+>\s*+|<!--[^>]{0,2000}+>\s*+|<!DOCTYPE[^>]{0,400}+>\s*+)*+<(?:rss|feed|rdf:RDF)[\s>]"
)
_DOCUMENT_RE = pattern(r"<(?:!doctype\s++html|html|body)[\s>]", re.IGNORECASE)
_MIME_OPENINGS = frozenset(["MIME-", "From:", "Conte", "Snaps"])
_RELATED_RE = pattern(r"^Content-Type: multipart/related\b", re.MULTILINE | re.IGNORECASE)
_JSON_RE = pattern(r"[\s\ufeff]*+(?:\[\s*+)?+\{\s*+\"")
_INNER_RE = pattern(
    r"""[\s\ufeff]*+(?:<!--[^>]{0,2000}+>\s*+)*+<(?:a|aside|b|blockquote|br|button|center|dl|em|figure|font|footer|form|hr|i
    |iframe|img|input|label|link|meta|noscript|ol|picture|script|small|span|strong|style|svg|template|video)[\s>/]""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a part of a page may open with; a text may too, but has no blocks."""
_BLOCK_RE = pattern(r"</(?:p|div|h[1-6]|figure|li|section|td)\s*+>", re.IGNORECASE)
_TAG_RE = pattern(r"[\s\ufeff]*+<[a-z!?]", re.IGNORECASE)
_HEADING_RE = pattern(r"^ {0,3}#{1,6} +[^\s#]", re.MULTILINE)
_ELEMENT_RE = pattern(r"</(?:p|h[1-6])\s*+>", re.IGNORECASE)
_SIGNS = 2
"""Headings and links that a text in Markdown has at least."""
_LINES, _ROWS = 1_000_000, 10
"""Characters and lines at the top that show whether each line is an object."""
_SAMPLE = 4_096


def is_html(source: str) -> bool:
    """Tell whether a source opens like an HTML document or fragment; a lone ``<meta charset>`` above text does not.

    >>> is_html("<!DOCTYPE html><title>Storm</title>"), is_html("Prices < 5 > 3\\n")
    (True, False)
    """
    if "<" not in source[:_SAMPLE]:
        return False
    is_tagged = _TAG_RE.match(source) is not None
    if _DOCUMENT_RE.search(source, 0, len(source) if is_tagged else _SAMPLE):
        return True
    if not is_tagged or _is_marked(source):
        return False
    if _OPENING_RE.match(source):
        return True
    return _INNER_RE.match(source) is not None and _BLOCK_RE.search(source) is not None


def _is_marked(source: str) -> bool:
    """Tell whether a fragment has headings and links of Markdown rather than paragraphs and headings of HTML.

    Converters leave other elements as they are where Markdown has no signs for them.
    """
    signs = source.count("](") + sum(1 for _ in _HEADING_RE.finditer(source))
    return signs >= _SIGNS and signs > sum(1 for _ in _ELEMENT_RE.finditer(source))


def is_web_archive(source: str) -> bool:
    """Tell whether a source is a page in MIME parts, as browsers save it in a single file: its text is encoded.

    >>> is_web_archive("MIME-Version: 1.0\\nContent-Type: multipart/related; boundary=x"), is_web_archive("MIME parts")
    (True, False)
    """
    return source[:5] in _MIME_OPENINGS and _RELATED_RE.search(source, 0, _SAMPLE) is not None


def is_data(source: str) -> bool:
    """Tell whether a source is JSON, whole or an object a line: documents are in its fields.

    >>> is_data('{"text": "Storm"}'), is_data('{"a": 1}\\n{"a": 2}'), is_data('{"a": 1}\\nStorm closes port')
    (True, True, False)
    """
    if not _JSON_RE.match(source):
        return False
    source = source.lstrip("\ufeff")
    if _is_json(source):
        return True
    rows = [line for line in source[:_LINES].split("\n") if line.strip()]
    opening = rows[: max(2, min(_ROWS, len(rows) - 1))]  # the last one may be cut
    return len(opening) > 1 and all(map(_is_json, opening))


def _is_json(source: str) -> bool:
    try:
        return isinstance(msgspec.json.decode(source), dict | list)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return False


def is_feed(source: str) -> bool:
    """Tell whether a source is RSS or Atom: many stories in brief, and no page of any.

    >>> is_feed("<?xml version='1.0'?><rss version='2.0'><channel>"), is_feed("<p>All about rss</p>")
    (True, False)
    """
    return "<" in source[:_SAMPLE] and _FEED_RE.match(source) is not None
