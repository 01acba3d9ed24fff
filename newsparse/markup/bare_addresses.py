"""Bare addresses: the lines of a text in; the titles whose address stands behind or below them, out.

Newsletters, messages and mails name other stories by a title with its address on the same line or on the one below.
Several of them one after the other are a list of stories; a lone one may be anything.
"""

from collections.abc import Iterator, Sequence

from newsparse.document import Line
from newsparse.lazy import pattern
from newsparse.markup.markdown.lines import Marked, plain_line
from newsparse.markup.markdown.links import Link
from newsparse.roles.markers import line_prefix

_ADDRESS_RE = pattern(r"[<(\[]?(?P<address>https?://[^\s<>()\[\]]+(?:\([^\s<>()]*\)[^\s<>()]*)*)[>)\]]?")
_TITLED_RE = pattern(r"(?P<title>\S.{10,180}?\S)\s?(?:[:–—|-]|→)?\s[<(\[]?(?P<address>https?://[^\s<>()\[\]]+)[>)\]]?")
_BULLET_RE = pattern(r"(?:[^\w\s\"'“‘«„(\[¿¡#@$€£+-]\ufe0f?|[-+])\s+")
_FEWEST = 2
"""Titles with addresses, one after the other, that are a list."""
_LETTERS = 12
"""Characters that a title has at least."""
_LONGEST = 200
_SENTENCE = (".", "。", "…", ":")
"""What no title ends in: a sentence, or what announces an address."""
_ASKING = frozenset(["share", "more", "nav"])
_NOTHING = Marked("", (), "address", 0, (), (), is_linked=False)


def mark_titles(lines: Sequence[Line]) -> dict[int, Marked]:
    """Return the marks of the titles that stand in a list with their addresses, and of lines that are one, by line."""
    alone = {at: found.span("address") for at, line in enumerate(lines) if (found := _ADDRESS_RE.fullmatch(line.text))}
    marks: dict[int, Marked] = dict.fromkeys(alone, _NOTHING)
    run: list[tuple[int, Marked]] = []
    end = 0
    for at, mark in _titles(lines, alone):
        if at != end:
            run = []
        run.append((at, mark))
        end = at + (2 if at + 1 in alone else 1)
        if len(run) >= _FEWEST:
            marks.update(run[-_FEWEST:])
    return marks


def _titles(lines: Sequence[Line], alone: dict[int, tuple[int, int]]) -> Iterator[tuple[int, Marked]]:
    """Yield every line that can be a title with an address, and its mark."""
    for at, line in enumerate(lines):
        text = line.text
        if at in alone or len(text) > _LONGEST:
            continue
        if at + 1 in alone:
            below = lines[at + 1].start
            start, end = (below + place for place in alone[at + 1])
            yield from _mark(at, line, len(text), (start, end))
        elif found := _TITLED_RE.fullmatch(text):
            start, end = (line.start + place for place in found.span("address"))
            yield from _mark(at, line, found.end("title"), (start, end))


def _mark(at: int, line: Line, size: int, address: tuple[int, int]) -> Iterator[tuple[int, Marked]]:
    title = line.text[:size]
    bullet = _BULLET_RE.match(title)
    begin = bullet.end() if bullet else 0
    if size - begin < _LETTERS or title.endswith(_SENTENCE) or " " not in title[begin:] or _asks(title[begin:]):
        return
    plain = plain_line(title[begin:])
    link = Link(line.start, (line.start + begin, line.start + size), address, max(line.end, address[1]), is_image=False)
    places = [begin + place for place in plain.places]
    yield at, plain._replace(places=places, kind="title", links=(link,), is_linked=True)


def _asks(title: str) -> bool:
    """Tell whether words ask a reader to do something: to subscribe, to share, to read on."""
    prefix = line_prefix(title)
    classes = set(prefix.classes.split("+")) if prefix else set()
    return prefix is not None and (
        "promo" in classes or (not classes.isdisjoint(_ASKING) and 2 * prefix.end > len(title))
    )
