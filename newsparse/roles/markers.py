"""What a line says of itself: marker phrases and hint words of many languages.

In goes a line, out comes which classes of ``data/markers.txt`` it belongs to: as a whole, by its first words, and by
hint words anywhere near its edges. All languages are looked up at once: a page often mixes its own with English.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
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

_OPENING = itemgetter(slice(HINT_LENGTH))


class Markers(NamedTuple):
    """Marker phrases and hint words, each with the classes that it stands for, joined by ``+``."""

    phrases: dict[str, str]
    hints: dict[str, str]
    openings: frozenset[str]
    """The first words of phrases of several, so that a line is searched for phrases no further than one goes on."""


class Prefix(NamedTuple):
    """A marker phrase at the start of a line."""

    classes: str
    end: int
    """Where in the line it ends."""


@cache
def load_markers() -> Markers:
    """Read the vocabulary of markers."""
    text = read_data(__file__, "data", "markers.txt").decode()
    phrases: defaultdict[str, list[str]] = defaultdict(list)
    hints: defaultdict[str, list[str]] = defaultdict(list)
    for row in text.splitlines():
        name, _, listed = row.partition(": ")
        kind = name.partition(" ")[0]
        if kind[-1:] == "~":
            hints[kind[:-1]] += listed.split()
        elif listed and kind[:1] != "#":
            phrases[kind] += listed.split(" | ")
    classes = _classes(phrases)
    return Markers(classes, _classes(hints), _openings(classes))


def _classes(listed: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return for each word the classes that list it; a word can stand for several."""
    table: dict[str, str] = {}
    for kind, words in listed.items():
        new = dict.fromkeys(words, kind)
        for word in new.keys() & table.keys():
            new[word] = "+".join(sorted([*table[word].split("+"), kind]))
        table.update(new)
    return table


def _openings(phrases: Iterable[str]) -> frozenset[str]:
    """Return what stands before each space of the phrases."""
    found = set()
    for phrase in phrases:
        words = phrase.rpartition(" ")[0]
        while words and words not in found:
            found.add(words)
            words = words.rpartition(" ")[0]
    return frozenset(found)


def _plain(text: str) -> str:
    """Return a text in lower case with plain spaces, each character in its place."""
    plain = text.lower()
    return plain if plain.isascii() else plain.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def _without_edge(phrase: str) -> str:
    """Return a phrase without what does not count at its end; mostly a letter is there, and stripping costs more."""
    return phrase if phrase[-1:].isalpha() else phrase.rstrip(EDGE)


def whole_line(text: str) -> str | None:
    """Return the classes of a line that is nothing but a marker."""
    return _whole(_plain(text)) if len(text) <= WHOLE_LIMIT else None


def line_prefix(text: str) -> Prefix | None:
    """Return the longest marker phrase that the line begins with."""
    return _prefix(_plain(text[:HEAD_LIMIT]))


def whole_and_prefix(text: str) -> tuple[str | None, Prefix | None]:
    """Return the classes of a line that is nothing but a marker, and the phrase that it begins with."""
    head = _plain(text[:HEAD_LIMIT])
    return _whole(head) if len(text) <= WHOLE_LIMIT else None, _prefix(head)


def _whole(plain: str) -> str | None:
    phrases = load_markers().phrases
    return phrases.get(plain.strip(EDGE)) or phrases.get(plain)


def _prefix(head: str) -> Prefix | None:
    phrases, _, openings = load_markers()
    stripped = head if head[:1].isalpha() else head.lstrip(EDGE)
    if not stripped:
        return None
    shift = len(head) - len(stripped)
    if stripped[0] >= "\u2e80":
        return _unspaced_prefix(stripped, shift)
    first = _without_edge(stripped.partition(" ")[0])
    if first not in openings and first not in phrases:
        return None
    best = None
    end = 0
    for word in stripped.split(" ", HEAD_WORDS)[:HEAD_WORDS]:
        end += len(word) + 1
        words = stripped[: end - 1]
        phrase = _without_edge(words)
        classes = phrases.get(phrase)
        if classes:
            best = Prefix(classes, shift + len(phrase))
        if words not in openings:
            break
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
    if hints.keys().isdisjoint(map(_OPENING, words)):  # three lines of four
        return found
    for classes in filter(None, map(hints.get, map(_OPENING, words))):
        for kind in classes.split("+"):
            found[kind] = found.get(kind, 0) + 1
    return found
