"""The record: every type of the public contract, defined once.

The JSON, its strict validation and the JSON Schema (2020-12) all come from these types.
Within ``newsparse/1`` fields are only ever added.
"""

from typing import Annotated, Any, Final, Literal

import msgspec

from newsparse.span import Span

SCHEMA: Final = "newsparse/1"

Role = Literal[
    "banner",
    "byline",
    "caption",
    "comments",
    "dateline",
    "edition_label",
    "headline",
    "legal",
    "markup",
    "nav",
    "other",
    "promo",
    "read_more",
    "score",
    "share",
    "source",
    "standfirst",
    "tags",
    "timestamp",
]
"""What a piece of furniture is; ``other`` is what no rule knows."""

NoticeCode = Literal[
    "body-embedded",
    "date-conflict",
    "empty",
    "headline-cut-uncertain",
    "undecodable",
    "year-open",
]
"""The closed list of doubts that a record can carry."""

Time = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$")]
"""RFC 3339 with its offset, or a bare date where no offset is printed."""

ParagraphKind = Literal["paragraph", "heading", "quote", "list_item", "caption"]
LeadField = Literal[
    "headline",
    "standfirst",
    "byline",
    "authors",
    "section",
    "tags",
    "published",
    "modified",
    "url",
    "site",
]
ItemField = Literal["headline", "summary", "source", "url", "published"]


class _Part(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen value whose fields are all present in every record."""


class Source(_Part, frozen=True, kw_only=True):
    """The input, pinned: which bytes, decoded how, read as what."""

    name: str
    row: int | None
    sha256: str
    bytes: int
    chars: int
    encoding: str
    format: Literal["text", "html"]
    layout: str


class Edition(_Part, frozen=True, kw_only=True):
    """The aggregator's edition label, such as ``Canada Latest News, Canada Headlines``."""

    label: str
    place: str | None
    span: Span


class Dateline(_Part, frozen=True, kw_only=True):
    """Where, when and by which agency a story was filed, as printed before its first sentence."""

    text: str
    places: tuple[str, ...]
    agency: str | None
    date: str | None
    byline: str | None
    span: Span


class DateMention(_Part, frozen=True, kw_only=True):
    """A date expression of the text and the day it denotes, in EDTF (ISO 8601-2)."""

    text: str
    date: str
    candidates: tuple[str, ...]
    clue: str
    span: Span


class Paragraph(_Part, frozen=True, kw_only=True):
    """One block of the lead story's body."""

    text: str
    kind: ParagraphKind
    span: Span


class Lead(_Part, frozen=True, kw_only=True):
    """The story that the page is about."""

    headline: str | None
    standfirst: str | None
    byline: str | None
    authors: tuple[str, ...]
    section: str | None
    tags: tuple[str, ...]
    published: Time | None
    modified: Time | None
    url: str | None
    site: str | None
    dateline: Dateline | None
    body: tuple[Paragraph, ...]
    dates: tuple[DateMention, ...]
    spans: dict[LeadField, Span]


class RelatedItem(_Part, frozen=True, kw_only=True):
    """Another story that the page points to."""

    headline: str | None
    summary: str | None
    source: str | None
    url: str | None
    published: Time | None
    dateline: Dateline | None
    dates: tuple[DateMention, ...]
    confidence: float
    story: int
    spans: dict[ItemField, Span]


class Furniture(_Part, frozen=True, kw_only=True):
    """A stretch of the source that is no part of any story."""

    role: Role
    text: str
    span: Span


class Cut(_Part, frozen=True, kw_only=True):
    """Another place where a glued line may have to be cut."""

    headline: Span
    summary: Span
    confidence: float


class Notice(_Part, frozen=True, kw_only=True, omit_defaults=True):
    """A doubt about the record, said instead of guessed away."""

    code: NoticeCode
    message: str
    span: Span | None
    alternatives: tuple[Cut, ...] = ()


class Record(_Part, frozen=True, kw_only=True):
    """What newsparse found in one article of one input."""

    schema: Literal["newsparse/1"]
    source: Source
    language: str | None
    edition: Edition | None
    lead: Lead
    similar: tuple[RelatedItem, ...]
    furniture: tuple[Furniture, ...]
    notices: tuple[Notice, ...]

    def to_json(self) -> bytes:
        """Return the record as one line of UTF-8 JSON, without a line end."""
        return msgspec.json.encode(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain dicts, lists, strings and numbers: exactly what its JSON decodes to."""
        decoded: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return decoded
