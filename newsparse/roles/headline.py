"""One story has one headline: the states of a page in, the same states out with one headline and its repeats.

Of several lines that the model takes for the headline and that do not repeat each other one is the headline; one
above it is a menu's, one below it the standfirst.
"""

from collections.abc import Iterable, Mapping, Sequence

from newsparse.lazy import pattern
from newsparse.letters import letters_of

LEAST = 20
"""Letters that a printing of a headline has more of, for a line that holds it to be known by it."""

TITLES = frozenset(["related_item", "related_headline", "nav", "other", "heading"])
BELOW = frozenset(["byline", "timestamp"])
APART = 2
"""Lines from the first headline to one further down that can be a better one: what stands right below is its deck."""

BULLETS = "•·●■▶►◆*▪‣○◦✓"
PATH_SIGNS = ("»", " > ", " › ", " / ")
_TAIL_RE = pattern(r"\s+[|•·*»:–—-]+\s+|\s*\|\s*")
"""What stands between a headline and the name of the site behind it."""
_SIGNS = 8
"""Signs and spaces by which the length of two printings of a headline may differ."""
KEY = 40
"""Letters by which two printings of a headline are compared; one may go on with the site's name."""


def _key(text: str) -> str:
    """Return what two printings of a headline are compared by; the beginning of a long line will do."""
    return letters_of(text[: 3 * KEY])


def _same(one: str, two: str) -> bool:
    """Say whether two keys are printings of one headline: one begins, or for the most part holds, the other."""
    short, long = sorted((one, two), key=len)
    return bool(short) and (long.startswith(short[:KEY]) or short in long)


def _listed(text: str) -> bool:
    """Say whether a line is an entry of a list or a path of sections, which may end in the headline."""
    number = text[:3].partition(".")
    return text[0] in BULLETS or (number[0].isdigit() and bool(number[1])) or any([sign in text for sign in PATH_SIGNS])


def one_headline(texts: Sequence[str], states: Sequence[str], worth: Mapping[int, float]) -> list[str]:
    """Return the states with one headline and its repeats.

    ``worth`` says for each line that the model took for a headline how good a one it is. The first is kept, unless
    one that stands apart from it is better: then the first was a menu's. One below the story's first paragraph heads
    something else. What stands under the headline and does not repeat it is a standfirst.
    """
    printings = [at for at, state in enumerate(states) if state == "headline"]
    kept = list(states)
    if not printings:
        return _doubled(texts, kept)
    alone = [at for at in printings if not _listed(texts[at])] or _under(texts, states, printings[0])
    keys = {at: _key(texts[at]) for at in alone}
    alone = [at for at in alone if not _holds(keys[at], keys.values())]
    best = alone[0]
    story = states.index("body") if "body" in states else len(states)
    for at in alone[1:]:
        if (at < story or best > story) and at - best >= APART and worth[at] > worth[best]:
            best = at
    kept[best] = "headline"
    for at in printings:
        if at not in alone or (at != best and not _same(keys[best], keys[at])):
            kept[at] = "nav" if at < best or at not in alone else "standfirst"
    return kept


def title_end(text: str, texts: Sequence[str]) -> int:
    """Return where a headline ends, if what the page is called goes on behind it with the names of section and site.

    That is so where another line says the headline alone.

    >>> title = "Ferry back after nine-day strike - News | Coast Herald"
    >>> title[: title_end(title, [title, "Home", "Ferry back after nine-day strike"])]
    'Ferry back after nine-day strike'
    """
    ends = [sign.start() for sign in _TAIL_RE.finditer(text)]
    if not ends:
        return len(text)
    keys = {end: letters_of(text[:end]) for end in ends}
    sought = {key for key in keys.values() if len(key) > LEAST}
    near = {
        letters_of(other) for other in texts if sought and abs(len(other) - ends[-1]) <= ends[-1] - ends[0] + _SIGNS
    }
    return max([end for end, key in keys.items() if key in near & sought], default=len(text))


def _doubled(texts: Sequence[str], states: list[str]) -> list[str]:
    """Return the states with a title that is printed twice, right above who wrote it or when, made the headline."""
    for at in range(len(states) - 2):
        if states[at] in TITLES and states[at + 1] in TITLES and BELOW.intersection(states[at + 2 : at + 4]):
            one, two = _key(texts[at]), _key(texts[at + 1])
            if min(len(one), len(two)) > LEAST and _same(one, two):
                return [*states[:at], "headline", "headline", *states[at + 2 :]]
    return states


def _under(texts: Sequence[str], states: Sequence[str], listed: int) -> list[int]:
    """Return the line right under an entry of a list that is the headline instead: a title without a full stop."""
    at = listed + 1
    if at < len(texts) and states[at] == "standfirst" and not _listed(texts[at]) and texts[at][-1] not in ".。":
        return [at]
    return [listed]


def _holds(key: str, others: Iterable[str]) -> bool:
    """Say whether a line ends in another printing of the headline: a path of sections, run together."""
    return any([len(other) > LEAST and key.endswith(other) and key != other for other in others])
