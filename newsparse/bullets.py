"""Bullets: the lines of a plain text with their roles in; where the words of listed lines begin, and their roles, out.

A tool that turns a page to text prints a sign before each item of its lists. Inside the story such a line is a list's
item, whatever it says; before a headline, a deck or a name the sign is no part of the value.
"""

from collections.abc import Iterator, Sequence

from newsparse.labels import HasRole, LineRole
from newsparse.lazy import pattern

_BULLET_RE = pattern(r"(?:[•▪‣◦·▸❖➢✓✔]\ufe0f?|(?P<star>[*+])|(?P<dash>-))\s+(?=[^\W_]|[\"'“‘«„(¿¡#@$€£\[])")
_STORY: frozenset[LineRole] = frozenset({"body", "heading"})
_VALUES: frozenset[LineRole] = frozenset({"headline", "standfirst", "byline", "caption"})
_FEWEST = 2
"""Lines with a star or a dash that are a list: a star alone opens a footnote, a dash what somebody says."""
_CLOSINGS = (".", "!", "?", "…", '"', "”", "»", "’", "。", ":")
"""What speech ends in; the items of a list mostly do not."""


def find_bullets(labels: Sequence[HasRole], texts: Sequence[str]) -> dict[int, tuple[int, LineRole]]:
    """Return, by line, where the words of a listed line begin, and its role: ``list_item`` inside the story.

    >>> from newsparse.labels import Piece
    >>> lines = [Piece(at, 0, 0, role, "") for at, role in enumerate(["standfirst", "body", "body"])]
    >>> find_bullets(lines, ["• Ferry back", "* Adults: 5 crowns", "* Children: free"])
    {0: (2, 'standfirst'), 1: (2, 'list_item'), 2: (2, 'list_item')}
    """
    found: dict[int, tuple[int, LineRole]] = {}
    for run in _runs(labels, texts):
        for at, start in run:
            role = labels[at].role
            found[at] = start, "list_item" if role in _STORY else role
    return found


def _runs(labels: Sequence[HasRole], texts: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """Yield the listed lines of the story, those one below the other together, each with where its words begin."""
    run: list[tuple[int, int]] = []
    kind = ""
    for at, (label, text) in enumerate(zip(labels, texts, strict=True)):
        bullet = _BULLET_RE.match(text) if label.start == 0 and label.role in _STORY | _VALUES else None
        now = (bullet["dash"] or bullet["star"] or "•") if bullet else ""
        if run and (now != kind or run[-1][0] != at - 1):
            if _is_list(run, kind, texts):
                yield run
            run = []
        kind = now
        if bullet:
            run.append((at, bullet.end()))
    if run and _is_list(run, kind, texts):
        yield run


def _is_list(run: Sequence[tuple[int, int]], kind: str, texts: Sequence[str]) -> bool:
    if kind == "•":
        return True
    if len(run) < _FEWEST:
        return False
    closed = sum(texts[at].endswith(_CLOSINGS) for at, _ in run)
    return kind in "*+" or 2 * closed < len(run)
