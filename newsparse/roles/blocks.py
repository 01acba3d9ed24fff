"""A block of related stories goes on to its end: the states of a page in, the same states with such blocks whole.

Under a line that announces other stories stands a run of title-like lines, perhaps with a date, a section or a number
between them. Where the model took some of the run for related stories and lost the thread, or where a long run stands
under an unmistakable banner, the whole run is made related.
"""

from collections.abc import Sequence

from newsparse.roles.shape import Shape

LOST = frozenset(["nav", "other", "promo", "comments"])
BETWEEN = frozenset([*LOST, "timestamp", "byline", "read_more"])
ITEM = frozenset(["related_item", "related_headline"])
NO_TITLE = frozenset(["rights", "link", "credit", "hint:promo2", "hint:promo3"])
LEAST = 25
"""Latin letters that a title has at least."""

MANY = 3
"""Titles under a banner that are a block without any other evidence."""


def _is_title(shape: Shape) -> bool:
    """Say whether a line can be part of a run of titles, or of titles and summaries."""
    if shape.marker or shape.kind in "Lcx" or shape.opening.endswith(":"):
        return False
    return shape.size >= LEAST and "promo" not in shape.opening and NO_TITLE.isdisjoint(shape.marks)


def _run(shapes: Sequence[Shape], states: Sequence[str], start: int) -> list[int]:
    """Return the title-like lines of the run that begins at a line; at most one short line stands between two."""
    found = []
    skipped = False
    for at in range(start, len(shapes)):
        state = states[at]
        if _is_title(shapes[at]) and (state in LOST or state.startswith("related_")):
            found.append(at)
            skipped = False
        elif state.startswith("related_"):
            skipped = False
        elif state in BETWEEN and not skipped and shapes[at].size < LEAST:
            skipped = True
        else:
            break
    return found


def whole_blocks(shapes: Sequence[Shape], states: Sequence[str]) -> list[str]:
    """Return the states with the lost lines of every block of related stories restored."""
    kept = list(states)
    for banner, state in enumerate(states):
        if state != "banner":
            continue
        run = _run(shapes, states, banner + 1)
        if any([states[at] in ITEM for at in run]) or (len(run) >= MANY and "related" in shapes[banner].marker):
            _restore(kept, run)
    return kept


def _restore(kept: list[str], run: Sequence[int]) -> None:
    """Make the lost lines of a run related, in pairs of headline and summary where the lines above are paired."""
    above = ""
    for at in run:
        if kept[at] in LOST:
            pairs = {"related_headline": "related_summary", "related_summary": "related_headline"}
            kept[at] = pairs.get(above, "related_item")
        above = kept[at]
