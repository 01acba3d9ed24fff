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
def _numbers(states: tuple[str, ...], left: bool) -> frozenset[int]:
    """Return the numbers of some states, or of all others."""
    return frozenset([at for at, state in enumerate(load_model().states) if (state in states) != left])


def _scores(total: int, bar: Bar | None) -> Sequence[int]:
    """Return the scores of all states, those that a rule leaves out far below all others."""
    scores = unpack(total)
    if not bar:
        return scores
    barred = _numbers(bar.only, True) if bar.only else _numbers(bar.barred, False)
    return [score - BARRED if state in barred else score for state, score in enumerate(scores)]


def decide(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the state of every line and the rule that decided it."""
    page = look_at(texts)
    bars = [bar_of(text, shape) for text, shape in zip(texts, page.shapes, strict=True)]
    rows = [_scores(sum(map(group_total, line_groups(page, at))), bar) for at, bar in enumerate(bars)]
    model = load_model()
    path = best_path(rows, model.steps)
    states = whole_blocks(page.shapes, one_headline(texts, [model.states[state] for state in path]))
    return [(state, bar.rule if bar and bar.only else "sequence") for state, bar in zip(states, bars, strict=True)]


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
