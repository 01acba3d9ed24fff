"""The role of every line of a page: lines in, one label per line out."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from newsparse.labels import LineRole
from newsparse.roles.bars import Bar, bar_of
from newsparse.roles.blocks import whole_blocks
from newsparse.roles.groups import page_groups
from newsparse.roles.headline import one_headline
from newsparse.roles.islands import one_place
from newsparse.roles.model import load_model, pack, score, unpack
from newsparse.roles.page import Page, look_at
from newsparse.roles.path import best_path
from newsparse.roles.shape import Shape
from newsparse.roles.topic import share_of
from newsparse.roles.value import value_range

_ROLE_OF = {"related_nav": "nav", "related_other": "other"}

_OF_BLOCK = {"other": "block/far", "comments": "block/comments", "heading": "block/heading", "body": "block/paragraph"}
BARRED = 1 << 20
TOPIC = 40
FEW_WORDS = 5
HEAD = 10
"""What a headline is worth of which the text has every word (of few words less), and the one that has most of them."""


class LineLabel(NamedTuple):
    """What a line is, which rule said so, and which part of it is the value."""

    role: LineRole
    rule: str
    start: int
    end: int


@cache
def _lead(bar: Bar) -> int:
    """Return, packed as the scores are, what lifts the states that a rule leaves far above all others."""
    states = load_model().states
    left = [state in bar.only for state in states] if bar.only else [state not in bar.barred for state in states]
    return pack([BARRED * allowed for allowed in left])


def decide(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the state of every line and the rule that decided it."""
    page = look_at(texts)
    bars = [bar_of(text, shape) for text, shape in zip(texts, page.shapes, strict=True)]
    totals = [score(groups) + (_lead(bar) if bar else 0) for groups, bar in zip(page_groups(page), bars, strict=True)]
    model = load_model()
    states = [model.states[state] for state in best_path(totals, model.steps)]
    found = one_headline(texts, states, _worth(page, states, totals))
    whole = whole_blocks(page.shapes, one_place(texts, page.shapes, found))
    return [
        (state, _rule(shape, bar, state, changed=state != before))
        for state, before, shape, bar in zip(whole, found, page.shapes, bars, strict=True)
    ]


def _worth(page: Page, states: Sequence[str], totals: Sequence[int]) -> dict[int, float]:
    """Return for each headline how far it is ahead of any other role, and how much of it the text is about."""
    headline = load_model().states.index("headline")
    worth = {}
    for at in [at for at, state in enumerate(states) if state == "headline"]:
        shape, scores = page.shapes[at], unpack(totals[at])
        others = max([score for state, score in enumerate(scores) if state != headline])
        told = share_of(shape, page.topic) * min(1.0, len(shape.words) / FEW_WORDS)
        worth[at] = scores[headline] - others + TOPIC * told + HEAD * (at == page.top.head)
    return worth


def _rule(shape: Shape, bar: Bar | None, state: str, changed: bool) -> str:
    """Name what decided a line's role: a rule of its own, the block that it stands in, or the page as a sequence."""
    if changed:
        return _OF_BLOCK.get(state, "block/banner")
    if bar:
        return bar.rule if bar.only else "sequence, " + bar.rule
    return "sequence, marker " + shape.marker if shape.marker else "sequence"


def label_lines(texts: Sequence[str], language: str | None = None) -> list[LineLabel]:
    """Return the role of every line of one page.

    ``texts`` are its lines in order, trimmed and not empty; ``language`` is not needed, all vocabularies are looked
    up at once. The roles are decided together: a line's role depends on what stands above and below it.
    """
    labels = []
    for text, (state, rule) in zip(texts, decide(texts) if texts else (), strict=True):
        role = cast(LineRole, _ROLE_OF.get(state, state))
        labels.append(LineLabel(role, rule, *value_range(text, role)))
    return labels
