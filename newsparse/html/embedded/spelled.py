"""Spelled text: the raw place of a JSON string's stretch in; for each character that it shows its range out."""

import functools
import re
from typing import overload

from newsparse.document import Places
from newsparse.html.reading.json_strings import spelled_out
from newsparse.html.reading.places import fold
from newsparse.lazy import pattern
from newsparse.span import Span

_CHARACTER_RE = pattern(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)


class SpelledPlaces(Places):
    """The source range of each character of the visible text of a stretch of a JSON string; read when asked for."""

    def __init__(self, source: str, start: int, end: int, text: str) -> None:
        self._source, self._start, self._end, self._text = source, start, end, text

    def __len__(self) -> int:
        return len(self._text)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        return self._ranges[index]

    @functools.cached_property
    def _ranges(self) -> list[Span]:
        raw = [match.span() for match in _CHARACTER_RE.finditer(self._source, self._start, self._end)]
        letters = [spelled_out(self._source[start:end]) or "" for start, end in raw]
        text, ranges = fold("".join(letters), 0, len(letters))
        at = text.find(self._text)
        ranges = ranges[at : at + len(self._text)]
        return [(raw[start][0], raw[end - 1][1]) for start, end in ranges]
