"""The role of every line of a page: lines in, one label per line out."""

from collections.abc import Sequence
from functools import cache

import msgspec

from newsparse.labels import LineRole
from newsparse.roles.bars import ADDRESS, Bar, bars_of
from newsparse.roles.blocks import whole_blocks
from newsparse.roles.headline import one_headline, title_end
from newsparse.roles.islands import one_place
from newsparse.roles.model import load_model, pack, score_lines
from newsparse.roles.page import Page, look_at
from newsparse.roles.path import best_path, path_score
from newsparse.roles.shape import Shape
from newsparse.roles.value import value_range
from newsparse.roles.worth import worth_of

_ROLE_OF = {"related_nav": "nav", "related_other": "other"}

_OF_BLOCK = {"other": "block/far", "comments": "block/comments", "heading": "block/heading", "body": "block/paragraph"}
BARRED = 1 << 20
MISSED = 16
"""Units of score that a page's best path may be ahead of one that has a headline: most pages have one."""

_HEADLINE = Bar("sequence", ("headline",), ())


class LineLabel(msgspec.Struct, frozen=True, gc=False):
    """What a line is, which rule said so, and which part of it is the value."""

    role: LineRole
    rule: str
    start: int
    end: int


@cache
def _lead(bar: Bar) -> int:
    """Return, packed as the scores are, what lifts the states that a rule leaves far above all others."""
    states = load_model().states
    return pack([BARRED * bar.leaves(state) for state in states])


def decide(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the state of every line and the rule that decided it."""
    page = look_at(texts)
    bars = bars_of(texts, page.shapes, page.first)
    totals = [total + _lead(bar) if bar else total for total, bar in zip(score_lines(page), bars, strict=True)]
    model = load_model()
    path = _with_headline(page, bars, totals, best_path(totals, model.steps))
    states = [model.states[state] for state in path]
    headlines = [at for at, state in enumerate(states) if state == "headline"]
    found = one_headline(texts, states, worth_of(headlines, page, totals))
    whole = whole_blocks(page.shapes, one_place(texts, page.shapes, found))
    return [
        (state, _rule(shape, bar, state, changed=state != before))
        for state, before, shape, bar in zip(whole, found, page.shapes, bars, strict=True)
    ]


def _with_headline(page: Page, bars: Sequence[Bar | None], totals: Sequence[int], path: list[int]) -> list[int]:
    """Return the path through the best headline above the story, if the best path has none and is hardly better."""
    model = load_model()
    headline, body = model.states.index("headline"), model.states.index("body")
    if headline in path or body not in path:
        return path
    above = [at for at, bar in enumerate(bars[: path.index(body)]) if not bar or bar.leaves("headline")]
    if not above:
        return path
    worth = worth_of(above, page, totals)
    at = max(above, key=lambda line: worth[line])
    other = best_path([*totals[:at], totals[at] + _lead(_HEADLINE), *totals[at + 1 :]], model.steps)
    lost = path_score(totals, model.steps, path) - path_score(totals, model.steps, other)
    return other if lost <= MISSED else path


def _rule(shape: Shape, bar: Bar | None, state: str, changed: bool) -> str:
    """Name what decided a line's role: a rule of its own, the block that it stands in, or the page as a sequence."""
    if changed:
        return _OF_BLOCK.get(state, "block/banner")
    if bar:
        return bar.rule if bar.only else "sequence, " + bar.rule
    return "sequence, marker " + shape.marker if shape.marker else "sequence"


def label_lines(texts: Sequence[str]) -> list[LineLabel]:
    """Return the role of every line of one page.

    ``texts`` are its lines in order, trimmed and not empty; the vocabularies of all languages are looked up at once.
    The roles are decided together: a line's role depends on what stands above and below it.
    """
    labels = []
    for text, (state, rule) in zip(texts, decide(texts) if texts else (), strict=True):
        role: LineRole = _ROLE_OF.get(state, state)  # type: ignore[assignment]  # every other state is a role
        start, end = (0, title_end(text, texts)) if role == "headline" else value_range(text, role)
        if role == "related_item" and text.startswith(ADDRESS, start) and " " not in text[start:end]:
            role = "nav"  # "Read more: https://…" names no story
        labels.append(LineLabel(role, rule, start, end))
    return labels
