"""The byline: a page, its outline and its body in; the line that prints who wrote the article out.

A page has many lines with words of a byline: times, reading times, bylines of other stories. The one that counts
stands by the headline or at either end of the body, and names the authors whom the page declares; or it opens as a
byline does and goes on with a person's name: above the body, since those below it are of other stories. Where the
house is the author, its name stands in many lines, and only one that says nothing else is the byline.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from newsparse.html.body.flags import cue_flags, cue_mask, mask
from newsparse.html.body.outline import Outline
from newsparse.html.metadata.names import has_lead, is_lead, is_person, split_names
from newsparse.html.metadata.printed import moment_printed
from newsparse.html.metadata.titles import same
from newsparse.html.page import HtmlPage
from newsparse.lazy import pattern

_FAR, _ABOVE, _BELOW = 40, 24, 6
"""Lines above the body in which a line that opens as a byline is looked for, and any other; and those below it."""
_LONGEST, _SHORTEST_NAME, _REST, _ROLE = 200, 3, 60, 24
"""A line's characters at most, an author's at least, and those beside the authors' at most: roles, places, times."""
_CREDITED, _RIGHTS, _ASKS, _CLOSES = 40, "©", "?!:：", ")）"
_LONGEST_ALONE, _MOST_BEFORE = 100, 3
"""Characters at most of a byline that is known by its form alone; words that may stand before one, and one more."""
_WORD_RE = pattern(r"\w+")
_WIDE = "\u2e80"
_TITLES = frozenset({"title", "h1"})
_NEAR, _PAST = 12, 2
"""Lines above the body's first one, and below it, where a byline is that names nobody whom the page declares."""
_SURE = 6
"""What a line is worth that names an author whom the page declares, says little else and opens as a byline does."""
_UNNAMED = 1
"""What a line is worth that names nobody whom the page declares."""
_MOST, _EACH, _COUNTED = 6, 3, 3
"""What a line is worth at most whose class does not speak of times or authors; one more if it does, and so much more
for each further author whom it names, up to as many."""
_BESIDE = 4
"""Lines that may part the names of two authors who stand on lines of their own."""
_IN_BODY = 5
"""What a line of the body is worth at most: above that, it opens as a byline does or says little more than a name."""


class _Authors(NamedTuple):
    """Whom the page declares to have written its article."""

    names: list[str]
    """In the form in which equal names are equal."""
    spelled: list[str]
    """As declared, in lower case."""
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
    places = [
        *range(first - 1, max(-1, first - _ABOVE), -1),
        *[at for at in range(first - _ABOVE, max(-1, first - _FAR), -1) if has_lead(page.lines[at].text)],
        *range(first, min(last + _BELOW, len(page.lines))),
    ]
    best, found = 0, None
    most = _MOST + _EACH * (min(max(len(authors.names), 1), _COUNTED) - 1)
    for line in places:
        least = max(best, _IN_BODY if line in body else 0 if line < first or not authors.names else _UNNAMED)
        is_marked = bool(outline.own[outline.hosts[line]] & mask("meta"))
        is_beside = found is not None and line < found <= line + _BESIDE and len(authors.names) > 1
        if most + is_marked > least - is_beside and line not in taken and not _is_elsewhere(outline, line):
            text = page.lines[line].text
            worth = _worth(text, authors, is_marked=is_marked)
            if worth > least or (is_beside and worth == best and text != page.lines[found or 0].text):
                best, found = worth, line
    if found is None:
        near = range(first - _NEAR, first + 1 + _PAST)
        found = _misplaced(page, outline, authors, [at for at in places if at not in taken and at not in body], near)
    return found


