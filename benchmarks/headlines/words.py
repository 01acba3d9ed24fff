"""Words: how common words are in a set of pairs, packed into the hashed lexicon that the package ships."""

from collections import Counter
from collections.abc import Iterable

from newsparse.headlines.features import core
from newsparse.headlines.lexicon import SLOTS, address

from pairs import Pair

_STEPS = (2, 4, 10, 30, 100, 400, 1500)


def count(pairs: Iterable[Pair]) -> Counter[str]:
    """Count in how many headlines and summaries each word stands."""
    words: Counter[str] = Counter()
    for pair in pairs:
        for text in (pair.headline, pair.summary):
            words.update({w for w in (core(token) for token in text.split()[:60]) if w and len(w) <= 24})
    return words


def pack(words: Counter[str]) -> bytes:
    """Return the lexicon bytes; where two words want one slot the commoner stays."""
    slots = bytearray(SLOTS)
    taken: dict[int, int] = {}
    for word, n in sorted(words.items(), key=lambda item: (-item[1], item[0])):
        level = sum(n >= step for step in _STEPS)
        slot, mark = address(word)
        if level and slot not in taken:
            taken[slot] = n
            slots[slot] = mark | level
    return bytes(slots)
