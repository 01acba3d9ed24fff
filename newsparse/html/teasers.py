"""Teasers: a page, its outline and its body in; the lines that may be headlines of other stories out.

A teaser is a line that is a link, or stands on a card that one link covers, where a page shows other stories: not in a
menu, a form, an advertisement, a comment, nor in the running text of the article.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from newsparse.html.flags import cue_flags, cue_mask, mask
from newsparse.html.outline import HEADINGS, Outline
from newsparse.html.page import HtmlPage
from newsparse.html.tree import Tree

_MOST_OF_BODY = 0.95
SHORTEST, CLEAR, _LONG = 16, 30, 34
_MOSTLY_LINKED, _CUED_LINKED, _PROSE_LINKED = 0.6, 0.5, 0.8
_SHORT_LINE, _STORY_LINES, _REACH = 80, 3, 600
_NO_STORY_RE = re.compile(
    r"/(?:products?|produkte?|cart|warenkorb|checkout|auteurs?|authors?|autor(?:en|es)?|contributors?|preisvergleich|forums?"
    r"|tags?|topics?|temas?|thema|themen|categor(?:y|ies|ia)|kategorien?|rubriken?|people|profiles?)/"
    r"|click-?track|doubleclick|ad-?click|googleads|gampad|[?&]show(?:topic|forum)=|[?&](?:amazon_)?tag=[\w-]*-2\d\b",
    re.IGNORECASE,
)
_WIDE_RE = re.compile("[\u2e81-\U0010ffff]")
_TIME_RE = re.compile(r"\d[.:h]\d\d(?!\d)|\d\.(?:19|20)\d\d")
_NEIGHBOUR_RE = re.compile(r"""nav-(?:previous|next)|post-?nav|\brel=["']?(?:prev|next)\b""")
_SPONSORED_RE = re.compile(r"""\brel=["'][^"']*\bsponsored\b""", re.IGNORECASE)


def find_teasers(page: HtmlPage, outline: Outline, body: set[int]) -> Iterator[int]:
    """Yield the lines that may be headlines of other stories, whatever their address."""
    end = _body_end(page, body)
    story = {page.tree.parents[outline.hosts[line]] for line in solid_body(page, outline, body)}
    repeated = _repeated(page, outline)
    images = _images(page.tree)
    for index in range(len(page.lines)):
        host = outline.hosts[index]
        if not _is_link(page, outline, body, index) or _is_furniture(page, outline, index, index > end):
            continue
        if page.lines[index].text in repeated and _is_item(page, outline, index):
            continue
        if page.tree.parents[host] in story and _is_prose(page, outline, body, images, index):
            continue
        yield index


def solid_body(page: HtmlPage, outline: Outline, body: set[int]) -> set[int]:
    """Return the lines of the body that stand among others of it; a lone one may be a story's summary on its card."""
    parents = page.tree.parents
    around = Counter(parents[outline.hosts[line]] for line in body)
    return {line for line in body if around[parents[outline.hosts[line]]] >= _STORY_LINES}


def letters(text: str) -> int:
    """Return a text's length, a wide character counted as two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE_RE.findall(text))


def leads_elsewhere(address: str) -> bool:
    """Tell whether an address is that of a product, a person, a forum's thread or an advertiser."""
    return bool(_NO_STORY_RE.search(address))


def is_neighbour(page: HtmlPage, line: int) -> bool:
    """Tell whether a line is marked as the link to the previous or the next story."""
    tree, search = page.tree, _NEIGHBOUR_RE.search
    block = tree.blocks[line]
    around = tree.attributes[tree.parents[block.element]]
    own = tree.attributes[max(block.link, block.element)]
    return bool(search(tree.source, *own) or (around[1] - around[0] < _REACH and search(tree.source, *around)))


def _body_end(page: HtmlPage, body: set[int]) -> int:
    """Return the line by which nearly all of the body has passed: stray lines further down do not count."""
    blocks = page.tree.blocks
    left = sum(blocks[line].size for line in body) * (1 - _MOST_OF_BODY)
    for line in sorted(body, reverse=True):
        left -= blocks[line].size
        if left < 0:
            return line
    return 0


