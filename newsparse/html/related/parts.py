"""Parts of a line: a line of a page in; the stretches that tags part it into, and what each is marked as, out."""

import functools
import re
from bisect import bisect_left
from typing import Literal, cast

import msgspec

from newsparse.document import Line
from newsparse.html.body.flags import NAME_WORD_RE
from newsparse.html.metadata.printed import is_date
from newsparse.html.reading.tree import Tree
from newsparse.lazy import pattern
from newsparse.package_data import read_lists
from newsparse.span import trim

Mark = Literal["", "title", "beside", "time", "source", "summary"]

_JOINT_RE = pattern(r"(?:<[^<>]*+>(?:\s|&nbsp;|&#160;)*+)++")
_NAMES_RE = pattern(r"""\s(?:class|id)=("[^"]*+"|'[^']*+'|[^\s>"']++)""")
_TIME_RE = pattern(
    r"\b\d{1,2}[:.]\d{2}(?!\d|\s?[%€$£])|(?<!\d)(?:19|20)\d{2}(?!\d)|\b\d{1,2}[./-]\d{1,2}\b|\b\d+\s?(?:min|h|hours?|days?|std|tagen?|stunden)\b",
    re.IGNORECASE,
)
_FIGURE_RE = pattern(r"\d")
_MONEY_RE = pattern(r"[€$£¥]|\b(?:EUR|USD|CHF|GBP|HUF|CZK|PLN)\b")
_SHORT_TIME = 40
_CLOCK_RE = pattern(r"\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h))?", re.IGNORECASE)
_CLOCK_BEHIND_RE = pattern(r"[\s,|–—-]++" + _CLOCK_RE.pattern + r"\Z", re.IGNORECASE)
_INLINE = frozenset(["a", "span", "cite", "label", "abbr", "time"])
_MOST = 24
"""Parts of a line that are told apart: one with more is a list, not a headline."""


class Part(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a line that no tag interrupts."""

    start: int
    end: int
    link: int
    """The link that it lies in, or -1."""
    mark: Mark
    """What the elements around it, or its own form, say that it is."""
    runs_on: bool
    """Whether it follows the part before it without a space, as a new word or number."""


def parts_of(line: Line, tree: Tree) -> list[Part]:
    """Part a line where tags stand in it."""
    cuts = [(0, line.start)]
    for joint in _JOINT_RE.finditer(tree.source, line.start, line.end):
        offset = line.offset(joint.end())
        if offset is not None and offset > cuts[-1][0]:
            cuts.append((offset, joint.end()))
    if len(cuts) == 1 or len(cuts) > _MOST:
        return [Part(0, len(line.text), -1, "", False)]
    parts = []
    for (start, position), (stop, _) in zip(cuts, [*cuts[1:], (len(line.text), line.end)], strict=True):
        begin, end = trim(line.text, start, stop)
        if begin < end:
            link, mark = _around(tree, position if begin == start else line.span(begin, begin + 1)[0])
            text = line.text[begin:end]
            mark = "time" if mark != "title" and is_time(text) else mark if any(map(str.isalnum, text)) else ""
            parts.append(Part(begin, end, link, mark, start > 0 and _runs_together(line.text, start)))
    return parts


def is_time(text: str) -> bool:
    """Tell whether a text is nothing but a time of day or a date."""
    if len(text) > _SHORT_TIME or not _FIGURE_RE.search(text):
        return False
    return bool(_CLOCK_RE.fullmatch(text)) or is_date(text) or is_date(_CLOCK_BEHIND_RE.sub("", text))


def may_be_time(text: str) -> bool:
    """Tell whether a short text names a time, or how long ago something was, whatever else it says."""
    return len(text) < _SHORT_TIME and bool(_TIME_RE.search(text)) and not _MONEY_RE.search(text)


def _around(tree: Tree, position: int) -> tuple[int, Mark]:
    """Return the link around a position, and what the innermost inline element that says anything marks it as."""
    element = bisect_left(tree.attributes, (position, 0)) - 1
    while element > 0 and tree.ends[element] <= position:
        element = tree.parents[element]
    mark: Mark = ""
    while element > 0 and tree.tags[element] in _INLINE:
        tag = tree.tags[element]
        mark = mark or ("time" if tag == "time" else _mark(tree.source[slice(*tree.attributes[element])]))
        if tag == "a":
            return element, mark
        element = tree.parents[element]
    while element > 0 and tree.tags[element] != "a":
        element = tree.parents[element]
    return element if element > 0 else -1, mark


@functools.lru_cache(maxsize=2048)
def _mark(attributes: str) -> Mark:
    known = _words()
    words = [word.lower() for names in _NAMES_RE.findall(attributes) for word in NAME_WORD_RE.findall(names)]
    return next((known[word] for word in reversed(words) if word in known), "")


@functools.cache
def _words() -> dict[str, Mark]:
    lists = read_lists(__file__, "part_words.txt")
    return {word: cast(Mark, kind) for kind, words in lists for word in words.split()}


def _runs_together(text: str, at: int) -> bool:
    """Tell whether a word ends before an offset and another one, or a number, begins at it."""
    before, after = text[at - 1], text[at]
    if before.isspace() or after.isspace():
        return False
    begins = after.isupper() or after.isdigit() or after >= "\u2e80" or after in "“\"«„‘'¿¡"
    return begins and not (before.isdigit() and after.isdigit())
