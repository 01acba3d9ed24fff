"""Signs: the voices of a page in; for each headline that they speak of what speaks for and against it, out."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsparse.html.metadata.headings import Heading
from newsparse.html.metadata.titles import same
from newsparse.html.metadata.voices import Voices

_LONG, _SHORTEST_PART = 80, 6
_OF_NEWS = ("h1", "node", "og")
_STATED = frozenset({"node", "og", "twitter"})
_WORD_RE = re.compile(r"\w+")
_QUOTE_RE = re.compile(r"[“”„»«\"]")

Spoken = dict[str, dict[str, str]]
Signs = dict[str, float]


class Known(NamedTuple):
    """What all headlines of a page are compared with, in the form in which equal ones are equal."""

    titles: frozenset[str]
    title: str
    printed: list[str]
    stated: list[str]
    words: frozenset[str]
    """Words of the titles."""
    first: dict[str, frozenset[str]]
    """Words of what the first ``h1`` prints and of what OpenGraph states."""


def signs_of(voices: Voices) -> dict[str, Signs]:
    """Return the signs of each headline, and how much there is of each."""
    spoken: Spoken = {}
    for kind, said in voices.said:
        spoken.setdefault(same(said.value), {}).setdefault(kind, said.value)
    known = _known(voices, spoken)
    found = {key: _of_voices(kinds, voices.is_news) for key, kinds in spoken.items()}
    for key, kinds in spoken.items():
        found[key] |= _of_text(key, next(iter(kinds.values()))) | _of_relations(key, kinds, known)
    for heading in voices.headings:
        if (key := same(heading.said.value)) in found:
            found[key] |= _of_place(heading)
    return found


def _of_voices(kinds: Iterable[str], is_news: bool) -> Signs:
    signs = dict.fromkeys(kinds, 1.0)
    return signs | {f"{kind} of news": 1.0 for kind in _OF_NEWS if kind in signs} if is_news else signs


def _of_text(key: str, text: str) -> Signs:
    return {
        "long": min(len(key), _LONG) / _LONG,
        "bar": float("|" in text),
        "quotes": float(bool(_QUOTE_RE.search(text))),
    }


def _of_place(heading: Heading) -> Signs:
    marks = {"opens text": heading.opens_text, "in story": heading.in_story, "linked": heading.is_linked}
    if heading.tag != "h1":
        marks = {"lesser opens text": heading.opens_text}
    return {mark: 1.0 for mark, holds in marks.items() if holds}


def _known(voices: Voices, spoken: Spoken) -> Known:
    return Known(
        titles=frozenset(map(same, voices.titles)),
        title=next((key for key, kinds in spoken.items() if "title" in kinds), ""),
        printed=[key for key, kinds in spoken.items() if "h1" in kinds],
        stated=[
            key
            for key, kinds in spoken.items()
            if len(key) >= _SHORTEST_PART and not (_STATED.isdisjoint(kinds) or _is_cut(kinds.values()))
        ],
        words=_words(" ".join(voices.titles)),
        first={kind: words for kind in ("h1", "og") if (words := _words(_first(spoken, kind)))},
    )


def _of_relations(key: str, kinds: dict[str, str], known: Known) -> Signs:
    """Return how a headline relates to what others say."""
    words = _words(next(iter(kinds.values())))
    ends = len(key) >= _SHORTEST_PART and any(other != key and other.endswith(key) for other in known.printed)
    marks = {
        "whole": key in known.titles,
        "in title": key != known.title and key in known.title,
        "begun": any(other != key and key.startswith(other) for other in known.stated),
        "cut off": _is_cut(kinds.values()) and any(other.startswith(key) for other in known.printed),
        "end of h1": ends,
        "foreign": "h1" in kinds and words.isdisjoint(known.words),
    }
    signs = {mark: 1.0 for mark, holds in marks.items() if holds}
    return signs | {f"like {kind}": _likeness(words, other) for kind, other in known.first.items()}


def _first(spoken: Spoken, kind: str) -> str:
    return next((kinds[kind] for kinds in spoken.values() if kind in kinds), "")


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD_RE.findall(text.casefold()))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the words of two texts is in both (Dice's measure)."""
    return 2 * len(one & other) / (len(one) + len(other))


def _is_cut(spellings: Iterable[str]) -> bool:
    return all(text.endswith(("…", "...")) for text in spellings)
