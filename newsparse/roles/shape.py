"""The shape of a line: a line in, a handful of cheap facts out, none of which depends on the language."""

import re
from typing import NamedTuple

from newsparse.roles.markers import hinted, line_prefix, whole_line

LOOK = 240
"""Characters looked at from each end of a long line."""

WIDE_SCALE = 2.3
"""A letter of a script that writes a syllable or word per sign counts for this many."""

_WIDE_RE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]")
_DATE_RE = re.compile(
    r"(?:19|20)\d\d[-./年년]\s?\d{1,2}|\b\d{1,2}[-./]\d{1,2}[-./](?:\d\d){1,2}\b|\d{1,2}月\d{1,2}日|\d{1,2}월 ?\d{1,2}일"
)
_TIME_RE = re.compile(r"\b\d{1,2}[:.h時시]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\d\s?(?:min|hrs?|h|m|d)\b", re.IGNORECASE)
_YEAR_RE = re.compile(r"\b(?:19|20)\d\d\b")
_GLUE_RE = re.compile(r"[a-zà-ÿа-я][A-ZÀ-ÞА-Я][a-zà-ÿа-я]|[a-zà-ÿ.?!\"”’)][A-ZÀ-Þ][a-zà-ÿ]{2}|\d[A-Z][a-z]")
_LINK_RE = re.compile(r"https?://|www\.|\.com\b|\w@\w")
_BREAK_RE = re.compile(r"[.!?…][\"”’»)]? +[\"“„«(¿¡–]?[^\Wa-z\d_]|[。！？][^」』）]")
_NAME_RE = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.'’-]*|(?:de|del|der|den|van|von|la|da|dos|di|al|el|bin|und|and|y|et|e)\b)(?: |$)")

_STOPS = ".。।؟?!！？"
_CLOSERS = "\"'”’»›)]）」』】*"


class Shape(NamedTuple):
    """Facts of one line; ``size`` is its length in Latin letters, ``kind`` one letter that sums up its form."""

    size: float
    kind: str
    end: str
    start: str
    digits: int
    caps: str
    words: tuple[str, ...]
    marker: str
    prefix: str
    colon: bool
    marks: tuple[str, ...]


def _end(tail: str) -> str:
    last = tail[-1]
    if last in _CLOSERS:
        inner = tail.rstrip(_CLOSERS)
        if inner and inner[-1] in _STOPS:
            return "stop+"
        return "close" if last in ")]）】" else "quote"
    if last in ".。।":
        return "dots" if tail[-3:] == "..." else "stop"
    if last in "?!؟！？":
        return "ask"
    if last == "…":
        return "dots"
    if last in ":：":
        return "colon"
    if last.isdigit():
        return "digit"
    if last.isalpha():
        return "letter"
    return "comma" if last in ",;-–—" else "sign"


def _start(text: str) -> str:
    first = text[0]
    if first.isdigit():
        return "number" if text[1:3] in (". ", ") ") or text[2:4] == ". " else "digit"
    if first.isalpha():
        return "lower" if first.islower() else "upper"
    if first in "•·●■▶►◆*▪‣○◦-–—+✓":
        return "bullet" if first not in "-–—" else "dash"
    if first in "\"'“„«»‘‹「『":
        return "quote"
    return "bracket" if first in "([（【{<" else "sign"


def _caps(words: list[str]) -> str:
    """Say how the words of a line are written: all capitals, mostly capitalised, or as in running text."""
    letters = [word for word in words if word[0].isalpha()]
    if not letters:
        return "none"
    upper = sum([word.isupper() for word in letters if len(word) > 1])
    if upper * 5 >= len(letters) * 4:
        return "all"
    titled = sum([not word[0].islower() for word in letters])
    if titled == len(letters):
        return "each"
    if titled * 3 >= len(letters) * 2:
        return "most"
    return "first" if upper * 3 >= len(letters) else "some"


def _kind(size: float, end: str, marker: str, words: int) -> str:
    if not words:
        return "x"
    if marker:
        return "m"
    closed = end in ("stop", "stop+", "ask")
    if closed:
        return "L" if size >= 160 else "S" if size >= 50 else "s"
    if size >= 200:
        return "L"
    if end == "colon":
        return "c"
    return "T" if size >= 60 else "t" if size >= 25 else "w"


def _marks(text: str, head: str, tail: str, lowered: list[str]) -> list[str]:
    """Name what else stands in a line: dates, links, hints at a class, two sentences, glued words."""
    marks = [f"hint:{kind}{min(count, 3)}" for kind, count in hinted(lowered).items()]
    if _DATE_RE.search(head):
        marks.append("date")
    if _TIME_RE.search(head):
        marks.append("clock")
    if _YEAR_RE.search(head):
        marks.append("year")
    if _LINK_RE.search(head) or (tail and _LINK_RE.search(tail)):
        marks.append("link")
    if _BREAK_RE.search(head):
        marks.append("sentences")
    if _GLUE_RE.search(head):
        marks.append("glued")
    for sign, name in (("|", "bar"), ("©", "rights"), ("»", "angle"), (">", "angle"), ("@", "at"), (" - ", "hyphen"),
                       (" – ", "hyphen"), ("•", "dot"), ("·", "dot"), ("?", "question"), (": ", "inner-colon"),
                       ("[", "bracketed"), ("{", "brace"), ("“", "quoted"), ("\"", "quoted"), ("«", "quoted"), ("„", "quoted"),
                       ("(", "round"), ("/", "slash"), ("#", "hash"), ("!", "shout"), (", ", "commas")):
        if sign in head:
            marks.append(name)
    if len(text) < 64 and 1 < len(lowered) < 7 and len(_NAME_RE.findall(text)) == len(lowered):
        marks.append("names")
    return marks


def shape_of(text: str) -> Shape:
    """Return the facts of a line that is not empty; only its first and last characters are looked at."""
    head = text[:LOOK]
    tail = text[-LOOK:] if len(text) > LOOK else ""
    size = float(len(text))
    if not head.isascii():
        sample = head[:60]
        size *= 1 + (WIDE_SCALE - 1) * len(_WIDE_RE.findall(sample)) / len(sample)
    words = head.split()
    lowered = [word.strip(".,:;!?\"'()[]“”„«»").lower() for word in words]
    if tail:
        lowered += [word.strip(".,:;!?\"'()[]“”„«»").lower() for word in tail.split()]
    lettered = sum([1 for word in lowered if word and word[0].isalpha()])
    end = _end(tail or head)
    marker = whole_line(text) or ""
    prefix = line_prefix(text)
    return Shape(
        size,
        _kind(size, end, marker, lettered),
        end,
        _start(text),
        sum([char.isdigit() for char in head[:80]]) * 10 // min(len(head), 80),
        _caps(words) if len(text) < 160 else "long",
        tuple(lowered),
        marker,
        prefix.classes if prefix else "",
        bool(prefix) and text[prefix.end : prefix.end + 2].strip()[:1] in (":", "：", "-", "–", "»", "|"),
        tuple(_marks(text, head, tail, lowered)),
    )
