"""Copies: an outline and lines of a body in; the lines that say again what others of the body say, out.

A page may hold its article twice: laid out for screens of two sizes, or whole in one block for machines to read.
"""

import itertools
from collections.abc import Collection

from newsparse.html.body.outline import Outline

_SHORTEST = 60
"""Characters of a text that is not said twice by chance."""
_WHOLE, _SHARE, _HELD = 800, 3, 2
"""A block that holds others has so many characters, a third of the body, and half of it is other blocks."""
_MOST = 400
"""Lines that are looked for in another."""


def copies_in(outline: Outline, body: Collection[int]) -> set[int]:
    """Return the lines of a body that are copies: all equal ones save the first, and any that holds many others."""
    texts = outline.texts
    first: dict[str, int] = {}
    copies: set[int] = set()
    total = 0
    for line in sorted(body):
        text = texts[line]
        if len(text) >= _SHORTEST:
            if first.setdefault(text, line) != line:
                copies.add(line)
            else:
                total += len(text)
    for text, line in first.items():
        if len(text) >= _WHOLE and len(text) * _SHARE >= total:
            others = itertools.islice(first, _MOST)
            held = sum([len(other) for other in others if len(other) < len(text) and other in text])
            if held * _HELD >= len(text):
                copies.add(line)
    return copies
