"""What the finder needs to know of one language, made from the tables.

In: a language that the tables know. Out: a ``Lexicon``. Its patterns are compiled when a text first needs them.
"""

import re
from functools import cache
from typing import Any

import msgspec

from newsparse.dates.cues import Cues, cues_of
from newsparse.dates.forms import any_of, by_stem, by_tail, printed, stems_of
from newsparse.dates.tables import ENGLISH, base_language, calendar_of, words_of
from newsparse.lazy import pattern


class Lexicon(msgspec.Struct, frozen=True, gc=False):
    """The words for days of one language; the dictionaries have the very forms that stand in texts."""

    months: dict[str, int]
    long_months: tuple[str, ...]
    """The months of more than one word."""
    month_tails: dict[str, tuple[str, ...]]
    """The months that may stand before their day, by their last two letters."""
    before_day: frozenset[str]
    """The last two letters in front of a space and a day: those of a month, with its full stop, or of "the"."""
    month_heads: frozenset[str]
    """The first three letters of what may follow "14 ": a month, or a word that joins two days; shorter ones whole."""
    weekdays: dict[str, int]
    cut_tails: frozenset[str]
    """The last three letters of weekdays cut short, a space before shorter ones."""
    framed: frozenset[str]
    """Weekdays that are common words as well and need a frame: Portuguese "nesta quarta (18)"."""
    relative: dict[str, int]
    stems: tuple[tuple[str, str], ...]
    """Short strings of which each weekday and each "today" holds one: a text with none of them has neither.

    Before each stands its last letter where that is a capital, which few texts have and is sooner looked up, else "".
    """
    around: dict[str, tuple[tuple[int, str], ...]]
    """Stem with the letter before it → the forms with that, each with the place of the stem in it."""
    ago: dict[str, bool]
    """The last words of "two days ago" and "vor zwei Tagen", and whether a word stands before the number, too."""
    numbers: dict[str, int]
    counted: re.Pattern[str]
    """Matches the number, and the word before it, at the end of what stands before those."""
    alone: tuple[re.Pattern[str], re.Pattern[str]] | None
    """Match what stands before and behind a day without its month: "am 12. um", "no dia 17"."""
    part: re.Pattern[str] | None
    """Matches the part of the day that is written as one word with the weekday."""
    day_number: re.Pattern[str]
    """Matches the day of the month right behind a weekday: " (17)", in Romance languages " 17" too."""
    from_day: re.Pattern[str]
    """Matches from a number: "14 June 2024", "14.6.2024", "2024-06-14"."""
    after_month: re.Pattern[str]
    """Matches the day, range and year after a month: "14", "14-16, 2024"."""
    weekday_before: re.Pattern[str]
    """Matches a weekday cut short ("Tue, ") at the end of what stands before a day."""
    month_first: bool
    arabic_digits: bool
    """True where texts may count in Arabic-Indic digits."""
    cues: Cues


_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d)"
_NOT_A_DAY = (
    r"(?!\d|[.,:]\d|\s?[%€$£°]|['’]\d"
    r"|\s(?:percent|pct|per cent|million|billion|mln|bln|people|points?|years?|minutes?)\b)"
)
_ORDINAL = r"(?:st|nd|rd|th|er|º|\.|-го|\.º)?"
_NUMBERS = (
    r"|(?P<iso>(?:1[5-9]|20)\d\d[-/.]\d\d?[-/.]\d\d?)(?!\d)"
    r"|(?P<n1>\d\d?)(?P<sep>\.\s|[./-])(?P<n2>\d\d?)(?P=sep)(?P<ny>(?:1[5-9]|20)\d\d|\d\d)(?![\d/]|\.\d)"
    r"|(?P<n3>\d\d?)(?:\.\s?(?P<n4>\d\d?)\.|/(?P<n5>\d\d?))(?![\d/])"
)
_BRACKETED_NUMBER_RE = pattern(
    rf",?\s(?:\((?P<day>{_DAY})\)|the\s(?P<bare>{_DAY}(?:st|nd|rd|th))(?!\w|\s(?:of|cent|anni)))"
)
_DAY_NUMBER_RE = pattern(rf",?\s(?:\((?P<day>{_DAY})\)|(?:día |dia )?(?P<bare>{_DAY})(?=[,.;)]?(?:\s|\Z))(?!\s\d))")


