"""The words for days and months of one language, ready for looking them up in a text.

In: a language code. Out: a ``Lexicon``. The tables are data files: ``calendar.json`` is frozen from CLDR, ``words.json``
holds the small words around dates. Both are read on first use, and patterns are compiled only for a language that is
met.
"""

import re
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import msgspec

from newsparse.dates.found import Wording


class Lexicon(NamedTuple):
    """What the finder needs to know of one language; the dictionaries have the very forms that stand in texts."""

    months: dict[str, int]
    month_tails: dict[str, tuple[str, ...]]
    """The months that may stand before their day, by their last two letters."""
    weekdays: dict[str, int]
    framed: frozenset[str]
    """Weekdays that are common words as well and need a frame: Portuguese "nesta quarta (18)"."""
    day_number: re.Pattern[str]
    """Matches the day of the month right behind a weekday: " (17)", in Romance languages " 17" too."""
    relative: dict[str, int]
    stems: tuple[str, ...]
    """Short strings of which each weekday and each "today" holds one: a text with none of them has neither."""
    around: dict[str, tuple[tuple[int, str], ...]]
    """Stem with up to two letters before it → the forms with that, each with the place of the stem in it."""
    part: re.Pattern[str] | None
    """Matches the part of the day that is written as one word with the weekday."""
    month_heads: frozenset[str]
    """The first two letters of what may follow "14 ": a month, or a word that joins two days."""
    cut_tails: frozenset[str]
    """The last two letters of weekdays cut short."""
    from_day: re.Pattern[str]
    """Matches from a number: "14 June 2024", "14.6.2024", "2024-06-14"."""
    after_month: re.Pattern[str]
    """Matches the day, range and year after a month: "14", "14-16, 2024"."""
    weekday_before: re.Pattern[str]
    """Matches a weekday cut short ("Tue, ") at the end of what stands before a day."""
    before: tuple[tuple[str, Wording], ...]
    """Words before a weekday that belong to it, with their direction: "last", "next", "this"."""
    before_ends: frozenset[str]
    """The last words of those."""
    after: tuple[tuple[str, Wording], ...]
    recurring: frozenset[str]
    """Words before a weekday that make it any such day: "every"."""
    not_today_after: frozenset[str]
    """Words before a relative word that make it something else: "la mañana"."""
    not_today_before: tuple[str, ...]
    """Words behind a relative word that make it something else: "hoy en día"."""
    nowadays: frozenset[str]
    """Words of a sentence whose "today" is no day of the calendar."""
    nouns_are_capital: bool
    """True where a capital in mid-sentence makes a noun of it: German "Morgen" is the morning."""
    future: frozenset[str]
    future_phrases: tuple[str, ...]
    future_endings: tuple[str, ...]
    future_before: frozenset[str]
    """Words right before a weekday that make it the next: "until"."""
    future_after: frozenset[str]
    """Verbs behind a weekday that make it the next: "Am Mittwoch soll", "On Friday, the court will"."""
    past: frozenset[str]
    """Words of a clause that end the reach of a future before them."""
    month_first: bool


_ALIASES = {"no": "nb", "nn": "nb", "in": "id"}
_LISTS = (
    "this last next after_last after_next after_this joiner of recurring not_today_after not_today_before nowadays"
    " future future_phrases future_endings future_before future_after past parts"
)
_NO_WORDS: dict[str, Any] = {"order": "dmy", "small": 1, "relative": {}, "more_weekdays": {}, "framed_weekdays": {},
                             "more_weekdays_cut": {},
                             "bare_days": 0}
_NO_WORDS |= {key: [] for key in _LISTS.split()}
_ENGLISH = "en"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d)"
_NOT_A_DAY = (
    r"(?!\d|[.,:]\d|\s?[%€$£°]|['’]\d|\s(?:percent|pct|per cent|million|billion|mln|bln|people|points?|years?|minutes?)\b)"
)
_ORDINAL = r"(?:st|nd|rd|th|er|º|\.|-го|\.º)?"
_NUMBERS = (
    r"|(?P<iso>(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?)(?!\d)"
    r"|(?P<n1>\d\d?)(?P<sep>\.\s|[./-])(?P<n2>\d\d?)(?P=sep)(?P<ny>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"
    r"|(?P<n3>\d\d?)(?:\.\s?(?P<n4>\d\d?)\.|/(?P<n5>\d\d?))(?![\d/])"
)
_BRACKETED_NUMBER_RE = re.compile(rf",?\s\((?P<day>{_DAY})\)")
_DAY_NUMBER_RE = re.compile(rf",?\s(?:\((?P<day>{_DAY})\)|(?:día |dia )?(?P<bare>{_DAY})(?=[,.;)]?(?:\s|\Z))(?!\s\d))")


@cache
def _table(name: str) -> Any:
    return msgspec.json.decode(resources.files(__package__).joinpath("data", name).read_bytes())


@cache
def base_language(language: str | None) -> str:
    """Return the language of a BCP 47 tag that the tables know, English for what they do not."""
    code = (language or _ENGLISH).replace("_", "-").split("-")[0].lower()
    code = _ALIASES.get(code, code)
    return code if code in _table("calendar.json") else _ENGLISH


def _forms(names: dict[str, int], small: bool) -> dict[str, int]:
    """Return the names as print writes them: Capital, CAPITALS and, where the language does so, small."""
    found: dict[str, int] = {}
    for name, number in names.items():
        for form in (name[0].upper() + name[1:], name.upper(), name if small else ""):
            if form:
                found.setdefault(form, number)
    return found


