"""The words that tell what a weekday or a "today" means where it stands.

In: a language that the tables know. Out: its ``Cues``.
"""

from functools import cache
from typing import Any

import msgspec

from newsparse.dates.found import Wording
from newsparse.dates.tables import words_of

Directions = tuple[tuple[str, Wording, int | None], ...]
"""Words with the direction that they give a weekday, or with the days to the week that they put it in."""


class Cues(msgspec.Struct, frozen=True, gc=False):
    """The small words of one language, in small letters."""

    before: Directions
    """Words before a weekday that belong to it, longest first: "last", "next", "this"."""
    before_ends: frozenset[str]
    """The last words of those."""
    after: Directions
    """Words behind a weekday that belong to it: "prochain"."""
    recurring: frozenset[str]
    """Words before a weekday that make it any such day: "every"."""
    naming: frozenset[str]
    """Words before a weekday that make a name of it: "Black Friday"."""
    not_today_after: frozenset[str]
    """Words before a relative word that make it something else: "la mañana"."""
    only_today: frozenset[str]
    """Those of them that say nothing about a "tomorrow": "bis morgen" is a day, "bis heute" is none."""
    not_today_before: tuple[str, ...]
    """Words behind a relative word that make it something else: "hoy en día"."""
    certain: frozenset[str]
    """Relative expressions that are never nowadays: "tonight", "this morning"."""
    owned: frozenset[str]
    """Words right before a "today" that make it nowadays …"""
    owners: frozenset[str]
    """… unless one of these stands before them: "la reunión de hoy"."""
    stative: frozenset[str]
    """Verbs beside a "today" that make it nowadays: "vive hoje"."""
    closing: frozenset[str]
    """Verbs that do the same where they end a clause behind it: "die sie heute sind."."""
    nowadays: frozenset[str]
    """Words of a sentence whose "today" is no day of the calendar."""
    event: frozenset[str]
    """Words of a sentence that tells of an event."""
    no_verbs: frozenset[str]
    """Words that end like a past tense and are none."""
    nouns_are_capital: bool
    """True where a capital in mid-sentence makes a noun of it: German "Morgen" is the morning."""
    future: frozenset[str]
    """Words of a clause that looks ahead."""
    future_phrases: tuple[str, ...]
    future_endings: tuple[str, ...]
    future_before: frozenset[str]
    """Words right before a weekday that make it the next: "until"."""
    future_after: frozenset[str]
    """Verbs behind a weekday that make it the next: "Am Mittwoch soll", "On Friday, the court will"."""
    not_verbs: frozenset[str]
    """What may follow a German "Am Freitag" and ends like a verb's present tense without looking ahead."""
    this_ahead: frozenset[str]
    """Words for "this" that make a weekday the next one unless the clause is past."""
    deadline: frozenset[str]
    """The same of words right before a weekday: "by"."""
    past_before: frozenset[str]
    """Words right before a weekday that make it the last: "since"."""
    since: frozenset[str]
    """Words right before a yearless day that make it a past one."""
    frames: frozenset[str]
    """Words behind a weekday that is a common word as well which make it a weekday."""
    past: frozenset[str]
    """Words of a clause that end the reach of a future before them."""
    english: bool


@cache
def cues_of(language: str) -> Cues:
    """Return the cues of a language."""
    words = words_of(language)
    before = _directions(words, "")
    told = {
        "before": before,
        "before_ends": {word.rsplit(" ", 1)[-1] for word, _, _ in before},
        "after": _directions(words, "after_"),
        "nouns_are_capital": language == "de",
        "english": language == "en",
    }
    return msgspec.convert({**words, **told}, Cues)


def _directions(words: dict[str, Any], place: str) -> Directions:
    """Return the words around a weekday, the longest first, with the direction that they give it."""
    kinds: Directions = (("last", "last", None), ("next", "next", None), ("this", "", None))
    kinds += (("last_week", "", -7), ("next_week", "", 7))
    found = [(word, kind, days) for key, kind, days in kinds for word in words.get(place + key, ())]
    return tuple(sorted(found, key=lambda entry: (-len(entry[0]), entry[0])))
