"""What a line says of itself: marker phrases and hint words of many languages.

In goes a line, out comes which classes of ``data/markers.txt`` it belongs to: as a whole, by its first words, and by
hint words anywhere near its edges. All languages are looked up at once: a page often mixes its own with English.
"""

from functools import cache
from importlib import resources
from typing import NamedTuple

EDGE = " \t\u00a0\u3000•·●■▶►◆▼▲*-–—−_|/\\:;,.!?…。、，：；！？»«>›<‹→←↑↓()[]{}（）【】「」『』《》<>\"'“”„‟’‘`´#+=~^&%$€0123456789"
"""Characters that do not count at the edges of a phrase: punctuation, bullets, arrows, list numbers and counts."""

WHOLE_LIMIT = 72
HEAD_LIMIT = 72
HEAD_WORDS = 6
HINT_LENGTH = 6
HINT_WORDS = 24


class Markers(NamedTuple):
    """Marker phrases and hint words, each with the classes that it stands for, joined by ``+``."""

    phrases: dict[str, str]
    hints: dict[str, str]
    heads: frozenset[str]
    """First words of phrases, so that a line is not searched for phrases in vain."""
    unspaced: int
    """Length of the longest phrase in a script without spaces."""


class Prefix(NamedTuple):
    """A marker phrase at the start of a line."""

    classes: str
    end: int
    """Where in the line it ends."""


@cache
def load_markers() -> Markers:
    """Read the vocabulary of markers."""
    phrases: dict[str, str] = {}
    hints: dict[str, str] = {}
    for row in resources.files("newsparse").joinpath("roles/data/markers.txt").read_text("utf-8").splitlines():
        if not row or row[0] == "#":
            continue
        name, _, found = row.partition(": ")
        kind = name.partition(" ")[0]
        table, words = (hints, found.split()) if kind[-1] == "~" else (phrases, found.split(" | "))
        kind = kind.rstrip("~")
        for word in words:
            known = table.setdefault(word, kind)
            if known is not kind and kind not in known.split("+"):
                table[word] = "+".join(sorted([*known.split("+"), kind]))
    heads = frozenset([phrase.partition(" ")[0] for phrase in phrases])
    unspaced = max(len(phrase) for phrase in phrases if phrase[0] >= "\u2e80")
    return Markers(phrases, hints, heads, unspaced)


def whole_line(text: str) -> str | None:
    """Return the classes of a line that is nothing but a marker."""
    if len(text) > WHOLE_LIMIT:
        return None
    phrases = load_markers().phrases
    key = text.strip(EDGE).lower()
    return phrases.get(key) or phrases.get(text.lower())


def line_prefix(text: str) -> Prefix | None:
    """Return the longest marker phrase that the line begins with."""
    markers = load_markers()
    head = text[:HEAD_LIMIT].lower()
    stripped = head.lstrip(EDGE)
    if not stripped:
        return None
    shift = len(head) - len(stripped)
    if stripped[0] >= "\u2e80":
        return _unspaced_prefix(stripped, shift)
    words = stripped.split(" ", HEAD_WORDS)
    first = words[0].rstrip(EDGE)
    if first not in markers.heads:
        return None
    best = None
    end = 0
    for word in words[:HEAD_WORDS]:
        end += len(word) + 1
        phrase = stripped[: end - 1].rstrip(EDGE)
        classes = markers.phrases.get(phrase)
        if classes:
            best = Prefix(classes, shift + len(phrase))
    return best


def _unspaced_prefix(head: str, shift: int) -> Prefix | None:
    markers = load_markers()
    for length in range(min(markers.unspaced, len(head)), 1, -1):
        classes = markers.phrases.get(head[:length])
        if classes:
            return Prefix(classes, shift + length)
    return None


def hinted(words: list[str]) -> dict[str, int]:
    """Count the hint words of each class among the first and last words of a line (in lower case)."""
    hints = load_markers().hints
    if len(words) > 2 * HINT_WORDS:
        words = words[:HINT_WORDS] + words[-HINT_WORDS:]
    found: dict[str, int] = {}
    for classes in [hints[word[:HINT_LENGTH]] for word in words if word[:HINT_LENGTH] in hints]:
        for kind in classes.split("+"):
            found[kind] = found.get(kind, 0) + 1
    return found
