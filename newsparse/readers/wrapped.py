"""Wrapped text: lines in, the same with those of one paragraph joined, if the text was broken at a width, out.

Mail, wire copy, old exports of databases and text taken out of a PDF break lines at a width; what is one paragraph
there stands on many lines. A joined line is a stretch of the source like any other, its line ends inside.
"""

from collections.abc import Sequence
from itertools import pairwise

from newsparse.document import Line
from newsparse.elements import find_elements
from newsparse.lazy import pattern
from newsparse.readers.quoted import QUOTE_RE, is_quoted
from newsparse.readers.references import NUMBER_RE, find_references
from newsparse.readers.text import adjoin
from newsparse.span import LINE_ENDS

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
"""Share of such line ends among those between two neighbouring lines of which the first is about as wide."""
_FULL = 0.6
"""Share of the width that a line has at least which was broken inside of a sentence."""
_NEARLY = 0.8
_MOST = 0.65
"""Share of all such line ends at least that stand at that share of the width: at links a text is broken anywhere."""
_SLACK = 0.12
"""Share of the width by which a line may be shorter than it could be: words are broken, letters differ in width."""
_MARK_RE = pattern(r"[*•·▪●■◦–—>#|+-](?:\s|\Z)|\d{1,3}[.)]\s|[=_~*-]{3,}|:{3}|\[\d{1,3}\]|https?://")
"""What opens a line that goes on with no other."""
_TARGET = ("](", "][")
"""What a line begins with that was broken between the words of a link and its address."""
_TAG_RE = pattern(r"</?[a-zA-Z][\w-]*(?:\s|\Z)|\{[.#\w-]+(?:=|\s|\Z)")
_INLINE_RE = pattern(r"</?(?:a|abbr|b|cite|em|i|mark|q|small|span|strong|sub|sup|u)[\s>]")
"""An element inside of a sentence; what it opens with is as long as an address and had to begin a line."""
_ENDED = ".!?:;…>"
_CLOSING = '.!?:;…。”"’)'


