"""Partly labelled pages for training: the published pages of ``fundus_tests`` beside the project, turned into lines.

The page's own gold says which lines are body, which is the headline, who wrote it. What the gold does not say stays
open: a line then has a set of states that it may have, and training sums over them.
"""

import json
import random
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import html

from newsparse.roles.bars import bar_of
from newsparse.roles.markers import whole_line
from newsparse.roles.shape import shape_of

ARCHIVE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "html" / "fundus_tests.tar.xz"
SKIPPED = frozenset(["script", "style", "noscript", "template", "svg", "head", "select", "option", "iframe", "object"])
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    ]
)
FURNITURE = frozenset(
    [
        "byline",
        "timestamp",
        "caption",
        "nav",
        "other",
        "promo",
        "share",
        "comments",
        "legal",
        "tags",
        "banner",
        "read_more",
        "related_item",
        "related_headline",
        "related_summary",
        "related_nav",
        "related_other",
        "related_timestamp",
        "related_byline",
        "dateline",
    ]
)
OF_MARKER = {"ad": "promo", "share": "share", "comments": "comments", "legal": "legal", "related": "banner"}
LONG = 150
MOST = 140


class OpenPage(NamedTuple):
    """A page whose lines have sets of states: one, several, or none for any state."""

    name: str
    site: str
    texts: list[str]
    allowed: list[frozenset[str]]


def _pieces(element: Any) -> Iterator[str]:
    """Give the text of an element and a line end wherever a block begins or ends."""
    if not isinstance(element.tag, str) or element.tag in SKIPPED:
        yield element.tail or ""
        return
    inline = element.tag in INLINE
    if not inline:
        yield "\n"
    if element.tag == "li":
        yield "• "
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _pieces(child)
    if not inline:
        yield "\n"
    yield re.sub(r"\s+", " ", element.tail or "")


def _lines(source: bytes) -> list[str]:
    """Return the visible lines of a page."""
    tree = html.fromstring(source, parser=html.HTMLParser(encoding="utf-8"))
    body = tree.find("body") if tree.tag == "html" else tree
    joined = "".join(_pieces(body if body is not None else tree))
    lines = [" ".join(line.split()) for line in joined.split("\n")]
    return [line for line in lines if line and line != "•"]


def _key(text: str) -> str:
    return "".join([char for char in text.lower() if char.isalnum()])


def _allowed(line: str, page: dict[str, Any], keys: list[str], joined: str) -> frozenset[str]:
    """Return the states that the gold of a page leaves to a line (all but body for what it does not name)."""
    key = _key(line)
    if key and key == _key(page["headline"] or ""):
        return frozenset(["headline"])
    summary = page.get("n_summary") or 0
    if len(key) > 12 and any(key == paragraph or (len(key) > 40 and key in paragraph) for paragraph in keys[:summary]):
        return frozenset(["standfirst", "body"] if summary > 1 else ["standfirst"])
    if len(key) > 12 and (key in keys or (len(key) > 40 and key in joined)):
        return frozenset(["body"] if len(line) > 90 else ["body", "heading"])
    if any(len(author) > 5 and author.lower() in line.lower() for author in page["authors"] or []) and len(line) < 80:
        return frozenset(["byline", "related_byline", "caption", "other", "nav"])
    return FURNITURE


def _label(lines: list[str], page: dict[str, Any]) -> list[frozenset[str]] | None:
    """Return the allowed states of every line, nothing when the gold and the page do not fit together."""
    keys = [_key(paragraph) for paragraph in page["paragraphs"]]
    joined = " ".join(keys)
    allowed = [_allowed(line, page, keys, joined) for line in lines]
    bodies = [at for at, states in enumerate(allowed) if "body" in states]
    if len(bodies) < 4:
        return None
    first, last = bodies[0], bodies[-1]
    found = sum(len(_key(lines[at])) for at in bodies)
    missed = sum(len(_key(lines[at])) for at in range(first, last) if at not in bodies and len(lines[at]) > LONG)
    if found < 0.7 * sum(map(len, keys)) or missed > 0.15 * found:
        return None
    for at, states in enumerate(allowed):
        if states == frozenset(["headline"]) and at > first:
            allowed[at] = FURNITURE | {"headline"}
        elif states is FURNITURE and first < at < last:
            allowed[at] = FURNITURE | {"heading", "body"} if len(lines[at]) > LONG else FURNITURE | {"heading"}
        elif states is FURNITURE and at < first and len(lines[at]) > 60:
            allowed[at] = FURNITURE | {"standfirst"}
    return [_told(at, lines, states) for at, states in enumerate(allowed)]


def _told(at: int, lines: list[str], states: frozenset[str]) -> frozenset[str]:
    """Narrow the states of a line that the gold leaves open by what the line, or the banner above it, says."""
    if len(states) < len(FURNITURE):
        return states
    bar = bar_of(lines[at], shape_of(lines[at]))
    if bar and bar.only:
        return frozenset(bar.only)
    classes = (whole_line(lines[at]) or "").split("+")
    for kind, role in OF_MARKER.items():
        if kind in classes:
            return frozenset([role, "nav", "read_more"] if role == "banner" else [role])
    above = (whole_line(lines[at - 1]) or "") if at else ""
    if "related" in above and 30 <= len(lines[at]) <= 130 and lines[at][-1] not in ".:":
        return frozenset(["related_item", "related_headline", "promo", "caption", "nav"])
    return states


def _cut(lines: list[str], allowed: list[frozenset[str]], name: str) -> slice:
    """Return the stretch that a main-content extractor would keep: from about the headline to a little below the body."""
    chance = random.Random(name)
    marked = [at for at, states in enumerate(allowed) if "body" in states or states == frozenset(["headline"])]
    start, end = (
        max(0, marked[0] - chance.choice((0, 0, 1, 3, 6, 12))),
        marked[-1] + 1 + chance.choice((0, 2, 5, 10, 25, 40)),
    )
    return slice(start, min(end, start + MOST))


def open_pages(archive: Path = ARCHIVE) -> list[OpenPage]:
    """Return the pages of the archive whose gold fits them."""
    found = []
    with tarfile.open(archive) as packed:
        members = {member.name.rpartition("/")[2]: member for member in packed.getmembers()}
        rows = packed.extractfile(members["pages.jsonl"])
        for row in sorted(rows or [], key=lambda row: str(json.loads(row)["id"])):
            page = json.loads(row)
            source = packed.extractfile(members[page["file"]])
            lines = _lines(source.read()) if source else []
            allowed = _label(lines, page)
            if allowed:
                kept = _cut(lines, allowed, page["id"])
                site = re.sub(r"[^a-z]", "", page["id"].partition("/")[2].partition(".")[0].lower())
                found.append(OpenPage(page["id"], site, lines[kept], allowed[kept]))
    return found
