"""What else stands in a line: the line and its words in, the names of its marks out.

Dates and times, links, hint words of a class of furniture, two sentences, glued words, a picture credit, signs.
"""

import re

from newsparse.lazy import pattern
from newsparse.roles.markers import hinted

LONG = 250
"""Lines of this many characters are told by their edges; whatever their length, no more of them is looked at."""

EDGE_CHARS = 60
TWIN = 12
"""Characters by which two halves of a line are compared."""

_DATE_RE = pattern(r"\d\d{0,3}[-./年월月년]\s?\d{1,2}(?:[-./月월일日]|\b)")
_TIME_RE = pattern(
    r"\d\d?(?:[:.h時시]\d{2}\b| ?[ap]\.?m\b| ?(?:min|hrs?|[hmd])\b| \w{2,12} (?:ago|назад|temu|siden|sedan)\b)",
    re.IGNORECASE,
)
_GLUE_RE = pattern(r"[A-ZÀ-ÞА-Я](?<=[a-zà-ÿа-я.?!\"”’)\d].)(?<!Mc.)(?<!Mac.)[a-zà-ÿа-я]{2}")
_LINK_RE = pattern(r"https?:/|www\.|\.com\b|\w@\w")
_BREAK_RE = pattern(r"[.!?…。！？](?:(?<=[.!?…])[\"”’»)]?+ +[\"“„«(¿¡–]?+[^\Wa-z\d_]|(?<=[。！？])[^」』）])")
"""All that can end a sentence comes first: so the search need not try two patterns at every letter."""
_FILE_RE = pattern(r"\.(?:jpe?g|png|gif|webp|svg)$|^[^\W_]+(?:[-_]+[^\W_]+){2,}$", re.IGNORECASE)
"""The name of a picture's file."""

_PARTICLES = frozenset(
    ["de", "del", "der", "den", "van", "von", "la", "da", "dos", "di", "al", "el", "bin", "und", "and", "y"]
)
_CREDITS = frozenset(
    ["foto", "photo", "image", "images", "bild", "kuva", "fot", "afp", "epa", "reuters", "getty", "dpa", "ap", "imago"]
)
_AGO = frozenset(["vor", "hace", "há", "il", "fa", "منذ"])

_SIGNS = (
    ("|", "bar"),
    ("©", "rights"),
    ("»", "angle"),
    (">", "angle"),
    ("@", "at"),
    (" - ", "hyphen"),
    (" – ", "hyphen"),
    ("•", "dot"),
    ("·", "dot"),
    ("?", "question"),
    (": ", "inner-colon"),
    ("{", "brace"),
    ("“", "quoted"),
    ('"', "quoted"),
    ("«", "quoted"),
    ("„", "quoted"),
    ("(", "round"),
    ("/", "slash"),
    ("#", "hash"),
    ("!", "shout"),
    (", ", "commas"),
    ("…", "ellipsis"),
)


_RESERVED = (
    "無断転載",
    "無断複製",
    "無断使用",
    "不得转载",
    "禁止转载",
    "不得轉載",
    "禁止轉載",
    "무단전재",
    "무단 전재",
)
"""How notices of rights put it in scripts without spaces between words."""


def marks_of(text: str, head: str, words: list[str], digits: int) -> tuple[str, ...]:
    """Name what else stands in a line: dates, links, hints at a class, two sentences, glued words, a credit."""
    hints = hinted(words)
    marks = [f"hint:{kind}{min(count, 3)}" for kind, count in hints.items()] if hints else []
    if digits:
        marks += _times(head, words)
    tail = text[-EDGE_CHARS:]
    if ("@" in tail or ":/" in tail or "www." in tail or ".com" in tail) and _LINK_RE.search(tail):
        marks.append("link")
    if _BREAK_RE.search(head):
        marks.append("sentences")
    if len(text) < LONG:
        if "©" in text or not _CREDITS.isdisjoint(words[-4:]):
            marks.append("credit")
        if _GLUE_RE.search(head):
            marks.append("glued")
    marks += dict.fromkeys([name for sign, name in _SIGNS if sign in head])
    if head[0] > "\u2e80" and "rights" not in marks and any([phrase in head for phrase in _RESERVED]):
        marks.append("rights")
    return tuple(marks + _forms(text, tail, words))


def _forms(text: str, tail: str, words: list[str]) -> list[str]:
    """Name what a line is made like: itself twice, a file's name, in brackets, a name."""
    marks = []
    if _is_twin(text):
        marks.append("twin")
    if (" " not in tail or "." in tail[-5:-3]) and _FILE_RE.search(tail):
        marks.append("slug")
    if text[0] in "[([（【" and text[-1] in ")]）】":
        marks.append("wrapped")
    if len(text) < 64 and 1 < len(words) < 7 and _all_names(text.split()):
        marks.append("names")
    return marks


def _times(head: str, words: list[str]) -> list[str]:
    marks = []
    if _DATE_RE.search(head):
        marks.append("date")
    if words[0] in _AGO or _TIME_RE.search(head):
        marks.append("clock")
    if any([len(word) == 4 and word[:2] in ("19", "20") and word.isdigit() for word in words]):
        marks.append("year")
    return marks


def _is_twin(text: str) -> bool:
    """Say whether a line says the same thing twice: a picture's description, then the heading."""
    half = len(text) // 2
    return half > TWIN and text.find(text[:TWIN], half - 1, half + TWIN + 2) > 0


def _all_names(words: list[str]) -> bool:
    """Say whether every word is capitalised, and not wholly in capitals, or a particle of a name."""
    for word in words:  # noqa: SIM110  # the first words of most lines tell, before a generator has begun
        if not (word[0].isupper() and word[1:2].islower()) and word not in _PARTICLES:
            return False
    return True
