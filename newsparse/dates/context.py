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
_TODAYS_RE = re.compile(
    r"['’]s\s(?!(?:vote|game|match|meeting|hearing|episode|announcement|edition|show|race|clash"
    r"|press|briefing|debate|session|decision|ruling|verdict|statement|attack|incident|election|summit|final|hearings?)\b)"
)
_RUNS = frozenset(("-", "–", "to", "through", "thru", "bis"))
_PARTS_RE = re.compile(r"\s(?:nights|mornings|evenings|afternoons)\b")
_NO_VERBS = frozenset("need indeed speed feed seed based bed red used united limited advanced".split())
_EVENT = frozenset("sees unboxed earlier later morning afternoon evening tonight returns faces meets votes begins".split())
_STOPS = (".", "!", "?", ";", ":")


def is_date(text: str, date: FoundDate, words: Lexicon) -> bool:
    """Return False for names ("Black Friday"), recurring days and "today" that means nowadays."""
    before = text[max(0, date.start - 24) : date.start].split()
    last = before[-1].lower() if before else ""
    if date.kind == "relative":
        return _means_the_day(text, date, last, words)
    if last in _NAMING or last in words.recurring or " ".join(before[-2:]).lower() in words.recurring:
        return False
    if len(before) > 1 and before[-1] in _RUNS and before[-2] in words.weekdays and before[:-2][-1:] != ["from"]:
        return False
    after = text[date.end : date.end + 12]
    runs_on = _RUN_RE.match(after) and last != "from"
    return not (_NAME_GOES_ON_RE.match(after) or runs_on or _PARTS_RE.match(after))


def _means_the_day(text: str, date: FoundDate, last: str, words: Lexicon) -> bool:
    owns = text[date.end : date.end + 2] in {"'s", "’s"}
    if last in words.recurring or (last in words.not_today_after and not owns):
        return False
    if words.not_today_before and text[date.end : date.end + 16].lstrip().startswith(words.not_today_before):
        return False
    if date.offset != 0:
        capital = text[date.start].isupper()
        return not (capital and words.nouns_are_capital and last and not last.endswith(_STOPS))
    if last.endswith(("'s", "’s")) or text[max(0, date.start - 2) : date.start].lower() in {"d'", "d’"}:
        return False
    if _TODAYS_RE.match(text, date.end):
        return False
    sentence = _sentence(text, date).lower().split()
    if words.nowadays.intersection(sentence):
        return False
    return not words.month_first or owns or text[date.end : date.end + 2] == " (" or _happens(sentence, words)


def _happens(sentence: list[str], words: Lexicon) -> bool:
    """Say whether an English sentence tells of an event: past or future verbs, or an hour."""
    return any(
        word.strip(",;:.”\"") in words.past or word in words.future or word in _EVENT or (word.rstrip(",;:.”\"").endswith("ed") and word not in _NO_VERBS)
        or (word.endswith(("am", "pm")) and word[0].isdigit())
        for word in sentence
    )


def _sentence(text: str, date: FoundDate) -> str:
    """Return what stands around an expression, to the next full stops or at most two clauses away."""
    start = max(0, date.start - 2 * CLAUSE)
    stop = max(text.rfind(". ", start, date.start), text.rfind("? ", start, date.start))
    end = text.find(". ", date.end, date.end + 2 * CLAUSE)
    return text[stop + 1 if stop >= 0 else start : end if end >= 0 else date.end + 2 * CLAUSE]


def wording(text: str, date: FoundDate, words: Lexicon) -> FoundDate:
    """Return the expression widened by "last", "next" or "this", with what they or the clause say of its direction."""
    kind: Wording = ""
    start, end = date.start, date.end
    opened = before_word(text, start, words)
    if opened:
        start, kind = opened
    for word, said in words.after:
        if text.startswith(word, end + 1) and not text[end + 1 + len(word) : end + 2 + len(word)].isalnum():
            kind, end = said or kind, end + 1 + len(word)
            break
    if not kind and text[end : end + 1] == ":" and (start == 0 or text[:start].rstrip()[-1:] in _STOPS):
        kind = "future"
    if not kind:
        kind = tense(text, start, words) or ("future" if opens_future(text, start, end, words) else "")
    return replace(date, start=start, end=end, wording=kind)


def before_word(text: str, start: int, words: Lexicon) -> tuple[int, Wording] | None:
    """Return where "last ", "next " or "this " before an expression begins, and its direction."""
    if start < 3 or text[start - 1] != " ":
        return None
    last = text[text.rfind(" ", 0, start - 1) + 1 : start - 1].lower()
    if last not in words.before_ends:
        return None
    for word, said in words.before:
        opening = start - len(word) - 1
        if opening >= 0 and text[opening : start - 1].lower() == word and not (opening and text[opening - 1].isalnum()):
            return opening, said
    return None


def tense(text: str, start: int, words: Lexicon) -> Wording:
    """Return "future" when the clause before a weekday looks ahead."""
    clause = text[max(0, start - CLAUSE) : start]
    before = clause.split()
    if words.future.isdisjoint(before) and not words.future_endings and (not before or before[-1] not in words.future_before):
        return _phrase(clause, words)
    if before and before[-1].lower() in words.future_before:
        return "future"
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word.endswith(_STOPS) and (word[0].islower() or len(word) > 5):
            return ""
        folded = word.lower().strip(",“”\"()")
        if folded in words.future or (words.future_endings and folded.endswith(words.future_endings)):
            return "future"
        if folded in words.past or (folded.endswith("ed") and words.month_first and before[place - 1] != "be"):
            return _phrase(clause, words) if folded.endswith("ed") else ""
    return _phrase(clause, words)


def _phrase(clause: str, words: Lexicon) -> Wording:
    stop = max(clause.rfind(". "), clause.rfind("! "))
    return "future" if any(clause.find(phrase, stop + 1) >= 0 for phrase in words.future_phrases) else ""


def opens_future(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Say whether a weekday at the head of a sentence is followed by a future: "On Friday, the court will rule"."""
    after = text[end : end + CLAUSE].split()[:9]
    if after and after[0] in words.future_after:
        return "worden" not in after
    lead = text[max(0, start - 4) : start].split()
    if lead and not (lead[-1] in {"On", "By"} or lead[-1].endswith(_STOPS)):
        return False
    for word in after:
        if word in words.future_after:
            return True
        if word in words.past or word.endswith(("ed", ".")):
            return False
    return False
