"""Applying a layout: from marked lines to a piece for every part of every line."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from newsparse.document import Line
from newsparse.labels import LineRole, Piece
from newsparse.layouts.match import Fit, Mark
from newsparse.layouts.profile import Zone
from newsparse.lazy import pattern
from newsparse.span import trim

_HEADER_LINES = 30
_HEADER_FREE_LINES = 4
"""A page header holds a title, its repeat and a breadcrumb; more free text than that is a story."""
_TITLE_LIMIT = 200
_SENTENCE_END_RE = pattern(r"[.!…。！](?:[\"”’»)]|\s*\[\d+\])?$")
_UNFINISHED = 80
"""An item whose closing line was cut off is still a sentence or two; shorter leftovers are not items."""
_LABEL_GAP = 3
_GLUED_RE = pattern(r"[^\W\d_A-Z][A-Z]|[\d.?!”\"’)\]…][A-Z“\"‘]")
_HASHTAGS_RE = pattern(r"(?:\s#\w{1,40})+$|(?<=[.!?”’\"]) [A-Z]\w{1,40}(?: (?:[A-Z]\w{0,40}|\d{2,4}))+$")
_TAGS_WINDOW = 400
_BANNER_RE = pattern(r"^[^:：]{2,40}[:：]")


class Zones(msgspec.Struct, frozen=True, gc=False):
    """Where a page changes: line indexes, each the first of its zone."""

    lead: int
    similar: int
    boundary: int | None
    """The edition label that ends the lead, if there is one."""


def find_zones(fit: Fit, lines: Sequence[Line]) -> Zones:
    """Find where the page header, the lead story and the related stories begin."""
    similar, boundary = _find_similar(fit, lines)
    editions = fit.of_role("edition")
    heads = [i for i in editions if i != boundary] + [i for i in fit.marks if fit.marks[i].rule.zone == "header"]
    lead = max((i + 1 for i in heads if i < min(similar, _HEADER_LINES)), default=0)
    if sum(i not in fit.marks and not _is_sentence(lines[i].text) for i in range(lead)) > _HEADER_FREE_LINES:
        lead = 0
    return Zones(lead, similar, boundary)


def label(fit: Fit, lines: Sequence[Line]) -> tuple[list[Piece], str | None]:
    """Give every line of the document a role, by its mark or by its zone; return also the edition's place."""
    zones = find_zones(fit, lines)
    pieces: list[Piece] = []
    pieces += _label_header(fit, lines, zones)
    pieces += _label_lead(fit, lines, range(zones.lead, min(zones.similar, len(lines))), zones)
    pieces += _label_similar(fit, lines, zones)
    return pieces, fit.marks[zones.boundary].place if zones.boundary is not None else None


def _find_similar(fit: Fit, lines: Sequence[Line]) -> tuple[int, int | None]:
    """Return the first line of the related stories and the edition label before it."""
    starts, editions, ends = fit.of_role(fit.layout.similar.start), fit.of_role("edition"), _item_ends(fit)
    if starts:
        near = [i for i in editions if starts[0] - _LABEL_GAP <= i < starts[0]]
        return starts[0], near[-1] if near else None
    before = [i for i in editions if ends and i < ends[-1]]
    if before:
        return before[-1] + 1, before[-1]
    if len(ends) > 1:
        return ends[0] - 1 if ends[0] else 0, None
    return len(lines), editions[-1] if editions else None


def _item_ends(fit: Fit) -> list[int]:
    return fit.of_role(fit.layout.similar.end) if fit.layout.similar.end else []


def _is_sentence(text: str) -> bool:
    """Tell a paragraph from a title or a breadcrumb; in some pages the score stands below the story's first lines."""
    return len(text) > _TITLE_LIMIT or _SENTENCE_END_RE.search(text[-_TAGS_WINDOW:]) is not None


def _label_header(fit: Fit, lines: Sequence[Line], zones: Zones) -> Iterator[Piece]:
    title: str | None = None
    for index in range(zones.lead):
        mark = _mark_in(fit, index, "header")
        if mark:
            yield from _marked(fit, lines, index, mark, zones)
            continue
        text = lines[index].text
        if _is_sentence(text) and text != title:
            yield _whole(lines, index, "body", "header/paragraph")
        elif title is None or text == title:
            title = text
            yield _whole(lines, index, "headline", "header/title")
        else:
            yield _whole(lines, index, "nav", "header/other")


def _mark_in(fit: Fit, index: int, zone: Zone) -> Mark | None:
    """Return the mark of a line if its rule counts in this zone."""
    mark = fit.marks.get(index)
    return mark if mark and mark.rule.zone in (None, zone) else None


def _label_lead(fit: Fit, lines: Sequence[Line], indexes: range, zones: Zones) -> Iterator[Piece]:
    for index in indexes:
        mark = _mark_in(fit, index, "lead")
        if mark and mark.rule.role != fit.layout.similar.end:
            yield from _marked(fit, lines, index, mark, zones)
        elif index == zones.lead == 0:
            yield from _split_hashtags(lines, index)
        else:
            yield _whole(lines, index, "body", "lead/paragraph")


