"""Labels of a page that no text layout knows: its lines in, what each of them is out."""

import functools
import heapq
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsparse.document import Line
from newsparse.html.body.find import BODY_ODDS, find_body
from newsparse.html.body.flags import cue_flags, cue_mask, mask
from newsparse.html.body.outline import HEADINGS, Outline, outline_of
from newsparse.html.body.pictures import is_credited, is_of_picture
from newsparse.html.body.subheads import subheads_in
from newsparse.html.byline import byline_of, names_only
from newsparse.html.metadata.titles import same
from newsparse.html.page import HtmlPage
from newsparse.html.reading.tree import Tree
from newsparse.html.related.find import find_related
from newsparse.html.related.kickers import headline_pieces
from newsparse.html.related.parts import parts_of
from newsparse.labels import LineRole, Piece
from newsparse.span import trim

_SHORT = 200
_LONGEST_HEADING, _LONGEST_OPENING = 160, 100
"""Characters of a heading at most, and of one that opens the body: a longer one runs on as text does."""
_LEAST_OF_DECK, _LEAST_OF_OPENING = 24, 60
"""Characters of a printed standfirst at least, and of one that is set as a heading at the beginning of the body."""
_LEAST_OF_CAPTION = 30
"""Characters of a caption at least that is known by its class alone."""
_LONGEST_BANNER, _SHORT_BANNER, _COLONS = 60, 30, ":："
"""Characters of a line that announces other stories at most, and of one that does so without a word for it."""
_OPENING = 3
"""Lines of a body in which a byline may have been left."""
_BY_TAG = "tag of captions"
_TOP = 8
"""Lines above the body in which a picture's credit may stand."""
_BETWEEN = " \t\u00a0|/·•-–—,"
"""What parts a name from the time beside it."""

_BY_FLAG: tuple[tuple[str, LineRole], ...] = (
    ("comment", "comments"), ("share", "share"), ("promo", "promo"), ("<nav>", "nav"), ("nav", "nav"),
    ("<footer>", "legal"), ("foot", "legal"), ("ad", "promo"),
)  # fmt: skip
_BY_CUE: tuple[tuple[str, LineRole], ...] = (
    ("legal", "legal"), ("share", "share"), ("promo", "promo"), ("comment", "comments"),
)  # fmt: skip


class _Story(NamedTuple):
    """What the kinds of a body's lines are told by."""

    opening: list[int]
    """Its first lines, in their order."""
    subheads: set[int]
    deck: str
    """The standfirst, in the form in which equal texts are equal."""
    related: Mapping[int, tuple[LineRole, str, int]]


@functools.cache
def _telling_flags() -> int:
    """Return the flags that tell a role: of all others there are many combinations."""
    return mask(*[name for name, _ in _BY_FLAG])


@functools.lru_cache(maxsize=1024)
def _by_flags(flags: int) -> tuple[LineRole, str] | None:
    found = ((role, f"inside {name}") for name, role in _BY_FLAG if flags & mask(name))
    return next(found, None)


@functools.lru_cache(maxsize=1024)
def _by_cues(cues: int) -> tuple[LineRole, str] | None:
    found = ((role, f"words of {name}") for name, role in _BY_CUE if cues & cue_mask(name))
    return next(found, None)


def label_html(page: HtmlPage, body_odds: float = BODY_ODDS) -> list[Piece]:
    """Label every line of a page; together the pieces cover all of its visible text, line by line.

    ``body_odds`` are the log-odds above which a line is body: who asks for higher ones gets surer lines.
    """
    texts = [line.text for line in page.lines]
    if not texts:
        return []
    headline = page.said("headline")
    outline = outline_of(page.tree, texts)
    found = find_body(outline, page.told(), body_odds)
    body, related = found.lines, find_related(page, outline, found)
    byline = byline_of(page, outline, body, related)
    wanted, reach = same(headline), 8 + len(headline) // 4
    deck = same(page.said("standfirst"))
    beside = range(min(body) - _TOP, max(body)) if body else range(0)
    story = _Story(heapq.nsmallest(_OPENING, body), subheads_in(outline, body), deck, related)
    pieces: list[Piece] = []
    for index, text in enumerate(texts):
        role: LineRole
        card = -1
        if wanted and abs(len(text) - len(headline)) <= reach and _may_open(text, wanted) and same(text) == wanted:
            role, rule = "headline", "printed headline"
        elif index in related:
            role, rule, card = related[index]
            if role == "related_headline":
                pieces += headline_pieces(index, page.lines[index], page.tree, rule)
                continue
        elif index == byline:
            pieces += _byline_pieces(index, page.lines[index], page.tree)
            continue
        elif index in body:
            role, rule = _of_body(outline, index, story)
        else:
            role, rule = _furniture(outline, index, deck, beside_story=index in beside)
        pieces.append(Piece(index, 0, len(text), role, rule, card))
    return pieces


