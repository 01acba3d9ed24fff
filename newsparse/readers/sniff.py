"""Sniffing: whether a decoded source is HTML, plain text, or a feed that lists pages."""

import re

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
_SAMPLE = 4_096


def is_html(source: str) -> bool:
    """Tell whether a source opens like an HTML document or fragment; a lone ``<meta charset>`` above text does not.

    >>> is_html("<!DOCTYPE html><title>Storm</title>"), is_html("Prices < 5 > 3\\n")
    (True, False)
    """
    if "<" not in source[:_SAMPLE]:
        return False
    return bool(_OPENING_RE.match(source) or _DOCUMENT_RE.search(source, 0, _SAMPLE))


def is_feed(source: str) -> bool:
    """Tell whether a source is RSS or Atom: many stories in brief, and no page of any.

    >>> is_feed("<?xml version='1.0'?><rss version='2.0'><channel>"), is_feed("<p>All about rss</p>")
    (True, False)
    """
    return "<" in source[:_SAMPLE] and _FEED_RE.match(source) is not None
