"""Matching: which lines of a document the rules of a layout claim, and how well the layout fits."""

import re
from collections.abc import Sequence

import msgspec

from newsparse.document import Line
from newsparse.layouts.profile import Layout, Rule
from newsparse.layouts.shapes import SIGNS, ends_in_guillemet, find_place_twice, has_comma

_ENOUGH = 1.0


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A rule that holds for a line, and the parts of the line that it names."""

    rule: Rule
    parts: dict[str, tuple[int, int]]
    place: str | None


class Fit(msgspec.Struct, frozen=True, gc=False):
    """A layout on a document: the marked lines by index, and the evidence that the layout is the right one."""

    layout: Layout
    marks: dict[int, Mark]
    weight: float

    def of_role(self, role: str | None) -> list[int]:
        """Return the indexes of the lines with this role, in order."""
        return [index for index, mark in self.marks.items() if mark.rule.role == role]


def fit(layout: Layout, text: str, lines: Sequence[Line]) -> Fit:
    """Try every rule on every line; the first rule of the layout that holds claims the line."""
    marks: dict[int, Mark] = {}
    weight = 0.0
    texts = [line.text for line in lines]
    for rule in layout.rule:
        if rule.contains is not None and rule.contains not in text:
            continue
        found = _try_rule(rule, texts, marks)
        if found and len(found) >= rule.min_count:
            marks.update(found)
            weight += rule.weight
    return Fit(layout, dict(sorted(marks.items())), weight)


def choose(layouts: Sequence[Layout], text: str, lines: Sequence[Line]) -> Fit | None:
    """Return the fit with the most evidence, or None when no layout has enough of it."""
    likely = [layout for layout in layouts if _may_fit(layout, text)]
    fits = [found for layout in likely if (found := fit(layout, text, lines)).weight >= _ENOUGH]
    return max(fits, key=lambda found: found.weight, default=None)


def _may_fit(layout: Layout, text: str) -> bool:
    """Tell from the whole text, before any line is looked at, whether a layout can get enough evidence from it."""
    return sum(rule.weight for rule in layout.rule if rule.weight > 0 and _may_hold(rule, text)) >= _ENOUGH


def _may_hold(rule: Rule, text: str) -> bool:
    needed = [rule.contains] if rule.contains is not None else SIGNS.get(rule.shape or "", ("",))
    return any(sign in text for sign in needed)


def _try_rule(rule: Rule, texts: Sequence[str], marks: dict[int, Mark]) -> dict[int, Mark]:
    found: dict[int, Mark] = {}
    known: dict[str, Mark | None] = {}  # closing lines repeat
    for index in _worth_trying(rule, texts):
        if index in marks:
            continue
        text = texts[index]
        if text in known:
            mark = known[text]
        else:
            mark = known[text] = _match(rule, text)
        if mark is not None and (not (rule.after or rule.before) or _neighbours_fit(rule, index, marks, found)):
            found[index] = mark
    return found


def _worth_trying(rule: Rule, texts: Sequence[str]) -> list[int]:
    """Return the lines that a rule may hold for, by what is cheap to ask."""
    limit, needed = rule.max_length, rule.contains
    if needed is not None:
        return [index for index, text in enumerate(texts) if needed in text and len(text) <= limit]
    if rule.shape == "guillemet-end":
        return [index for index, text in enumerate(texts) if text[-1] in "»>" and len(text) <= limit]
    if rule.shape == "place-twice":
        return [index for index, text in enumerate(texts) if len(text) <= limit and has_comma(text)]
    return [index for index, text in enumerate(texts) if len(text) <= limit]


def _match(rule: Rule, text: str) -> Mark | None:
    place: str | None = None
    if rule.shape == "place-twice":
        place = find_place_twice(text)
        if place is None:
            return None
    elif rule.shape == "guillemet-end" and not ends_in_guillemet(text):
        return None
    if rule.pattern is None:
        return Mark(rule, {}, place)
    match = re.search(rule.pattern, text)
    if match is None:
        return None
    groups = match.re.groupindex
    if "place" in groups:
        place = match["place"]
    return Mark(rule, {name: match.span(name) for name in groups if name != "place" and match[name]}, place)


def _neighbours_fit(rule: Rule, index: int, marks: dict[int, Mark], found: dict[int, Mark]) -> bool:
    if rule.after:
        previous = found.get(index - 1) or marks.get(index - 1)
        if previous is None or previous.rule.role not in rule.after:
            return False
    if rule.before:
        following = marks.get(index + 1)
        return following is not None and following.rule.role in rule.before
    return True
