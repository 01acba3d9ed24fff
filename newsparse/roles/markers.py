"""What a line says of itself: marker phrases and hint words of many languages.

In goes a line, out comes which classes of ``data/markers.txt`` it belongs to: as a whole, by its first words, and by
hint words anywhere near its edges. All languages are looked up at once: a page often mixes its own with English.
"""

from functools import cache
from typing import NamedTuple

from newsparse.package_data import read_data

EDGE = (
    " \t\u00a0\u3000•·●■▶►◆▼▲*-–—−_|/\\:;,.!?…。、，：；！？»«>›<‹→←↑↓⬇⬆➡➜➤▸▹□◇○◦()[]{}（）【】「」『』《》"
    "\"'“”„‟’‘`´#+=~^&%$€0123456789"
)
"""Characters that do not count at the edges of a phrase: punctuation, bullets, arrows, list numbers and counts."""

WHOLE_LIMIT = 72
HEAD_LIMIT = 72
HEAD_WORDS = 6
HINT_LENGTH = 6
HINT_WORDS = 24


UNSPACED = 24
"""Characters of the longest phrase looked for in a script without spaces."""


class Markers(NamedTuple):
    """Marker phrases and hint words, each with the classes that it stands for, joined by ``+``."""

    phrases: dict[str, str]
    hints: dict[str, str]
    words: frozenset[str]
    """All words of phrases, so that a line that begins with none of them is not searched for phrases."""


class Prefix(NamedTuple):
    """A marker phrase at the start of a line."""

    classes: str
    end: int
    """Where in the line it ends."""


@cache
def load_markers() -> Markers:
    """Read the vocabulary of markers."""
    text = read_data(__file__, "data", "markers.txt").decode()
    phrases: dict[str, str] = {}
    hints: dict[str, str] = {}
    for row in text.splitlines():
        name, _, listed = row.partition(": ")
        kind = name.partition(" ")[0]
        if kind[-1:] == "~":
            _add(hints, listed.split(), kind[:-1])
        elif listed and kind[:1] != "#":
            _add(phrases, listed.split(" | "), kind)
    return Markers(phrases, hints, frozenset(text.split()))


def _add(table: dict[str, str], words: list[str], kind: str) -> None:
    """Add words of a class to a table; a word can stand for several classes."""
    new = dict.fromkeys(words, kind)
    for word in new.keys() & table.keys():
        known = table[word].split("+")
        new[word] = table[word] if kind in known else "+".join(sorted([*known, kind]))
    table.update(new)


def _plain(text: str) -> str:
    """Return a text in lower case with plain spaces, each character in its place."""
    return text.lower().replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def whole_line(text: str) -> str | None:
    """Return the classes of a line that is nothing but a marker."""
    if len(text) > WHOLE_LIMIT:
        return None
    phrases = load_markers().phrases
    plain = _plain(text)
    return phrases.get(plain.strip(EDGE)) or phrases.get(plain)


def line_prefix(text: str) -> Prefix | None:
    """Return the longest marker phrase that the line begins with."""
    markers = load_markers()
    head = _plain(text[:HEAD_LIMIT])
    stripped = head.lstrip(EDGE)
    if not stripped:
        return None
    shift = len(head) - len(stripped)
    if stripped[0] >= "\u2e80":
        return _unspaced_prefix(stripped, shift)
    words = stripped.split(" ", HEAD_WORDS)
    first = words[0].rstrip(EDGE)
    if first not in markers.words:
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
    for length in range(min(UNSPACED, len(head)), 1, -1):
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
    for classes in filter(None, map(hints.get, [word[:HINT_LENGTH] for word in words])):
        for kind in classes.split("+"):
            found[kind] = found.get(kind, 0) + 1
    return found
