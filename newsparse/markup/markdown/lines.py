"""Lines of a text in Markdown: a document's lines in; what a reader would see of each, and what its signs say, out."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from newsparse.document import Line
from newsparse.elements import find_elements
from newsparse.lazy import pattern
from newsparse.markup.markdown.links import Link, is_definition
from newsparse.readers.quoted import QUOTE_RE
from newsparse.span import LINE_ENDS, Span, count_line_ends, has_line_end

Kind = Literal["text", "heading", "quote", "list_item", "row", "image", "sign", "title", "address"]
"""The last two are no Markdown: a title that stands in a list with its address, and an address that stands alone."""

_HEADING_RE = pattern(r"(#{1,6})[ \t]+(?=\S)")
_QUOTED_RE = pattern(r"(?:^|(?<=[\r\n]))[ \t]*+(?:>[ \t]?)++")
_ITEM_RE = pattern(r"(?:[*+-]|\d{1,3}[.)](?=[ \t]+(?:\[|\*\*|__)))[ \t]+(?=\S)")
"""A number counts only before a sign: many a line begins with a day of the month."""
_NUMBER_RE = pattern(r"\d{1,3}[.)] +(?=\S)")
"""What a heading in a numbered list begins with, above an underline that is indented as the list is."""
_UNDERLINE_RE = pattern(r"=={2,}+\Z|--{2,}+\Z")
_RULE_RE = pattern(r"(?:[*_-][ \t]*+){3,}+\Z|`{3,}+\w{0,20}\Z|\|?[ :|-]{3,}+\Z")
_WEIGHT_RE = pattern(r"\*{1,3}+|_{1,3}+|~~|`++")
_FENCE_RE = pattern(r":{3,}+(?:\s|\Z)")
_ATTRIBUTES_RE = pattern(r"(?<=[\])])\{(?:[#.][^\s{}]|[\w-]{1,40}=)[^{}]{0,2000}+\}| \{[#.][^{}]{0,2000}+\}\Z")
"""A fence around a block and the attributes of words in brackets, of a link or of a heading: what Pandoc makes of
elements that Markdown has no signs for."""
_BRACKET_RE = pattern(r"[\[\]]")
_ESCAPE_RE = pattern(r"\\[!-/:-@\[-`{-~]")


class Marked(NamedTuple):
    """A line as its signs mark it."""

    text: str
    """What a reader sees of it."""
    places: Sequence[int]
    """For each character of ``text`` its offset in the line."""
    kind: Kind
    level: int
    """Of a heading: 1 to 6; else 0."""
    links: Sequence[Link]
    """The links, not the images, whose words stand in the line."""
    pairs: Sequence[tuple[Span, Span]]
    """Signs that belong together, before and behind what they mark, as offsets in the line."""
    is_linked: bool
    """Whether all that a reader sees of it leads somewhere."""

    def bare(self, start: int, end: int) -> Span:
        """Return the range in the line of ``text[start:end]``, with both or none of the signs around any part of it."""
        first, last = self.places[start], self.places[end - 1] + 1
        for before, behind in reversed(self.pairs):
            if before[0] < first < behind[0] < last:
                first = before[0]
            elif first <= before[0] < last <= behind[0]:
                last = behind[1]
        return first, last


SIGN = Marked("", (), "sign", 0, (), (), is_linked=False)
"""A line that shows no words."""


def mark_lines(source: str, lines: Sequence[Line], links: Sequence[Link]) -> list[Marked]:
    """Read the signs of every line.

    >>> from newsparse.markup.markdown.links import find_links
    >>> text = "## [**Ferry** is back](/a)"
    >>> [marked] = mark_lines(text, [Line(text, 0, 26)], find_links(text, (0, 26)))
    >>> marked.text, marked.kind, marked.level, marked.is_linked, text[slice(*marked.bare(0, 13))]
    ('Ferry is back', 'heading', 2, True, '**Ferry** is back')
    """
    elements = [*find_elements(source, (lines[0].start, lines[-1].end))] if lines and "<" in source else []
    near = zip(_near(lines, [(link.start, link.end) for link in links]), _near(lines, elements), strict=True)
    marked = [
        _mark(line, [links[at] for at in of_links], [elements[at] for at in of_elements])
        for line, (of_links, of_elements) in zip(lines, near, strict=True)
    ]
    for at in range(1, len(marked)):  # a line of equal signs or dashes right below a line makes that a heading
        line, above = lines[at], lines[at - 1]
        if marked[at - 1].kind == "text" and _UNDERLINE_RE.match(line.text) and _is_below(source, above, line):
            heading = marked[at - 1]._replace(kind="heading", level=1 if line.text[0] == "=" else 2)
            is_in_list = source[line.start - 1] in " \t"
            number = _NUMBER_RE.match(heading.text) if is_in_list else None
            if number:
                heading = heading._replace(text=heading.text[number.end() :], places=heading.places[number.end() :])
            marked[at - 1] = heading
            marked[at] = SIGN
    return marked


def _is_below(source: str, one: Line, two: Line) -> bool:
    """Tell whether a line end parts two lines, and nothing but an indent: cells of tables end in spaces."""
    return source[one.end] in LINE_ENDS and count_line_ends(source, one.end, two.start) == 1


def _near(lines: Sequence[Line], places: Sequence[Span]) -> Iterator[list[int]]:
    """Yield which of the places, sorted by their start, reach into each line."""
    reaching: list[int] = []
    at = 0
    for line in lines:
        reaching = [one for one in reaching if places[one][1] > line.start]
        while at < len(places) and places[at][0] < line.end:
            if places[at][1] > line.start:
                reaching.append(at)
            at += 1
        yield reaching


def _mark(line: Line, links: Sequence[Link], elements: Sequence[Span]) -> Marked:
    text, size = line.text, len(line.text)
    kind, level, start = _opening(text)
    if kind != "sign" and (_RULE_RE.match(text) or is_definition(text) or _FENCE_RE.match(text, start)):
        kind = "sign"
    if kind == "sign":
        return SIGN
    hidden, linked = bytearray(size), bytearray(size)
    hide(hidden, 0, start)
    for first, last in elements:
        hide(hidden, first - line.start, last - line.start)
    stop = len(text.rstrip("#" if level else "\\"))
    if not level or text[stop - 1] in " \t":
        hide(hidden, stop, size)
    pairs = [*_hide_links(line, links, hidden, linked), *_hide_attributes(text, hidden), *_hide_weights(text, hidden)]
    for escape in _ESCAPE_RE.finditer(text, 0, stop):
        hidden[escape.start()] = 1
    shown, places = shown_of(text, hidden)
    if not any(map(str.isalnum, shown)):
        is_image = bool(links) and all(link.is_image for link in links)
        return SIGN._replace(kind="image") if is_image else SIGN
    is_linked = all(linked[at] or not text[at].isalnum() for at in places)
    own = [link for link in links if not link.is_image and link.text[0] < line.end and link.text[1] > line.start]
    return Marked(shown, places, kind, level, own, sorted(pairs), is_linked)


def shown_of(text: str, hidden: bytes | bytearray) -> tuple[str, list[int]]:
    """Return what a line shows where some of it is hidden, any white space as a space, and the offset of each sign."""
    places = _folded(text, hidden)
    return "".join([" " if text[at].isspace() else text[at] for at in places]), places


def plain_line(text: str) -> Marked:
    """Return a line without signs, its line ends and what stands around them one space each."""
    if not has_line_end(text):
        return Marked(text, range(len(text)), "text", 0, (), (), is_linked=False)
    places = _folded(text, bytes(len(text)))
    shown = "".join([" " if text[at] in LINE_ENDS else text[at] for at in places])
    return Marked(shown, places, "text", 0, (), (), is_linked=False)


def quoted_line(text: str) -> Marked:
    """Return a line without the signs that a mail quotes it by.

    >>> quoted_line("> Ferry\\n> is back").text
    'Ferry is back'
    """
    hidden = bytearray(len(text))
    for sign in _QUOTED_RE.finditer(text):
        hide(hidden, *sign.span())
    shown, places = shown_of(text, hidden)
    return Marked(shown, places, "text", 0, (), (), is_linked=False) if shown else SIGN


def _folded(text: str, hidden: bytes | bytearray) -> list[int]:
    """Return the offsets of what is not hidden, without white space at the edges and around a line end."""
    places: list[int] = []
    for at, char in enumerate(text):
        if hidden[at]:
            continue
        if char.isspace() and (not places or text[places[-1]] in LINE_ENDS):
            continue
        if char in LINE_ENDS:
            while places and text[places[-1]].isspace():
                places.pop()
        places.append(at)
    while places and text[places[-1]].isspace():
        places.pop()
    return places


def _hide_links(line: Line, links: Sequence[Link], hidden: bytearray, linked: bytearray) -> Iterator[tuple[Span, Span]]:
    """Hide images and the signs and addresses of links; yield the latter, and note what is linked."""
    for link in links:
        begin, words, behind, end = (place - line.start for place in (link.start, *link.text, link.end))
        if link.is_image:
            hide(hidden, begin, end)
        else:
            hide(hidden, begin, words)
            hide(hidden, behind, end)
            hide(linked, words, behind)
            if begin >= 0 and end <= len(hidden):  # signs on another line need no partner on this one
                yield (begin, words), (behind, end)


def _hide_attributes(text: str, hidden: bytearray) -> Iterator[tuple[Span, Span]]:
    """Hide attributes; yield the brackets whose words have attributes, each with its partner."""
    ends: dict[int, int] = {}
    if "{" in text:
        ends = {found.start(): found.end() for found in _ATTRIBUTES_RE.finditer(text)}
    opened: list[int] = []
    for bracket in _BRACKET_RE.finditer(text) if ends else ():
        at = bracket.start()
        if hidden[at]:
            continue
        if text[at] == "[":
            opened.append(at)
        elif opened:
            before = opened.pop()
            if at + 1 in ends:
                yield (before, before + 1), (at, ends[at + 1])
                hide(hidden, before, before + 1)
                hide(hidden, at, at + 1)
    for start, end in ends.items():
        hide(hidden, start, end)


def _hide_weights(text: str, hidden: bytearray) -> Iterator[tuple[Span, Span]]:
    for before, behind in _weights(text, hidden):
        yield before, behind
        hide(hidden, *before)
        hide(hidden, *behind)


def _opening(text: str) -> tuple[Kind, int, int]:
    """Return what the signs at the start of a line make of it, and where they end."""
    kind: Kind = "text"
    level = start = 0
    if text[0] == ">" and (quote := QUOTE_RE.match(text)):
        kind, start = "quote", quote.end()
    if item := _ITEM_RE.match(text, start):
        kind, start = "list_item" if kind == "text" else kind, item.end()
    if heading := _HEADING_RE.match(text, start):
        kind, level, start = "heading", len(heading[1]), heading.end()
    if text[0] == text[-1] == "|":
        kind = "row"
    return ("sign" if start == len(text) else kind), level, start


def hide(flags: bytearray, start: int, end: int) -> None:
    """Set the flags of a stretch, as far as it lies within them."""
    start, end = max(0, start), min(len(flags), end)
    if start < end:
        flags[start:end] = b"\x01" * (end - start)


def _weights(text: str, hidden: bytearray) -> Iterator[tuple[Span, Span]]:
    """Yield the signs that set words in bold, in italics and the like, each with its partner."""
    opened: dict[str, re.Match[str]] = {}
    for sign in _WEIGHT_RE.finditer(text):
        start, end = sign.span()
        if hidden[start] or (start and text[start - 1] == "\\"):
            continue
        before, behind = text[start - 1 : start] or " ", text[end : end + 1] or " "
        if sign[0][0] == "_" and before.isalnum() and behind.isalnum():
            continue
        partner = opened.get(sign[0])
        if partner is not None and not before.isspace():
            yield partner.span(), sign.span()
            del opened[sign[0]]
        elif not behind.isspace():
            opened[sign[0]] = sign
