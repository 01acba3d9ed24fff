"""Subheads: a page's outline and its body in; headings that the body lacks, and its lines that are headings but for
their tags, out.

Many sites set their subheads as paragraphs in bold. Such a line is short, ends as no sentence does and stands right
before running text. Questions stay what they are: in an interview they are said, and head nothing.
"""

import re
from collections.abc import Collection, Iterator

from newsparse.html.body.flags import cue_flags, cue_mask, mask
from newsparse.html.body.measures import is_set_off
from newsparse.html.body.outline import HEADINGS, Outline

_LONGEST, _RUNNING = 80, 60
"""Characters of a subhead at most, and of the text that it heads at least."""
_SUBHEADS = HEADINGS - {"h1"}
_PLACES = frozenset({"p", "div", "article", "section"})
_ENDS = frozenset('.,:;…?!"。，、：；？！')
_DASHES = frozenset("–—-‒•*(/")
_FIGURE_RE = re.compile(r"[:：].*\d")
"""A name with its figure (``Price: $36``), which is part of a list."""


def headings_between(outline: Outline, body: Collection[int]) -> Iterator[int]:
    """Yield the subheads that stand between two lines of the body, and by themselves look like what is none.

    A heading's tag tells them where running text follows inside the same element, be it in boxes of their own; without
    one they are set off, and stand right beside both lines.
    """
    hosts, tags, parents, blocks = outline.hosts, outline.tree.tags, outline.tree.parents, outline.tree.blocks
    for line in body:
        at = line + 1
        if at in body or at + 1 not in body or blocks[at].linked:
            continue
        is_level = parents[hosts[line]] == parents[hosts[at]] == parents[hosts[at + 1]]
        if tags[hosts[at]] in _SUBHEADS:
            if is_level or (_opens_text(outline, at) and not _is_of_page(outline, at)):
                yield at
        elif is_level and len(outline.texts[at]) <= _LONGEST and _opens_text(outline, at) and _may_head(outline, at):
            yield at


def _opens_text(outline: Outline, at: int) -> bool:
    """Tell whether running text follows a line, and is no heading itself."""
    after = at + 1
    return (
        outline.plain[after] >= _RUNNING
        and outline.tree.tags[outline.hosts[after]] not in HEADINGS
        and not is_set_off(outline.tree, after)
    )


def _is_of_page(outline: Outline, at: int) -> bool:
    """Tell whether a heading is the page's and not the story's: hidden from readers, or of an offer or a list."""
    if outline.own[outline.hosts[at]] & mask("hidden", "hide") or not any(map(str.isalpha, outline.texts[at])):
        return True
    return bool(cue_flags(outline.texts[at]) & cue_mask("promo", "related", "comment"))


def subheads_in(outline: Outline, body: Collection[int]) -> set[int]:
    """Return the lines of a body that are subheads; its first line is none, since it has nothing before it to part."""
    found = set()
    for line in sorted(body)[1:]:
        if len(outline.texts[line]) > _LONGEST or line + 1 not in body or not _may_head(outline, line):
            continue
        if _opens_text(outline, line):
            found.add(line)
    return found


def _may_head(outline: Outline, line: int) -> bool:
    text = outline.texts[line]
    if outline.tree.tags[outline.hosts[line]] not in _PLACES or text[-1] in _ENDS:
        return False
    if text[0] in _DASHES or text[0].islower() or _FIGURE_RE.search(text) or not any(map(str.isalpha, text)):
        return False
    return is_set_off(outline.tree, line) and not cue_flags(text) & cue_mask("credit")
