"""Words: how common words are in a set of pairs, packed into the hashed lexicon that the package ships."""

from collections import Counter
from collections.abc import Iterable

from pairs import Pair

from newsparse.headlines.lexicon import EDGE, address
from newsparse.headlines.store import LEXICON_SLOTS

_STEPS = (2, 4, 10, 30, 100, 400, 1500)


def count(pairs: Iterable[Pair]) -> Counter[str]:
    """Count in how many headlines and summaries each word stands."""
    words: Counter[str] = Counter()
    for pair in pairs:
        for text in (pair.headline, pair.summary):
            words.update({w for token in text.split()[:60] for w in _forms(token)})
    return words


def _forms(token: str) -> set[str]:
    """Return a word as the lexicon holds it and, when it has a capital inside, as it is written."""
    bare = token.strip(EDGE)
    if not bare or len(bare) > 24:
        return set()
    return {bare.lower(), bare} if bare[1:] != bare[1:].lower() and not bare.isupper() else {bare.lower()}


def pack(words: Counter[str]) -> bytes:
    """Return the lexicon bytes; where two words want one slot the commoner stays."""
    marks, levels = bytearray(LEXICON_SLOTS), bytearray(LEXICON_SLOTS)
    for word, n in sorted(words.items(), key=lambda item: (-item[1], item[0])):
        level = sum(n >= step for step in _STEPS)
        first, second, mark, bits = address(word)
        slot = second if levels[first] else first
        if level and not levels[slot]:
            marks[slot] = mark
            levels[slot] = bits | level
    return bytes(marks + levels)
