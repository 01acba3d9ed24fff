"""Partly labelled pages for training: the saved pages beside the project, as dumps of several extractors.

Every line of a dump takes the states that are known of the same text on its page (``silver.py``).
"""

import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from augment import variant
from corpus import core_of
from extractors import lines_of
from silver import ANY, MENU, OTHERS, Known, _key, known_lines

from benchmarks.html.gold import Page, read_pages
from newsparse.language import detect_language
from newsparse.roles.bars import bar_of
from newsparse.roles.markers import whole_line
from newsparse.roles.shape import shape_of

SETS = ("fundus_tests", "wcxb_dev", "trafilatura", "postlight", "htmldate")
OF_MARKER = {"ad": "promo", "share": "share", "comments": "comments", "legal": "legal", "related": "banner"}
RUNNING = ANY - MENU - {"headline", "related_headline"} | {"comments", "legal", "other", "promo"}
"""What a line of running text can be."""

MOST = 200
LEAST_BODIES = 4
MIXED_BODY = 90
SECOND = ("whole", "generous", "screen", "blocks", "strict")


class OpenPage(NamedTuple):
    """A dump of a saved page whose lines have sets of states: one, several, or any."""

    name: str
    """Set, page and extractor."""
    site: str
    texts: list[str]
    allowed: list[frozenset[str]]
    states: Sequence[str] = ()
    """The same as words, for making variants."""


def _shingles(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))} if words else set()


def _align(lines: Sequence[str], known: Sequence[Known]) -> list[frozenset[str]]:
    """Give every line of a dump the states of the line of the page that has its text, in the page's order."""
    places: dict[str, list[int]] = {}
    for at, line in enumerate(known):
        places.setdefault(_key(line.text), []).append(at)
    found, last = [], -1
    for line in lines:
        options = places.get(_key(line))
        if not options or not _key(line):
            found.append(_mixed(line, known, last))
            continue
        at = next((place for place in options if place > last), options[-1])
        if at > last and (at - last < 60 or len(options) == 1):
            last = at
        found.append(known[at].allowed)
    return found


def _mixed(line: str, known: Sequence[Known], last: int) -> frozenset[str]:
    """Return the states of a line that the page has in other pieces: those of its parts, if they agree."""
    own = _shingles(line)
    if len(own) < 3:
        return ANY
    covered: Counter[frozenset[str]] = Counter()
    for piece in known[max(0, last - 5) : last + 40]:
        shared = len(own & _shingles(piece.text))
        if shared:
            covered[piece.allowed] += shared
    if not covered or sum(covered.values()) < 0.6 * len(own):
        return ANY
    if all(states & OTHERS and "body" not in states for states in covered):
        return OTHERS - {"related_headline"}
    if all("body" in states and len(states) <= 3 for states in covered):
        return frozenset(["body"]) if len(line) > MIXED_BODY else ANY
    if all("body" not in states for states in covered):
        return frozenset().union(*covered)
    return ANY


def _told(at: int, lines: Sequence[str], states: frozenset[str]) -> frozenset[str]:
    """Narrow the states of a line that is open by what the line, or the banner above it, says."""
    shape = shape_of(lines[at])
    if states == {"headline"} and shape.start in ("bullet", "dash", "number"):
        return frozenset(["nav"])
    if shape.kind == "L" or (shape.kind == "S" and "sentences" in shape.marks):
        return (states & RUNNING) or states
    if not states >= MENU:
        return states
    bar = bar_of(lines[at], shape)
    if bar and bar.only:
        return frozenset(bar.only)
    classes = (whole_line(lines[at]) or "").split("+")
    for kind, role in OF_MARKER.items():
        if kind in classes:
            return frozenset([role, "nav", "read_more"] if role == "banner" else [role])
    return states


def _paired(sets: list[frozenset[str]]) -> None:
    """Make a title with a summary below it a headline, and one without an item, as the labels have them."""
    for at, states in enumerate(sets):
        if states != {"related_item", "related_headline"}:
            continue
        for below in sets[at + 1 : at + 4]:
            if "related_summary" in below and len(below) < 4:
                sets[at] = frozenset(["related_headline"])
                break
            if below == {"related_item", "related_headline"} or "body" in below:
                break
        if len(sets[at]) > 1:
            sets[at] = frozenset(["related_item"])
    for at, states in enumerate(sets):
        if states == {"related_summary", "related_item"} and any(
            "related_headline" in above and len(above) == 1 for above in sets[max(0, at - 3) : at]
        ):
            sets[at] = frozenset(["related_summary"])


def _cut(sets: Sequence[frozenset[str]], name: str) -> slice:
    """Return the stretch that is kept of a long dump: from a little above the story to some way below it."""
    chance = random.Random(name)
    marked = [at for at, states in enumerate(sets) if states == {"headline"} or ("body" in states and len(states) < 4)]
    if not marked or len(sets) <= MOST // 2:
        return slice(0, MOST)
    start = max(0, marked[0] - chance.choice((0, 0, 1, 3, 6, 12, 40)))
    end = min(marked[-1] + 1 + chance.choice((2, 5, 10, 25, 40, 80)), start + MOST)
    return slice(start, end)


def dumps_of(page: Page) -> list[OpenPage]:
    """Return dumps of a saved page with what is known of their lines."""
    known = known_lines(page)
    bodies = sum("body" in line.allowed and len(line.allowed) <= 3 for line in known)
    if bodies < LEAST_BODIES:
        return []
    chance = random.Random(page.record["id"])
    found = []
    for extractor in ("main", chance.choice(SECOND)):
        name = f"{page.dataset}/{page.record['id']}/{extractor}"
        lines = lines_of(page.source, extractor)
        sets = _align(lines, known)
        kept = _cut(sets, name)
        lines, sets = lines[kept], sets[kept]
        if sum("body" in states and len(states) <= 3 for states in sets) < LEAST_BODIES:
            continue
        sets = [_told(at, lines, states) for at, states in enumerate(sets)]
        _paired(sets)
        found.append(OpenPage(name, core_of(page.record.get("url") or page.record["id"]), lines, sets))
    return found


def variants_of(pages: Sequence[OpenPage], number: int, pairs: Path) -> list[OpenPage]:
    """Return a variant of each dump, in one of the layouts that are made up for labelled pages."""
    told = [page._replace(states=["|".join(sorted(states)) for states in page.allowed]) for page in pages]
    found = []
    for page in told:
        language = detect_language("\n".join(page.texts)) or "en"
        texts, states = variant(page, language, number, pairs, told)
        allowed = [frozenset(state.split("|")) for state in states]
        found.append(page._replace(texts=texts, allowed=allowed, states=[]))
    return found


def open_pages(folder: Path) -> list[OpenPage]:
    """Return the dumps of all saved pages of the sets in a folder, each page once."""
    found, seen = [], set()
    for name in SETS:
        for page in read_pages(folder / name):
            url = page.record.get("url") or page.record["id"]
            if url not in seen and len(page.source) < 2_000_000:
                seen.add(url)
                found += dumps_of(page)
    return found
