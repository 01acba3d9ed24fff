"""Measure dates on made dumps: the year from evidence, and the time for a dump.

usage: python benchmarks/dates.py [--dumps N]

A made dump has two to eight items about invented events around a known day. Each item prints days as the press does:
a weekday with its day in brackets, a dateline with a bare weekday in the lede (the dateline's own day 92 of 100 times,
the day before 5, another 3), or a day alone. Two of a hundred printed weekdays are slips. The reference lies 0 to 1,800
days after the newest story.
"""

import argparse
import random
import time
from collections.abc import Sequence
from datetime import date, timedelta

from newsparse.datelines import find_dateline
from newsparse.dates import find_dates, resolve_dates
from newsparse.dates.evidence import Group
from newsparse.document import Line, Passage
from newsparse.mentions import Reference, Story, find_mentions

DELAYS = (0, 3, 30, 180, 365, 730, 1095, 1460, 1800)
SLIP = 0.02
FILLER = (
    "The council said the bridge would stay closed until engineers had looked at every pillar, and that ferries would"
    " run. "
)


def spell(day: date) -> str:
    """Return "June 14"."""
    return f"{day:%B} {day.day}"


def bracket_item(rng: random.Random, day: date) -> tuple[str, list[date]]:
    """Make an item that prints a weekday with its day."""
    printed = day + timedelta(rng.randrange(1, 7)) if rng.random() < SLIP else day
    return f"{FILLER}A ferry sank off the cape on {printed:%A} ({spell(day)}).", [day]


def dateline_item(rng: random.Random, day: date) -> tuple[str, list[date]]:
    """Make an item with a dateline's day and a bare weekday in the lede."""
    draw = rng.random()
    back = 0 if draw < 0.92 else 1 if draw < 0.97 else rng.randrange(2, 6)
    told = day - timedelta(back)
    return f"RIYADH, {day:%b} {day.day} (Xinhua) -- A ferry sank off the cape on {told:%A}. {FILLER}", [day]


def plain_item(rng: random.Random, day: date) -> tuple[str, list[date]]:
    """Make an item that prints a day alone."""
    return f"{FILLER}A ferry sank off the cape on {spell(day)}.", [day]


def make_dump(rng: random.Random, kinds: Sequence[str]) -> tuple[list[str], list[list[date]], date]:
    """Make a dump whose items are of these kinds; return its texts, their days, and its newest day."""
    makers = {"bracket": bracket_item, "dateline": dateline_item, "plain": plain_item}
    newest = date(2005, 1, 1) + timedelta(rng.randrange(20 * 365))
    days = [newest, *(newest - timedelta(rng.randrange(25)) for _ in kinds[1:])]
    made = [makers[kind](rng, day) for kind, day in zip(kinds, days, strict=True)]
    return [text for text, _ in made], [found for _, found in made], newest


def resolve(texts: Sequence[str], reference: date) -> list[list[str]]:
    """Return the dates that the package reads in a dump."""
    groups: list[Group] = [(find_dateline(text, "en"), text, find_dates(text, "en")) for text in texts]
    return [[reading.date for reading in group] for group in resolve_dates(groups, reference)]


def measure_years(rng: random.Random, dumps: int, mix: Sequence[str]) -> None:
    """Print the share of days with the right year, delay by delay."""
    shares = []
    for delay in (*DELAYS, -1):
        right = total = 0
        for _ in range(dumps):
            kinds = [mix[0], *rng.choices(mix, k=rng.randrange(1, 8))]
            texts, truth, newest = make_dump(rng, kinds)
            wait = rng.randrange(1826) if delay < 0 else delay
            for got, days in zip(resolve(texts, newest + timedelta(wait)), truth, strict=True):
                total += 1
                right += bool(got) and got[0] == days[0].isoformat()
        shares.append(f"{'any' if delay < 0 else delay}: {right / total:.3f}")
    print(f"year from {' + '.join(sorted(set(mix)))}:  " + "  ".join(shares))


def measure_time(rng: random.Random) -> None:
    """Print the time for a dump of three thousand characters, with and without dates."""
    texts, _, newest = make_dump(rng, ["bracket", "plain", "bracket", "plain", "plain", "dateline"])
    for name, dump in (("six dates", texts), ("no dates", [FILLER] * 6)):
        padded = [*dump, *[FILLER * 2] * 8]
        stories = [Story([Passage(Line(text, 0, len(text)), 0, len(text))]) for text in padded]
        best = min(_timed(stories, Reference(newest, own=False)) for _ in range(500))
        print(f"{name}, {sum(map(len, padded))} characters in {len(padded)} stories: {best * 1e6:.0f} µs")


def _timed(stories: Sequence[Story], reference: Reference) -> float:
    started = time.perf_counter()
    find_mentions(stories, "en", reference)
    return time.perf_counter() - started


def main() -> None:
    """Run all measurements with one fixed seed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--dumps", type=int, default=300)
    dumps = parser.parse_args().dumps
    rng = random.Random(7)
    for mix in ("bracket", "bracket plain", "dateline", "dateline plain", "bracket dateline plain"):
        measure_years(rng, dumps, mix.split())
    measure_time(rng)


if __name__ == "__main__":
    main()
