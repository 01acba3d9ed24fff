"""Rows of groups: a group of links in; the numbers and bits by which its lines pass for headlines or not, out."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import msgspec

from newsparse.html.body.flags import cue_flags, mask
from newsparse.html.body.outline import HEADINGS, Outline
from newsparse.html.page import HtmlPage
from newsparse.html.related.addresses import Address, are_alike, read_address
from newsparse.html.related.groups import letters

OF_LINE = [
    "words", "digits", "hyphens", "spelled", "story", "service", "alike", "same_depth", "copies", "image", "full",
    "ends", "size_before", "size_after", "in_body",
]  # fmt: skip
NUMBERS = [
    "count", "low", "median", "high", *OF_LINE, "after", "place", "density", "others", "body", "candidates",
]  # fmt: skip
"""Of a group: how many lines, the quartiles of their lengths, means over some of its lines, where it stands."""
TAGS = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "div", "td", "dd", "dt", "figcaption", "article", "section"]
TAG_BITS = {tag: 2 << number for number, tag in enumerate(TAGS)}
BITS = ["tag", "own", "parents", "above", "cues"]
_SHORTEST, _SHORTEST_IN_MENU = 22, 28
"""Letters that the longer lines of a group of headlines have at least."""
_SAMPLE, _WORDS, _LONG_WORD = 3, 8, 4
_HEADING, _REACH, _MOST_OF_BODY = 60, 15, 0.97
_ENDS = frozenset(".!?…。")


class Ground(msgspec.Struct, frozen=True, gc=False):
    """What the rows of all groups of a page need."""

    page: HtmlPage
    outline: Outline
    body: set[int]
    own: Address | None
    """The page's own address."""
    end: int
    """The line by which nearly all of the body has passed."""
    copies: dict[str, int]
    images: list[int]
    candidates: int


class Row(msgspec.Struct, frozen=True, gc=False):
    """A group of links, as the model sees it."""

    numbers: tuple[float, ...]
    flags: tuple[int, ...]


def ground_of(page: HtmlPage, outline: Outline, body: set[int], groups: Sequence[list[int]]) -> Ground:
    """Work out what the groups of a page have in common."""
    own = address_of_page(page)
    return Ground(
        page=page,
        outline=outline,
        body=body,
        own=read_address(own) if own else None,
        end=_body_end(outline, body),
        copies=Counter([outline.texts[line] for group in groups for line in group]),
        images=[place[0] for name, place in page.tree.voids if name == "img"],
        candidates=sum(len(group) for group in groups),
    )


def address_of_page(page: HtmlPage) -> str:
    """Return what metadata says that the page's address is."""
    return page.said("url").partition("#")[0]


def quartiles(outline: Outline, lines: Sequence[int]) -> tuple[int, int, int]:
    """Return the lower quartile, the median and the upper quartile of the lengths of a group's lines."""
    sizes = sorted([letters(outline.texts[line]) for line in lines])
    count = len(sizes)
    return sizes[count // 4], sizes[count // 2], sizes[-1 - count // 4]


def may_be_headlines(outline: Outline, lines: Sequence[int], sizes: tuple[int, int, int]) -> bool:
    """Tell cheaply whether a group is worth a closer look: most groups of links are menus."""
    host = outline.hosts[lines[0]]
    in_menu = outline.above[host] & mask("<nav>", "nav", "<footer>", "foot") and outline.tree.tags[host] not in HEADINGS
    return sizes[2] >= (_SHORTEST_IN_MENU if in_menu else _SHORTEST)


def row_of(ground: Ground, lines: Sequence[int], sizes: tuple[int, int, int]) -> Row:
    """Describe a group, given the quartiles of its lines."""
    outline = ground.outline
    tree, count = outline.tree, len(lines)
    sample = lines[:: max(1, count // _SAMPLE)][:_SAMPLE]
    means = [sum(column) / len(sample) for column in zip(*[_of_line(ground, line) for line in sample], strict=True)]
    host = outline.hosts[lines[0]]
    parent = tree.parents[host] if host else 0
    grand = tree.parents[parent] if parent else 0
    text, linked = outline.sums.text[parent], outline.sums.linked[parent]
    others = outline.sums.blocks[parent] - bisect_left(lines, tree.last[parent])
    numbers = (
        count, *sizes, *means,
        lines[0] > ground.end, lines[0] / len(outline.texts), text / (text + linked + 1), others,
        len(ground.body), ground.candidates,
    )  # fmt: skip
    own = outline.own
    tag, parents, cues = TAG_BITS.get(tree.tags[host], 1), own[parent] | own[grand], _cues_above(outline, lines[0])
    return Row(numbers, (tag, own[host], parents, outline.above[host], cues))


def _of_line(ground: Ground, line: int) -> tuple[float, ...]:
    outline, own, blocks = ground.outline, ground.own, ground.outline.tree.blocks
    text, block, link = outline.texts[line], blocks[line], ground.page.links.page_of(line)
    address = read_address(link)
    if address is None:
        digits = hyphens = story = service = alike = same_depth = spelled = 0
    else:
        digits, hyphens, story, service = address.digits, address.hyphens, address.is_story, address.is_service
        alike = own is not None and are_alike(address, own)
        same_depth = own is not None and address.depth == own.depth
        spelled = _spelled(text, link.lower())
    return (
        text.count(" "), digits, hyphens, spelled, story, service, alike, same_depth, ground.copies[text] > 1,
        _has_image(ground, line), block.linked == block.size, text[-1:] in _ENDS,
        blocks[line - 1].size if line else 0, blocks[line + 1].size if line + 1 < len(blocks) else 0,
        line in ground.body,
    )  # fmt: skip


def _spelled(text: str, address: str) -> int:
    """Count the first words of a text that its address spells too."""
    return sum([word in address for word in text.lower().split(None, _WORDS)[:_WORDS] if len(word) >= _LONG_WORD])


def _has_image(ground: Ground, line: int) -> bool:
    """Tell whether an image stands between a line and the one before it."""
    blocks, images = ground.outline.tree.blocks, ground.images
    at = bisect_left(images, blocks[line - 1].end if line else 0)
    return at < len(images) and images[at] < blocks[line].start


def _cues_above(outline: Outline, line: int) -> int:
    """Return what the heading over a line, or else the short line before it, hints at."""
    tree, hosts, own = outline.tree, outline.hosts, outline.own
    title = mask("title")
    for other in range(line - 1, max(-1, line - 1 - _REACH), -1):
        block, host = tree.blocks[other], hosts[other]
        if (
            block.size < _HEADING
            and block.linked * 2 <= block.size
            and (tree.tags[host] in HEADINGS or own[host] & title)
        ):
            return cue_flags(outline.texts[other])
    return cue_flags(outline.texts[line - 1]) if line and tree.blocks[line - 1].size < _HEADING else 0


def _body_end(outline: Outline, body: set[int]) -> int:
    blocks = outline.tree.blocks
    left = sum([blocks[line].size for line in body]) * (1 - _MOST_OF_BODY)
    for line in sorted(body, reverse=True):
        left -= blocks[line].size
        if left < 0:
            return line
    return 0
