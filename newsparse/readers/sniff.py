"""Sniffing: whether a decoded source is HTML or plain text."""

import re

from newsparse.lazy import pattern

_OPENING_RE = pattern(
    r"""[\s\ufeff]*+
    (?:<\?xml\b[^>]{0,200}+>[\s]*+|<!--[^>]{0,2000}+>[\s]*+)*+
    <(?:!doctype\s++html|html|head|body|title|main|article|section|header|nav|div|table|h[1-6]|p|ul)[\s>/]""",
    re.VERBOSE | re.IGNORECASE,
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
