"""The words for days and months of one language, and the scanner made from them.

In: a language code. Out: a ``Lexicon``. The tables are data files: ``calendar.json`` is frozen from CLDR, ``words.json``
holds the small words around dates. Both are read on first use, and a scanner is compiled only for a language that
is met.
"""

import re
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import msgspec


class Lexicon(NamedTuple):
    """What the finder needs to know of one language; the dictionaries have the very forms that the scanner matches."""

    scan: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, int]
    before: re.Pattern[str]
    """Matches "last ", "next ", "this " at the end of what stands before a weekday."""
    after: re.Pattern[str]
    future: re.Pattern[str]
    month_first: bool


_ALIASES = {"no": "nb", "nn": "nb", "in": "id"}
_NO_WORDS: dict[str, Any] = {"order": "dmy", "small": 1, "relative": {}, "future": "(?!)", "more_weekdays": {}}
_ENGLISH = "en"


@cache
def _table(name: str) -> Any:
    return msgspec.json.decode(resources.files(__package__).joinpath("data", name).read_bytes())


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


def _optional(words: dict[str, Any], *kinds: str) -> str:
    return "|".join(
        f"(?P<{kind.removeprefix('after_')}>{_any_of(words.get(kind, []))})" for kind in kinds
    )


_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d)"
_NOT_A_DAY = r"(?!\d|[.,:]\d|\s?[%€$£°]|['’]\d)"


def _scanner(months: dict[str, int], english: dict[str, int], weekdays: dict[str, int], cut: dict[str, int],
             words: dict[str, Any]) -> re.Pattern[str]:
    """Compile one pattern for every simple element of a date.

    It opens with a set of first letters so that the engine skips to them at memory speed; the element itself is
    looked at from behind that letter, so that a match is one character long and its groups tell where it stands.
    """
    join = rf"\s?(?:[-–—/]|(?<=\s)(?:{_any_of(words.get('joiner', []))})(?=\s))\s?"
    of = rf"(?:(?:{_any_of(words.get('of', []))})\s)?"
    ordinal = r"(?:st|nd|rd|th|er|º|\.|-го|\.º)?"
    text_dm = (
        rf"(?P<d1>{_DAY}){ordinal}(?:{join}(?P<d2>{_DAY}){ordinal})?[\s-]?{of}"
        rf"(?P<m1>{_any_of(months)})(?!\w)(?P<dot1>\.?)(?:,?[\s-]{of}(?P<y1>{_YEAR}))?"
    )
    text_md = (
        rf"(?P<m2>{_any_of(english)})(?!\w)\.?\s(?:the )?(?P<d3>{_DAY}){ordinal}"
        rf"(?:{join}(?P<d4>{_DAY}){ordinal}(?!\d))?(?:,?\s?(?P<y2>{_YEAR})|{_NOT_A_DAY})(?!\w)"
    )
    number = (
        rf"(?P<iso>(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?)(?!\d)"
        rf"|(?P<n1>\d\d?)(?P<sep>\.\s|[./-])(?P<n2>\d\d?)(?P<sep2>\.\s|[./-])(?P<ny>(?:19|20)\d\d|\d\d)(?![\d./])"
        rf"|(?P<n3>\d\d?)(?:\.\s?(?P<n4>\d\d?)\.|/(?P<n5>\d\d?))(?![\d/])"
    )
    relative = dict.fromkeys([form for word in words["relative"] for form in (word, word[0].upper() + word[1:])], 0)
    day_part = "(?:abend|morgen|vormittag|nachmittag|mittag|nacht|früh)?"
    word = (
        rf"(?P<w>{_any_of(weekdays)})(?P<part>{day_part if 'sonnabend' in words['more_weekdays'] else ''})(?!\w)"
        rf"|(?P<wc>{_any_of(cut)})(?!\w)|(?P<r>{_any_of(relative)})(?!\w)"
    )
    first = "".join(sorted({form[0] for form in [*months, *english, *weekdays, *cut, *relative]}))
    return re.compile(
        rf"[0-9{re.escape(first)}](?<![\w.,/]\d)(?<!\w[^\d])(?<=(?={text_dm}|{text_md}|{number}|{word}).)"
    )


@cache
def lexicon(language: str) -> Lexicon:
    """Build the lexicon of a language that ``base_language`` returned."""
    calendar, words = _table("calendar.json")[language], _table("words.json").get(language, _NO_WORDS)
    small = bool(words["small"])
    english = _forms(_table("calendar.json")[_ENGLISH]["months"], small=False)
    months = {**english, **_forms(calendar["months"], small)}
    own_first = english if words["order"] != "mdy" else months
    weekdays = _forms(calendar["weekdays"] | words["more_weekdays"], small)
    cut = _forms(calendar["weekdays_cut"], small)
    relative = {form: n for word, n in words["relative"].items() for form in (word, word[0].upper() + word[1:])}
    return Lexicon(
        scan=_scanner(months, own_first, weekdays, {f: n for f, n in cut.items() if f not in months}, words),
        months=months,
        weekdays=weekdays | {f: n for f, n in cut.items() if f not in weekdays},
        relative=relative,
        before=re.compile(rf"(?<!\w)(?i:{_optional(words, 'this', 'last', 'next', 'recurring')})\s\Z"),
        after=re.compile(rf"\s(?:{_optional(words, 'after_this', 'after_last', 'after_next')})(?!\w)"),
        future=re.compile(rf"(?<!\w)(?i:{words['future']})(?!\w)"),
        month_first=words["order"] == "mdy",
    )