def _any_of(forms: list[str] | dict[str, int]) -> str:
    """Return an alternation, longest form first, which never matches when there is no form."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) or "(?!)"


def _directions(words: dict[str, Any], last: str, ahead: str, this: str) -> tuple[tuple[str, Wording], ...]:
    """Return the words around a weekday, the longest first, with the direction that they give it."""
    kinds: tuple[tuple[str, Wording], ...] = ((last, "last"), (ahead, "next"), (this, ""))
    found = [(word, kind) for key, kind in kinds for word in words[key]]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _stems(forms: list[str]) -> tuple[str, ...]:
    """Return few strings of three letters or more such that every form holds one, the widest-spread first."""
    held: dict[str, set[str]] = {}
    for form in forms:
        for size in (3, 4):
            for start in range(max(1, len(form) - size + 1)):
                held.setdefault(form[start : start + size], set()).add(form)
    left, stems = set(forms), []
    while left:
        stem = max(held, key=lambda stem: (len(held[stem] & left), len(stem), stem))
        stems.append(stem)
        left -= held[stem]
    return tuple(stems)


def _around(forms: list[str], stems: tuple[str, ...]) -> dict[str, tuple[tuple[int, str], ...]]:
    """Group the forms by the first stem that they hold and the letters before it, the longest first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        for stem in stems:
            at = form.find(stem)
            if at >= 0:
                found.setdefault(form[max(0, at - 2) : at + len(stem)], []).append((at, form))
    return {key: tuple(pairs) for key, pairs in found.items()}


def _tails(forms: dict[str, int]) -> dict[str, tuple[str, ...]]:
    tails: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        tails.setdefault(form[-2:], []).append(form)
    return {tail: tuple(found) for tail, found in tails.items()}


def _day_patterns(months: dict[str, int], words: dict[str, Any]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns that start at a day's number, for a month behind it and for a month before it."""
    join = rf"\s?(?:[-–—/]|(?<=\s)(?:{_any_of(words['joiner'])})(?=\s))\s?"
    of = rf"(?:(?:{_any_of(words['of'])})\s)?"
    from_day = (
        rf"(?P<day>{_DAY}){_ORDINAL}(?:{join}(?P<last>{_DAY}){_ORDINAL})?[\s-]?{of}"
        rf"(?=[{re.escape(''.join(sorted({form[0] for form in months})))}])"
        rf"(?P<month>{_any_of(months)})(?!\w)(?P<dot>\.?)(?:,?[\s-]{of}(?P<year>{_YEAR}(?:\s(?:года|г\.|року|roku))?))?"
    )
    after_month = (
        rf"(?P<day>{_DAY}){_ORDINAL}(?:{join}(?P<last>{_DAY}){_ORDINAL}(?!\d))?"
        rf"(?:,?\s?(?P<year>{_YEAR})|{_NOT_A_DAY})(?!\w)"
    )
    return re.compile(from_day + _NUMBERS), re.compile(after_month)


@cache
def lexicon(language: str) -> Lexicon:
    """Build the lexicon of a language that ``base_language`` returned."""
    calendar, words = _table("calendar.json")[language], _table("words.json").get(language, _NO_WORDS)
    small = bool(words["small"])
    english = _forms(_table("calendar.json")[_ENGLISH]["months"], small=False)
    months = {**english, **_forms(calendar["months"], small)}
    framed = _forms(words["framed_weekdays"], small)
    weekdays = _forms(calendar["weekdays"] | words["more_weekdays"], small) | framed
    cut = _forms(calendar["weekdays_cut"] | words["more_weekdays_cut"], small)
    relative = {form: n for word, n in words["relative"].items() for form in (word, word[0].upper() + word[1:])}
    from_day, after_month = _day_patterns(months, words)
    stems = _stems([*weekdays, *relative])
    before = _directions(words, "last", "next", "this")
    return Lexicon(
        months=months,
        month_tails=_tails(months if words["order"] == "mdy" else english),
        weekdays={**cut, **weekdays},
        framed=frozenset(framed),
        day_number=_DAY_NUMBER_RE if words["bare_days"] else _BRACKETED_NUMBER_RE,
        relative=relative,
        stems=stems,
        around=_around([*weekdays, *relative], stems),
        part=re.compile(_any_of(words["parts"])) if words["parts"] else None,
        month_heads=frozenset(form[:2] for form in [*months, *words["joiner"], *words["of"]]),
        cut_tails=frozenset(form[-2:] for form in cut),
        from_day=from_day,
        after_month=after_month,
        weekday_before=re.compile(rf"(?<!\w)({_any_of(cut)})[.,]{{0,2}}\s?\Z"),
        before=before,
        before_ends=frozenset(word.rsplit(" ", 1)[-1] for word, _ in before),
        after=_directions(words, "after_last", "after_next", "after_this"),
        recurring=frozenset(words["recurring"]),
        not_today_after=frozenset(words["not_today_after"]),
        not_today_before=tuple(words["not_today_before"]),
        nowadays=frozenset(words["nowadays"]),
        nouns_are_capital=language == "de",
        future=frozenset(words["future"]),
        future_phrases=tuple(words["future_phrases"]),
        future_endings=tuple(words["future_endings"]),
        future_before=frozenset(words["future_before"]),
        future_after=frozenset(words["future_after"]),
        past=frozenset(words["past"]),
        month_first=words["order"] == "mdy",
    )
