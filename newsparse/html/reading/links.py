"""Addresses of lines: a page's tree in; for a line inside a link, or on a card that a link covers, its address out."""

import functools
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from newsparse.html.reading.attributes import attribute_spans, value_at
from newsparse.html.reading.tree import Tree
from newsparse.html.reading.visible import visible_text
from newsparse.lazy import pattern
from newsparse.span import Span

_CARD_LEVELS = 4
_CARD_LINES = 8
_CARD_ELEMENTS = 200
_OVERLAY_TEXT = 16
_ADDRESS = ' href="'
_PLAIN_ATTRIBUTES_RE = pattern(r"""(?:\s++(?!(?i:href)=)[\w-]++="[^"]*+")*+\s*+""")
_ORIGIN_RE = pattern(r"https?://[a-zA-Z0-9.-]++(?=[/?#]|\Z)")
_PLAIN_RE = pattern(
    r"(?:https?://[a-zA-Z0-9.-]++(?![^/])|(?=/[^/]))"
    r"(?:/(?!\.)[!$-.0-:=@A-Z_a-z~]*+)*+(?:\?[!$-:=?@A-Z_a-z~]++)?\Z"
)
"""Addresses that are whole but for their site, in letters that nothing has to be done about."""


class Links(Mapping[int, tuple[str, Span]]):
    """For each line with an address, the address and the place of the attribute that holds it; read when asked for."""

    def __init__(self, tree: Tree, base: str) -> None:
        self._tree, self._base = tree, base
        self._known: dict[int, tuple[str, Span] | None] = {}

    def __getitem__(self, line: int) -> tuple[str, Span]:
        element = self._tree.blocks[line].link
        found = self.of(element if element >= 0 else self.covering(line))
        if found is None:
            raise KeyError(line)
        return found

    def page_of(self, line: int) -> str:
        """Return the address that a line leads to, whatever place on that page; nothing for a line without one."""
        element = self._tree.blocks[line].link
        found = self.of(element if element >= 0 else self.covering(line))
        return found[0].partition("#")[0] if found else ""

    def __iter__(self) -> Iterator[int]:
        return (line for line in range(len(self._tree.blocks)) if line in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def of(self, element: int) -> tuple[str, Span] | None:
        """Return the address of a link element."""
        if element < 0:
            return None
        if element not in self._known:
            tree = self._tree
            span = _place_of_address(tree.source, tree.attributes[element])
            address = value_at(tree.source, span) if span else ""
            self._known[element] = (self._joined(address), span) if span and address else None
        return self._known[element]

    def _joined(self, address: str) -> str:
        if _PLAIN_RE.match(address):  # nothing in it that joining would change, and most are such
            if address[0] != "/":
                return address
            if self._origin:
                return self._origin + address
        try:
            return urljoin(self._base, address)
        except ValueError:
            return address

    @functools.cached_property
    def _origin(self) -> str:
        """The site of the page, if that is all that an address with a path needs to be whole."""
        match = _ORIGIN_RE.match(self._base)
        return match[0] if match else ""

    def covering(self, line: int) -> int:
        """Return the link of the small card that an unlinked line stands on, or -1.

        Cards often carry their address on an empty link laid over them, beside the headline instead of around it.
        """
        tree = self._tree
        element = tree.blocks[line].element
        for _ in range(_CARD_LEVELS):
            if element <= 0 or tree.last[element] - tree.first[element] > _CARD_LINES:
                return -1
            anchor = self._anchor_after(element)
            if anchor >= 0 and tree.attributes[anchor][0] < tree.ends[element]:
                return anchor if self._is_overlay(anchor) else -1
            element = tree.parents[element]
        return -1

    def _anchor_after(self, element: int) -> int:
        """Return the next link, as far as a small card reaches."""
        try:
            return self._tree.tags.index("a", element + 1, element + _CARD_ELEMENTS)
        except ValueError:
            return -1

    def _is_overlay(self, anchor: int) -> bool:
        """Tell whether a link has next to no text of its own."""
        tree = self._tree
        start, end = tree.attributes[anchor][1] + 1, tree.ends[anchor]
        at = tree.block_after(start)
        if at == len(tree.blocks) or tree.blocks[at].start >= end:
            return True
        return len(visible_text(tree.source[start : min(end, start + 2000)])) < _OVERLAY_TEXT


def _place_of_address(source: str, attributes: Span) -> Span | None:
    start, end = attributes
    at = source.find(_ADDRESS, start, end)
    before = source[start:at]
    if at >= 0 and (not before or _PLAIN_ATTRIBUTES_RE.fullmatch(before)):
        at += len(_ADDRESS)
        stop = source.find('"', at, end)
        if stop >= 0:
            return at, stop  # as most links are written
    return attribute_spans(source, attributes).get("href")
