"""The story stands in one place: the states of a page in, the same states without text that stands far from it out.

Below a story, behind its related stories and menus, stand notices in full sentences and lists that the model takes
for more of the story. What of them is far from the story, and little beside it, is none of it. Neither is what
follows a line that opens the readers' comments. A page that is left without any story has it in its running text.
"""

from collections.abc import Sequence

from newsparse.roles.shape import Shape
from newsparse.roles.surroundings import RUNNING

STORY = frozenset(["body", "heading"])
OTHERS = frozenset(["related_item", "related_headline", "related_summary"])
LOST = frozenset(["promo", "other", "comments", "nav", "standfirst"])
"""What the model takes the paragraphs of a page for that is nothing but a story."""

SAYING = {
    "legal": frozenset(["rights", *[f"hint:legal{count}" for count in (1, 2, 3)]]),
    "caption": frozenset(["credit", *[f"hint:photo{count}" for count in (1, 2, 3)]]),
}
OPENING = {"legal": "legal", "caption": "photo"}
"""And for notices and captions, which would have marks or an opening of their own."""

SENTENCES = frozenset("LSs")
FAR, FAR_FOR_TEXT = 4, 6
"""Lines that lie between the story and an island at least; more of them when the island has a full sentence."""

MOST = 0.35
"""The share of the story that stands above the readers' comments at least."""

SMALL = 0.2
"""The share of the story's length that an island has less than."""


def one_place(texts: Sequence[str], shapes: Sequence[Shape], states: Sequence[str]) -> list[str]:
    """Return the states with the islands far from the story, and what readers say below it, made other than story."""
    if STORY.isdisjoint(states):
        return [
            "body" if shape.kind in RUNNING and _is_lost(shape, state) else state
            for shape, state in zip(shapes, states, strict=True)
        ]
    kept = _without_talk(texts, shapes, states)
    parts = _parts(kept)
    sizes = [sum([len(texts[at]) for at in part]) for part in parts]
    if len(parts) > 1:
        story = sizes.index(max(sizes))
        for number, part in enumerate(parts):
            if sizes[number] < SMALL * sizes[story] and _is_far(parts, number, story, shapes):
                for at in part:
                    kept[at] = "other"
    return kept


def _is_lost(shape: Shape, state: str) -> bool:
    """Say whether running text of a state may be the story of a page that has none."""
    return state in LOST or (
        state in SAYING and SAYING[state].isdisjoint(shape.marks) and OPENING[state] not in shape.opening
    )


def _without_talk(texts: Sequence[str], shapes: Sequence[Shape], states: Sequence[str]) -> list[str]:
    """Return the states with the story lines below a line that opens the readers' comments made comments."""
    kept = list(states)
    total = sum([len(text) for text, state in zip(texts, states, strict=True) if state in STORY])
    told = 0
    for at, state in enumerate(states):
        if state in STORY:
            told += len(texts[at])
        elif state == "comments" and "comments" in shapes[at].marker and told >= MOST * total:
            return kept[:at] + _talk(kept[at:])
    return kept


def _talk(states: Sequence[str]) -> list[str]:
    """Return the states of what follows a line that opens the comments, other stories only where a banner says so."""
    end = states.index("banner") if "banner" in states else len(states)
    return [
        "comments" if state in STORY or (at < end and state in OTHERS) else state for at, state in enumerate(states)
    ]


def _parts(states: Sequence[str]) -> list[list[int]]:
    """Return the stretches of story lines that lie apart."""
    parts: list[list[int]] = []
    for at, state in enumerate(states):
        if state in STORY:
            if parts and at - parts[-1][-1] <= FAR:
                parts[-1].append(at)
            else:
                parts.append([at])
    return parts


def _is_far(parts: Sequence[Sequence[int]], number: int, story: int, shapes: Sequence[Shape]) -> bool:
    """Say whether an island lies far from the next part on the story's side."""
    part = parts[number]
    lines = part[0] - parts[number - 1][-1] if number > story else parts[number + 1][0] - part[-1]
    says = any([shapes[at].kind in SENTENCES for at in part])
    return lines > (FAR_FOR_TEXT if says else FAR)
