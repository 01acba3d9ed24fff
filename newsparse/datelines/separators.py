"""Find the marks in an opening that can separate a dateline from its story.

In: the opening of a text. Out: separators from left to right, each with its kind. They are searched as substrings,
since a pattern would look at every letter.
"""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from newsparse.datelines.blocks import WINDOW
from newsparse.lazy import pattern

OPENING = 400
"""Code points of a text in which a dateline may begin; standfirst and byline may come first."""

Kind = Literal["dash", "hyphen", "colon", "stop", "dot"]


class Separator(msgspec.Struct, frozen=True, gc=False):
    """A mark ``opening[start:end]`` between a dateline and its story."""

    start: int
    end: int
    kind: Kind


_MARK_RE = pattern(r"[-–—−_·।:.|\ufffd]+(?:(?<=[-–—])\s[-–—]+(?=\s))?")
_MARKS = ((". ", 0, 45), (" | ", 1, 45))
_HYPHENS = ((" -", 1, OPENING), ("--", 0, OPENING), (".-", 0, OPENING))
_COLONS = ((":", 0, OPENING),)
_BRACKETS = ((")-", 1, OPENING), (").", 1, WINDOW), (" _", 1, OPENING))
_SLASHES = (("/.", 1, OPENING),)
"""Marks that need a character without which an opening need not be searched for them."""
_PRINT_MARKS = tuple([(mark, 0, OPENING) for mark in "–—−\ufffd·"])
_GOES_ON = tuple("/(-–—_,") + tuple("0123456789")
_DASHES = frozenset("–—−\ufffd")


def separators(opening: str) -> Iterator[Separator]:
    """Yield what can be a separator, judged by the letters around it."""
    for at in _places(opening):
        if not _can_close(opening, at):
            continue
        mark = _MARK_RE.match(opening, at)
        kind = _kind(opening, mark) if mark else None
        if mark and kind:
            yield Separator(at, mark.end(), kind)


def next_separator(opening: str, start: int, far: int) -> Separator | None:
    """Return the first separator that begins in a stretch of the opening."""
    return next((found for found in separators(opening[:far]) if found.start >= start), None)


def _places(opening: str) -> list[int]:
    marks: tuple[tuple[str, int, int], ...] = _MARKS
    if "-" in opening:
        marks += _HYPHENS
    if ":" in opening:
        marks += _COLONS
    if ")" in opening:
        marks += _BRACKETS
    if "/" in opening:
        marks += _SLASHES
    if not opening.isascii():
        marks += _PRINT_MARKS
    found: list[int] = []
    for mark, skip, far in marks:
        at = opening.find(mark, 0, far)
        while at >= 0:
            found.append(at + skip)
            at = opening.find(mark, at + 1, far)
    found.sort()
    return found


def _can_close(opening: str, end: int) -> bool:
    """Tell whether the word before a separator can close a dateline: a name, a bracket, or part of a date."""
    while end and opening[end - 1] == " ":
        end -= 1
    start = opening.rfind(" ", 0, end) + 1
    if opening[start - 2 : start - 1].isdigit() or opening[end - 1 : end] in ")/.":
        return True
    return not opening[start:end].islower() or "." in opening[start:end]


def _kind(text: str, mark: re.Match[str]) -> Kind | None:
    """Return the kind of a separator, None for a mark within a word, a number or a sentence."""
    start, end = mark.span()
    spaced = end >= len(text) or text[end].isspace()
    if not _DASHES.isdisjoint(mark[0]) or "--" in mark[0]:
        return "dash" if spaced or text[end].isupper() or text[end] in '“"' else None
    if not spaced:
        return None
    before = text[start - 1] if start else " "
    if "-" in mark[0] or "_" in mark[0]:
        return "hyphen" if before in " )" or len(mark[0]) > 1 else None
    return _point(text, mark, before)


def _point(text: str, mark: re.Match[str], before: str) -> Kind | None:
    """Return the kind of a colon, a full stop or a dot in mid-line."""
    if mark[0] == ":":
        return "colon" if before.isalnum() or before in ")]/" else None
    if mark[0] != ".":
        return "dot" if mark[0] in "·।|" else None
    start, end = mark.span()
    if text[end : end + 2].strip()[:1] in _GOES_ON:
        return None
    capitals = before.isupper() and text[start - 2 : start].isupper()
    return "stop" if before in ")/ " or start < 40 or capitals else None
