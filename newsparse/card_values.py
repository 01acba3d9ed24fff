"""Card values: the pieces of a page's related stories in; the same without what announces or closes them, out.

A headline may hold the words that announce it (``Lire aussi Le port rouvre``), arrows, and behind a sign the name of
its site or a button; a summary may end in a button (``… Read more``). These become pieces of their own. A link that
says nothing else (``Previous article``) is no headline.
"""

from collections.abc import Iterable, Iterator

from newsparse.document import Document, said_in
from newsparse.html.metadata.titles import Site, last_cut
from newsparse.labels import LineRole, Part, Piece
from newsparse.lazy import pattern
from newsparse.roles.markers import whole_line
from newsparse.roles.value import value_range

_ARROWS = "<>›‹→←⟶⟵➜➔▶►•●■|"
_OPENING_RE = pattern(rf"(?:[{_ARROWS}]{{1,3}}|[«»]|[»>]{{2,3}})\s+")
_CLOSINGS = _ARROWS + "·«»"
_CLOSING_RE = pattern(rf"(?<!\s)\s++(?:[{_ARROWS}·]{{1,3}}|[«»])\Z")
_BUTTON_RE = pattern(r"(?:(?<=[.…!?)\]”\"])[\s/|»\[(]*|\s[/|»\[(]\s*)([^\W\d](?:[^\W\d]|\s){2,24})[\s.…»›>)\]]*\Z")
_PARTED: frozenset[LineRole] = frozenset({"related_headline", "related_summary"})
_BAR = "|"
_CLOSERS = frozenset(["more", "nav", "share", "comments"])
_LEAST = 12
"""Letters that must be left of a headline."""
_SHORTEST_NAME = 4


def bare_values(document: Document, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a page, those of related headlines and summaries parted from the words around them."""
    own = Site([said_in(document.fields, "site")], said_in(document.fields, "url"))
    for piece in pieces:
        if piece.role not in _PARTED:
            yield piece
            continue
        text = document.lines[piece.line].text[piece.start : piece.end]
        if piece.role == "related_headline":
            link = document.links.get(piece.line)
            parts = _headline(text, own, link[0] if link else "")
        else:
            parts = _summary(text)
        for start, end, role in parts:
            yield Piece(piece.line, piece.start + start, piece.start + end, role, piece.rule, piece.card)


def _headline(text: str, own: Site, address: str) -> list[Part]:
    """Part a headline from what announces it, from arrows, and from a button or the name of a site behind a sign."""
    before: list[Part] = []
    start, end = 0, len(text)
    announced = value_range(text, "related_item")[0]
    if announced and end - announced >= _LEAST:
        before.append((0, len(text[:announced].rstrip()), "banner"))
        start = announced
    opening = _OPENING_RE.match(text, start)
    if opening and end - opening.end() >= _LEAST and not _is_quoted(text):
        before.append((start, start + len(opening[0].rstrip()), "nav"))
        start = opening.end()
    behind: list[Part] = []
    closing = _CLOSING_RE.search(text, start) if text[-1:] in _CLOSINGS else None
    if closing and closing.start() - start >= _LEAST and not _is_quoted(text):
        behind.append((end - len(closing[0].lstrip()), end, "nav"))
        end = closing.start()
    tail = _tail(text[start:end], own, address)
    if tail and tail[0][0] >= _LEAST:
        behind = [*((start + first, start + last, role) for first, last, role in tail), *behind]
        end = start + len(text[start : start + tail[0][0]].rstrip())
    role: LineRole = "related_headline" if whole_line(text[start:end]) is None else "nav"
    return [*before, (start, end, role), *behind]


def _is_quoted(text: str) -> bool:
    return text.count("«") == text.count("»") > 0


def _tail(text: str, own: Site, address: str) -> list[Part]:
    """Return what a headline ends in besides itself: a button, or the sign and the name of its site."""
    cut = last_cut(text)
    if cut is None:
        return []
    sign, name = text[slice(*cut)].strip(), text[cut[1] :]
    at = cut[0] + len(text[cut[0] : cut[1]]) - len(text[cut[0] : cut[1]].lstrip())
    if sign == _BAR and not _CLOSERS.isdisjoint((whole_line(name) or "").split("+")):
        return [(at, len(text), "read_more")]
    if len(name) >= _SHORTEST_NAME and (own.is_called(name) or Site([], address).is_named(name)):
        return [(at, at + len(sign), "nav"), (cut[1], len(text), "related_source")]
    return []


def _summary(text: str) -> list[Part]:
    """Part a summary from the button that it ends in."""
    button = _BUTTON_RE.search(text)
    if button and "more" in (whole_line(button[1]) or "").split("+") and button.start() >= _LEAST:
        shown = len(text[: button.start()].rstrip())
        at = button.start() + len(button[0]) - len(button[0].lstrip())
        return [(0, shown, "related_summary"), (at, len(text), "read_more")]
    return [(0, len(text), "related_summary")]
