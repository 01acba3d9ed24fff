"""Words: how common words are in a set of pairs, packed into the hashed lexicon that the package ships.

Three lists under the MIT licence fill what pairs leave open: English words (symspellpy), the commonest words of other
languages (stopwordsiso), Chinese words of two signs (jieba).
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import NamedTuple

from pairs import Pair

from newsparse.headlines.lexicon import CAPITAL, CAPITALS, EITHER, SMALL, address, bare
from newsparse.headlines.store import LEXICON_SLOTS

_STEPS = (2, 4, 10, 30, 100, 400, 1500)
_FIRST_WORDS = 60
_MOSTLY = 0.85

_DICTIONARY = "frequency_dictionary_en_82_765.txt"
_STOPWORDS = "stopwords-iso.json"
_CHINESE = "dict.txt"
_CHINESE_WORDS = 10000
_HAN_RE = re.compile(r"[\u3400-\u9fff]{2,}")
_VERSIONS = {"symspellpy": "6.10.1", "stopwordsiso": "0.7.1", "jieba": "0.42.1"}
_STOPWORD_TEXTS = 100
_PER_TEXT = 1_000_000
"""How many of its occurrences are worth one text of ours."""


class Words(NamedTuple):
    """In how many texts each word stands, and how often inside of a summary in which manner."""

    texts: Counter[str]
    small: Counter[str]
    capital: Counter[str]
    capitals: Counter[str]


def count(pairs: Iterable[Pair]) -> Words:
    """Count the words of headlines and summaries."""
    words = Words(Counter(), Counter(), Counter(), Counter())
    for pair in pairs:
        for text in (pair.headline, pair.summary):
            words.texts.update({w for token in text.split()[:_FIRST_WORDS] for w in _forms(bare(token))})
            if not text.isascii():
                words.texts.update({run[i : i + 2] for run in _HAN_RE.findall(text) for i in range(len(run) - 1)})
        for before, token in zip(pair.summary.split()[:_FIRST_WORDS], pair.summary.split()[1:], strict=False):
            word = bare(token)
            if word and before[-1].isalnum():  # within a sentence
                _manner_of(word, words)[word.lower()] += 1
    return words


def _manner_of(word: str, words: Words) -> Counter[str]:
    if word.islower():
        return words.small
    return words.capitals if word.isupper() and len(word) > 1 else words.capital


def _forms(word: str) -> set[str]:
    """Return a word as the lexicon holds it and, when it has a capital inside, as it is written."""
    if not word or len(word) > 24:
        return set()
    return {word.lower(), word} if word[1:] != word[1:].lower() and not word.isupper() else {word.lower()}


@cache
def english() -> Counter[str]:
    """Return the English words of symspellpy (MIT licence), counted as if they stood in so many texts."""
    rows = _lines_of("symspellpy", _DICTIONARY).splitlines()
    return Counter({word: max(_STEPS[0], int(n) // _PER_TEXT) for word, n in map(str.split, rows) if len(word) > 2})


@cache
def stopwords() -> Counter[str]:
    """Return the commonest words of other languages, counted as if they stood in so many texts."""
    languages = json.loads(_lines_of("stopwordsiso", _STOPWORDS))
    words = {word.lower() for language, listed in languages.items() if language != "en" for word in listed}
    return Counter({word: _STOPWORD_TEXTS if len(word) > 2 else _STEPS[0] for word in words if _is_word(word)})


def _is_word(word: str) -> bool:
    return len(word) > 1 and " " not in word


@cache
def stopwords_of(language: str) -> list[str]:
    """Return the commonest words of a language, sorted."""
    return sorted(word for word in json.loads(_lines_of("stopwordsiso", _STOPWORDS))[language] if " " not in word)


@cache
def chinese() -> list[str]:
    """Return the commonest Chinese words of two signs, commonest first."""
    rows = [line.split(" ") for line in _lines_of("jieba", _CHINESE).splitlines()]
    words = [(int(row[1]), row[0]) for row in rows if len(row[0]) == 2 and _HAN_RE.fullmatch(row[0])]
    return [word for _, word in sorted(words, key=lambda each: (-each[0], each[1]))[:_CHINESE_WORDS]]


def _lines_of(package: str, name: str) -> str:
    if version(package) != _VERSIONS[package]:
        raise SystemExit(f"the same bytes come out of {package} {_VERSIONS[package]} only")
    return (files(package) / name).read_text(encoding="utf-8-sig")


def pack(words: Words) -> bytes:
    """Return the lexicon bytes; where two words want one slot the commoner stays."""
    marks, levels = bytearray(LEXICON_SLOTS), bytearray(LEXICON_SLOTS)
    ranked = {word: max(_STEPS[0], _CHINESE_WORDS // (rank + 1)) for rank, word in enumerate(chinese())}
    texts = words.texts | english() | stopwords() | Counter(ranked)
    for word, n in sorted(texts.items(), key=lambda item: (-item[1], item[0])):
        level = sum(n >= step for step in _STEPS)
        first, second, mark, bits = address(word)
        slot = second if levels[first] & 7 else first
        if level and not levels[slot] & 7:
            marks[slot] = mark
            levels[slot] = bits | _manner(words, word) << 3 | level
    return bytes(marks + levels)


def _manner(words: Words, word: str) -> int:
    small, capital, capitals = words.small[word], words.capital[word], words.capitals[word]
    total = small + capital + capitals
    if small > _MOSTLY * total or (not total and word in stopwords()):
        return SMALL
    if capitals > _MOSTLY * total:
        return CAPITALS
    return CAPITAL if capital + capitals > _MOSTLY * total else EITHER
