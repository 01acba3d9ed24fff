"""Labels: what each piece of a document is, and which rule said so."""

from typing import Literal, Protocol

import msgspec

LineRole = Literal[
    # the lead story
    "headline",
    "standfirst",
    "byline",
    "timestamp",
    "dateline",
    "section",
    "site",
    "body",
    "heading",
    "quote",
    "list_item",
    "caption",
    "tags",
    # related stories; an item is one line, glued or headline alone, or a headline and a summary on lines of their own
    "related_item",
    "related_headline",
    "related_summary",
    "related_source",
    "related_timestamp",
    "related_byline",
    # furniture
    "edition",
    "edition_label",
    "banner",
    "read_more",
    "score",
    "source",
    "share",
    "promo",
    "comments",
    "legal",
    "markup",
    "nav",
    "other",
]


class Piece(msgspec.Struct, frozen=True, order=True, gc=False):
    """Part of one line: ``lines[line].text[start:end]`` has this role because of this rule."""

    line: int
    start: int
    end: int
    role: LineRole
    rule: str
    card: int = -1
    """The line of the headline on whose card it stands; -1 where only the order of the pieces tells."""


class HasRole(Protocol):
    """What a line is said to be: its role, and where in it the value begins."""

    @property
    def role(self) -> LineRole: ...
    @property
    def start(self) -> int: ...


Part = tuple[int, int, LineRole]
"""A part of a text and what it is: where it begins, where it ends, its role."""

ITEM_ROLES: frozenset[LineRole] = frozenset(
    {"related_item", "related_headline", "related_summary", "related_source", "related_timestamp"}
)
"""The roles that a related story is made of."""