def _misplaced(page: HtmlPage, outline: Outline, authors: _Authors, lines: list[int], near: range) -> int | None:
    """Return a line that is a byline for sure, though the names of classes say that captions or notes stand there.

    Sites call the part of a page that holds its byline after the picture in it, or after the story that it closes.
    """
    found = None
    for line in lines:
        text, above = page.lines[line].text, line < near.stop
        if (
            _RIGHTS in text
            or outline.tree.tags[outline.hosts[line]] in _TITLES
            or (not (above and has_lead(text)) and _is_others(outline, line, near.start + _NEAR))
        ):
            continue
        worth = _worth(text, authors, is_marked=False)
        if worth < _SURE and not (worth == _UNNAMED and not authors.names and line in near):
            continue
        if any(map(has_lead, _endings(text))) or _is_said_by(text, authors):
            return line
        if found is None and not authors.is_house and same(text).startswith(tuple(authors.names)):
            found = line
    return found


def _is_others(outline: Outline, line: int, first: int) -> bool:
    """Tell whether a line stands in a caption, a remark or a footer; the footer of the story itself is none."""
    above = outline.above[outline.hosts[line]]
    if above & mask("comment", "<figcaption>"):
        return True
    if not above & mask("<footer>"):
        return False
    tags, parents = outline.tree.tags, outline.tree.parents
    element, is_inside = outline.hosts[line], False
    while element > 0 and not (is_inside and tags[element] == "article"):
        is_inside = is_inside or tags[element] == "footer"
        element = parents[element]
    return element <= 0 or not outline.tree.first[element] <= first < outline.tree.last[element]


def _endings(text: str) -> Iterator[str]:
    """Yield a text and what is left of it without its first words: themes set ``Post author`` before ``By``."""
    for _ in range(_MOST_BEFORE):
        yield text
        text = text.partition(" ")[2]


def names_only(text: str) -> bool:
    """Tell whether a text is a byline and nothing else, whoever the authors are: ``By Ana Ruiz and Tom Field``.

    >>> names_only("By Ana Ruiz"), names_only("By noon the ferry had left."), names_only("By bus to Pell Point")
    (True, False, False)
    """
    if len(text) > _LONGEST_ALONE or not text[-1].isalpha() or text[0] in _RIGHTS or not has_lead(text):
        return False
    names = split_names(text)
    return bool(names) and all(map(is_person, names))


def _authors_of(page: HtmlPage) -> _Authors:
    named = page.authors()
    names = [key for name in named if (key := same(name))]
    words = frozenset([same(name) for name in named if " " not in name and name < _WIDE])
    site = same(page.said("site"))
    is_house = len(names) == 1 and (names[0] in site or (bool(site) and site in names[0]))
    spelled = [name.casefold() for name in named if len(name) >= _SHORTEST_NAME]
    return _Authors(names, spelled, words, is_house, same(page.said("headline")))


def _is_elsewhere(outline: Outline, line: int) -> bool:
    """Tell whether a line stands where a page names people who are not its authors."""
    host = outline.hosts[line]
    return outline.tree.tags[host] in _TITLES or bool(
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
    is_said = not opens and _is_said_by(text, authors)
    opens = opens or is_said
    if rest > _REST or (not opens and _is_credit(text, key, named)):
        return 0
    opens = opens or (rest < _ROLE and (text[-1].isalnum() or text[-1] in _CLOSES))
    return 2 + 3 * opens + (is_said or bool(names)) + is_marked + _EACH * (min(len(named), _COUNTED) - 1)


def _is_credit(text: str, key: str, named: list[str]) -> bool:
    """Tell whether a line that opens as no byline credits a picture: ``AP`` behind a name may be its agency."""
    if not cue_flags(text[:_CREDITED]) & cue_mask("credit"):
        return False
    return len(named) < 2 and not (key.startswith(named[0]) and " " in text[: len(named[0])])


def _is_said_by(text: str, authors: _Authors) -> bool:
    """Tell whether ``by`` stands right before an author's name: ``Posted on 3 May by Ana Ruiz``; no picture is."""
    folded = text.casefold()
    for name in authors.spelled:
        before = folded[: max(folded.find(name), 0)].split()
        if before and before[-1][0] not in _RIGHTS and is_lead(before[-1]):
            return not cue_flags(" ".join(before)) & cue_mask("credit", "related")
    return False


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
