"""Body text that a page does not show but carries along, in JSON-LD: a page's metadata in, paragraphs out.

Script-built and half-paywalled pages do this. Each paragraph points at its raw place in the script.
"""

import json
import re

from newsparse.html.metadata import Metadata
from newsparse.html.visible import visible_text
from newsparse.span import Span

_BODY_RE = re.compile(r'"articleBody"\s*+:\s*+"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_PARAGRAPH_RE = re.compile(r"(?:\\[nr])*+((?:[^\\<]|\\[^nr]|<(?!/?(?:p|br|div|h\d|li)\b))++)")
_SHORTEST = 20


def embedded_body(data: Metadata) -> tuple[tuple[str, Span], ...]:
    """Return the paragraphs of the article's ``articleBody``; none when it has none."""
    start, end = data.node_place
    match = _BODY_RE.search(data.source, start, end)
    if not match or not isinstance(data.node.get("articleBody"), str):
        return ()
    found = []
    for part in _PARAGRAPH_RE.finditer(data.source, *match.span(1)):
        text = visible_text(_unescaped(part[1]))
        if len(text) >= _SHORTEST:
            found.append((text, part.span(1)))
    return tuple(found)


def _unescaped(raw: str) -> str:
    try:
        value = json.loads(f'"{raw}"', strict=False)
    except ValueError:
        return raw
    return value if isinstance(value, str) else raw
