"""A page read: its source in; lines, metadata and language out."""

import functools
from collections.abc import Callable

import msgspec

from newsparse.document import Fields, Line, said_in
from newsparse.html.body.told import Told, told_of
from newsparse.html.embedded.find import embedded_body
from newsparse.html.metadata.lead_fields import lead_fields
from newsparse.html.metadata.sources import Metadata, read_metadata, said_in_meta
from newsparse.html.reading.attributes import attribute
from newsparse.html.reading.links import Links
from newsparse.html.reading.places import FoldedPlaces
from newsparse.html.reading.reader import read_tree
from newsparse.html.reading.tree import Tree
from newsparse.html.reading.visible import folded, visible_text
from newsparse.lazy import pattern
from newsparse.record import LeadField

_LANGUAGE_RE = pattern(r"\s*+([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{2}|\d{3}))?(?![a-zA-Z0-9]|[-_]\d(?![a-zA-Z0-9]))")
"""A language, and where it is spoken; ``utf-8`` is neither."""


class HtmlPage(msgspec.Struct, frozen=True, gc=False):
    """A saved page: everything that can be seen on it, and what it says about itself."""

    lines: tuple[Line, ...]
    """All visible text in source order, one line a block; line *i* is ``tree.blocks[i]``. ``<title>`` is a line."""
    fields: Fields
    """What metadata says of the lead, with the raw place of each value in the source."""
    links: Links
    """For a line inside a link, or on a card that one link covers: its address, and the attribute's place."""
    language: str | None
    tree: Tree
    embedded: Callable[[], tuple[Line, ...]]
    """Reads the paragraphs of a body that the page carries in its scripts, raw places: for pages that show none."""
    is_article: bool
    """Whether the page's own metadata calls it a news article."""
    article_body: str
    """The text that JSON-LD declares to be the article's, markup and all; empty where it declares none."""

    def said(self, field: LeadField) -> str:
        """Return what metadata says in a field of one value, nothing where it says none."""
        return said_in(self.fields, field)

    def authors(self) -> tuple[str, ...]:
        """Return whom the page declares to have written its article."""
        return tuple(self.fields["authors"][0]) if "authors" in self.fields else ()

    def told(self) -> Told:
        """Return what metadata tell of the story, as far as it can be recognised in a text."""
        return told_of(self.fields, is_news=self.is_article, article_body=self.article_body)


def read_html(source: str) -> HtmlPage:
    """Read a saved page.

    Nothing is fetched, resolved or run.
    """
    tree = read_tree(source)
    data = read_metadata(tree)
    fields = lead_fields(tree, data)
    headline = said_in(fields, "headline")
    return HtmlPage(
        lines=tuple([_line(source, block.start, block.end) for block in tree.blocks]),
        fields=fields,
        links=Links(tree, said_in(fields, "url")),
        language=_language(tree, data),
        tree=tree,
        embedded=functools.cache(lambda: embedded_body(tree, data, headline)),
        is_article=data.is_news,
        article_body=data.article_body,
    )


def _language(tree: Tree, data: Metadata) -> str | None:
    """Return the language that the page declares, as a BCP 47 tag."""
    declared = attribute(tree, tree.tags.index("html"), "lang") if "html" in tree.tags else ""
    said = next(said_in_meta(data, ("content-language", "og:locale", "language", "dc.language")), None)
    for value in (declared, said.value if said else ""):
        match = _LANGUAGE_RE.match(value)
        if match:
            return f"{match[1].lower()}-{match[2].upper()}" if match[2] else match[1].lower()
    return None


def _line(source: str, start: int, end: int) -> Line:
    raw = source[start:end]
    text = visible_text(raw) if "<" in raw or "&" in raw else folded(raw)
    if len(text) == end - start:  # as long as its source: every character stands for itself
        return Line(text, start, end)
    return Line(text, start, end, FoldedPlaces(source, start, end, len(text)))
