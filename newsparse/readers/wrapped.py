"""Wrapped text: lines in, the same with those of one paragraph joined, if the text was broken at a width, out.

Mail, wire copy, old exports of databases and text taken out of a PDF break lines at a width; what is one paragraph
there stands on many lines. A joined line is a stretch of the source like any other, its line ends inside.
"""

from collections.abc import Sequence
from itertools import pairwise

from newsparse.document import Line
from newsparse.lazy import pattern

WIDEST = 120
"""Characters of the longest line of a text that was broken at a width."""
_LONGER = 0.05
"""Share of lines that may be longer all the same: addresses, and a notice that somebody added."""
_USUAL = 1.3
"""How much longer than most lines that break off inside of a sentence the longest may be to show the width."""
_NARROWEST = 24
_LEAP = 4
"""Characters by which a line may be longer than the width, where letters differ in width."""
_ENOUGH = 4
"""Line ends inside of a sentence that a text has at least, to be one that was broken."""
_SHARE = 0.3
"""Share of such line ends among those between two neighbouring lines."""
_FULL = 0.6
"""Share of the width that a line has at least which was broken inside of a sentence."""
_SLACK = 0.12
"""Share of the width by which a line may be shorter than it could be: words are broken, letters differ in width."""
_MARK_RE = pattern(r"[*•·▪●■◦–—>#|+-](?:\s|\Z)|\d{1,3}[.)]\s|[=_~*-]{3,}|\[\d{1,3}\]|https?://")
"""What opens a line that goes on with no other."""
_CLOSING = '.!?:;…。”"’)'


def unwrap(source: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Join the lines of each paragraph of a text that was broken at a width; other texts stay as they are.

    >>> text = "\\n".join(["The ferry sailed on Monday after", "a week of storms that had shut", "the port."] * 5)
    >>> from newsparse.readers.text import read_text
    >>> [line.text.count("\\n") for line in unwrap(text, read_text(text))][:2]
    [2, 2]
    """
    if not _is_narrow(lines):
        return lines
    pairs = [(one, two) for one, two in pairwise(lines) if _adjoin(source, one, two)]
    broken = sorted([len(one.text) for one, two in pairs if _goes_on(one.text, two.text)])
    if len(broken) < _ENOUGH or len(broken) < _SHARE * len(pairs):
        return lines
    width = max([size for size in broken if size <= _USUAL * broken[len(broken) // 2]])
    if width < _NARROWEST or sum(size >= _FULL * width for size in broken) < _ENOUGH:
        return lines
    joined = []
    first = lines[0]
    for last, line in pairwise(lines):
        if not (_adjoin(source, last, line) and _belongs(source, (last, line), width)):
            joined.append(_stretch(source, first, last))
            first = line
    return [*joined, _stretch(source, first, lines[-1])]


def _stretch(source: str, first: Line, last: Line) -> Line:
    return first if first is last else Line(source[first.start : last.end], first.start, last.end)


def _is_narrow(lines: Sequence[Line]) -> bool:
    """Tell whether all but a few lines are as short as those of a text that was broken at a width."""
    long = sum([len(line.text) > WIDEST for line in lines])
    return long <= _LONGER * len(lines)


def _adjoin(source: str, one: Line, two: Line) -> bool:
    """Tell whether one line end parts two lines, and no line of white space."""
    return two.start - one.end <= WIDEST and source.count("\n", one.end, two.start) == 1


def _goes_on(one: str, two: str) -> bool:
    """Tell whether a sentence goes on from a line to the next one."""
    return two[0].islower() and one[-1] not in _CLOSING


def _belongs(source: str, pair: tuple[Line, Line], width: int) -> bool:
    """Tell whether the next word would not have fit on the line above, so that it had to begin a new one."""
    one, two = pair
    if _MARK_RE.match(two.text) or one.text[0] in "#|" or len(one.text) > WIDEST:
        return False
    indent = two.start - source.rfind("\n", 0, two.start) - 1
    above = one.start - source.rfind("\n", 0, one.start) - 1
    if indent > above and one.text[-1] in _CLOSING:  # an indent opens a paragraph
        return False
    if len(one.text) > width + _LEAP:  # a title, or what something was put in front of
        return _goes_on(one.text, two.text)
    word = two.text.partition(" ")[0]
    is_full = above + len(one.text) + 1 + len(word) > (1 - _SLACK) * width
    return is_full or (len(one.text) >= _FULL * width and _goes_on(one.text, two.text))