def _split_hashtags(lines: Sequence[Line], index: int) -> Iterator[Piece]:
    """Part the first line of a headerless page from the bare hashtags that may be glued to its last sentence."""
    start = find_hashtags(lines[index].text)
    if start is None:
        yield _whole(lines, index, "body", "lead/paragraph")
        return
    body_end = len(lines[index].text[:start].rstrip())
    yield Piece(index, 0, body_end, "body", "lead/paragraph")
    yield Piece(index, start, len(lines[index].text), "tags", "lead/hashtags")


def find_hashtags(text: str) -> int | None:
    """Return where the hashtags begin that end a line, written with or without their hash.

    Without a hash they are known by two or more capitalised words after the line's last full stop and none after them.

    >>> text = "The bridge was closed. BridgeNews Harbour Storm"
    >>> text[find_hashtags(text):]
    'BridgeNews Harbour Storm'
    """
    offset = max(0, len(text) - _TAGS_WINDOW)
    match = _HASHTAGS_RE.search(text, offset)
    return match.start() + 1 if match and match.start() > 0 else None


def _label_similar(fit: Fit, lines: Sequence[Line], zones: Zones) -> Iterator[Piece]:
    ends = _item_ends(fit)
    last_end = ends[-1] if ends else len(lines)
    marks = {
        index: mark
        for index, mark in fit.marks.items()
        if mark.rule.zone in (None, "similar") and (mark.rule.role != "edition" or not mark.rule.shape)
    }  # an item can have the shape of a label
    group: list[int] = []
    for index in range(zones.similar, len(lines)):
        mark = marks.get(index)
        if mark is None and index <= last_end and not (index == zones.similar and _is_banner(fit, lines, index, zones)):
            group.append(index)
            continue
        yield from _items(fit, lines, group)
        group = []
        if mark is not None:
            yield from _marked(fit, lines, index, mark, zones)
            if mark.rule.role == fit.layout.similar.stop:
                yield from _label_lead(fit, lines, range(index + 1, len(lines)), zones)
                return
        elif index > last_end:
            yield from _label_tail(lines, index, last_end)
        else:
            yield _whole(lines, index, "banner", "similar/banner-by-shape")
    yield from _items(fit, lines, group)


def _is_banner(fit: Fit, lines: Sequence[Line], index: int, zones: Zones) -> bool:
    """Tell whether the line after the edition label announces the items, in words nobody has listed."""
    more_follows = index + 1 < len(lines) and index + 1 not in fit.marks
    return zones.boundary is not None and more_follows and bool(_BANNER_RE.match(lines[index].text))


def _label_tail(lines: Sequence[Line], index: int, last_end: int) -> Iterator[Piece]:
    """Label a line after the last closed item: an item that was cut off, or a leftover of the page."""
    if index == last_end + 1 and len(lines[index].text) >= _UNFINISHED:
        yield _whole(lines, index, "related_item", "similar/unfinished-item")
    else:
        yield _whole(lines, index, "other", "similar/leftover")


def _items(fit: Fit, lines: Sequence[Line], group: list[int]) -> Iterator[Piece]:
    """Label the lines between two closing lines: one item, as one line or as several."""
    form = fit.layout.similar.item
    if form == "glued" and fit.layout.similar.end is None:
        yield from (_whole(lines, index, "related_item", "similar/item") for index in group)
        return
    for position, index in enumerate(group):
        if form == "headline" or (form == "headline+summary" and position % 2 == 0):
            yield _whole(lines, index, "related_headline", "similar/headline")
        elif form == "headline+summary":
            yield _whole(lines, index, "related_summary", "similar/summary")
        elif position == 0 or (len(lines[index].text) >= _UNFINISHED and _GLUED_RE.search(lines[index].text[:400])):
            yield _whole(lines, index, "related_item", "similar/item")
        else:
            yield _whole(lines, index, "related_summary", "similar/summary-continued")


def _marked(fit: Fit, lines: Sequence[Line], index: int, mark: Mark, zones: Zones) -> Iterator[Piece]:
    """Turn a marked line into pieces: its named parts, and its own role for what stands between them."""
    role, text = mark.rule.role, lines[index].text
    rule = _rule_name(fit.layout.name, role)
    if role == "edition" and index != zones.boundary:
        role = "edition_label"
    if not mark.parts:
        yield Piece(index, 0, len(text), role, rule)
        return
    position = 0
    for name, (start, end) in sorted(mark.parts.items(), key=lambda part: part[1]):
        yield from _between(text, index, position, start, (role, rule))
        part: LineRole = name  # type: ignore[assignment]  # checked against LineRole when the layout was loaded
        yield Piece(index, start, end, part, rule)
        position = end
    yield from _between(text, index, position, len(text), (role, rule))


@cache
def _rule_name(layout: str, role: LineRole) -> str:
    return f"{layout}/{role.replace('_', '-')}"


def _between(text: str, index: int, start: int, end: int, label: tuple[LineRole, str]) -> Iterator[Piece]:
    start, end = trim(text, start, end)
    if start < end:
        yield Piece(index, start, end, *label)


def _whole(lines: Sequence[Line], index: int, role: LineRole, rule: str) -> Piece:
    return Piece(index, 0, len(lines[index].text), role, rule)
