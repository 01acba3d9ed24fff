"""Entries: the lines of a text in; those out that state one part of the story each, by a label or a code before it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsparse.lazy import pattern
from newsparse.package_data import read_lists

RUNNING = 160
"""Characters of a line that counts as running text: no block begins below one."""
REACH = 60
"""Lines from the top within which a block begins."""
_LABEL_RE = pattern(r"(?P<label>[^\W\d_][^\n:：]{0,28}?)\s?(?::(?=\s|\Z)|：)(?P<value>.*)")
_CODE_RE = pattern(r"(?P<label>[A-Z]{2,3})(?P<value>(?:\s.*)?)")
_LONGEST = 24
"""Characters that a label which stands alone has fewer of."""
_TELLING = frozenset(["headline", "subject", "byline", "published", "site", "url"])
"""Fields one of which a block states: an address book or an events box has others."""
_COMPLETE = frozenset(["content", "strong"])
"""Labels that may stand alone, without a value on the line below."""


class Entry(NamedTuple):
    """A labelled line: what it states, and where its value begins."""

    field: str
    line: int
    start: int


class _Form(NamedTuple):
    """How lines are labelled: by words and a colon, or by the codes of a database."""

    pattern: re.Pattern[str]
    fields: Mapping[str, str]
    least: int
    """Lines that a block has at least: two letters are sooner met by chance."""


@cache
def _forms() -> tuple[_Form, _Form]:
    labels: dict[str, str] = {}
    codes: dict[str, str] = {}
    for name, listed in read_lists(__file__, "data", "labels.txt"):
        if name[:5] == "code ":
            codes.update(dict.fromkeys(listed.casefold().split(" | "), name[5:]))
        else:
            labels.update(dict.fromkeys(listed.split(" | "), name))
    return _Form(_LABEL_RE, labels, 2), _Form(_CODE_RE, codes, 4)


def labelled(texts: Sequence[str]) -> list[Entry]:
    """Return the lines with labels of words, if some of them stand in a block above the story."""
    return _entries(texts, _forms()[0])


def coded(texts: Sequence[str]) -> list[Entry]:
    """Return the lines with codes of a database, if some of them stand in a block above the story."""
    return _entries(texts, _forms()[1])


def label_of(text: str) -> tuple[str, int] | None:
    """Return what a line with a label of words states and where its value begins; None when it has none.

    >>> label_of("Source: Coast Post"), label_of("Harbour: shut")
    (('site', 8), None)
    """
    return _label(text, _forms()[0])


def _label(text: str, form: _Form) -> tuple[str, int] | None:
    if len(text) < _LONGEST and form.fields.get(text.casefold()) == "content":
        return "content", len(text)
    match = form.pattern.fullmatch(text)
    field = form.fields.get(match["label"].rstrip().casefold()) if match else None
    return (field, len(text) - len(match["value"].lstrip())) if match and field else None


def _entries(texts: Sequence[str], form: _Form) -> list[Entry]:
    top = next((at for at, text in enumerate(texts[:REACH]) if len(text) >= RUNNING), len(texts[:REACH]))
    if not any(_tells(run, form) for run in _runs(texts[: top + 1], form)):
        return []
    runs = list(_runs(texts, form))
    return [entry for run in runs if len(run) > 1 or run[0].field == "strong" for entry in run]


def _tells(run: Sequence[Entry], form: _Form) -> bool:
    fields = {entry.field for entry in run}
    return len({entry.line for entry in run}) >= form.least and len(fields) > 1 and not fields.isdisjoint(_TELLING)


def _runs(texts: Sequence[str], form: _Form) -> Iterator[list[Entry]]:
    """Yield the labelled lines that stand one below the other; a label alone has its value on the line below."""
    run: list[Entry] = []
    for at, text in enumerate(texts):
        found = _label(text, form)
        if found:
            run.append(Entry(found[0], at, found[1]))
        elif text and run and run[-1].field not in _COMPLETE and run[-1].start == len(texts[at - 1]):
            run.append(Entry(run[-1].field, at, 0))
        elif run:
            yield run
            run = []
    if run:
        yield run
