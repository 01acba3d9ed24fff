"""The language of a text: the text in, a BCP 47 tag or ``None`` out.

A few windows of the text are looked at, whatever its length. The script settles most languages by itself; languages
that share a script are told apart by their stop words, which are data (``data/languages.txt``).
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import msgspec

from newsparse.package_data import read_data

WINDOW = 320
"""Characters looked at in each of three windows of a long text."""

MIN_LETTERS = 6
_NO_LETTERS = bytes(set(range(0xC0)) - {*range(0x41, 0x5B), *range(0x61, 0x7B)})
MIN_SCORE = 2.0
MIN_LEAD = 1.15
CLEAR_SCORE = 4.0
CLEAR_LEAD = 2.0

_BLOCKS = {
    "Latn": (0x0041, 0x024F),
    "Grek": (0x0370, 0x03FF),
    "Cyrl": (0x0400, 0x052F),
    "Armn": (0x0530, 0x058F),
    "Hebr": (0x0590, 0x05FF),
    "Arab": (0x0600, 0x077F),
    "Deva": (0x0900, 0x097F),
    "Beng": (0x0980, 0x09FF),
    "Guru": (0x0A00, 0x0A7F),
    "Gujr": (0x0A80, 0x0AFF),
    "Orya": (0x0B00, 0x0B7F),
    "Taml": (0x0B80, 0x0BFF),
    "Telu": (0x0C00, 0x0C7F),
    "Knda": (0x0C80, 0x0CFF),
    "Mlym": (0x0D00, 0x0D7F),
    "Sinh": (0x0D80, 0x0DFF),
    "Thai": (0x0E00, 0x0E7F),
    "Laoo": (0x0E80, 0x0EFF),
    "Tibt": (0x0F00, 0x0FFF),
    "Mymr": (0x1000, 0x107F),
    "Geor": (0x1080, 0x10FF),
    "Ethi": (0x1200, 0x137F),
    "Khmr": (0x1780, 0x17FF),
    "Kana": (0x3040, 0x30FF),
    "Hani": (0x4E00, 0x9FFF),
    "Hang": (0xAC00, 0xD7FF),
}
_BY_SCRIPT = {
    "Grek": "el",
    "Armn": "hy",
    "Hebr": "he",
    "Beng": "bn",
    "Guru": "pa",
    "Gujr": "gu",
    "Orya": "or",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Thai": "th",
    "Laoo": "lo",
    "Tibt": "bo",
    "Mymr": "my",
    "Geor": "ka",
    "Ethi": "am",
    "Khmr": "km",
    "Kana": "ja",
    "Hani": "zh",
    "Hang": "ko",
}


class _Tables(msgspec.Struct, frozen=True, gc=False):
    """Script of each block of 128 code points, group of each stop word by script, languages of each group."""

    script: dict[int, str]
    words: dict[str, dict[str, int]]
    groups: list[tuple[str, ...]]


@cache
def _tables() -> _Tables:
    script = {block: name for name, (low, high) in _BLOCKS.items() for block in range(low >> 7, (high >> 7) + 1)}
    script[0x1E80 >> 7] = "Latn"  # Vietnamese vowels
    spoken: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in read_data(__file__, "data", "languages.txt").decode().splitlines():
        if row and row[0] != "#":
            name, language, *stop_words = row.split()
            known = spoken.setdefault(name, {})
            for word in dict.fromkeys(stop_words):
                known[word] = (*known.get(word, ()), language)
    groups = sorted({languages for known in spoken.values() for languages in known.values()})
    number = {languages: at for at, languages in enumerate(groups)}
    words = {name: {word: number[group] for word, group in known.items()} for name, known in spoken.items()}
    return _Tables(script, words, groups)


def _windows(text: str) -> Iterator[str]:
    """Give the middle of a long text, then three windows of it: its first lines are often a menu."""
    if len(text) > 3 * WINDOW:
        yield text[len(text) // 2 : len(text) // 2 + WINDOW]
        yield " ".join(text[at : at + WINDOW] for at in (len(text) * part // 8 for part in (1, 3, 6)))
    else:
        yield text


def _script(sample: str) -> str | None:
    """Return the script that most letters of the sample are written in."""
    if _is_western(sample):
        return "Latn"
    letters = [char for char in sample[:: max(1, len(sample) // 40)] if char.isalpha()]
    if len(letters) < MIN_LETTERS:
        return None
    script_of = _tables().script
    counts = Counter([script_of.get(ord(char) >> 7, "Zzzz") for char in letters])
    if counts["Zzzz"] == len(letters):
        return None
    if counts.get("Kana", 0) * 8 > counts.get("Hani", 0) > 0:
        return "Kana"
    return max(counts, key=lambda name: (counts[name], name))


def _is_western(sample: str) -> bool:
    """Tell whether a sample is writing in windows-1252, which holds no letters but Latin ones."""
    try:
        return len(sample.encode("cp1252").translate(None, _NO_LETTERS)) >= MIN_LETTERS
    except UnicodeEncodeError:
        return False


def _by_words(sample: str, script: str) -> tuple[str | None, bool]:
    """Return the language whose stop words the sample uses, and whether it is far ahead of the others."""
    tables = _tables()
    hits = Counter(map(tables.words.get(script, {}).get, sample.lower().split()))
    scores: dict[str, float] = {}
    for group, count in hits.items():
        languages = () if group is None else tables.groups[group]
        for language in languages:
            scores[language] = scores.get(language, 0.0) + count / len(languages)
    if not scores:
        return None, False
    best = max(scores, key=lambda language: (scores[language], language))
    score = scores.pop(best)
    second = max(scores.values(), default=0.0)
    if score < MIN_SCORE or score < MIN_LEAD * second:
        return None, False
    return best, score >= CLEAR_SCORE and score >= CLEAR_LEAD * second


def detect_language(text: str) -> str | None:
    """Return the BCP 47 tag of the language that a text is written in, ``None`` when unsure.

    >>> detect_language("The ministers said that they would meet again after the summer.")
    'en'
    """
    language = None
    for sample in _windows(text):
        script = _script(sample)
        by_script = _BY_SCRIPT.get(script or "")
        language, clear = (by_script, True) if by_script else _by_words(sample, script or "")
        if clear:
            break
    return language
