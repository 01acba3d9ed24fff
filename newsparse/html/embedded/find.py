"""Body text that a page carries along without showing it: a page's metadata and scripts in, paragraphs out.

Script-built and paywalled pages do this: in JSON-LD's ``articleBody``, or in the JSON that their scripts start from.
Each paragraph points at its raw place in the script, where its characters may be spelled as JSON's escapes.
"""

import functools
import re
from collections.abc import Iterator

from newsparse.document import Line
from newsparse.html.embedded.spelled import SpelledPlaces
from newsparse.html.embedded.state import state_texts
from newsparse.html.metadata.sources import Metadata
from newsparse.html.reading.json_strings import spelled_out
from newsparse.html.reading.tree import Tree
from newsparse.html.reading.visible import visible_text
from newsparse.lazy import pattern
from newsparse.span import Span

_BODY_RE = pattern(r'"articleBody"\s*+:\s*+"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_WORD_RE = pattern(r"[^\W\d_\u2e80-\uffff]{4,}")
_SHORTEST, _LEAST, _AGREEING = 20, 250, 3


@functools.cache
def _break_re() -> re.Pattern[str]:
    """Return the pattern of what parts paragraphs in a JSON string, and of escapes that part nothing."""
    start, end = r"(?:<|\\u003[cC])", r"(?:>|\\u003[eE])"
    blocks = "p|br|div|h[1-6]|li|ul|ol|blockquote|figure|figcaption|section|article|table|tr|td"
    rest = r"(?:[^<>\\]|\\(?!u003[cCeE]).)*+"
    return pattern(rf"(\\[nr]|[\x00-\x1f]|{start}(?:\\?/)?(?:{blocks})(?![A-Za-z0-9]){rest}{end})|\\.")


def embedded_body(tree: Tree, data: Metadata, headline: str) -> tuple[Line, ...]:
    """Return the paragraphs of the article that the page's scripts hold; none when they hold next to none.

    What no metadata calls the article must speak of what the headline speaks of.
    """
    lines = tuple(line for span in _declared(data) for line in _paragraphs(data.source, span))
    if sum(len(line.text) for line in lines) >= _LEAST:
        return lines
    lines = tuple(line for span in state_texts(tree) for line in _paragraphs(data.source, span))
    enough = sum(len(line.text) for line in lines) >= _LEAST
    return lines if enough and _agrees(headline, " ".join(line.text for line in lines)) else ()


def _agrees(headline: str, text: str) -> bool:
    """Tell whether a text has a third of a headline's longer words, or of its letters where words are not parted."""
    words = set(_WORD_RE.findall(headline.casefold())) or {letter for letter in headline if letter > "\u2e80"}
    found = text.casefold()
    return bool(words) and sum(word in found for word in words) * _AGREEING >= len(words)


def _declared(data: Metadata) -> list[Span]:
    start, end = data.node_place
    match = _BODY_RE.search(data.source, start, end) if data.article_body else None
    return [match.span(1)] if match else []


def _paragraphs(source: str, place: Span) -> Iterator[Line]:
    """Part a JSON string into paragraphs."""
    at = place[0]
    cuts = [match.span() for match in _break_re().finditer(source, *place) if match[1]]
    for start, end in [*cuts, (place[1], place[1])]:
        raw = source[at:start]
        first, last = at + len(raw) - len(raw.lstrip()), at + len(raw.rstrip())
        at = end
        if last - first < _SHORTEST:
            continue
        text = visible_text(spelled_out(source[first:last]) or "")
        if len(text) >= _SHORTEST:
            yield Line(text, first, last, SpelledPlaces(source, first, last, text))
