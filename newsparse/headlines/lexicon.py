"""Lexicon: how common a word is in newspapers, kept as hashed levels; no word can be read out of it.

A slot is two bytes: the eight bits of the word's hash that it is recognised by, and its level with five bits more.
In: a word in lower case, or a camel-case name as it is written. Out: its level, 0 for a word that is not known.
"""

from functools import lru_cache
from zlib import crc32

from newsparse.headlines.store import LEXICON_SLOTS, load

EDGE = ".,;:!?\"'()[]{}“”‘’„«»…-–—|।॥¿¡*•"
"""What may cling to a word without being part of it."""


@lru_cache(maxsize=1 << 14)
def core(token: str) -> str:
    """Return a token as the lexicon holds it: lower case, without punctuation at its edges."""
    return token.strip(EDGE).lower()


def code_of(text: str) -> int:
    """Return the hash of a text, 32 bits."""
    try:
        return crc32(text.encode())
    except UnicodeEncodeError:  # half a surrogate pair
        return crc32(text.encode("utf-8", "surrogatepass"))


def address(word: str) -> tuple[int, int, int, int]:
    """Return the two slots that a word may have and the eight and five hash bits that it is recognised by."""
    code = code_of(word)
    slot = code % LEXICON_SLOTS
    return slot, (slot ^ (code >> 17) * 5) % LEXICON_SLOTS, code >> 24, code >> 14 & 0xF8


def look_up(word: str) -> int:
    """Return how common a word is, from 0 (not known) to 7."""
    slot, other, mark, bits = address(word)
    store = load()
    kept = store.levels[slot]
    if kept & 0xF8 == bits and store.marks[slot] == mark:
        return kept & 7
    kept = store.levels[other]
    return kept & 7 if kept & 0xF8 == bits and store.marks[other] == mark else 0


@lru_cache(maxsize=1 << 14)
def known(token: str) -> int:
    """Return the level of a token, whatever its case and the punctuation around it."""
    return look_up(token.strip(EDGE).lower())


@lru_cache(maxsize=1 << 14)
def named(token: str) -> int:
    """Return the level of a token as a name with capitals inside: ``YouTube``, ``iPhone``."""
    return look_up(token.strip(EDGE))


@lru_cache(maxsize=1 << 14)
def strength(token: str, at: int) -> int:
    """Return how sure it is that both parts of a token are words: the lower of their levels."""
    right = token[at:]
    return min(known(token[:at]), max(known(right), named(right)))
