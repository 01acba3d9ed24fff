"""Text dumps of saved pages as different tools make them: a page's HTML in, its lines out.

The lines of a dump depend on the tool as much as on the site: what it takes for the main content, where it breaks
lines, whether lists keep their bullets.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import trafilatura
from inscriptis import get_text
from lxml import html
from resiliparse.extract.html2text import extract_plain_text

SKIPPED = frozenset(["script", "style", "noscript", "template", "svg", "head", "select", "option", "iframe", "object"])
INLINE = frozenset(
    "a abbr b bdi cite code em font i mark q s small span strong sub sup time u wbr label".split()  # noqa: SIM905
)
Extractor = Callable[[str], str | None]


def _main(source: str) -> str:
    """The main content as resiliparse finds it: it keeps much of what stands around a story."""
    return str(extract_plain_text(source, main_content=True))


def _whole(source: str) -> str:
    """The whole page as resiliparse prints it."""
    return str(extract_plain_text(source, main_content=False))


def _bare(source: str) -> str:
    """The main content without bullets, lines as in the source's blocks."""
    return str(extract_plain_text(source, main_content=True, list_bullets=False, preserve_formatting="minimal_html"))


def _strict(source: str) -> str | None:
    """The story as trafilatura finds it."""
    return trafilatura.extract(source, include_comments=False)


def _generous(source: str) -> str | None:
    """The story and what may belong to it as trafilatura finds it."""
    return trafilatura.extract(source, favor_recall=True, include_comments=True)


def _screen(source: str) -> str:
    """The whole page as a text browser lays it out."""
    return str(get_text(source))


def _pieces(element: Any) -> Iterator[str]:
    """Give the text of an element and a line end wherever a block begins or ends."""
    if not isinstance(element.tag, str) or element.tag in SKIPPED:
        yield element.tail or ""
        return
    block = element.tag not in INLINE
    if block:
        yield "\n"
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _pieces(child)
    if block:
        yield "\n"
    yield re.sub(r"\s+", " ", element.tail or "")


def _blocks(source: str) -> str:
    """The whole page, a line per block: what selecting all and copying gives."""
    tree = html.fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
    body = tree.find("body") if tree.tag == "html" else tree
    return "".join(_pieces(body if body is not None else tree))


EXTRACTORS: dict[str, Extractor] = {
    "main": _main,
    "whole": _whole,
    "strict": _strict,
    "generous": _generous,
    "screen": _screen,
    "blocks": _blocks,
}


def lines_of(source: str, extractor: str) -> list[str]:
    """Return the lines of a page, trimmed and not empty, as an extractor prints them."""
    text = EXTRACTORS[extractor](source) or ""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return [line for line in lines if line and line != "•"]
