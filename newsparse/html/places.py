"""Places of a line's characters: a range of a page's source in, for each visible character its range out.

Computed when first asked for: most lines are only ever asked where they start and end.
"""

import functools
from collections.abc import Iterator, Sequence
from typing import overload

from newsparse.html.markup import CHARACTER_RE, breaks
from newsparse.html.visible import decode, markup_re
from newsparse.span import Span


class Places(Sequence[Span]):
    """The source range of each character of ``visible_text(source[start:end])``."""

    def __init__(self, source: str, start: int, end: int, size: int) -> None:
        self._source, self._start, self._end, self._size = source, start, end, size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        if isinstance(index, slice):
            return self._ranges[index]
        if self._size == self._end - self._start and -self._size <= index < self._size:
            # As long as its source: every character stands for itself.
            place = self._start + index % self._size
            return place, place + 1
        return self._ranges[index]

    @functools.cached_property
    def _ranges(self) -> list[Span]:
        return fold(self._source, self._start, self._end)[1][: self._size]


def fold(source: str, start: int, end: int) -> tuple[str, list[Span]]:
    """Return the visible text of a range, white space folded but not trimmed, and each character's source range."""
    letters: list[str] = []
    ranges: list[Span] = []
    for letter, begin, stop in _letters(source, start, end):
        if letter == " " and (not letters or letters[-1] == " "):
            continue
        letters.append(letter)
        ranges.append((begin, stop))
    return "".join(letters), ranges


def _letters(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    place = start
    for match in markup_re().finditer(source, start, end):
        yield from _characters(source, place, match.start())
        name = match["name"]
        if name and breaks(name.lower()):
            yield " ", match.start(), match.end()
        place = match.end()
    yield from _characters(source, place, end)


def _characters(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    for match in CHARACTER_RE.finditer(source, start, end):
        raw, begin, stop = match[0], match.start(), match.end()
        text = decode(raw) if raw[0] == "&" else raw
        if len(text) > 2 or (len(text) == 2 and text[1] == raw[-1] != ";"):
            # A reference without its semicolon: the rest of the match is plain text.
            tail = 0 if text == raw else 1
            size = len(text) - tail
            if tail:
                yield _folded(text[0]), begin, stop - size
            for offset, letter in enumerate(text[tail:]):
                yield _folded(letter), stop - size + offset, stop - size + offset + 1
            continue
        for letter in text:
            yield _folded(letter), begin, stop


def _folded(letter: str) -> str:
    return " " if letter.isspace() else letter
