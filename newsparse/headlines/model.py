"""Model: a line in, the places worth a thought and the probability of each outcome out.

Two log-linear models over hashed keys, each weighing the places of a line against each other and against leaving the
line whole. The first is cheap and decides most lines; where it is not sure, the second weighs what it leaves.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from math import exp
from operator import itemgetter
from zlib import crc32

from newsparse.headlines import quick
from newsparse.headlines.context import line_keys, whole_keys
from newsparse.headlines.features import best_split, word_keys
from newsparse.headlines.letters import letter_keys
from newsparse.headlines.lexicon import code_of, strength
from newsparse.headlines.line import Line, caseless, unfamiliar, with_all_places
from newsparse.headlines.place import Place
from newsparse.headlines.store import load

SURE = 0.97
"""When the first model is that sure of an outcome, the second is not asked."""

MARGIN = 9.0
"""How far behind the best place, in log odds of the first model, a place may be and still be weighed."""

MOST = 8
"""How many places of one line are weighed."""


TRUST = 0.2
"""The chance that the cut is among the places proposed, in a script that the models have hardly seen."""

_EVEN = 1 / 3
"""What is said there of leaving the line whole: as often as in training, so that the line weighs nothing in a dump."""

_READ = 40
_OUT_OF_REACH = 1000
_TOKEN = itemgetter(1, 2)


def first_weight(keys: Sequence[str]) -> int:
    """Return what keys weigh together in the first model, in steps."""
    return _weight(keys, load().first.steps)


def second_weight(keys: Sequence[str]) -> int:
    """Return what keys weigh together in the second model, in steps."""
    return _weight(keys, load().second.steps)


def _weight(keys: Sequence[str], steps: memoryview) -> int:
    slots = len(steps)
    try:
        return sum([steps[crc32(key.encode()) % slots] for key in keys])  # as ``code_of`` has it, without a call a key
    except UnicodeEncodeError:
        return sum([steps[code_of(key) % slots] for key in keys])


def judged(line: Line) -> list[int]:
    """Return what the first model gives to each place and, last, to leaving the line whole, in steps."""
    text, looks = line.text, line.looks
    steps = []
    for (start, end), group in groupby(line.places, _TOKEN):
        places = tuple(group)
        if caseless(looks[start:end]):
            steps += _letter_steps(line, places)
            continue
        inside = _inside_token(text[start:end], looks[start:end], tuple([place[0] - start for place in places]))
        for place, value in zip(places, inside, strict=True):
            steps.append(value + first_weight(quick.outside_keys(line, place)))
    steps.append(first_weight(quick.whole_keys(line)))
    return steps


def _letter_steps(line: Line, places: Sequence[Place]) -> list[int]:
    """Return what the first model gives to places in a script without case; it reads letters at the likeliest only."""
    looks = line.looks
    letters = [caseless(looks[place.at - 1 : place.at + 1]) for place in places]
    keys = [quick.letter_looks(line, p) if own else first_keys(line, p) for p, own in zip(places, letters, strict=True)]
    steps = list(map(first_weight, keys))
    likely = sorted((k for k, own in enumerate(letters) if own), key=lambda k: -steps[k])
    for k in likely[:_READ]:
        steps[k] += first_weight(quick.letter_groups(line, places[k]))
    for k in likely[_READ:]:
        steps[k] -= _OUT_OF_REACH
    return steps


@lru_cache(maxsize=1 << 14)
def _inside_token(token: str, looks: str, offsets: tuple[int, ...]) -> tuple[int, ...]:
    best = max([strength(token, at) for at in offsets])
    return tuple([first_weight(quick.inside_keys(token, looks, at, best)) for at in offsets])


def first_keys(line: Line, place: Place) -> tuple[str, ...]:
    """Return the keys by which the first model judges a place."""
    at, start, end = place
    if caseless(line.looks[at - 1 : at + 1]):
        return quick.letter_keys(line, place)
    inside = quick.inside_keys(line.text[start:end], line.looks[start:end], at - start, best_split(line, place))
    return inside + quick.outside_keys(line, place)


def shortlist(steps: list[int], worth: float) -> list[int]:
    """Return the numbers of the places that the first model leaves, in the order of the line."""
    ranks = range(len(steps) - 1)
    least = max(steps[:-1], default=0) - MARGIN / worth
    kept = [rank for rank in ranks if steps[rank] >= least]
    return kept if len(kept) <= MOST else sorted(sorted(kept, key=lambda rank: -steps[rank])[:MOST])


def keys_of(line: Line, rank: int) -> list[str]:
    """Return the keys by which the second model weighs a place."""
    place = line.places[rank]
    words = letter_keys if caseless(line.looks[place.at - 1 : place.at + 1]) else word_keys
    return words(line, place) + line_keys(line, place, rank)


def outcomes(line: Line) -> tuple[list[Place], list[float]]:
    """Return the places worth a thought and their probabilities; the last is that of leaving the line whole.

    In: a line as it is first read; the places within words of small letters are looked for where no other is sure.
    """
    places, chances = _weigh(line)
    if not unfamiliar(line.looks):
        return places, chances
    mass = sum(chances[:-1]) or 1.0
    return places, [chance / mass * TRUST for chance in chances[:-1]] + [_EVEN]


def _weigh(line: Line) -> tuple[list[Place], list[float]]:
    store = load()
    first, steps = line.places, []
    if first:
        steps = judged(line)
        chances = softmax(steps, store.first.worth)
        if max(chances[:-1]) >= SURE:
            return first, chances
    line = with_all_places(line)
    if not line.places:
        return [], [1.0]
    if line.places != first:
        steps = judged(line)
    chances = softmax(steps, store.first.worth)
    if max(chances) >= SURE:
        return line.places, chances
    kept = shortlist(steps, store.first.worth)
    steps = [second_weight(keys_of(line, rank)) for rank in kept]
    steps.append(second_weight(whole_keys(line)))
    return [line.places[rank] for rank in kept], softmax(steps, store.second.worth)


def softmax(steps: list[int], worth: float) -> list[float]:
    """Return the probabilities of outcomes with these scores."""
    top = max(steps)
    masses = [exp((value - top) * worth) for value in steps]
    mass = sum(masses)
    return [each / mass for each in masses]
