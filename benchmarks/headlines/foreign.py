"""Foreign: pairs in, the same pairs in a made-up tongue out, written in a script of which there are no real pairs.

What makes a cut likely where letters say nothing is much the same in every script: two known words in one token, a
token longer than the others, words that come back, stops, how long headlines are. Letters are drawn anew for each pair,
so that nothing can be learned from them; common words, the commonest first and last letters of words, and the letters
that only close a word (Hebrew final forms, the Arabic feminine ending) are real ones of the script.
"""

import random
from collections.abc import Callable, Sequence
from zlib import crc32

from pairs import Pair
from words import chinese, stopwords_of

from newsparse.headlines.lexicon import EDGE

_ARABIC, _HEBREW = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "אבגדהוזחטיכלמנסעפצקרשת"
_VOWELS = frozenset("aeiouyàáâäåæèéêëíîïóôöøúûü")
_HANGUL, _SYLLABLES = 0xAC00, 11172
_AFFIXES = {
    "ar": (("ال", "ال", "ال", "وال", "بال", "و", "لل", "أ", "ي", "ت"), ("ة", "ة", "ى", "ات", "ين", "ية")),
    "he": (("ה", "ה", "ב", "ל", "מ", "ו", "ש"), ("ים", "ות", "ה", "ת")),
    "ko": ((), ("은", "는", "이", "가", "을", "를", "의", "에", "에서", "로", "도", "했다", "한다", "과")),
    "zh": ((), ()),
}
_FINALS = str.maketrans("כמנפצ", "ךםןףץ")
_OPENINGS = (
    "据",
    "据了解，",
    "近日，",
    "今日，",
    "日前，",
    "{0}月{1}日，",
    "{0}月{1}日电 ",
    "【{2}报讯】",
    "{2}社记者",
)
_TAILS = ("-{2}网", "_{2}新闻", " | {2}")
_PLAIN = 600
"""How many of the commonest words of a language are taken for its function words."""

Spell = Callable[[str], str]


def foreign(pair: Pair, common: Sequence[str], choose: random.Random) -> Pair:
    """Return a pair as it might look in Arabic, Hebrew, Korean or Chinese; ``common`` are the words to be replaced."""
    language = choose.choice(("ar", "he", "ko", "zh"))
    spell = _spelling(language, choose.randrange(1 << 30))
    stops = stopwords_of(language)
    known = {word: stops[crc32(word.encode()) % len(stops)] for word in common[:_PLAIN]}
    glue = "" if language == "zh" else " "
    headline, summary = (
        glue.join(_word(token, known, spell, language) for token in text.split())
        for text in (pair.headline, pair.summary)
    )
    if language == "zh":
        fill = choose.randrange(1, 13), choose.randrange(1, 31), chinese()[choose.randrange(len(chinese()))]
        summary = choose.choice(_OPENINGS).format(*fill) + summary if choose.random() < 0.4 else summary
        headline += choose.choice(_TAILS).format(*fill) if choose.random() < 0.2 else ""
    return Pair(pair.data_set, language, headline, summary)


def _word(token: str, known: dict[str, str], spell: Spell, language: str) -> str:
    bare = token.strip(EDGE)
    word = bare.lower()
    if not word.isalpha() or bare.isupper():
        return token
    written = known.get(word) or _inflected(word, spell(word), language)
    token = token.replace(bare, written)
    if language == "ar":
        return token.replace(",", "،").replace("?", "؟")
    return token.replace(",", "，").replace(".", "。") if language == "zh" else token


def _inflected(word: str, written: str, language: str) -> str:
    """Return a word with the letters by which words of the language often begin and end."""
    draw = crc32(word.encode(), 1)
    before, after = _AFFIXES[language]
    if before and draw % 2:
        written = before[draw // 2 % len(before)] + written
    if after and draw // 64 % 2:
        written += after[draw // 128 % len(after)]
    return written[:-1] + written[-1:].translate(_FINALS)


def _spelling(language: str, seed: int) -> Spell:
    """Return how words are spelt in one text: each letter, or each two, by another sign, or words by words."""
    if language == "zh":
        return lambda word: chinese()[crc32(word.encode(), seed) % len(chinese())]
    if language == "ko":
        return lambda word: "".join(
            chr(_HANGUL + crc32(word[i : i + 2].encode(), seed) % _SYLLABLES) for i in range(0, len(word), 2)
        )
    letters = _ARABIC if language == "ar" else _HEBREW
    return lambda word: "".join(
        letters[crc32(c.encode(), seed) % len(letters)] for k, c in enumerate(word) if k == 0 or c not in _VOWELS
    )
