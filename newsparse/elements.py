"""Elements: a text in; the places out of what is HTML in it and shows nothing: tags, comments, scripts and styles.

Tools that turn pages into Markdown leave elements as they are for which it has no signs.
"""

from collections.abc import Iterator

from newsparse.lazy import pattern
from newsparse.span import Span

_OPENING_RE = pattern(r"<(?:!--|(?P<name>script|style|svg)\b|/?[a-zA-Z])")
_TAG_RE = pattern(r"</?[a-zA-Z][\w:-]*+(?:\s[^<>]*+)?/?>")
_LONGEST = 20_000
"""Characters of the longest element that is looked for the end of."""


def find_elements(source: str, extent: Span) -> Iterator[Span]:
    """Yield the places of what shows nothing, in order.

    >>> text = "<!-- note -->Ferry <b\\n class='x'>is</b> back<style>b { }</style>, 3 < 5"
    >>> [text[start:end] for start, end in find_elements(text, (0, len(text)))]
    ['<!-- note -->', "<b\\n class='x'>", '</b>', '<style>b { }</style>']
    """
    position, last = extent
    ends: dict[str, int] = {}
    while opening := _OPENING_RE.search(source, position, last):
        start, position = opening.span()
        closing = "-->" if opening[0] == "<!--" else f"</{opening['name']}>" if opening["name"] else ""
        if closing and ends.get(closing, start - 1) < start:  # what was looked for once need not be again
            found = source.find(closing, start, last)
            ends[closing] = found + len(closing) if found >= 0 else last + _LONGEST
        end = ends[closing] if closing else 0
        if not 0 < end <= start + _LONGEST:
            tag = _TAG_RE.match(source, start, last)
            end = tag.end() if tag else 0
        if end:
            yield start, end
            position = end
