"""The byline: a page, its outline and its body in; the line that prints who wrote the article out.

A page has many lines with words of a byline: times, reading times, bylines of other stories. The one that counts
stands by the headline or at either end of the body, and names the authors whom the page declares; or it opens as a
byline does and goes on with a person's name: above the body, since those below it are of other stories. Where the
house is the author, its name stands in many lines, and only one that says nothing else is the byline.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from newsparse.html.body.flags import cue_flags, cue_mask, mask
from newsparse.html.body.outline import Outline
from newsparse.html.metadata.names import has_lead, is_person, split_names
from newsparse.html.metadata.printed import moment_printed
from newsparse.html.metadata.titles import same
from newsparse.html.page import HtmlPage

_ABOVE, _BELOW = 24, 6
"""Lines above the body, and below it, in which a byline is looked for."""
_LONGEST, _SHORTEST_NAME, _REST, _ROLE = 200, 3, 60, 24
"""A line's characters at most, an author's at least, and those beside the authors' at most: roles, places, times."""
_CREDITED, _RIGHTS, _ASKS = 40, "©", "?!:："
_WORD_RE = re.compile(r"\w+")
_WIDE = "\u2e80"
_UNNAMED = 1
"""What a line is worth that names nobody whom the page declares."""
_MOST = 6
"""What a line is worth at most whose class does not speak of times or authors; one more if it does."""
_IN_BODY = 5
"""What a line of the body is worth at most: above that, it opens as a byline does or says little more than a name."""


class _Authors(NamedTuple):
    """Whom the page declares to have written its article."""

    names: list[str]
    """In the form in which equal names are equal."""
    words: frozenset[str]
    """Those that are declared as a single word, which may be a part of other ones."""
    is_house: bool
    """Whether the only one is the site itself."""
    headline: str


def byline_of(page: HtmlPage, outline: Outline, body: Collection[int], taken: Collection[int]) -> int | None:
    """Return the line of the byline, or None; ``taken`` are lines that belong to other stories."""
    if not body:
        return None
    authors = _authors_of(page)
    first, last = min(body), max(body)
    places = [*range(first - 1, max(-1, first - _ABOVE), -1), *range(first, min(last + _BELOW, len(page.lines)))]
    best, found = 0, None
    for line in places:
        least = max(best, _IN_BODY if line in body else 0 if line < first or not authors.names else _UNNAMED)
        is_marked = bool(outline.own[outline.hosts[line]] & mask("meta"))
        if _MOST + is_marked > least and line not in taken and not _is_elsewhere(outline, line):
            worth = _worth(page.lines[line].text, authors, is_marked=is_marked)
            if worth > least:
                best, found = worth, line
    return found


def _authors_of(page: HtmlPage) -> _Authors:
    named = [str(name) for name in page.fields["authors"][0]] if "authors" in page.fields else []
    names = [key for name in named if (key := same(name))]
    words = frozenset([same(name) for name in named if " " not in name and name < _WIDE])
    site = same(page.said("site"))
    is_house = len(names) == 1 and (names[0] in site or (bool(site) and site in names[0]))
    return _Authors(names, words, is_house, same(page.said("headline")))


def _is_elsewhere(outline: Outline, line: int) -> bool:
    """Tell whether a line stands where a page names people who are not its authors."""
    host = outline.hosts[line]
    return outline.tree.tags[host] in {"title", "h1"} or bool(
        outline.above[host] & mask("<footer>", "foot", "comment", "<figcaption>", "caption")
    )


def _worth(text: str, authors: _Authors, *, is_marked: bool) -> int:
    """Return how surely a line is the byline, 0 for one that is none: by its words, then by the names of its class."""
    if len(text) > _LONGEST or text[0] == "@":
        return 0
    opens = has_lead(text) and text[0] not in _RIGHTS
    key = same(text) if authors.names else ""
    named = [name for name in authors.names if len(name) >= _SHORTEST_NAME and name in key]
    if not opens and (not named or text[-1] in _ASKS):
        return 0
    if named and authors.headline and authors.headline in key:
        return 0
    if not opens and not _may_name(text, key, named, authors):
        return 0
    names = split_names(text)
    if not named:
        return _UNNAMED * (bool(names) and all(map(is_person, names)))
    rest = len(key) - sum(map(len, named))
    if rest > _REST or (not opens and cue_flags(text[:_CREDITED]) & cue_mask("credit")):
        return 0
    opens = opens or (rest < _ROLE and text[-1].isalnum())
    return 2 + 3 * opens + bool(names) + is_marked


def _may_name(text: str, key: str, named: list[str], authors: _Authors) -> bool:
    """Tell whether a line that opens as no byline may be one: it names a person, or the house and at most a day."""
    if authors.is_house:
        return key == named[0] or (len(key) - len(named[0]) < _ROLE and moment_printed(text) is not None)
    return all([name not in authors.words or _stands_alone(name, text) for name in named])


def _stands_alone(name: str, text: str) -> bool:
    """Tell whether whole words of a text make up a name: ``PTI`` is no part of ``subscriptions``."""
    words = [same(word) for word in _WORD_RE.findall(text)]
    for first in range(len(words)):
        joined = ""
        for word in words[first:]:
            joined += word
            if len(joined) >= len(name):
                break
        if joined == name:
            return True
    return False
