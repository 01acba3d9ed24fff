"""Context: what the line as a whole says of a cut, and of leaving the line whole, as keys of the model."""

from newsparse.headlines.lexicon import core
from newsparse.headlines.line import Line, caseless, shape
from newsparse.headlines.marks import quoted
from newsparse.headlines.place import Place
from newsparse.headlines.quick import STRAIGHT, STRAIGHTS, ratio
from newsparse.lazy import pattern

_DATELINE_RE = pattern(
    r"(?:[^\W\d_][\w.'’-]*+[ ,/]{1,2}){0,6}+[^\W\d_][\w.'’-]*+ ?(?:\([^()]{2,30}\) ?)?(?P<mark>--|[-–—:])[ \w]"
)


_TAIL_RE = pattern(r"(?:\| ?|[-–—] |\()[^|()–—-]{2,30}\)?$")


def line_keys(line: Line, place: Place, rank: int) -> list[str]:
    """Return what the text before and after a place says."""
    text, looks = line.text, line.looks
    i = place.at
    pair = looks[i - 1 : i + 1]
    kind = "z" if caseless(pair) else "y"
    caps = ratio(looks.count(" U", 0, i), looks.count(" l", 0, i))
    caps_after = ratio(looks.count(" U", i, i + 70), looks.count(" l", i, i + 70))
    closing = quoted(text, looks, i)
    brackets = looks.count("(", 0, i) - looks.count(")", 0, i)
    quotes = f"{looks.count(STRAIGHT, 0, i) & 1}{max(-1, min(2, brackets))}"
    stops = min(3, looks.count(". ", 0, i)) * 4 + min(3, looks.count("! ", 0, i))
    tail = _TAIL_RE.search(text, max(0, i - 36), i)
    repeat = repeated(text, i)
    dateline = _DATELINE_RE.match(text, i, i + 60)
    filed = f"{dateline['mark']}{shape(looks[i : i + 4])}" if dateline else ""
    same = tail is not None and text.startswith(tail[0].strip("|-–—() "), i)
    zone = min(i, 200) // 25
    return [
        f"A{kind}{min(i, 250) // 8}",
        f"B{kind}{min(line.length - i, 400) // 20}",
        f"D{kind}{pair}{caps}{caps_after}",
        f"E{kind}{caps_after}{zone}",
        f"G{kind}{pair}{quotes}",
        f"S{kind}{pair}{quotes}{looks.count('(', i) - looks.count(')', i)}",
        f"H{kind}{pair}{stops}",
        f"I{kind}{stops}{zone}",
        f"J{kind}{pair}{repeat}",
        f"K{kind}{pair}{filed}",
        f"L{kind}{pair}{tail[0][:1] if tail else ''}{same:d}",
        f"M{kind}{min(rank, 5)}{min(len(line.places), 6)}",
        f"N{kind}{pair}{zone}",
        f"O{kind}{text[i]}{quotes}",
        f"P{kind}{pair}{closing}",
        f"R{pair[0] in STRAIGHTS:d}{closing}" if closing else f"R{kind}",
        f"Q{looks[i - 2 : i + 3]}{closing}" if closing else f"Q{kind}",
    ]


def repeated(text: str, at: int) -> int:
    """Return how much of the text after a place is also found before it, as a digit from 0 to 4."""
    found = 0
    for size in (2, 4, 8, 16):
        if at + size > len(text) or text.find(text[at : at + size], 0, at) < 0:
            break
        found += 1
    return found


def whole_keys(line: Line) -> list[str]:
    """Return what speaks for leaving the line whole."""
    text, looks = line.text, line.looks
    early = ratio(looks.count(" U", 0, 60), looks.count(" l", 0, 60))
    late = ratio(looks.count(" U", 60, 200), looks.count(" l", 60, 200))
    stops = min(3, looks.count(". U")) * 4 + min(3, looks.count("! "))
    last = line.last
    size = min(line.length, 600) // 12
    first = core(text[: max(0, text.find(" "))])[:16]
    strong = min(3, looks.count("lU"))
    return [
        "!",
        f"!a{size}",
        f"!b{early}{late}",
        f"!c{size // 2}{last}",
        f"!d{stops}{last}",
        f"!e{min(len(line.places), 8)}{strong}",
        f"!f{size // 2}{early}",
        f"!g{size // 2}{strong}",
        f"!h{shape(looks[:2])}{size // 3}",
        f"!i{first}",
        f"!j{size // 3}{stops}{last in '.…' or last == '...':d}",
        f"!k{last}{early}",
    ]
