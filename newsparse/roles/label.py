"""The role of every line of a page: lines in, one label per line out."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from newsparse.labels import LineRole
from newsparse.roles.bars import Bar, bar_of
from newsparse.roles.blocks import whole_blocks
from newsparse.roles.features import line_groups
from newsparse.roles.headline import one_headline
from newsparse.roles.model import group_total, load_model, unpack
from newsparse.roles.page import look_at
from newsparse.roles.path import best_path
from newsparse.roles.shape import Shape
from newsparse.roles.value import value_range

_ROLE_OF = {"related_nav": "nav", "related_other": "other"}

BARRED = 1 << 20


class LineLabel(NamedTuple):
    """What a line is, which rule said so, and which part of it is the value."""

    role: LineRole
    rule: str
    start: int
    end: int


@cache
def _barred(bar: Bar, states: tuple[str, ...]) -> frozenset[int]:
    """Return the numbers of the states that a rule leaves out."""
    out = [state not in bar.only for state in states] if bar.only else [state in bar.barred for state in states]
    return frozenset([at for at, left_out in enumerate(out) if left_out])


def _scores(total: int, bar: Bar | None) -> Sequence[int]:
    """Return the scores of all states, those that a rule leaves out far below all others."""
    scores = unpack(total)
    if not bar:
        return scores
    barred = _barred(bar, load_model().states)
    return [score - BARRED if state in barred else score for state, score in enumerate(scores)]


def decide(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the state of every line and the rule that decided it."""
    page = look_at(texts)
    bars = [bar_of(text, shape) for text, shape in zip(texts, page.shapes, strict=True)]
    rows = [_scores(sum(map(group_total, line_groups(page, at))), bar) for at, bar in enumerate(bars)]
    model = load_model()
    path = best_path(rows, model.steps)
    found = one_headline(texts, [model.states[state] for state in path])
    states = whole_blocks(page.shapes, found)
    return [
        (state, _rule(shape, bar, changed=state != before))
        for state, before, shape, bar in zip(states, found, page.shapes, bars, strict=True)
    ]


def _rule(shape: Shape, bar: Bar | None, changed: bool) -> str:
    """Name what decided a line's role: a rule of its own, the block that it stands in, or the page as a sequence."""
    if changed:
        return "block/banner"
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
