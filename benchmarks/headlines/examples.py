"""Examples: pairs in, lines with a known answer out.

Glued lines; lines that must not be cut (a headline alone, a summary alone, both with a space between them); and, made
by rule, what real pairs hold too little of: hard joins (headline and summary of different pairs, one of them with
capitals, digits or quotes at the join) and wire copy (agency and dateline before the summary).
"""

import random
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pairs import Pair

WHOLE = 0
"""The answer of a line that must not be cut."""

_EASY_END_RE = re.compile(r"(?:^| )[^\W\d_](?:[^\W\d_](?<=[^A-ZА-Я]))*$")
_EASY_START_RE = re.compile(r"[^\W\d_](?:[^\W\d_](?<=[^A-ZА-Я]))+ ")
_AGENCIES = ("AP", "AFP", "Reuters", "UPI", "dpa", "PA", "Canadian Press", "SPACE.com", "TechPress", "Sports Network")
_CITIES = (
    "LONDON", "PARIS", "NEW YORK", "WASHINGTON", "BEIJING", "TOKYO", "BERLIN", "ROME", "MOSCOW", "CAIRO", "BAGHDAD",
    "JERUSALEM", "SAN FRANCISCO", "LOS ANGELES", "CHICAGO", "BOSTON", "ATHENS, Greece", "DUBLIN, Ohio", "TORONTO",
    "SYDNEY, Australia", "KABUL, Afghanistan", "SEOUL, South Korea", "NEW DELHI", "NAIROBI, Kenya", "FRANKFURT",
)  # fmt: skip


class Example(NamedTuple):
    """A line, the place where it must be cut (0: nowhere), and how it was made."""

    text: str
    answer: int
    kind: str
    data_set: str
    language: str


def examples(pairs: Sequence[Pair], seed: int) -> list[Example]:
    """Return every pair glued, some of them as lines that must not be cut, and the lines made by rule."""
    choose = random.Random(seed)
    made = []
    for pair in pairs:
        made.append(_glued(pair, "glued"))
        draw = choose.random()
        if draw < 0.25:
            made.append(_whole(pair, pair.headline, "headline"))
        elif draw < 0.5:
            made.append(_whole(pair, pair.summary, "summary"))
        elif draw < 0.6:
            made.append(_whole(pair, f"{pair.headline} {pair.summary}", "spaced"))
        elif draw < 0.64 and pair.language == "en":
            made.append(_wire(pair, choose))
    return made + list(_crossed(pairs, choose))


def _glued(pair: Pair, kind: str) -> Example:
    return Example(pair.headline + pair.summary, len(pair.headline), kind, pair.data_set, pair.language)


def _whole(pair: Pair, text: str, kind: str) -> Example:
    return Example(text, WHOLE, kind, pair.data_set, pair.language)


def _wire(pair: Pair, choose: random.Random) -> Example:
    """Return a pair in the manner of the wire: ``Title (AP)AP - Text``, ``TitleCITY (AP) -- Text``."""
    agency, city = choose.choice(_AGENCIES), choose.choice(_CITIES)
    style = choose.randrange(5)
    if style < 2:
        pair = pair._replace(headline=f"{pair.headline} ({agency})")
    openings = ("{a} - ", "{a} - {c} - ", "{c} ({a}) - ", "{c} -- ", "{c} ({a}) -- ")
    opening = openings[style].format(a=agency, c=city)
    return _glued(pair._replace(summary=opening + pair.summary), "wire")


def _crossed(pairs: Sequence[Pair], choose: random.Random) -> Iterable[Example]:
    """Yield hard joins: one half of a pair whose words at the join are not plain, with the other half of another."""
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        groups.setdefault((pair.data_set, pair.language), []).append(pair)
    for group in groups.values():
        for pair in group:
            if pair.headline.lower() == pair.headline.upper() or choose.random() < 0.5:
                continue  # a script without case has no easy joins
            if not _EASY_START_RE.match(pair.summary):
                yield _glued(pair._replace(headline=choose.choice(group).headline), "crossed")
            if not _EASY_END_RE.search(pair.headline):
                yield _glued(pair._replace(summary=choose.choice(group).summary), "crossed")
