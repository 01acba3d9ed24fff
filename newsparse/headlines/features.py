"""Features: what the words around a place say for and against a cut, as short keys that the model hashes into weights.

In: a line and one of its places. Out: keys; equal keys share one weight.
"""

import re

from newsparse.headlines.lexicon import EDGE, core, known, named, strength, word_of
from newsparse.headlines.line import Line, shape
from newsparse.headlines.place import Place

FEW = "01122222"
"""A level of the lexicon as unknown, rare or common."""

_LONGEST_PIECE = 24
_LAST_RE = re.compile(r"(?:U?l++|U++|d++)$")
_FIRST_RE = re.compile(r"U?l++|U++(?!l)|d++")

_LONGEST_TOKEN = 60
"""A longer one is no word, but a line of a script without spaces."""


def best_split(line: Line, place: Place) -> int:
    """Return the strength of the strongest place in the token of this one."""
    at, start, end = place
    token = line.text[start:end]
    if end - start > _LONGEST_TOKEN:
        return strength(token, at - start)
    return max([strength(token, other.at - start) for other in line.places if other.start == start])


def appears(text: str, word: str, start: int, end: int) -> bool:
    """Tell whether a word of three letters or more also begins a token outside ``text[start:end]``."""
    word = word.strip(EDGE)
    if len(word) < 3:
        return False
    if start > 0 and (text.startswith(word) or text.find(f" {word}", 0, start) >= 0):
        return True
    return text.find(f" {word}", end) >= 0


def inside_name(line: Line, place: Place) -> str:
    """Tell whether a place cuts a known camel-case name that ends its token, or one that begins it."""
    i, start, end = place
    token = line.text[start:end]
    if end - start > _LONGEST_TOKEN:
        return "00"
    others = [other.at - start for other in line.places if other.start == start and other.at != i]
    ends = max([named(token[at:]) for at in others if at < i - start], default=0)
    begins = max([named(token[:at]) for at in others if at > i - start], default=0)
    return f"{FEW[ends]}{FEW[begins]}"


def pieces(token: str, looks: str, at: int) -> str:
    """Return how common the words are that touch at a place, and how they are written within a sentence.

    A word ends where the case changes, so that ``Post`` closes ``HarbourPost`` and ``Daily`` opens ``DailyNews``.
    """
    before = _LAST_RE.search(looks, max(0, at - _LONGEST_PIECE), at)
    after = _FIRST_RE.match(looks, at, at + _LONGEST_PIECE)
    start, end = before.start() if before else at, after.end() if after else at
    left, right = word_of(token[start:at]), word_of(token[at:end])
    return f"{left.manner}{FEW[left.level]}{right.manner}{right.level}{start > 0:d}{end < len(token):d}"


def word_keys(line: Line, place: Place) -> list[str]:
    """Return what the words and shapes around a place say."""
    return _shape_keys(line, place) + _lexicon_keys(line, place)


def _shape_keys(line: Line, place: Place) -> list[str]:
    text, looks = line.text, line.looks
    i, start, end = place
    after = looks.find(" ", end + 1)
    after = min(after, end + 40) if after > 0 else end + 40
    before = looks.rfind(" ", 0, start - 1) + 1 if start else 0
    pair = looks[i - 1 : i + 1]
    left, right, following = shape(looks[start:i]), shape(looks[i:end]), shape(looks[end + 1 : after])
    next_word = core(text[end + 1 : after])
    return [
        f"A{looks[max(0, i - 3) : i]}|{looks[i : i + 3]}",
        f"B{pair}{following}{looks[end - 1 : end]}",
        f"C{left}|{right}",
        f"D{left}|{right}|{following}",
        f"E{shape(looks[before:start])}{left}",
        f"I{right}{next_word}",
        f"J{core(text[i:end])} {next_word}",
        f"K{core(text[before:start])} {left}",
        f"M{text[max(0, i - 2) : i]}{pair[1:]}",
        f"N{pair[0]}{text[i : i + 2]}",
        f"S{min(i - start, 12)}{min(end - i, 12)}{pair}",
    ]


def _lexicon_keys(line: Line, place: Place) -> list[str]:
    text, looks = line.text, line.looks
    i, start, end = place
    left, right, token = text[start:i], text[i:end], text[start:end]
    pair = looks[i - 1 : i + 1]
    whole, before, after = word_of(token), word_of(left), word_of(right)
    rival = f"{FEW[named(text[i - 1 : end])]}{FEW[known(text[start : i - 1])]}{FEW[known(text[start : i + 1])]}"
    name = inside_name(line, place)
    named_again = f"{appears(text, right, start, end):d}{appears(text, left, start, end):d}"
    firm, best = strength(token, i - start), best_split(line, place)
    names = f"{whole.name}{before.name}{after.name}"
    touching = pieces(token, looks[start:end], i - start)
    following = word_of(text[end + 1 : text.find(" ", end + 1, end + 40)])
    again = f"{text.count(token) > 1:d}{text.find(right, end) > 0:d}{text.find(right, 0, start) >= 0:d}"
    return [
        f"F{pair[0]}{after.core}",
        f"G{pair[1:]}{before.core}",
        f"H{whole.core}",
        f"O{pair}{whole.level}{before.level}{after.level}",
        f"P{shape(looks[start:end])}{whole.level}",
        f"Q{pair}{again}{whole.level}",
        f"R{pair}{names}",
        f"T{pair}{rival}",
        f"U{pair}{FEW[whole.level]}{FEW[before.level]}{FEW[after.level]}{FEW[after.name]}{rival}",
        f"V{pair}{firm}{best}",
        f"W{FEW[firm]}{FEW[best]}{firm == best:d}{names}",
        f"X{pair}{name}",
        f"Y{pair[0]}{name}{FEW[firm]}{FEW[best]}",
        f"Z{pair}{named_again}{min(len(left), 4)}{min(len(right), 4)}",
        f"u{pair}{touching}",
        f"v{pair}{touching}{name}",
        f"w{pair[0]}{touching[2:4]}{following.manner}{FEW[following.level]}",
        f"x{pair}{touching}{named_again}",
    ]
