"""What a story is about: its running text in; the words that carry meaning, and a line's share of them, out."""

from collections.abc import Sequence, Set

from newsparse.roles.shape import HEAD, Shape, words_of

TOPIC_LINES = 10
STEM = 5
SHORT_STEM = 2
"""Letters that a word is known by, for its end changes with the sentence; syllables where a letter is one (Hangul)."""

UNSPACED = "\u0e00"
"""From this letter on scripts do not space their words; Georgian and Ethiopic, which do, lose little."""

SYLLABLES = "\uac00"


def telling(words: Sequence[str]) -> set[str]:
    """Return the beginnings of a line's words that carry meaning, or pairs of signs where words are not spaced."""
    if not words or max(words) < UNSPACED:  # most lines; told several times as fast as by each word
        return {word[:STEM] for word in words if len(word) > 3}
    found: set[str] = set()
    for word in words:
        first = word[0]
        if first < UNSPACED:
            if len(word) > 3:
                found.add(word[:STEM])
        elif first >= SYLLABLES:
            found.add(word[:SHORT_STEM])
        else:
            found.update([word[at : at + 2] for at in range(min(len(word), HEAD) - 1)])
    return found


def topic_of(lines: Sequence[tuple[str, Shape]]) -> frozenset[str]:
    """Return the words that carry meaning in the first lines of running text."""
    return frozenset().union(*[telling(words_of(*line)) for line in lines[:TOPIC_LINES]])


def share_of(words: Set[str], topic: Set[str]) -> float:
    """Return how many of a line's telling words the running text has."""
    return len(words & topic) / len(words) if words else 0.0
