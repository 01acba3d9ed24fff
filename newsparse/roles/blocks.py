"""A block of related stories goes on to its end: the states of a page in, the same states with such blocks whole.

Under a line that announces other stories stands a run of title-like lines, perhaps with a date, a section or a number
between them. Where the model took some of the run for related stories and lost the thread, or where a long run stands
under an unmistakable banner, the whole run is made related. A single title between two paragraphs that nothing
announces is the heading of the second, a single sentence a paragraph; one with ``Read more`` below is another story.
"""

from collections.abc import Sequence

from newsparse.roles.shape import Shape

LOST = frozenset(["nav", "other", "promo", "comments", "share"])
BETWEEN = frozenset([*LOST, "timestamp", "byline", "read_more"])
ITEM = frozenset(["related_item", "related_headline"])
TITLED = frozenset(["heading", "nav", "other", "promo"])
CHANGING = frozenset(["related_item", *TITLED])
"""What a title can be that the lines right above and below make something else."""

STOPS = frozenset(["stop", "stop+"])
NO_TITLE = frozenset(["rights", "link", "credit", "hint:promo2", "hint:promo3"])
POINTED = frozenset(["bullet", "dash", "sign"])
LEAST = 25
"""Latin letters that a title has at least."""

TITLE = 100
"""Latin letters that few titles have more of."""

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
        run = _without_rest(states, _run(shapes, states, banner + 1))
        if any([states[at] in ITEM for at in run]) or (len(run) >= MANY and "related" in shapes[banner].marker):
            _restore(shapes, kept, run)
    return [_alone(shapes, kept, at) if state in CHANGING else state for at, state in enumerate(kept)]


def _without_rest(states: Sequence[str], run: Sequence[int]) -> Sequence[int]:
    """Return a run without the lost lines at its end, where few of it are lost: notices stand below a block."""
    lost = sum([states[at] in LOST for at in run])
    end = max([number for number, at in enumerate(run, 1) if states[at] not in LOST], default=0)
    return run[:end] if 2 * lost <= len(run) else run


def _alone(shapes: Sequence[Shape], states: Sequence[str], at: int) -> str:
    """Return the state of a title by what stands right above and below it."""
    state = states[at]
    above, below = states[at - 1] if at else "", states[at + 1] if at + 1 < len(states) else ""
    if state == "related_item" and above == "body" and _is_plain(shapes[at]):
        sentence = shapes[at].end in STOPS or shapes[at].size > TITLE
        if below == "body" or (below == "banner" and sentence):
            return "body" if sentence else "heading"
    if state in TITLED and below == "read_more" and _is_title(shapes[at]):
        return "related_item"
    if state == below == "heading" and above in ITEM and _is_title(shapes[at]):
        return "related_item"
    return state


def _is_plain(shape: Shape) -> bool:
    """Say whether a line that nothing announces could head the paragraph below it."""
    return not shape.opening and not shape.marker and shape.start not in POINTED


def _restore(shapes: Sequence[Shape], kept: list[str], run: Sequence[int]) -> None:
    """Make the lost lines of a run related, in pairs of headline and summary where the lines above are paired."""
    above, last = "", run[0] if run else 0
    for at in run:
        if kept[at] in LOST:
            pairs = {"related_headline": "related_summary", "related_summary": "related_headline"}
            kept[at] = pairs.get(above, "related_item")
        elif kept[at] == "related_timestamp" and above == "related_item" and _are_timed(shapes[at], shapes[last]):
            kept[at] = above
        above, last = kept[at], at


def _are_timed(*shapes: Shape) -> bool:
    """Say whether lines begin with a time of day, as a ticker's do."""
    return all([shape.start == "digit" and "clock" in shape.marks for shape in shapes])
