"""What the words around a weekday or a "today" say: last, next, future, or that it is no date at all.

In: a text and an element. Out: the element with its wording, or the verdict that it is not a date expression.
"""

import re

from newsparse.dates.found import FoundDate, Wording
from newsparse.dates.lexicon import Lexicon

_NAMED_RE = re.compile(
    r"(?:Black|Good|Ash|Super|Cyber|Giving|Easter|Palm|Bloody|Holy|Fat|Shrove|Freaky|Casual|Blue|Ruby|USA|Florida"
    r"|Sheffield|Crewe|\w+day|[Ee]very|[Ee]ach|[Mm]ost|[Oo]ther|[Aa]ny|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)\s\Z"
)
_NAME_GOES_ON_RE = re.compile(r"\s(?:Night|Times|Telegraph|Mirror|Herald|Post|Mail|Express|World|Live|Morning|Show|Today|School)\b")
_PLURAL_RUN_RE = re.compile(r"\s?(?:[-–]|to|through|thru)\s?(?:Mon|Tues?|Wed|Thu|Fri|Sat|Sun)")
_NOWADAYS_RE = re.compile(
    r"(?:\b(?:still|alive|even|until|of|contact us|call us|call|visit us|subscribe|join|book|order|sign up|here)|['’]s)"
    r"\s\Z",
    re.IGNORECASE,
)
_TODAYS_RE = re.compile(r"['’]s\s(?!(?:vote|game|match|meeting|hearing|episode|announcement|edition|news|show|race)\b)")
_SENTENCE_RE = re.compile(r"[.!?]\s+(?=[A-ZÀ-Þ“\"])")
_SAID_RE = re.compile(r"\b(?:said|told|announced|reported|says|according)\b")


def is_date(text: str, date: FoundDate, words: Lexicon) -> bool:
    """Return False for names ("Black Friday"), recurring days and "today" that means nowadays."""
    before = text[max(0, date.start - 16) : date.start]
    if date.kind == "relative":
        return _means_the_day(text, date, before)
    if date.end - date.start < 4 or _NAMED_RE.search(before):
        return False
    recurring = words.before.search(before)
    if recurring and recurring["recurring"]:
        return False
    return not (_NAME_GOES_ON_RE.match(text, date.end) or _PLURAL_RUN_RE.match(text, date.end))


def _means_the_day(text: str, date: FoundDate, before: str) -> bool:
    if date.offset != 0:
        return True
    return not (_NOWADAYS_RE.search(before) or _TODAYS_RE.match(text, date.end))


def wording(text: str, date: FoundDate, words: Lexicon) -> FoundDate:
    """Return the expression widened by "last", "next" or "this", with what they or the sentence say of its direction."""
    if date.kind == "relative":
        return date
    before = words.before.search(text, max(0, date.start - 16), date.start)
    after = words.after.match(text, date.end)
    for match in (before, after):
        if match:
            kind: Wording = "last" if match["last"] else "next" if match["next"] else ""
            start, end = min(date.start, match.start()), max(date.end, match.end())
            return date._replace(start=start, end=end, wording=kind or _tense(text, date, words))
    return date._replace(wording=_tense(text, date, words))


def _tense(text: str, date: FoundDate, words: Lexicon) -> Wording:
    """Return "future" when the clause around the weekday looks ahead."""
    opening = max(0, date.start - 80)
    for stop in _SENTENCE_RE.finditer(text, opening, date.start):
        opening = stop.end()
    ahead = None
    for ahead in words.future.finditer(text, opening, date.start):
        pass
    if ahead and not _SAID_RE.search(text, ahead.end(), date.start):
        return "future"
    return ""
