"""Character classes: a line of text in, a string of the same length with one class letter per character out.

Classes carry all that the cut needs to know of a character's looks: letters by case or by script, kinds of
punctuation. Every later step reads these strings, so that a rule learned on one Latin text serves Cyrillic as well.
"""

import re
import unicodedata

SPACED = "DAG"
"""Letters without case in scripts that put spaces between words: abugidas, Arabic and Hebrew, Hangul."""

UNSPACED = "KHTS"
"""Letters of scripts that run words together: Han, Hiragana, Katakana, Thai and its neighbours."""

_MARKS = {
    '"': '"＂',
    "'": "'’`´ʼ",
    "(": "([{“‘«„‹¿¡‚「『【（《〈［〔",
    ")": ")]}”»›」』】）》〉］〕",
    ".": ".",
    "~": "…",
    "!": "!?؟。！？।॥۔‼⁇⁉",
    ",": ",;:،؛、，；：",
    "-": "-‐‑‒–—―－〜~",
    "|": "|/\\•·｜／・",
    "$": "$€£¥₹₽#@&+*%°§©®™",
}
_BY_CATEGORY = {"Lu": "U", "Lt": "U", "Ll": "l", "Nd": "d", "Mn": "m", "Mc": "m", "Me": "m", "Nl": "d", "No": "d"}
_SCRIPTS = (
    ("A", 0x0590, 0x08FF),
    ("D", 0x0900, 0x0DFF),
    ("S", 0x0E00, 0x0EFF),
    ("D", 0x0F00, 0x0FFF),
    ("S", 0x1000, 0x109F),
    ("G", 0x1100, 0x11FF),
    ("D", 0x1200, 0x137F),
    ("S", 0x1780, 0x17FF),
    ("K", 0x3005, 0x3007),
    ("H", 0x3041, 0x309F),
    ("T", 0x30A1, 0x30FF),
    ("K", 0x3400, 0x9FFF),
    ("G", 0xAC00, 0xD7AF),
    ("K", 0xF900, 0xFAFF),
    ("A", 0xFB1D, 0xFDFF),
    ("A", 0xFE70, 0xFEFC),
    ("T", 0xFF66, 0xFF9F),
    ("K", 0x20000, 0x323AF),
)


def _class_of(char: str) -> str:
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category in _BY_CATEGORY:
        return _BY_CATEGORY[category]
    if category in ("Lo", "Lm"):
        point = ord(char)
        return next((name for name, first, last in _SCRIPTS if first <= point <= last), "D")
    return "$" if category == "Sc" else "x"


class _Table(dict[int, str]):
    """A ``str.translate`` table that learns the class of each character when it first meets it."""

    def __missing__(self, point: int) -> str:
        self[point] = _class_of(chr(point))
        return self[point]


_TABLE = _Table({ord(char): name for name, chars in _MARKS.items() for char in chars})

_ASCII = "".join(map(chr, range(128))).translate(_TABLE).encode() + bytes(128)
_FOREIGN_RE = re.compile(r"[^\x00-\x7f]+")


def classes(text: str) -> str:
    """Return the class letters of a text, one for each character.

    >>> classes("iPhone 15: “Wow”")
    'lUllll dd, (Ull)'
    """
    if text.isascii():
        return text.encode().translate(_ASCII).decode()
    if len(text.encode(errors="replace")) - len(text) > len(text) // 4:
        return text.translate(_TABLE)
    # ``translate`` is slow on a string with any character outside ASCII: those few are set by themselves
    looks = text.encode("ascii", "replace").translate(_ASCII).decode()
    start = 0
    parts: list[str] = []
    for match in _FOREIGN_RE.finditer(text):
        parts += (looks[start : match.start()], match[0].translate(_TABLE))
        start = match.end()
    return "".join(parts) + looks[start:]
