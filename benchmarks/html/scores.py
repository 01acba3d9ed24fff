"""Scores of bodies: a page with what is known of its body, and the body that was read, in; how well they agree out."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.html.gold import Page, gold_bodies, shingles

Counts = tuple[int, int, int]


class Scores(NamedTuple):
    """Of many pages: mean precision, mean recall and their F1; and the F1 of the strings that a set asserts."""

    pages: int
    precision: float
    recall: float
    f1: float
    strings: float | None


def scores(read: Iterable[tuple[Page, str]]) -> Scores:
    """Score the bodies that were read from pages."""
    bodies: list[Counts] = []
    strings: list[Counts] = []
    count = 0
    for page, body in read:
        count += 1
        if page.record.get("include") is not None:
            strings.append(_asserted(page, body))
        if golds := gold_bodies(page):
            bodies.append(max((_shared(gold, body) for gold in golds), key=_f1))
    precision = _mean(right / (right + wrong) for right, wrong, _ in bodies if right + wrong)
    recall = _mean(right / (right + missed) for right, _, missed in bodies if right + missed)
    total = tuple(map(sum, zip(*strings, strict=True)))
    f1 = 2 * precision * recall / (precision + recall or 1)
    return Scores(count, precision, recall, f1, _f1((total[0], total[1], total[2])) if total else None)


def _shared(gold: str, body: str) -> Counts:
    """Count the shingles that are right, wrong and missed."""
    known, found = shingles(gold), shingles(body)
    right = (known & found).total()
    return right, found.total() - right, known.total() - right


def _asserted(page: Page, body: str) -> Counts:
    text = " ".join(body.split())
    include, exclude = (_holds(text, page.record[key]) for key in ("include", "exclude"))
    return sum(include), sum(exclude), len(include) - sum(include)


def _holds(text: str, strings: Sequence[str]) -> list[bool]:
    return [" ".join(string.split()) in text for string in strings]


def _f1(counts: Counts) -> float:
    right, wrong, missed = counts
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known) if known else 0.0