def unwrap(source: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Join the lines of each paragraph of a text that was broken at a width; other texts stay as they are.

    >>> text = "\\n".join(["The ferry sailed on Monday after", "a week of storms that had shut", "the port."] * 5)
    >>> from newsparse.readers.text import read_text
    >>> [line.text.count("\\n") for line in unwrap(text, read_text(text))][:2]
    [2, 2]
    """
    references = find_references(lines)
    if references is None:
        return _unwrap(source, lines, is_numbered=False)
    told = lines[: references.start]
    joined = _unwrap(source, told, is_numbered=True)
    return lines if joined is told else [*joined, *lines[references.start :]]


def _unwrap(source: str, lines: Sequence[Line], *, is_numbered: bool) -> Sequence[Line]:
    """Join the lines of each paragraph; a number in brackets opens a note, or, where links are numbered, says no more.

    Lines that a bullet opens tell nothing of the width: whole menus are made of them.
    """
    has_links = "](" in source
    telling = _without_elements(source, lines) if has_links and "<" in source else lines
    if not _is_narrow(telling):
        return lines
    bare = _bare if is_numbered else _unquoted if not has_links and is_quoted(lines) else str
    openings = [bare(line.text) for line in lines]
    said = openings if telling is lines else [line.text for line in telling]
    pairs = [
        (one.text, opening)
        for one, two, opening in zip(telling, telling[1:], said[1:], strict=False)
        if adjoin(source, one, two, WIDEST) and not _MARK_RE.match(opening)
    ]
    broken = sorted([len(one) for one, opening in pairs if _goes_on(one, opening)])
    if len(broken) < (2 * _ENOUGH if has_links else _ENOUGH):
        return lines
    width = max([size for size in broken if size <= _USUAL * broken[len(broken) // 2]])
    full = sum(size >= _FULL * width for size in broken)
    near = sum(len(one) >= _FULL * width for one, _ in pairs)
    if width < _NARROWEST or full < max(_ENOUGH, _SHARE * near):
        return lines
    if not has_links and sum(size >= _NEARLY * width for size in broken) < _MOST * len(broken):
        return lines
    joined = []
    first = lines[0]
    has_tags = has_links and ("</" in source or "]{" in source or "){" in source)
    in_tag = False
    for (last, line), (above, opening) in zip(pairwise(lines), pairwise(openings), strict=True):
        in_tag = has_tags and _ends_in_tag(last.text, in_tag)
        belongs = in_tag or (not _is_address(above) and _belongs(source, (last, line), opening, width))
        if not (adjoin(source, last, line, WIDEST) and belongs):
            joined.append(_stretch(source, first, last))
            first = line
            in_tag = False
    return [*joined, _stretch(source, first, lines[-1])]


def _without_elements(source: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines but those that begin inside of an element or say nothing else: these tell no width."""
    elements = find_elements(source, (lines[0].start, lines[-1].end) if lines else (0, 0))
    element = next(elements, None)
    kept = []
    for line in lines:
        while element is not None and element[1] <= line.start:
            element = next(elements, None)
        if element is None or element[0] > line.start or (element[0] == line.start and element[1] < line.end):
            kept.append(line)
    return kept


def _stretch(source: str, first: Line, last: Line) -> Line:
    return first if first is last else Line(source[first.start : last.end], first.start, last.end)


def _bare(text: str) -> str:
    """Return a line without the number of the link that it begins with, if it says more."""
    number = NUMBER_RE.match(text)
    return text[number.end() :].lstrip() or text if number else text


def _unquoted(text: str) -> str:
    """Return a line without the sign that quotes it, if it says more."""
    return text[quote.end() :] or text if (quote := QUOTE_RE.match(text)) else text


def _is_narrow(lines: Sequence[Line]) -> bool:
    """Tell whether all but a few lines are as short as those of a text that was broken at a width.

    An address, or a picture that stands in an attribute, cannot be broken: a line is as long as it would be without.
    """
    long = [line.text for line in lines if len(line.text) > WIDEST and line.text[:3] != ":::"]
    most = _LONGER * len(lines)
    if len(long) > most:
        long = [text for text in long if not ("://" in text or "](" in text or '="' in text) or _is_long_without(text)]
    return len(long) <= most


def _is_address(text: str) -> bool:
    """Tell whether a line is an address, which ends where it ends."""
    return text.startswith(("https://", "http://")) and " " not in text


def _is_long_without(text: str) -> bool:
    """Tell whether a line is long even without its longest word."""
    return len(text) - max(map(len, text.split())) > WIDEST


def _ends_in_tag(text: str, in_tag: bool) -> bool:
    """Tell whether a line ends between the signs of a tag or of attributes, which Markdown breaks like words."""
    sign = max(map(text.rfind, "<>{}"))
    return in_tag if sign < 0 else text[sign] in "<{" and _TAG_RE.match(text, sign) is not None


def _goes_on(one: str, two: str) -> bool:
    """Tell whether a sentence goes on from a line to the next one."""
    return two[0].islower() and one[-1] not in _CLOSING


def _indent(source: str, line: Line) -> int:
    """Return how many characters stand before a line."""
    start = line.start
    while start and source[start - 1] not in LINE_ENDS:
        start -= 1
    return line.start - start


def _belongs(source: str, pair: tuple[Line, Line], opening: str, width: int) -> bool:
    """Tell whether the next word would not have fit on the line above, so that it had to begin a new one."""
    one, two = pair
    if opening.startswith(_TARGET):  # of a link whose words stand above
        return True
    if opening[0] == "<" and one.text[-1] not in _ENDED and _INLINE_RE.match(opening):
        return True
    if _MARK_RE.match(opening) or one.text[0] == "|" or one.text[:3] == ":::":
        return False
    if len(one.text) > WIDEST:
        return "](" in one.text and one.text[-1] not in _CLOSING
    indent, above = _indent(source, two), _indent(source, one)
    if indent > above and one.text[-1] in _CLOSING:  # an indent opens a paragraph
        return False
    if len(one.text) > width + _LEAP:  # a title, or what something was put in front of
        return _goes_on(one.text, opening)
    word = opening.partition(" ")[0]
    is_full = above + len(one.text) + 1 + len(word) > (1 - _SLACK) * width
    return is_full or (len(one.text) >= _FULL * width and _goes_on(one.text, opening))
