"""The role of every line of a page: lines in, one label per line out."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from newsparse.labels import LineRole
from newsparse.roles.features import line_features
from newsparse.roles.model import best_path, line_scores, load_model
from newsparse.roles.value import value_range

_ROLE_OF = {"related_nav": "nav", "related_other": "other"}


class LineLabel(NamedTuple):
    """What a line is, which rule said so, and which part of it is the value."""

    role: LineRole
    rule: str
    start: int
    end: int


def label_lines(texts: Sequence[str], language: str | None = None) -> list[LineLabel]:
    """Return the role of every line of one page.

    ``texts`` are its lines in order, trimmed and not empty; ``language`` is not needed, all vocabularies are looked
    up at once. The roles are decided together: a line's role depends on what stands above and below it.
    """
    if not texts:
        return []
    model = load_model()
    scores = [line_scores(features) for features in line_features(texts)]
    labels = []
    for text, state in zip(texts, best_path(scores), strict=True):
        name = model.states[state]
        role = cast(LineRole, _ROLE_OF.get(name, name))
        start, end = value_range(text, role)
        labels.append(LineLabel(role, "sequence", start, end))
    return labels
