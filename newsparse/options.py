"""Options: what the caller alone knows, checked once and passed down unchanged."""

import datetime
from typing import Literal

import msgspec

from newsparse.layouts.profile import Layout

SourceFormat = Literal["auto", "text", "html"]


class Options(msgspec.Struct, frozen=True, gc=False):
    """How to read one source."""

    format: SourceFormat = "auto"
    encoding: str | None = None
    layout: Layout | None = None
    """A layout that the caller chose; None lets the document decide."""
    generic: bool = False
    """True when the caller ruled every aggregator layout out (``--layout generic``)."""
    reference_date: datetime.date | None = None
    language: str | None = None
