"""Features: what speaks for and against a cut, as short keys that the model hashes into weights.

In: a line's text, its class string and a place. Out: keys; equal keys share one weight.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from newsparse.headlines.candidates import WINDOW, candidates
from newsparse.headlines.classes import SPACED, UNSPACED, classes
from newsparse.headlines.lexicon import level

EDGE = ".,;:!?\"'()[]{}“”‘’„«»…-–—|।॥¿¡*•"
STRAIGHT = "\""
_CASELESS = SPACED + UNSPACED
_RUN_RE = re.compile(r"(.)\1+")
_DATELINE_RE = re.compile(
    r"(?:[^\W\d_][\w.'’-]*+[ ,/]{1,2}){0,6}+[^\W\d_][\w.'’-]*+ ?(?:\([^()]{2,30}\) ?)?(?P<mark>--|[-–—:])[ \w]"
)
_TAIL_RE = re.compile(r"(?:\| ?|[-–—] |\()[^|()–—-]{2,30}$")


class Line(NamedTuple):
    """A line as the model sees it: its text, its classes, the places proposed and facts of the whole line."""

    text: str
    looks: str
    places: list[int]
    length: int


@lru_cache(maxsize=1 << 14)
def shape(looks: str) -> str:
    """Return a class string with its runs folded: ``Ulll`` is ``Ul+``."""
    return _RUN_RE.sub(r"\1+", looks)


@lru_cache(maxsize=1 << 14)
def core(word: str) -> str:
    """Return a token as the lexicon holds it: lower case, without punctuation at its edges."""
    return word.strip(EDGE).lower()


def ratio(part: int, rest: int) -> int:
    """Return the share of ``part`` as a digit from 0 to 8; 9 when there is nothing to share."""
    return 9 if part + rest == 0 else part * 8 // (part + rest)


def log_bucket(n: int) -> int:
    """Return the number of bits, a coarse logarithm."""
    return n.bit_length()


def cut_keys(line: Line, rank: int) -> list[str]:
    """Return the keys of one proposed place."""
    i = line.places[rank]
    if line.looks[i - 1] in _CASELESS or line.looks[i : i + 1] in _CASELESS or line.looks[i - 1] == "m":
        return _caseless_keys(line, i) + _line_keys(line, rank, "z")
    return _word_keys(line, i) + _line_keys(line, rank, "a")


def _word_keys(line: Line, i: int) -> list[str]:
    text, looks = line.text, line.looks
    start = text.rfind(" ", 0, i) + 1
    end = text.find(" ", i)
    end = end if end > 0 else len(text)
    after = text.find(" ", end + 1)
    after = after if after > 0 else len(text)
    before = text.rfind(" ", 0, max(0, start - 1)) + 1
    end, after = min(end, i + 60), min(after, end + 60)
    left, right, token = text[start:i], text[i:end], text[start:end]
    following, previous = text[end + 1 : after], text[before : max(0, start - 1)]
    pair = looks[i - 1 : i + 1]
    shape_left, shape_right = shape(looks[start:i]), shape(looks[i:end])
    shape_next = shape(looks[end + 1 : after])
    core_left, core_right, core_token, core_next = core(left), core(right), core(token), core(following)
    known = f"{level(core_token)}{level(core_left)}{level(core_right)}"
    again = f"{text.count(token) > 1:d}{text.find(right, end) > 0:d}{text.find(right, 0, start) >= 0:d}"
    return [
        f"A{looks[max(0, i - 3) : i]}|{looks[i : i + 3]}",
        f"B{pair}{shape_next}{looks[end - 1 : end]}",
        f"C{shape_left}|{shape_right}",
        f"D{shape_left}|{shape_right}|{shape_next}",
        f"E{shape(looks[before:start])}{shape_left}",
        f"F{pair[0]}{core_right}",
        f"G{pair[1:]}{core_left}",
        f"H{core_token}",
        f"I{shape_right}{core_next}",
        f"J{core_right} {core_next}",
        f"K{core(previous)} {shape_left}",
        f"L{text[i - 1]}{text[i : i + 1]}",
        f"M{text[max(0, i - 2) : i]}{pair[1:]}",
        f"N{pair[0]}{text[i : i + 2]}",
        f"O{pair}{known}",
        f"P{shape(looks[start:end])}{known[0]}",
        f"Q{pair}{again}{known[0]}",
        f"R{pair}{text.startswith(right) and i > len(right):d}{len(left)}",
        f"S{min(len(left), 12)}{min(len(right), 12)}{pair}",
    ]


def _line_keys(line: Line, rank: int, kind: str) -> list[str]:
    text, looks = line.text, line.looks
    i = line.places[rank]
    pair = looks[i - 1 : i + 1]
    caps = ratio(looks.count(" U", 0, i), looks.count(" l", 0, i))
    caps_after = ratio(looks.count(" U", i, i + 70), looks.count(" l", i, i + 70))
    quotes = f"{looks.count(STRAIGHT, 0, i) & 1}{text.count('“', 0, i) - text.count('”', 0, i)}"
    brackets = f"{looks.count('(', 0, i) - looks.count(')', 0, i)}"
    stops = min(3, looks.count(". ", 0, i)) * 4 + min(3, looks.count("! ", 0, i))
    head = text[max(0, i - 40) : i]
    tail = _TAIL_RE.search(head)
    repeat = 0
    for n in (2, 4, 8, 16):
        repeat += i + n <= len(text) and text.find(text[i : i + n], 0, i) >= 0
    dateline = _DATELINE_RE.match(text, i, i + 60)
    mark = dateline["mark"] if dateline else ""
    filed = f"{mark}{shape(looks[i : i + 4])}" if mark else ""
    named = tail is not None and text.startswith(tail[0].strip("|-–—() "), i)
    return [
        f"a{kind}{min(i, 250) // 8}",
        f"b{kind}{min(line.length - i, 400) // 20}",
        f"c{kind}{pair}{caps}",
        f"d{kind}{pair}{caps}{caps_after}",
        f"e{kind}{caps_after}{min(i, 200) // 25}",
        f"f{kind}{pair}{quotes}",
        f"g{kind}{pair}{brackets}{quotes}",
        f"h{kind}{pair}{stops}",
        f"i{kind}{stops}{min(i, 200) // 25}",
        f"j{kind}{pair}{repeat}",
        f"k{kind}{pair}{filed}",
        f"l{kind}{pair}{tail[0][:1] if tail else ''}{named:d}",
        f"m{kind}{min(rank, 5)}{min(len(line.places), 6)}",
        f"n{kind}{pair}{min(i, 200) // 25}",
        f"o{kind}{text[i:i+1]}{quotes}",
    ]


def _caseless_keys(line: Line, i: int) -> list[str]:
    text, looks = line.text, line.looks
    start = max(text.rfind(" ", 0, i) + 1, i - 24)
    end = text.find(" ", i, i + 24)
    end = end if end > 0 else min(len(text), i + 24)
    left, right = text[start:i], text[i:end]
    spaced = looks[i - 1] in "DAGm" or looks[i : i + 1] in "DAG"
    keys = [
        f"0{looks[max(0, i - 3) : i]}|{looks[i : i + 3]}",
        f"1{looks[max(0, i - 2) : i]}|{looks[i : i + 2]}",
        f"2{text[i - 1]}|{text[i : i + 1]}",
        f"3{text[max(0, i - 2) : i]}|{text[i : i + 1]}",
        f"4{text[i - 1]}|{text[i : i + 2]}",
        f"5{text[max(0, i - 2) : i]}",
        f"6{text[max(0, i - 3) : i]}",
        f"7{text[i : i + 2]}",
        f"8{text[i : i + 3]}",
        f"9{text[i : i + 4]}",
        f"!{text[i - 1]}",
        f"?{text[i : i + 1]}",
        f"<{looks[max(0, i - 6) : i]}",
        f">{looks[i : i + 6]}",
        f"#{text.find('。', 0, i) >= 0:d}{text.count('、', 0, i)}{text.find(' ', 0, i) >= 0:d}",
    ]
    if spaced:
        known = f"{level(core(text[start:end]))}{level(core(left))}{level(core(right))}"
        keys += [f"%{known}", f"&{min(len(left), 9)}{min(len(right), 9)}{known}", f"({left}", f"){right}"]
    return keys


def null_keys(line: Line) -> list[str]:
    """Return the keys of leaving the line whole."""
    text, looks = line.text, line.looks
    caps = ratio(looks.count(" U"), looks.count(" l"))
    early = ratio(looks.count(" U", 0, 60), looks.count(" l", 0, 60))
    late = ratio(looks.count(" U", 60, 200), looks.count(" l", 60, 200))
    stops = min(3, looks.count(". U")) * 4 + min(3, looks.count("! "))
    last = text[-3:] if text.endswith("...") else text[-1:]
    size = min(line.length, 600) // 12
    first = core(text[: max(0, text.find(" "))])[:16]
    strong = looks.count("lU")
    script = shape(looks[:2])
    return [
        "!",
        f"!a{size}",
        f"!b{early}{late}",
        f"!c{size // 2}{last}",
        f"!d{stops}{last}",
        f"!e{min(len(line.places), 8)}{min(strong, 3)}",
        f"!f{size // 2}{caps}",
        f"!g{size // 2}{min(strong, 3)}",
        f"!h{script}{size // 3}",
        f"!i{first}",
        f"!j{size // 3}{stops}{last in '.…' or last == '...':d}",
        f"!k{last}{caps}",
    ]


def look(text: str) -> Line:
    """Return a line as the model sees it; only its first part is read."""
    looks = classes(text[:WINDOW])
    return Line(text[: WINDOW + 100], looks, candidates(text[:WINDOW], looks), len(text))
