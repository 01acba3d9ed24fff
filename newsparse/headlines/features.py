"""Features: what speaks for and against a cut, as short keys that the model hashes into weights.

In: a line and one of its places. Out: keys; equal keys share one weight.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from newsparse.headlines.candidates import WINDOW, Place, candidates
from newsparse.headlines.classes import SPACED, UNSPACED, classes
from newsparse.headlines.lexicon import EDGE, core, known, named, strength

_AHEAD = 80
_CASELESS_RE = re.compile(f"[{SPACED}{UNSPACED}m]")
RUN_TOGETHER = frozenset(UNSPACED)
"""Classes of the letters of scripts without spaces."""

STRAIGHT = '"'
FEW = "01122222"
"""A level of the lexicon as unknown, rare or common."""

_ENTITY = "#39;"
_RUN_RE = re.compile(r"(.)\1+")


class Line(NamedTuple):
    """A line as the models see it."""

    text: str
    """As far as it is read; so are the classes."""
    looks: str
    places: list[Place]
    length: int
    """Of the whole line."""
    last: str
    """How the whole line ends: its last character, or three dots."""


def look(text: str) -> Line:
    """Return a line as the model sees it; only its first part is read."""
    looks = classes(text[: WINDOW + _AHEAD])
    if _ENTITY in text:
        looks = _with_entities(text, looks)
    last = "..." if text.endswith("...") else text[-1:]
    return Line(text[: WINDOW + _AHEAD], looks, candidates(text[:WINDOW], looks[:WINDOW]), len(text), last)


def _with_entities(text: str, looks: str) -> str:
    """Return the classes with broken apostrophes (``world#39;s``) as part of their words."""
    for match in re.finditer(_ENTITY, text[: len(looks)]):
        looks = looks[: match.start()] + "llll" + looks[match.end() :]
    return looks


@lru_cache(maxsize=1 << 14)
def shape(looks: str) -> str:
    """Return a class string with its runs folded: ``Ulll`` is ``Ul+``."""
    return _RUN_RE.sub(r"\1+", looks)


def caseless(looks: str) -> bool:
    """Return whether there are letters of a script without case among these classes."""
    return _CASELESS_RE.search(looks) is not None


def best_split(line: Line, place: Place) -> int:
    """Return the strength of the strongest place in the token of this one."""
    token = line.text[place.start : place.end]
    return max([strength(token, other.at - other.start) for other in line.places if other.start == place.start])


def appears(text: str, word: str, start: int, end: int) -> bool:
    """Return whether a word of three letters or more also begins a token outside ``text[start:end]``."""
    word = word.strip(EDGE)
    if len(word) < 3:
        return False
    if start > 0 and (text.startswith(word) or text.find(f" {word}", 0, start) >= 0):
        return True
    return text.find(f" {word}", end) >= 0


def quoted(looks: str, at: int) -> str:
    """Return what single quotes are open before a place and closed after it."""
    before = looks.startswith("'") + looks.count(" '", 0, at) - looks.count("' ", 0, at) - looks.count("',", 0, at)
    after = looks.count("' ", at) + looks.count("',", at) + looks.endswith("'") - looks.count(" '", at)
    return f"{max(-1, min(1, before))}{max(-1, min(2, after))}"


def inside_name(line: Line, place: Place) -> str:
    """Return whether a place cuts a known camel-case name that ends its token, or one that begins it."""
    i, start, end = place
    token = line.text[start:end]
    others = [other.at - start for other in line.places if other.start == start and other.at != i]
    ends = max([named(token[at:]) for at in others if at < i - start], default=0)
    begins = max([named(token[:at]) for at in others if at > i - start], default=0)
    return f"{FEW[ends]}{FEW[begins]}"


def word_keys(line: Line, place: Place) -> list[str]:
    """Return what the words and shapes around a place say."""
    text, looks = line.text, line.looks
    i, start, end = place
    after = looks.find(" ", end + 1)
    after = min(after, end + 40) if after > 0 else end + 40
    before = looks.rfind(" ", 0, start - 1) + 1 if start else 0
    left, right, token, following = text[start:i], text[i:end], text[start:end], text[end + 1 : after]
    pair = looks[i - 1 : i + 1]
    shape_left, shape_right, shape_next = shape(looks[start:i]), shape(looks[i:end]), shape(looks[end + 1 : after])
    core_right, core_next = core(right), core(following)
    rival = f"{FEW[named(text[i - 1 : end])]}{FEW[known(text[start : i - 1])]}{FEW[known(text[start : i + 1])]}"
    whole = known(token)
    levels = f"{whole}{known(left)}{known(right)}"
    name = inside_name(line, place)
    named_again = f"{appears(text, right, start, end):d}{appears(text, left, start, end):d}"
    firm, best = strength(token, i - start), best_split(line, place)
    names = f"{named(token)}{named(left)}{named(right)}"
    again = f"{text.count(token) > 1:d}{text.find(right, end) > 0:d}{text.find(right, 0, start) >= 0:d}"
    return [
        f"A{looks[max(0, i - 3) : i]}|{looks[i : i + 3]}",
        f"B{pair}{shape_next}{looks[end - 1 : end]}",
        f"C{shape_left}|{shape_right}",
        f"D{shape_left}|{shape_right}|{shape_next}",
        f"E{shape(looks[before:start])}{shape_left}",
        f"F{pair[0]}{core_right}",
        f"G{pair[1:]}{core(left)}",
        f"H{core(token)}",
        f"I{shape_right}{core_next}",
        f"J{core_right} {core_next}",
        f"K{core(text[before:start])} {shape_left}",
        f"M{text[max(0, i - 2) : i]}{pair[1:]}",
        f"N{pair[0]}{text[i : i + 2]}",
        f"O{pair}{levels}",
        f"P{shape(looks[start:end])}{whole}",
        f"Q{pair}{again}{whole}",
        f"R{pair}{names}",
        f"T{pair}{rival}",
        f"V{pair}{firm}{best}",
        f"X{pair}{name}",
        f"Z{pair}{named_again}{min(len(left), 4)}{min(len(right), 4)}",
        f"Y{pair[0]}{name}{FEW[firm]}{FEW[best]}",
        f"W{FEW[firm]}{FEW[best]}{firm == best:d}{names}",
        f"U{pair}{FEW[whole]}{FEW[known(left)]}{FEW[known(right)]}{FEW[named(right)]}{rival}",
        f"S{min(i - start, 12)}{min(end - i, 12)}{pair}",
    ]


def letter_keys(line: Line, place: Place) -> list[str]:
    """Return what the letters around a place say in a script without case."""
    text, looks = line.text, line.looks
    i = place.at
    start, end = max(place.start, i - 24), min(place.end, i + 24)
    left, right = text[start:i], text[i:end]
    keys = [
        f"a{looks[max(0, i - 3) : i]}|{looks[i : i + 3]}",
        f"b{looks[max(0, i - 2) : i]}|{looks[i : i + 2]}",
        f"c{text[i - 1]}|{text[i]}",
        f"d{text[max(0, i - 2) : i]}|{text[i]}",
        f"e{text[i - 1]}|{text[i : i + 2]}",
        f"f{text[max(0, i - 2) : i]}",
        f"g{text[max(0, i - 3) : i]}",
        f"h{text[i : i + 2]}",
        f"i{text[i : i + 3]}",
        f"j{text[i : i + 4]}",
        f"k{text[i - 1]}",
        f"l{text[i]}",
        f"m{looks[max(0, i - 6) : i]}",
        f"n{looks[i : i + 6]}",
        f"o{'。' in text[:i]:d}{text.count('、', 0, i)}{' ' in text[:i]:d}",
        f"p{text.startswith(text[i : i + 2])}{text.startswith(text[i : i + 4])}",
    ]
    if looks[i - 1] not in RUN_TOGETHER and looks[i] not in RUN_TOGETHER:
        levels = f"{known(text[place.start : place.end])}{known(left)}{known(right)}"
        keys += [f"q{levels}", f"r{min(len(left), 9)}{min(len(right), 9)}{levels}", f"s{left}", f"t{right}"]
    return keys
