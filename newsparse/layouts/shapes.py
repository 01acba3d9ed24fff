"""Shapes: what a line of an aggregator page looks like in a language whose words nobody has listed."""

from collections.abc import Mapping

from newsparse.lazy import pattern

SIGNS: Mapping[str, tuple[str, ...]] = {"place-twice": (",", "،", "，", "、"), "guillemet-end": ("»", ">")}
"""What a line of each shape holds at the least: one of these characters."""
_COMMA_RE = pattern("[,،，、]")
_PARTICLE_RE = pattern("(?<=[^ぁ-ん])[ぁ-ん]+$")
"""Hiragana after a name in other characters: the の of 日本の."""
_CLOSING = ".!?…:;。！？»)"
_HALF_LIMIT = 60
_HALF_WORDS = 6


def find_place_twice(text: str) -> str | None:
    """Return the place that a label names on both sides of its comma, or None when the line is no such label.

    >>> find_place_twice("Canada Latest News, Canada Headlines")
    'Canada'
    >>> find_place_twice("Últimas noticias de Chile, Titulares de Chile")
    'Chile'
    >>> find_place_twice("New York, New York") is None
    True
    """
    if text[-1] in _CLOSING:
        return None
    commas = _COMMA_RE.findall(text)
    if len(commas) != 1:
        return None
    left, _, right = text.partition(commas[0])
    left, right = left.strip(), right.strip()
    if left == right or not left or not right or max(len(left), len(right)) > _HALF_LIMIT:
        return None
    words = left.split(), right.split()
    if max(map(len, words)) > _HALF_WORDS:
        return None
    return _shared(*words) or _shared_opening(left, right)


def has_comma(text: str) -> bool:
    """Tell whether a text holds a comma of any script: without one no place is named twice around it."""
    return "," in text or (not text.isascii() and any(comma in text for comma in SIGNS["place-twice"]))


def ends_in_guillemet(text: str) -> bool:
    """Tell whether a line is a short call to read on, as ``Read more »`` is in any language.

    >>> ends_in_guillemet("Weiterlesen »"), ends_in_guillemet("Er sagte: «Nein, danke»")
    (True, False)
    """
    return text.endswith((" »", "\xa0»", " >>", "»")) and "«" not in text and "“" not in text


def _shared(left: list[str], right: list[str]) -> str | None:
    """Return the words that close, or else open, both halves, if they look like a name.

    Where both hold (``Berita Terbaru Indonesia, Berita Utama Indonesia``) the word for news comes first.
    """
    count = _common(left[::-1], right[::-1])
    words = left[len(left) - count :]
    if not count:
        count = _common(left, right)
        words = left[:count]
    while words and words[0][0].islower():  # "de Chile", "in den Niederlanden"
        words = words[1:]
    return " ".join(words) if words and count < max(len(left), len(right)) else None


def _common(left: list[str], right: list[str]) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count


def _shared_opening(left: str, right: str) -> str | None:
    """Return the common opening of halves that are written without spaces (Chinese, Japanese, Thai)."""
    if " " in left or " " in right or left[0].lower() != left[0].upper():
        return None
    count = _common(list(left), list(right))
    return _PARTICLE_RE.sub("", left[:count]) if 2 <= count < min(len(left), len(right)) else None
