"""Quick: the few keys by which the first model judges every place, and leaving the line whole.

In: a line and one of its places. Out: keys. Most lines are decided by them alone, so each must cost next to nothing.
"""

from newsparse.headlines.features import FEW, appears, pieces
from newsparse.headlines.letters import bigrams, longer_tokens
from newsparse.headlines.lexicon import known, named, strength, word_of
from newsparse.headlines.line import Line, runs_together, shape
from newsparse.headlines.marks import quoted
from newsparse.headlines.place import Place

STRAIGHT = '"'
STRAIGHTS = "'\""


def ratio(part: int, rest: int) -> int:
    """Return the share of ``part`` as a digit from 0 to 8; 9 when there is nothing to share."""
    return 9 if part + rest == 0 else part * 8 // (part + rest)


def inside_keys(token: str, looks: str, at: int, best: int) -> tuple[str, ...]:
    """Return what the token alone says of a place in it; ``best`` is the strength of the token's strongest place."""
    whole, left, right = word_of(token), word_of(token[:at]), word_of(token[at:])
    pair = looks[at - 1 : at + 1]
    rival = f"{FEW[named(token[at - 1 :])]}{FEW[known(token[: at - 1])]}{FEW[left.level]}{FEW[right.level]}"
    firm = strength(token, at)
    return (
        f"1{looks[max(0, at - 8) : at]}|{looks[at : at + 8]}",
        f"2{pair[0]}{right.core}",
        f"3{pair}{whole.level}{left.level}{right.level}{whole.name}",
        f"6{pair}{rival}",
        f"8{shape(looks[:at])}|{shape(looks[at:])}",
        f"9{pair}{firm}{best}",
        f"0{FEW[firm]}{FEW[best]}{firm == best:d}{whole.name}",
        f"a{pair}{pieces(token, looks, at)}",
    )


def outside_keys(line: Line, place: Place) -> tuple[str, ...]:
    """Return what the text around the token says."""
    looks = line.looks
    i = place.at
    pair = looks[i - 1 : i + 1]
    caps = ratio(looks.count(" U", 0, i), looks.count(" l", 0, i))
    caps_after = ratio(looks.count(" U", i, i + 70), looks.count(" l", i, i + 70))
    inside = f"{looks.count(STRAIGHT, 0, i) & 1}{looks.count('(', 0, i) - looks.count(')', 0, i)}"
    marked: tuple[str, ...] = ()
    if "'" in pair or STRAIGHT in pair:
        closing = quoted(line.text, looks, i)
        inside = f"{inside}{closing}"
        marked = (f"b{pair[0] in STRAIGHTS:d}{closing}", f"c{pair}{closing}")
    return (
        f"4{pair}{caps}{caps_after}{min(i, 159) // 32}",
        f"5{pair}{inside}{looks[place.end + 1 : place.end + 2]}",
        f"7{min(i, 250) // 8}",
        *marked,
    )


def letter_keys(line: Line, place: Place) -> tuple[str, ...]:
    """Return what the letters around a place say in a script without case."""
    return letter_looks(line, place) + letter_groups(line, place)


def letter_looks(line: Line, place: Place) -> tuple[str, ...]:
    """Return what only the kinds of letters and the known words around a place say."""
    text, looks = line.text, line.looks
    i, start, end = place
    kinds = f"A{looks[i - 2 : i]}|{looks[i : i + 2]}"
    if runs_together(looks, i):
        return kinds, f"F{i // 4}"
    before, after = known(text[start:i]), known(text[i:end])
    levels = f"{known(text[start:end])}{before}{after}"
    longer = longer_tokens(text, end - start)
    return (
        kinds,
        f"G{levels}",
        f"H{min(i - start, 6)}{min(end - i, 6)}",
        f"I{i // 16}",
        f"J{longer}{min(end - start, 15)}",
        f"L{FEW[before]}{FEW[after]}{longer}{text.find('. ', 0, i) >= 0:d}",
    )


def letter_groups(line: Line, place: Place) -> tuple[str, ...]:
    """Return the letters around a place, in twos and threes; beside Han, how common the bigrams are."""
    text, looks = line.text, line.looks
    i, start, end = place
    letters = f"B{text[i - 2 : i]}", f"C{text[i : i + 2]}", f"D{text[i - 1 : i + 1]}", f"E{text[i : i + 3]}"
    if runs_together(looks, i):
        return *letters, f"K{bigrams(line, i)}"
    return *letters, f"M{appears(text, text[start:i], start, end):d}{appears(text, text[i:end], start, end):d}"


def whole_keys(line: Line) -> tuple[str, ...]:
    """Return the keys of leaving the line whole."""
    looks = line.looks
    size = min(line.length, 500) // 12
    strong = min(3, looks.count("lU"))
    early = ratio(looks.count(" U", 0, 60), looks.count(" l", 0, 60))
    return (
        f"!{size}{strong}",
        f"?{size // 3}{line.last}{min(3, looks.count('. '))}",
        f"*{early}{size // 3}{line.last}",
        f"-{looks[:1]}{min(len(line.places), 6)}{size // 4}",
    )
