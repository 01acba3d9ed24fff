"""A page read: its source in; lines, metadata and language out."""

from collections.abc import Mapping
from typing import NamedTuple

from newsparse.document import Line
from newsparse.html.lead_fields import lead_fields
from newsparse.html.links import Links
from newsparse.html.metadata import read_metadata
from newsparse.html.places import Places
from newsparse.html.reader import read_tree
from newsparse.html.tree import Tree
from newsparse.html.visible import visible_text
from newsparse.record import LeadField, NoticeCode
from newsparse.span import Span

Fields = Mapping[LeadField, tuple[str | tuple[str, ...], Span | None]]
PageNotice = tuple[NoticeCode, str, Span | None]


class HtmlPage(NamedTuple):
    """A saved page: everything that can be seen on it, and what it says about itself."""

    lines: tuple[Line, ...]
    """All visible text in source order, one line a block; line *i* is ``tree.blocks[i]``. ``<title>`` is a line."""
    fields: Fields
    """What metadata says of the lead, with the raw place of each value in the source."""
    links: Links
    """For a line inside a link, or on a card that one link covers: its address, and the attribute's place."""
    language: str | None
    notices: tuple[PageNotice, ...]
    tree: Tree
    is_article: bool
    """Whether the page's own metadata calls it a news article."""


def read_html(source: str) -> HtmlPage:
    """Read a saved page.

    Nothing is fetched, resolved or run.
    """
    tree = read_tree(source)
    lines = tuple(_line(source, block.start, block.end) for block in tree.blocks)
    data = read_metadata(tree)
    fields = lead_fields(tree, data)
    base = str(fields["url"][0]) if "url" in fields else ""
    return HtmlPage(lines, fields, Links(tree, base), None, (), tree, 'newsarticle' in source.lower())


def _line(source: str, start: int, end: int) -> Line:
    text = visible_text(source[start:end])
    return Line(text, start, end, Places(source, start, end, len(text)))
