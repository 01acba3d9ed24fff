"""What a story is about: its running text in; the words that carry meaning, and a line's share of them, out."""

from collections.abc import Sequence

from newsparse.roles.shape import Shape, words_of

TOPIC_LINES = 10


def content(words: list[str]) -> set[str]:
    """Return those words of a line that carry meaning, or its pairs of signs where words are not spaced."""
    telling = {word for word in words if len(word) > 3}
    if len(words) < 4 and words and max(map(len, words)) > 14:
        joined = "".join(words)[:120]
        telling = {joined[at : at + 2] for at in range(len(joined) - 1)}
    return telling


def topic_of(lines: Sequence[tuple[str, Shape]]) -> frozenset[str]:
    """Return the words that carry meaning in the first lines of running text."""
    return frozenset().union(*[content(words_of(*line)) for line in lines[:TOPIC_LINES]])


def share_of(shape: Shape, topic: frozenset[str]) -> float:
    """Return how many of a line's words the running text has."""
    if len(shape.words) > 3 and topic.isdisjoint(shape.words):
        return 0.0  # as for every other line, and told without making a set
    words = content(shape.words)
    return len(words & topic) / len(words) if words else 0.0
