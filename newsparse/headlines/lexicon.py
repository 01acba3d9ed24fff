"""Lexicon: how common a word is in newspapers, kept as hashed levels; no word can be read out of it.

A slot is two bytes: eight bits of the word's hash, then three more bits of it, two that say how the word is written
within a sentence, and three of its level.
In: a word in lower case, or a camel-case name as it is written. Out: its level, 0 for a word that is not known.
"""

import re
from functools import lru_cache
from zlib import crc32

import msgspec

from newsparse.headlines.store import LEXICON_SLOTS, load

EDGE = ".,;:!?\"'()[]{}“”‘’„«»…-–—|।॥¿¡*•"
"""What may cling to a word without being part of it."""


SMALL, EITHER, CAPITAL, CAPITALS = range(4)
"""How a word is written within a sentence: with a small letter, now so and now so, as a name, as an acronym."""

_NUMBER_RE = re.compile(r"\d+")


class Word(msgspec.Struct, frozen=True, gc=False):
    """What the lexicon says of a token, whatever the punctuation around it."""

    core: str
    """The token as the lexicon holds it: lower case, without punctuation at its edges, numbers as noughts."""
    level: int
    """How common it is, whatever its case, from 0 (not known) to 7."""
    manner: int
    """How it is written within a sentence; ``EITHER`` when it is not known."""
    name: int
    """How common it is as it is written, a name with capitals inside: ``YouTube``, ``iPhone``."""


@lru_cache(maxsize=1 << 14)
def word_of(token: str) -> Word:
    """Return what the lexicon says of a token."""
    printed = bare(token)
    core = printed.lower()
    entry = _entry(core)
    level = entry & 7
    return Word(core, level, entry >> 3 if level else EITHER, level if printed == core else look_up(printed))


def bare(token: str) -> str:
    """Return a token without punctuation at its edges, every number in it as a nought."""
    token = token.strip(EDGE)
    return token if token.isalpha() else _NUMBER_RE.sub("0", token)


def code_of(text: str) -> int:
    """Return the hash of a text, 32 bits."""
    try:
        return crc32(text.encode())
    except UnicodeEncodeError:  # half a surrogate pair
        return crc32(text.encode("utf-8", "surrogatepass"))


def address(word: str) -> tuple[int, int, int, int]:
    """Return the two slots that a word may have and the eight and three hash bits that it is recognised by."""
    code = code_of(word)
    slot = code % LEXICON_SLOTS
    return slot, (slot ^ (code >> 17) * 5) % LEXICON_SLOTS, code >> 24, code >> 14 & 0xE0


def _entry(word: str) -> int:
    """Return level and manner of a word as they are kept, 0 for a word that is not known."""
    slot, other, mark, bits = address(word)
    store = load()
    marks, levels = store.marks, store.levels
    if marks[slot] == mark and levels[slot] & 0xE0 == bits:
        return levels[slot] & 0x1F
    return levels[other] & 0x1F if marks[other] == mark and levels[other] & 0xE0 == bits else 0


def look_up(word: str) -> int:
    """Return how common a word is, from 0 (not known) to 7."""
    return _entry(word) & 7


def known(token: str) -> int:
    """Return the level of a token, whatever its case and the punctuation around it."""
    return word_of(token).level


def named(token: str) -> int:
    """Return the level of a token as a name with capitals inside."""
    return word_of(token).name


def core(token: str) -> str:
    """Return a token as the lexicon holds it."""
    return bare(token).lower()


def strength(token: str, at: int) -> int:
    """Return how sure it is that both parts of a token are words: the lower of their levels."""
    right = word_of(token[at:])
    return min(known(token[:at]), max(right.level, right.name))
