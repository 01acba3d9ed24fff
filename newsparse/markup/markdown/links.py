"""Links of a text in Markdown: the source in; each link's words, address and place out."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsparse.lazy import pattern
from newsparse.span import LINE_ENDS, Span

_SIGN_RE = pattern(r"\\.|!?\[|\][(\[]|\]|\n[ \t\r]*+\n|\r[ \t]*+\r")
_TARGET_RE = pattern(
    r"\s{0,2}+<?(?P<address>(?:[^\s()<>\\]|\\.|\((?:[^\s()<>\\]|\\.){0,500}+\)"
    r"|(?<=-)(?:\r?\n|\r)[ ]{0,8}+(?=\S)){0,2000}+)>?"
    r"(?:\s{1,2}+(?:\"(?:[^\"\n\\]|\\.){0,500}+\"|'(?:[^'\n\\]|\\.){0,500}+'))?\s{0,2}+\)"
)
"""An address, brackets in pairs, and perhaps a title behind it; a text that is broken at a width is also broken behind
the hyphens of its addresses."""
_NAME_RE = pattern(r"([^\[\]\r\n]{0,60}+)\]")
_DEFINITION_RE = pattern(
    r"(?:^|(?<=\r)) {0,3}\[(?P<name>[^\[\]\r\n^]{1,60}+)\]:[ \t]++<?(?P<address>[^\s<>]++)>?", re.MULTILINE
)
_ADDRESS_RE = pattern(r"https?://[^\s/]|www\.\w|\.{0,2}/|[?#]\w|mailto:", re.IGNORECASE)


class Link(NamedTuple):
    """A link or an image, all places in code points of the source."""

    start: int
    text: Span
    """What stands between its square brackets."""
    address: Span
    end: int
    is_image: bool


def find_links(source: str, extent: Span) -> list[Link]:
    """Return the links and images of a part of the source, by where they start; an image may stand inside a link.

    >>> [link] = find_links("See [the *plan*](https://port.example/a_(b) 'Plan').", (0, 51))
    >>> link.text, link.address
    ((5, 15), (17, 43))
    """
    signs = [source.find(sign, *extent) >= 0 for sign in ("](", "][")]
    definitions = _definitions(source, extent) if signs[1] else {}
    return sorted(_links(source, extent, definitions)) if signs[0] or definitions else []


def is_definition(text: str) -> bool:
    """Tell whether a line says no more than where a name leads to."""
    return text[:1] == "[" and _DEFINITION_RE.match(text) is not None


def is_address(source: str, link: Link) -> bool:
    """Tell whether what stands in the round brackets of a link can be an address."""
    return _ADDRESS_RE.match(source, *link.address) is not None


def _definitions(source: str, extent: Span) -> dict[str, Span]:
    """Return the places of the addresses that are given names elsewhere in the text."""
    return {
        found["name"].casefold(): found.span("address")
        for found in reversed([*_DEFINITION_RE.finditer(source, *extent)])
    }


def _links(source: str, extent: Span, definitions: Mapping[str, Span]) -> Iterator[Link]:
    """Yield the links in the order in which they end."""
    opened: list[Span] = []
    place, end = extent
    while sign := _SIGN_RE.search(source, place, end):
        place = sign.end()
        if sign[0] in ("[", "!["):
            opened.append(sign.span())
        elif sign[0][0] in LINE_ENDS:  # no link goes on behind an empty line
            opened.clear()
            place -= 1
        elif sign[0][0] == "]" and opened:
            start, begin = opened.pop()
            found = _target(source, (sign, begin, end), definitions)
            if found:
                address, place = found
                _close(opened, source, source[start] == "!")
                yield Link(start, (begin, sign.start()), address, place, source[start] == "!")
            elif sign[0] == "][":
                place -= 1


def _target(
    source: str, words: tuple[re.Match[str], int, int], definitions: Mapping[str, Span]
) -> tuple[Span, int] | None:
    """Return the place of the address that words in brackets lead to, and where the link ends."""
    sign, begin, end = words
    if sign[0] == "](":
        target = _TARGET_RE.match(source, sign.end(), end)
        return (target.span("address"), target.end()) if target else None
    named = _NAME_RE.match(source, sign.end(), end) if sign[0] == "][" else None
    if not named:
        return None
    name = named[1] or source[begin : min(sign.start(), begin + 60)]
    address = definitions.get(name.casefold())
    return (address, named.end()) if address else None


def _close(opened: list[Span], source: str, is_image: bool) -> None:
    """Forget what cannot be a link any more: none stands in another, but an image may stand in one."""
    while opened and (not is_image or source[opened[-1][0]] == "!"):
        opened.pop()
