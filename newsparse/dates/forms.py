"""Words as they stand in print, and short strings by which to find them.

In: names from the tables. Out: their printed forms, patterns of them, and stems for a search by substring.
"""

import re
from collections.abc import Collection


def printed(names: dict[str, int], small: bool) -> dict[str, int]:
    """Return the names as print writes them: Capital, CAPITALS and, where the language does so, small."""
    found: dict[str, int] = {}
    for name, number in names.items():
        for form in (name[0].upper() + name[1:], name.upper(), name if small else ""):
            if form:
                found.setdefault(form, number)
    return found


def longest_first(forms: Collection[str]) -> list[str]:
    """Return the forms in an order in which no form hides a longer one."""
    return sorted(forms, key=lambda form: (-len(form), form))


def any_of(forms: Collection[str]) -> str:
    """Return an alternation of the forms, which never matches when there is none."""
    return "|".join(re.escape(form) for form in longest_first(forms)) or "(?!)"


def stems_of(forms: Collection[str]) -> tuple[str, ...]:
    """Return few strings of three letters or more such that every form holds one, the widest-spread first.

    Each is a part of its forms' longest words, the rarest, and as long as they allow: the longer a string is, the
    fewer steps does it take to find it. The forms that hold a string are kept as the bits of a number, since the first
    date of a run waits for this.
    """
    forms = list(dict.fromkeys(forms))
    held: dict[str, int] = {}
    for number, form in enumerate(forms):
        word = max(form.split(), key=len)
        word = word if len(word) > 2 else form
        for size in (3, 4):
            for start in range(max(1, len(word) - size + 1)):
                stem = word[start : start + size]
                held[stem] = held.get(stem, 0) | 1 << number
    stems: list[str] = []
    while held:
        _, _, stem = max([(_worth(stem, bits.bit_count()), len(stem), stem) for stem, bits in held.items()])
        found = held[stem]
        stems.append(_widened(stem, [form for number, form in enumerate(forms) if found >> number & 1]))
        held = {other: left for other, bits in held.items() if (left := bits & ~found)}
    return tuple(stems)


def _worth(stem: str, count: int) -> int:
    """Return how many forms a stem stands for, none for a short one that few share: many other words hold it."""
    return count if len(stem) > 3 or stem.isupper() or count > 9 else 0


def _widened(stem: str, forms: Collection[str]) -> str:
    """Return the longest part around a stem, without a space, that all its forms hold."""
    form = min(forms)
    start, end = form.find(stem), form.find(stem) + len(stem)
    while end < len(form) and form[end] != " " and all(form[start : end + 1] in other for other in forms):
        end += 1
    while start and form[start - 1] != " " and all(form[start - 1 : end] in other for other in forms):
        start -= 1
    return form[start:end]


def by_stem(forms: Collection[str], stems: tuple[str, ...]) -> dict[str, tuple[tuple[int, str], ...]]:
    """Group the forms by the stems that they hold, each with the letter before it, the longest first.

    A form that begins with its stem is under the stem alone.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for form in longest_first(set(forms)):
        for stem in stems:
            at = form.find(stem)
            if at >= 0:
                found.setdefault(form[max(0, at - 1) : at + len(stem)], []).append((at, form))
    return {key: tuple(pairs) for key, pairs in found.items()}


def by_tail(forms: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Group the forms by their last two letters, the longest first."""
    tails: dict[str, list[str]] = {}
    for form in longest_first(forms):
        tails.setdefault(form[-2:], []).append(form)
    return {tail: tuple(found) for tail, found in tails.items()}
