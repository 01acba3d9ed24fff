"""Numbered links: the lines of a text browser's dump in; what each says without its numbers, and its links, out."""

import re
from collections.abc import Iterator, Sequence

from newsparse.document import Line
from newsparse.lazy import pattern
from newsparse.markup.markdown.lines import SIGN, Kind, Marked, hide, shown_of
from newsparse.markup.markdown.links import Link
from newsparse.readers.references import NUMBER_RE, References

_BULLET_RE = pattern(r"[*+#@o•-] +|#(?=\[)")
_MENU = 4
"""Words for each link that a line has at most if it is nothing but links."""
_TITLE = 180
"""Characters of the longest line that can be one link."""
_CLOSING = ".!?…。"


def mark_numbered(lines: Sequence[Line], references: References) -> list[Marked]:
    """Return the marks of all lines.

    >>> from newsparse.readers.references import find_references
    >>> from newsparse.readers.text import read_text
    >>> lines = read_text("* [1]Ferry is back\\n[2]Home\\n\\n 1. https://port.example/1\\n 2. https://port.example/")
    >>> marked = mark_numbered(lines, find_references(lines))
    >>> [(mark.text, mark.kind, mark.is_linked) for mark in marked[:2]]
    [('Ferry is back', 'list_item', True), ('Home', 'text', True)]
    """
    marked = [_mark(line, references) for line in lines[: references.start]]
    return marked + [SIGN] * (len(lines) - references.start)


def _mark(line: Line, references: References) -> Marked:
    text = line.text
    bullet = _BULLET_RE.match(text)
    start = bullet.end() if bullet else 0
    numbers = [number for number in NUMBER_RE.finditer(text, start) if int(number[1]) in references.addresses]
    hidden = bytearray(len(text))
    hide(hidden, 0, start)
    for number in numbers:
        hide(hidden, *number.span())
    shown, places = shown_of(text, hidden)
    if not any(map(str.isalnum, shown)):
        return SIGN
    kind: Kind = "list_item" if bullet else "text"
    is_first = bool(numbers) and numbers[0].start() == start
    few = shown.count(" ") < _MENU * len(numbers)
    is_linked = is_first and (few or (len(numbers) == 1 and len(shown) <= _TITLE and shown[-1] not in _CLOSING))
    links = tuple(_links(line, numbers, references)) if is_first else ()
    return Marked(shown, places, kind, 0, links, (), is_linked)


def _links(line: Line, numbers: Sequence[re.Match[str]], references: References) -> Iterator[Link]:
    """Yield the links of a line; where the words of one end is not printed, but the next begins behind them."""
    end = len(line.text)
    for number in reversed(numbers):
        if number.end() < end:
            words = line.start + number.end(), line.start + end
            address = references.addresses[int(number[1])]
            yield Link(line.start + number.start(), words, address, words[1], is_image=False)
        end = number.start()
