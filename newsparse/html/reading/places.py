"""Places of a line's characters: a range of a page's source in, for each visible character its range out.

Computed when first asked for: most lines are only ever asked where they start and end. Kept as runs, because nearly
all of a text stands in the source letter for letter.
"""

import bisect
import itertools
import operator
from collections.abc import Iterator
from typing import overload

import msgspec

from newsparse.document import Places
from newsparse.html.reading.markup import REFERENCE, breaks
from newsparse.html.reading.visible import decode, markup_re
from newsparse.lazy import pattern
from newsparse.span import INVISIBLE, Span

_RUN_RE = pattern(rf"[^\s&]++(?:\x20[^\s&]++)*+|\s++|{REFERENCE}|&")
"""Words with single blanks between them, other white space, or a character reference."""
_UNSEEN = INVISIBLE + " "


class _Run(msgspec.Struct, frozen=True, gc=False):
    """Visible text and its place: as long as its text when it stands for itself, else one place for all of it."""

    text: str
    start: int
    end: int


class FoldedPlaces(Places):
    """The source range of each character of ``visible_text(source[start:end])``."""

    __slots__ = ("_end", "_known", "_size", "_source", "_start")

    def __init__(self, source: str, start: int, end: int, size: int) -> None:
        self._source, self._start, self._end, self._size = source, start, end, size
        self._known: tuple[list[int], list[_Run]] | None = None

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        if isinstance(index, slice):
            return [self._place(at) for at in range(self._size)[index]]
        return self._place(range(self._size)[index])

    def offset(self, position: int) -> int | None:
        """Return the offset of the first character that begins at a position, found by its run."""
        offsets, runs = self._known or self._read()
        at = bisect.bisect_left(runs, position, key=_start)
        if at == len(runs) or runs[at].start > position:
            at -= 1  # it does not begin a run, but may stand inside the one before
        within = position - runs[at].start
        if not 0 <= within < len(runs[at].text) or (within and not _is_literal(runs[at])):
            return None
        return offsets[at] + within if offsets[at] + within < self._size else None

    def _place(self, index: int) -> Span:
        offsets, runs = self._known or self._read()
        at = bisect.bisect_right(offsets, index) - 1
        return _place(runs[at], index - offsets[at])

    def _read(self) -> tuple[list[int], list[_Run]]:
        runs = list(_runs(self._source, self._start, self._end))
        offsets = [0, *itertools.accumulate([len(run.text) for run in runs[:-1]])]
        self._known = offsets, runs
        return self._known


def fold(source: str, start: int, end: int) -> tuple[str, list[Span]]:
    """Return the visible text of a range, white space folded but not trimmed, and each character's source range."""
    runs = list(_runs(source, start, end))
    ranges = [_place(run, offset) for run in runs for offset in range(len(run.text))]
    return "".join([run.text for run in runs]), ranges


def edges(source: str, start: int, end: int) -> Span:
    """Return the range from the first to the last character that can be seen; an empty one when there is none."""
    seen: Span = start, start
    for run in _runs(source, start, end):
        shown = run.text.strip(_UNSEEN)
        if shown:
            at = run.text.index(shown)
            begin = _place(run, at)[0] if seen[0] == seen[1] else seen[0]
            seen = begin, _place(run, at + len(shown) - 1)[1]
    return seen


_start = operator.attrgetter("start")


def _is_literal(run: _Run) -> bool:
    return len(run.text) == run.end - run.start


def _place(run: _Run, offset: int) -> Span:
    if _is_literal(run):
        return run.start + offset, run.start + offset + 1
    return run.start, run.end


def _runs(source: str, start: int, end: int) -> Iterator[_Run]:
    """Yield the runs of a range; of white space that follows white space nothing is left."""
    blank = True
    for run in _unfolded(source, start, end):
        if run.text != " ":
            blank = False
            yield run
        elif not blank:
            blank = True
            yield run


def _unfolded(source: str, start: int, end: int) -> Iterator[_Run]:
    place = start
    for match in markup_re().finditer(source, start, end):
        yield from _of_text(source, place, match.start())
        name = match["name"]
        if name and breaks(name.lower()):
            yield _Run(" ", match.start(), match.end())
        place = match.end()
    yield from _of_text(source, place, end)


def _of_text(source: str, start: int, end: int) -> Iterator[_Run]:
    for match in _RUN_RE.finditer(source, start, end):
        raw, begin, stop = match[0], match.start(), match.end()
        if raw[0] == "&":
            yield from _of_reference(raw, begin, stop)
        elif raw[0].isspace():
            yield _Run(" ", begin, begin + 1)
        else:
            yield _Run(raw, begin, stop)


def _of_reference(raw: str, start: int, end: int) -> Iterator[_Run]:
    text = decode(raw)
    if len(text) > 2 or (len(text) == 2 and text[1] == raw[-1] != ";"):
        # A reference without its semicolon: the rest of the match is plain text.
        tail = 0 if text == raw else 1
        size = len(text) - tail
        if tail:
            yield _Run(_folded(text[0]), start, end - size)
        for offset, letter in enumerate(text[tail:]):
            yield _Run(_folded(letter), end - size + offset, end - size + offset + 1)
    elif len(text) == 2 and not (text[0].isspace() or text[1].isspace()):
        yield _Run(text, start, end)
    else:
        for letter in text:
            yield _Run(_folded(letter), start, end)


def _folded(letter: str) -> str:
    return " " if letter.isspace() else letter
