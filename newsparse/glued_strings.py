"""Glued strings: lines in; the same, with those cut that a tool made of many strings of a page, out.

``get_text()`` of a page whose source has few line ends puts menus, titles and paragraphs into one line, with nothing
between them. Where a small letter, a figure or the end of a sentence runs into a capital, one string ended and another
began. Only a line far longer than a paragraph, with many such seams, shows that a text was made that way.
"""

from collections.abc import Iterator, Sequence

from newsparse.document import Line
from newsparse.headlines.lexicon import named
from newsparse.lazy import pattern
from newsparse.span import trim

_LONG = 1_200
"""Characters of a line that no paragraph has."""
_SEAMS = 8
"""Seams that such a line has at least."""
_APART = 1_500
"""Characters of it at most for each of them."""
_TITLE = 80
"""Characters of the longest line of a glued text that is left as it is."""
_WORD = 40
"""Letters of a word that are looked at."""
_SHORT = 3
"""Letters of what stands before a capital inside of a name at most: McDonald, LeMay, DeWine."""
_TOKEN_RE = pattern(r"\S{3,}+")
_ENDING = ".!?…"
_CLOSING = "”»)]"
_OPENING = "“„«"
_ADDRESSES = ("://", "www.", "@")


def part_strings(source: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Cut the lines of a text that was glued together; other texts stay as they are.

    >>> from newsparse.readers.text import read_text
    >>> text = "HomeNewsSportWeatherContact" + "Ferry is backThe ferry sails again today.It was shut for a week." * 20
    >>> [line.text for line in part_strings(text, read_text(text))][4:7]
    ['Contact', 'Ferry is back', 'The ferry sails again today.']
    """
    if not any([len(line.text) >= _LONG and _is_glued(line.text) for line in lines]):
        return lines
    return [part for line in lines for part in _cut(source, line)]


def _is_glued(text: str) -> bool:
    return sum(1 for _ in _seams(text)) >= max(_SEAMS, len(text) // _APART)


def _cut(source: str, line: Line) -> Iterator[Line]:
    places = [line.start + seam for seam in _seams(line.text)] if len(line.text) > _TITLE else []
    if not places:
        yield line
        return
    for first, last in zip([line.start, *places], [*places, line.end], strict=True):
        start, end = trim(source, first, last)
        if start < end:
            yield Line(source[start:end], start, end)


def _seams(text: str) -> Iterator[int]:
    """Yield the places of a line at which one string ends and another begins."""
    for found in _TOKEN_RE.finditer(text):
        token = found[0]
        if token.islower() or token[1:].islower() or any([sign in token for sign in _ADDRESSES]):
            continue
        capitals = [at for at in range(1, len(token)) if token[at].isupper() and not token[at - 1].isupper()]
        is_alone = len(capitals) == 1 and _is_amid(text, found.start(), found.end())
        for at in capitals:
            if _is_seam(token, at, is_alone):
                yield found.start() + at - (token[at - 1] in _OPENING)


def _is_amid(text: str, start: int, end: int) -> bool:
    """Tell whether a token stands amid a sentence: the words before and behind it begin small."""
    before = text[max(0, start - _WORD) : start].split()
    return bool(before) and before[-1][0].islower() and text[end + 1 : end + 2].islower()


def _is_seam(token: str, at: int, is_name: bool) -> bool:
    """Tell whether a string ends before a capital inside of a token, or before the quotation mark that opens it."""
    last = token[at - 1]
    if last.islower():
        left, right = _before(token, at), _behind(token, at)
        if len(left) == 1 or len(right) == 1 or named(left + right):  # iPhone, GmbH, YouTube
            return False
        return left.islower() or not (is_name or len(left) <= _SHORT)
    if last.isdigit():
        return token[at - 2].isalnum() and len(_behind(token, at)) > _SHORT
    if last in _CLOSING:
        return at > _SHORT
    end = at - (last in _OPENING)
    return end >= _SHORT and token[end - 1] in _ENDING and token[end - 2].islower() and token[end - 3].isalnum()


def _before(token: str, at: int) -> str:
    """Return the word that ends at a place, which begins in a capital or behind what is no letter."""
    start = at - 1
    while start and at - start < _WORD and token[start].islower() and token[start - 1].isalpha():
        start -= 1
    return token[start:at]


def _behind(token: str, at: int) -> str:
    """Return the word that begins at a place with a capital, up to the next word or to what is no letter."""
    end = at + 1
    while end < len(token) and end - at < _WORD and token[end].isalpha():
        if token[end].isupper() and token[end - 1].islower():
            break
        end += 1
    return token[at:end]
