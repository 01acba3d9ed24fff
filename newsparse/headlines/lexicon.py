"""Lexicon: how common a word is in newspapers, kept as hashed levels; no word can be read out of it.

Each slot is one byte: five bits of the word's hash and three bits of level. In: a word in lower case. Out: its level,
0 for a word that is not known.
"""

from functools import lru_cache
from zlib import crc32

from newsparse.headlines.store import load

SLOTS = 1 << 17


def address(word: str) -> tuple[int, int]:
    """Return the slot of a word and the five hash bits that it is recognised by."""
    code = crc32(word.encode("utf-8", "surrogatepass"))
    return code & (SLOTS - 1), code >> 24 & 0xF8


@lru_cache(maxsize=1 << 16)
def level(word: str) -> int:
    """Return how common a word is, from 0 (not known) to 7."""
    slot, mark = address(word)
    kept = load().lexicon[slot]
    return kept & 7 if kept & 0xF8 == mark else 0
