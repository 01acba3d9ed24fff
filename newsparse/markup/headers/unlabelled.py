"""Unlabelled headers: what the exports of news databases state by its place alone; lines in, entries out."""

import re
from collections.abc import Sequence

from newsparse.lazy import pattern
from newsparse.markup.headers.entries import RUNNING, Entry

_COUNT_RE = pattern(r"\d{1,3}(?:[.,]?\d{3})? (?:words|Wörter|mots|palabras|parole|palavras)")
_DOCUMENT_RE = pattern(r"\d{1,5} of \d{1,5} DOCUMENTS?")
_YEAR_RE = pattern(r"\b(?:19|20)\d\d\b")
_CLOCK_RE = pattern(r"[0-2]?\d[:.][0-5]\d(?: GMT| UTC)?")
_RIGHTS_RE = pattern(r"(?:\(c\)|©|copyright\b)", re.IGNORECASE)
_WITHIN = 12
"""Lines from the top within which a block opens with a count of words, and lines of such a block."""
_OPENING = ("other", "site", "published")
"""What the first lines below a database's count of documents state, that count included."""


def counted(texts: Sequence[str]) -> list[Entry]:
    """Return the lines of a block that a count of words opens and a notice of rights closes."""
    first = next((at for at, text in enumerate(texts[:_WITHIN]) if _COUNT_RE.fullmatch(text)), -1)
    block = texts[first + 1 : first + 1 + _WITHIN]
    size = next((at for at, text in enumerate(block) if _RIGHTS_RE.match(text)), -1)
    if first < 0 or size < len(_OPENING) or any(len(text) >= RUNNING for text in block[:size]):
        return []
    clock = bool(_CLOCK_RE.fullmatch(block[1]))
    fields = ["other", "published", *(["other"] if clock else []), "site", *["other"] * size][: size + 1]
    return [*(Entry(field, first + at, 0) for at, field in enumerate(fields)), Entry("legal", first + size + 1, 0)]


def numbered(texts: Sequence[str], entries: Sequence[Entry]) -> list[Entry]:
    """Return what stands between a database's count of documents and the labelled lines: where, when, the title."""
    first = entries[0].line if entries else 0
    if first < len(_OPENING) or not _DOCUMENT_RE.fullmatch(texts[0]) or not _YEAR_RE.search(texts[2]):
        return []
    title = [Entry("headline", len(_OPENING), 0)] if first == len(_OPENING) + 1 else []
    return [*(Entry(field, at, 0) for at, field in enumerate(_OPENING)), *title]