def _day_patterns(words: dict[str, Any]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns that start at a day's number, for a month behind it and for a month before it.

    The month behind it is any word: looking it up costs less than compiling an alternation of months.
    """
    join = rf"\s?(?:[-–—/]|(?<=\s)(?:{any_of(words['joiner'])})(?=\s))\s?"
    of = rf"(?:(?:{any_of(words['of'])})\s)?"
    from_day = (
        rf"(?P<day>{_DAY}){_ORDINAL}(?:{join}(?P<last>{_DAY}){_ORDINAL})?[\s-]?{of}"
        rf"(?P<month>[^\W\d_]{{2,14}})(?!\w)(?P<dot>\.?)(?:,?[\s-]{of}(?P<year>{_YEAR}(?:\s(?:года|г\.|року|roku))?))?"
    )
    after_month = (
        rf"(?P<day>{_DAY})(?:st|nd|rd|th)?(?:{join}(?P<last>{_DAY})(?:st|nd|rd|th)?(?!\d))?"
        rf"(?:,?\s?(?P<year>{_YEAR})|{_NOT_A_DAY})(?!\w)"
    )
    return pattern(from_day + _NUMBERS), pattern(after_month)


def _alone(words: dict[str, Any]) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return the patterns of what stands before and behind a day without its month, None where it never does."""
    if not words:
        return None
    before = pattern(rf"(?<!\w)(?:{any_of(words['before'])})\s\Z")
    if words["then"]:
        return before, pattern(rf"\.(?=\s(?:{any_of(words['then'])})\b|\s?[,()]|\s*\Z)")
    return before, pattern(r"(?!\w|[.,:/º]\d|\sde\s)")


def _counted(words: dict[str, Any]) -> re.Pattern[str]:
    """Return the pattern of a number in front of "days ago", and of a word such as "vor" in front of it."""
    before = any_of({word for phrase in words["ago"] if (word := phrase.partition("#")[0].strip())})
    numbers = any_of(words["numbers"])
    return pattern(rf"(?<!\w)(?:(?P<before>{before})\s)?(?P<number>\d{{1,3}}|{numbers})\s\Z", re.IGNORECASE)


@cache
def lexicon_of(tag: str | None) -> Lexicon:
    """Return the lexicon of a BCP 47 tag, English for what the tables do not know."""
    return _lexicon(base_language(tag))


@cache
def _lexicon(language: str) -> Lexicon:
    """Build the lexicon of a language that ``base_language`` returned."""
    calendar, words = calendar_of(language), words_of(language)
    small, month_first = bool(words["small"]), words["order"] == "mdy"
    english = printed(calendar_of(ENGLISH)["months"], small=False)
    months = {**english, **printed(calendar["months"], small)}
    framed = printed(words["framed_weekdays"], small)
    weekdays = printed(calendar["weekdays"] | words["more_weekdays"], small or bool(words["small_weekdays"])) | framed
    cut = printed(calendar["weekdays_cut"] | words["more_weekdays_cut"], small)
    relative = {form: n for word, n in words["relative"].items() for form in (word, word[0].upper() + word[1:])}
    from_day, after_month = _day_patterns(words)
    tails = by_tail(months if month_first else english)
    ago = {phrase.partition("# ")[2]: phrase[0] != "#" for phrase in words["ago"]}
    forms = [*weekdays, *relative, *ago]
    stems = stems_of(forms)
    return Lexicon(
        months=months,
        long_months=tuple(sorted(form for form in months if " " in form)),
        month_tails=tails,
        before_day=frozenset(["he", *tails, *[tail[-1] + "." for tail in tails]]),
        month_heads=frozenset(form[:3] for form in [*months, *words["joiner"], *words["of"]]),
        weekdays={**cut, **weekdays},
        cut_tails=frozenset((" " + form)[-3:] for form in cut),
        framed=frozenset(framed),
        relative=relative,
        stems=tuple([(stem[-1] if stem.isupper() else "", stem) for stem in stems]),
        around=by_stem(forms, stems),
        ago=ago,
        numbers=words["numbers"],
        counted=_counted(words),
        alone=_alone(words["day_alone"]),
        part=pattern(any_of(words["parts"])) if words["parts"] else None,
        day_number=_DAY_NUMBER_RE if words["bare_days"] else _BRACKETED_NUMBER_RE,
        from_day=from_day,
        after_month=after_month,
        weekday_before=pattern(rf"(?<!\w)({any_of(cut)})[.,]{{0,2}}\s?\Z"),
        month_first=month_first,
        arabic_digits=language == "ar",
        cues=cues_of(language),
    )
