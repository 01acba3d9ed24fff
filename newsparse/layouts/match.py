"""Matching: which lines of a document the rules of a layout claim, and how well the layout fits."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.document import Line
from newsparse.layouts.profile import Layout, Rule
from newsparse.layouts.shapes import ends_in_guillemet, find_place_twice

_ENOUGH = 1.0


class Mark(NamedTuple):
    """A rule that holds for a line, and the parts of the line that it names."""

    rule: Rule
    parts: dict[str, tuple[int, int]]
    place: str | None


class Fit(NamedTuple):
    """A layout on a document: the marked lines by index, and the evidence that the layout is the right one."""

    layout: Layout
    marks: dict[int, Mark]
    weight: float

    def role(self, index: int) -> str | None:
        """Return the role that a rule gave to a line, if any did."""
        mark = self.marks.get(index)
        return mark.rule.role if mark else None

    def of_role(self, role: str | None) -> list[int]:
        """Return the indexes of the lines with this role, in order."""
        return [index for index, mark in self.marks.items() if mark.rule.role == role]


def fit(layout: Layout, text: str, lines: Sequence[Line]) -> Fit:
    """Try every rule on every line; the first rule of the layout that holds claims the line."""
    marks: dict[int, Mark] = {}
    weight = 0.0
    for rule in layout.rule:
        if rule.contains is not None and rule.contains not in text:
            continue
        found = _try_rule(rule, lines, marks)
        if len(found) >= rule.min_count and found:
            marks.update(found)
            weight += rule.weight
    return Fit(layout, dict(sorted(marks.items())), weight)


def choose(layouts: Sequence[Layout], text: str, lines: Sequence[Line]) -> Fit | None:
    """Return the fit with the most evidence, or None when no layout has enough of it."""
    fits = [found for layout in layouts if (found := fit(layout, text, lines)).weight >= _ENOUGH]
    return max(fits, key=lambda found: found.weight, default=None)


def _try_rule(rule: Rule, lines: Sequence[Line], marks: dict[int, Mark]) -> dict[int, Mark]:
    search = re.compile(rule.pattern).search if rule.pattern is not None else None
    found: dict[int, Mark] = {}
    for index, line in enumerate(lines):
        if len(line.text) > rule.max_length or index in marks:
            continue
        if rule.contains is not None and search is None and rule.contains not in line.text:
            continue
        match = search(line.text) if search is not None else None
        if search is not None and match is None:
            continue
        place = _place(rule, line.text)
        if rule.shape is not None and place is None:
            continue
        if _neighbours_fit(rule, index, marks, found):
            found[index] = _mark(rule, match, place)
    return found


def _place(rule: Rule, text: str) -> str | None:
    """Return what a shape finds: the place, or any text at all, or None when the line lacks the shape."""
    if rule.shape == "place-twice":
        return find_place_twice(text)
    return text if rule.shape == "guillemet-end" and ends_in_guillemet(text) else None


def _neighbours_fit(rule: Rule, index: int, marks: dict[int, Mark], found: dict[int, Mark]) -> bool:
    if rule.after:
        previous = found.get(index - 1) or marks.get(index - 1)
        if previous is None or previous.rule.role not in rule.after:
            return False
    if rule.before:
        following = marks.get(index + 1)
        return following is not None and following.rule.role in rule.before
    return True


def _mark(rule: Rule, match: re.Match[str] | None, place: str | None) -> Mark:
    groups = match.re.groupindex if match else {}
    if match and "place" in groups:
        place = match["place"]
    parts = {name: match.span(name) for name in groups if name != "place" and match and match[name]}
    return Mark(rule, parts, place if rule.role == "edition" else None)
