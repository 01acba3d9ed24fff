"""What the words around a weekday or a "today" say: last, next, future, or that it is no date at all.

In: a text and an element. Out: the element with its wording, or the verdict that it is not a date expression. Words
are compared as words, in a window before the element, since that costs less than patterns.
"""

import re

from msgspec.structs import replace

from newsparse.dates.found import FoundDate, Wording
from newsparse.dates.lexicon import Lexicon

CLAUSE = 80
"""Code points before a weekday in which a future tense counts."""

_NAMING = frozenset(
    "black good ash super cyber giving easter palm bloody holy fat shrove freaky casual blue ruby sheffield crewe most"
    " other any first second third fourth fifth".split()
)
_NAME_GOES_ON_RE = re.compile(
    r"\s(?:Night|Times|Telegraph|Mirror|Herald|Post|Mail|Express|World|Live|Morning|Show|Today|School)\b"
)
_RUN_RE = re.compile(r"\s?(?:[-–]|to|through|thru|bis)\s?(?:Mon|Tues?|Wed|Thu|Fri|Sat|Sun|Sam|Son|Fr)")
_TODAYS_RE = re.compile(r"['’]s\s(?!(?:vote|game|match|meeting|hearing|episode|announcement|edition|show|race|clash)\b)")
_SAID = frozenset("said told announced reported says according".split())
_PAST = frozenset("was were had fell rose came went did".split())
_STOPS = (".", "!", "?", ";", ":")


def is_date(text: str, date: FoundDate, words: Lexicon) -> bool:
    """Return False for names ("Black Friday"), recurring days and "today" that means nowadays."""
    before = text[max(0, date.start - 16) : date.start].split()
    last = before[-1].lower() if before else ""
    if date.kind == "relative":
        return _means_the_day(text, date, last, words)
    if last in _NAMING or last in words.recurring:
        return False
    return not (_NAME_GOES_ON_RE.match(text, date.end) or _RUN_RE.match(text, date.end))


def _means_the_day(text: str, date: FoundDate, last: str, words: Lexicon) -> bool:
    if last in words.not_today_after or last in words.recurring:
        return False
    if date.offset == 0:
        return not (_TODAYS_RE.match(text, date.end) or last.endswith(("'s", "’s")))
    capital = text[date.start].isupper()
    return not (capital and words.nouns_are_capital and last and not last.endswith(_STOPS))


def wording(text: str, date: FoundDate, words: Lexicon) -> FoundDate:
    """Return the expression widened by "last", "next" or "this", with what they or the clause say of its direction."""
    kind: Wording = ""
    start, end = date.start, date.end
    for word, said in words.before:
        opening = start - len(word) - 1
        if opening < 0 or text[opening:start].lower() != word + " " or (opening and text[opening - 1].isalnum()):
            continue
        kind, start = said, opening
        break
    for word, said in words.after:
        if text.startswith(word, end + 1) and not text[end + 1 + len(word) : end + 2 + len(word)].isalnum():
            kind, end = said or kind, end + 1 + len(word)
            break
    if not kind and text[end : end + 1] == ":" and (start == 0 or text[:start].rstrip()[-1:] in _STOPS):
        kind = "future"
    return replace(date, start=start, end=end, wording=kind or tense(text, start, words))


def tense(text: str, start: int, words: Lexicon) -> Wording:
    """Return "future" when the clause before a weekday looks ahead."""
    clause = text[max(0, start - CLAUSE) : start]
    for word in reversed(clause.split()):
        if word.endswith(_STOPS) and len(word) > 4:
            return ""
        folded = word.lower().strip(",“”\"()")
        if folded in words.future or (words.future_endings and folded.endswith(words.future_endings)):
            return "future"
        if folded in _SAID:
            return ""
    stop = max(clause.rfind(". "), clause.rfind("! "))
    return "future" if any(clause.find(phrase, stop + 1) >= 0 for phrase in words.future_phrases) else ""
