"""The value that the dateline finder returns."""

import msgspec

from newsparse.span import Span


class FoundDateline(msgspec.Struct, frozen=True, gc=False):
    """A dateline ``text[start:end]``: its first element up to its last separator, without the space after it."""

    start: int
    end: int
    places: tuple[str, ...]
    """As printed; a region stays with its city ("ERIE, Pa.")."""
    agency: str | None
    byline: str | None
    """As printed, in front of the dateline or inside it."""
    date: Span | None
    """Where the printed date stands in the text."""
