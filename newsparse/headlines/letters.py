"""Letters: what letters and words around a place say of a cut in a script without case, as keys of the model.

In: a line and one of its places. Out: keys; equal keys share one weight.
"""

from bisect import bisect_right
from functools import lru_cache

from newsparse.headlines.features import FEW, appears
from newsparse.headlines.lexicon import known, look_up
from newsparse.headlines.line import Line, runs_together
from newsparse.headlines.place import Place


@lru_cache(maxsize=4)
def _lengths(text: str) -> list[int]:
    return sorted(map(len, text.split()))


def longer_tokens(text: str, length: int) -> int:
    """Return how many tokens of a text are longer than that, as a digit from 0 to 4."""
    lengths = _lengths(text)
    return min(4, len(lengths) - bisect_right(lengths, length))


@lru_cache(maxsize=4)
def _levels(text: str, looks: str) -> str:
    """Return for each place how common the two letters behind it are as a word, as a digit; a dash beside Han."""
    pairs = [text[at : at + 2] if looks[at : at + 2] == "KK" else "" for at in range(len(text))]
    return "".join([f"{look_up(pair)}" if pair else "-" for pair in pairs])


def bigrams(line: Line, at: int) -> str:
    """Return how common the two letters before a place are as a word, the two after it, and the two that it parts."""
    levels = _levels(line.text, line.looks)
    return f"{levels[at - 2]}{levels[at]}{levels[at - 1]}"


def letter_keys(line: Line, place: Place) -> list[str]:
    """Return what the letters around a place say in a script without case."""
    text, looks = line.text, line.looks
    i = place.at
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
    if not runs_together(looks, i):
        return keys + _spaced_keys(line, place)
    pairs = bigrams(line, i)
    return [*keys, f"u{pairs}", f"v{looks[i - 1 : i + 1]}{pairs}", f"w{pairs[2]}{min(i, 120) // 8}"]


def _spaced_keys(line: Line, place: Place) -> list[str]:
    """Return what the words of a token say that a place makes two of, in a script without case but with spaces."""
    text = line.text
    i, start, end = place
    left, right = text[start:i], text[i:end]
    before, after = known(left), known(right)
    levels = f"{known(text[start:end])}{before}{after}"
    sizes = f"{min(len(left), 9)}{min(len(right), 9)}"
    again = f"{appears(text, left, start, end):d}{appears(text, right, start, end):d}"
    longer = longer_tokens(text, end - start)
    known_parts = f"{FEW[before]}{FEW[after]}"
    stopped = f"{line.looks[max(0, start - 2) : start]}{line.looks[end - 1 : end]}"
    return [
        f"q{levels}",
        f"r{sizes}{levels}",
        f"s{left}",
        f"t{right}",
        f"x{longer}{sizes}",
        f"y{again}{known_parts}{min(len(left), 4)}{min(len(right), 4)}",
        f"z{longer}{known_parts}",
        f"A{sizes}{again}",
        f"B{text.count(' ', 0, i)}",
        f"C{stopped}{known_parts}",
        f"D{'. ' in text[:i]:d}{text.endswith('.'):d}{text.count(' ', 0, i) // 4}",
    ]