def _byline_pieces(index: int, line: Line, tree: Tree) -> Iterator[Piece]:
    """Yield the byline, and the times that tags part from it on its line."""
    parts = parts_of(line, tree)
    first, last = 0, len(parts) - 1
    while first < last and parts[last].mark == "time":
        last -= 1
    while first < last and parts[first].mark == "time":
        first += 1
    start, end, text = 0, len(line.text), line.text
    if first:
        start = len(text) - len(text[parts[first].start :].lstrip(_BETWEEN))
        yield Piece(index, *trim(text, 0, start), "timestamp", "beside the byline")
    if last + 1 < len(parts):
        end = len(text[: parts[last].end].rstrip(_BETWEEN))
    yield Piece(index, *trim(text, start, end), "byline", "names the authors")
    if end < len(text):
        yield Piece(index, *trim(text, end, len(text)), "timestamp", "beside the byline")


def _announces(index: int, text: str, related: Mapping[int, tuple[LineRole, str, int]]) -> bool:
    """Tell whether a line opens other stories: short, and right above the headline of one."""
    if len(text) > _LONGEST_BANNER or index + 1 not in related or related[index + 1][0] != "related_headline":
        return False
    return len(text) <= _SHORT_BANNER or bool(cue_flags(text) & cue_mask("related"))


def _may_open(text: str, wanted: str) -> bool:
    """Tell cheaply whether a text may begin with the same letter."""
    opening = text[:2]  # the second may be a mark that joins the first
    return opening[0].lower() == wanted[0] or not (opening.isascii() and opening[0].isalnum())


def _of_body(outline: Outline, index: int, story: _Story) -> tuple[LineRole, str]:
    """Tell what a line of the body is, and by which rule."""
    role, text = _kind(outline, index), outline.texts[index]
    if index in story.opening and names_only(text):
        return "byline", "names authors alone"
    if text[-1] in _COLONS and _announces(index, text, story.related):
        return "banner", "announces the story below"
    if role == "heading" and _runs_on(text, story.deck if index == story.opening[0] else None):
        return "body", "no heading: it runs on"
    if role == "body" and is_of_picture(text):
        return "caption", "names a picture"
    if role == "body" and index in story.subheads:
        return "heading", "bold line over running text"
    return role, "body model"


def _kind(outline: Outline, index: int) -> LineRole:
    tags, parents = outline.tree.tags, outline.tree.parents
    element = outline.hosts[index]
    for _ in range(3):
        tag = tags[element]
        if tag in HEADINGS:
            return "heading"
        if tag == "blockquote":
            return "quote"
        if tag in {"li", "dd", "dt"}:
            return "list_item"
        if tag in {"figcaption", "figure"}:
            return "caption"
        element = parents[element]
        if element <= 0:
            break
    return "body"


def _runs_on(text: str, deck: str | None) -> bool:
    """Tell whether a heading is running text: too long for one, or, where it opens the body, the deck."""
    if deck is None:
        return len(text) > _LONGEST_HEADING
    return len(text) > _LONGEST_OPENING or (len(text) > _LEAST_OF_OPENING and same(text) == deck)


def _furniture(outline: Outline, index: int, deck: str, *, beside_story: bool) -> tuple[LineRole, str]:
    host = outline.hosts[index]
    element = outline.tree.blocks[index].element
    if outline.tree.tags[element] == "title" and outline.tree.tags[outline.tree.parents[element]] != "svg":
        return "headline", "title of the page"
    text = outline.texts[index]
    rule = _of_picture(outline, index, beside_story=beside_story)
    if rule != _BY_TAG and len(deck) >= _LEAST_OF_DECK and len(text) >= _LEAST_OF_DECK and same(text) == deck:
        return "standfirst", "printed standfirst"
    if rule:
        return "caption", rule
    block = outline.tree.blocks[index]
    flags = outline.above[host]
    found = _by_flags(flags & _telling_flags())
    if found:
        return found
    if block.size < _SHORT:
        cues = cue_flags(text)
        if cues & cue_mask("credit") and is_of_picture(text):
            return "caption", "names a picture"
        found = _by_cues(cues) if cues else None
        if found:
            return found
    if block.linked * 2 > block.size:
        return "nav", "mostly links"
    return "other", "no rule knows it"


def _of_picture(outline: Outline, index: int, *, beside_story: bool) -> str:
    """Return the rule by which a line is a picture's caption or credit; nothing where none says so."""
    host, block, text = outline.hosts[index], outline.tree.blocks[index], outline.texts[index]
    tag, above = outline.tree.tags[host], outline.above[host]
    if tag in {"figcaption", "caption"} or (tag == "footer" and above & mask("<figcaption>")):
        return _BY_TAG
    if block.linked * 2 > block.size:
        return ""
    if _is_captioned(outline, host) and _may_be_caption(text):
        return "inside caption"
    if above & mask("<figure>") and len(text) < _SHORT and cue_flags(text) & cue_mask("credit"):
        return "credit in a figure"
    return "names who made a picture" if is_credited(text, beside_story=beside_story) else ""


def _is_captioned(outline: Outline, host: int) -> bool:
    """Tell whether an element or the one around it is named after captions; those in a footer credit the site."""
    own = outline.own[host] | outline.own[outline.tree.parents[host]]
    return bool(own & mask("captioned")) and not outline.above[host] & mask("<footer>", "comments", "<nav>")


def _may_be_caption(text: str) -> bool:
    """Tell whether a text can be a picture's caption or credit: no title, time or button."""
    cues = cue_flags(text)
    if cues & cue_mask("credit"):
        return True
    return (
        len(text) >= _LEAST_OF_CAPTION
        and not text.isupper()
        and not cues & cue_mask("byline", "promo", "comment", "related")
    )
