"""Broken sentences: lines in, the same with those of one paragraph joined that was broken at its links, out.

A tool that puts a line end between all strings of a page tears a paragraph apart wherever it holds a link or words set
in bold. Where the next string begins in a small letter or with the sign that ends a part of a sentence, it goes on.
Only running text is joined, and only up to the end of a sentence: verse, menus, lists and bylines stay as they are.
"""

from collections.abc import Sequence

from newsparse.document import Line
from newsparse.readers.text import adjoin

_RUNNING = 80
"""Characters of a line that is running text, one of which a paragraph has."""
_LINKED = 90
"""Characters of the longest line that may be a link's words inside of a sentence although it begins with a capital."""
_GAP = 8
"""White space between two strings of one paragraph at most, one line end in it."""
_GOING_ON = frozenset(",;.:)!?")
_ENDING = frozenset('.!?:;…。”"»')
_ENDED = _ENDING | frozenset(")’'")
_STOP = ". "
"""What a line that is not long has inside if it is running text."""
_LABELLING = ":="
_WITHIN = frozenset(" \u00a0")


def rejoin(source: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Join the lines of each paragraph that was broken at its links.

    >>> from newsparse.readers.text import read_text
    >>> text = "The ferry sailed again on Monday after a week of storms that had shut the port of\\nBrannock\\n.\\nHome"
    >>> [line.text[-10:] for line in rejoin(text, read_text(text))]
    ['Brannock\\n.', 'Home']
    """
    firsts = [line.text[0] for line in lines]
    if not any([first.islower() or first in _GOING_ON for first in firsts]):
        return lines
    joined: list[Line] = []
    first = 0
    while first < len(lines):
        last, is_whole = _reach(source, lines, first)
        if is_whole:
            one, two = lines[first], lines[last]
            joined.append(Line(source[one.start : two.end], one.start, two.end))
        else:
            joined += lines[first : last + 1]
        first = last + 1
    return joined if len(joined) < len(lines) else lines


def _opens(text: str) -> bool:
    """Tell whether a line can begin inside of a sentence."""
    first, second = text[0], text[1:2]
    if first in _GOING_ON:
        return not second or second in _WITHIN
    # but for names such as eBay, and labels of a header
    return first.islower() and not second.isupper() and text.partition(" ")[0][-1] not in _LABELLING


def _reach(source: str, lines: Sequence[Line], first: int) -> tuple[int, bool]:
    """Return the last line that goes on from a line, and whether they are a paragraph up to the end of a sentence."""
    at, has_running = first, False
    end = len(lines) - 1
    while at < end and adjoin(source, lines[at], lines[at + 1], _GAP):
        one, two = lines[at].text, lines[at + 1].text
        has_running = has_running or len(one) >= _RUNNING
        if _opens(two) and (one[-1] not in _ENDING or two[0] in _GOING_ON):
            at += 1
        elif (
            (has_running or _STOP in one)
            and one[-1] not in _ENDED
            and len(two) <= _LINKED
            and two[-1] not in _ENDED
            and at + 1 < end
            and _opens(lines[at + 2].text)
            and adjoin(source, lines[at + 1], lines[at + 2], _GAP)
        ):
            at += 2
        else:
            break
    has_running = has_running or len(lines[at].text) >= _RUNNING
    return at, at > first and has_running and lines[at].text[-1] in _ENDED