def _repeated(page: HtmlPage, outline: Outline) -> set[str]:
    """Return what menus say more than once."""
    menus, above = mask("<nav>", "nav"), outline.above
    inside = [index for index, host in enumerate(outline.hosts) if above[host] & menus]
    return {text for text, count in Counter(page.lines[index].text for index in inside).items() if count > 1}


def _is_item(page: HtmlPage, outline: Outline, index: int) -> bool:
    """Tell whether a line is a short one in a menu."""
    inside = outline.above[outline.hosts[index]] & mask("<nav>", "nav")
    return bool(inside) and letters(page.lines[index].text) < _LONG and not is_neighbour(page, index)


def _is_link(page: HtmlPage, outline: Outline, body: set[int], index: int) -> bool:
    """Tell whether a line is a link to one place, or the title of a card that a link covers."""
    tree, block = page.tree, page.tree.blocks[index]
    host = outline.hosts[index]
    heading = tree.tags[host] in HEADINGS
    cued = is_cued(page, index) and block.link >= 0 and block.linked >= _CUED_LINKED * block.size
    if block.size > 1000 or (index in body and block.linked < _PROSE_LINKED * block.size and not cued):
        return False
    if block.link < 0:
        return (heading or _is_title(tree, outline, host)) and index in page.links
    start, end = tree.attributes[block.link]
    if tree.source.find("sponsored", start, end) >= 0 and _SPONSORED_RE.search(tree.source, start, end):
        return False
    return cued or heading or block.linked >= _MOSTLY_LINKED * block.size or block.link_end - block.start >= SHORTEST


def is_cued(page: HtmlPage, index: int) -> bool:
    """Tell whether a line announces another story: ``Read more:``."""
    text = page.lines[index].text
    colon = text.find(":", 1, CLEAR)
    return colon > 0 and bool(cue_flags(text[:colon]) & cue_mask("related"))


def _is_title(tree: Tree, outline: Outline, host: int) -> bool:
    return bool(outline.own[host] & mask("title")) or tree.tags[tree.parents[host]] == "article"


def _is_furniture(page: HtmlPage, outline: Outline, line: int, after: bool) -> bool:
    """Tell whether a line stands in a menu, a form, a comment or the like, where links lead to no stories."""
    text = page.lines[line].text
    host = outline.hosts[line]
    heading = page.tree.tags[host] in HEADINGS
    above = outline.above[host]
    size = letters(text)
    if is_cued(page, line) and not above & mask("comment"):
        return False
    if above & mask("<form>", "comment") and not (heading or (size >= CLEAR and not above & mask("comment"))):
        return True
    if above & mask("<nav>", "nav") and not after and not is_neighbour(page, line):
        return True
    if above & mask("<nav>", "nav", "<footer>", "foot", "hide") and size < SHORTEST and not is_neighbour(page, line):
        return True
    if heading or len(text) >= (_LONG if above & mask("related") else _SHORT_LINE):
        return False
    cues = cue_flags(text)
    credit = cues & cue_mask("byline") and _TIME_RE.search(text)
    return bool(cues & cue_mask("legal", "promo", "share") or credit)


def _is_prose(page: HtmlPage, outline: Outline, body: set[int], images: list[int], index: int) -> bool:
    """Tell whether a link among the article's paragraphs is theirs: a linked heading, item, sentence or credit."""
    tree = page.tree
    host = outline.hosts[index]
    if is_cued(page, index):
        return False
    story = tree.parents[host]
    near = [line for line in (index - 1, index + 1) if line in body and tree.parents[outline.hosts[line]] == story]
    if tree.tags[host] in HEADINGS:
        return index + 1 in near
    if near and (tree.tags[host] == "li" or page.lines[index].text[-1:] in ".!;,"):
        return True
    return tree.tags[host] == "p" and _follows_image(tree, images, index)


def _images(tree: Tree) -> list[int]:
    return [place[0] for name, place in tree.voids if name == "img"]


def _follows_image(tree: Tree, images: list[int], index: int) -> bool:
    """Tell whether nothing but an image stands between a line and the one before it: then it is a credit."""
    at = bisect_left(images, tree.blocks[index - 1].end if index else 0)
    return at < len(images) and images[at] < tree.blocks[index].start
