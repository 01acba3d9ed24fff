"""What the words around a day say of its direction: last, next, or a future tense.

In: a text and an element. Out: the element with its wording, widened by the words that belong to it.
"""

from itertools import pairwise
from typing import Literal

from msgspec.structs import replace

from newsparse.dates.cues import Cues
from newsparse.dates.found import FoundDate, Wording

CLAUSE = 80
"""Code points before a weekday in which a future tense counts."""
_STOPS = (".", "!", "?", ";", ":", "\0")
"""What ends a clause; the last stands between two passages."""
_QUOTES = ',“”"()'

Opened = tuple[int, Wording, int | None]
"""Where "last ", "next " or "this " before an expression begins, its direction, and the days to its week."""


def with_wording(text: str, date: FoundDate, cues: Cues) -> FoundDate:
    """Return a weekday widened by "last", "next" or "this", with its direction."""
    start, kind, week = word_before(text, date.start, cues) or (date.start, "", None)
    end = date.end
    for word, said, days in cues.after:
        if text.startswith(word, end + 1) and not text[end + 1 + len(word) : end + 2 + len(word)].isalnum():
            kind, week, end = said or kind, days if week is None else week, end + 1 + len(word)
            break
    if week is not None:
        return replace(date, start=start, end=end, offset=week)
    if not kind and text[end : end + 1] == ":" and text[max(0, start - 4) : start].rstrip()[-1:] in ("", *_STOPS):
        kind = "future"
    if not kind and direction(text, start, date.start, end, cues) == "future":
        kind = "future"
    if not kind and start == date.start and end == date.end:
        return date
    return replace(date, start=start, end=end, wording=kind)


def direction(text: str, start: int, weekday: int, end: int, cues: Cues) -> Wording:
    """Return what the clause says where no word beside the weekday does."""
    before = clause(text, start)
    last = before[-1].lower() if before else ""
    if last in cues.past_before:
        return "past"
    if last in cues.future_before:
        return "future"
    tense = _tense(before, cues)
    if tense == "future" and cues.not_verbs and _is_reported(text, end):
        return "past"
    if tense:
        return tense
    if last in cues.deadline or text[start : weekday - 1].lower() in cues.this_ahead:
        return "future"
    return "future" if _future_follows(text, start, end, cues) else ""


def word_before(text: str, start: int, cues: Cues) -> Opened | None:
    """Return the words before an expression that belong to it."""
    if start < 2 or text[start - 1] != " ":
        return None
    last = text[text.rfind(" ", 0, start - 1) + 1 : start - 1].lower()
    if last not in cues.before_ends:
        return None
    for word, said, week in cues.before:
        opening = start - len(word) - 1
        if opening >= 0 and text[opening : start - 1].lower() == word and not (opening and text[opening - 1].isalnum()):
            return opening, said, week
    return None


def clause(text: str, start: int) -> list[str]:
    """Return the words before a day, from the start of its sentence."""
    before = text[max(0, start - CLAUSE) : start]
    stop = before.rfind(". ")
    if stop > 3 and before[stop - 3 : stop].islower():
        before = before[stop + 2 :]
    return before[before.rfind("\0") + 1 :].split()


def _tense(before: list[str], cues: Cues) -> Literal["future", "past", ""]:
    """Return the tense of the verb that is nearest before a day."""
    past = -1
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word.endswith(_STOPS) and (word[0].islower() or len(word) > 5):
            past = place if past < 0 else past
            break
        folded = word.lower().strip(_QUOTES)
        if folded in cues.future or (cues.future_endings and folded.endswith(cues.future_endings)):
            return "past" if before[place + 1 : place + 2] == ["not"] and folded == "would" else "future"
        if folded in cues.past or (cues.english and folded.endswith("ed") and before[place - 1] != "be"):
            past = place
            break
    tail = " ".join(before[past + 1 :])
    if any(phrase in tail for phrase in cues.future_phrases):
        return "future"
    return "past" if past >= 0 else ""


def _is_reported(text: str, end: int) -> bool:
    """Tell whether a German "soll" only reports what was: "soll am Freitag verletzt worden sein"."""
    after = text[end : end + 2 * CLAUSE].split(". ", maxsplit=1)[0].split()[:15]
    for verb, word in pairwise(after):
        bare = word.strip(",.")
        if bare == "sein" and (verb in {"worden", "gewesen"} or (verb.startswith("ge") and verb.endswith("en"))):
            return True
        if bare == "haben" and verb.islower() and verb.endswith(("t", "en")) and verb != "nicht":
            return True
    return False


def _future_follows(text: str, start: int, end: int, cues: Cues) -> bool:
    """Tell whether a weekday stands before its future verb: "On Friday, the court will rule"."""
    after = text[end : end + CLAUSE].partition("\0")[0].split()[:9]
    if after and after[0] in cues.future_after:
        return "worden" not in after
    lead = text[max(0, start - 4) : start].split()
    if lead and not (lead[-1] in {"On", "By"} or lead[-1].endswith(_STOPS)):
        return bool(after) and _is_present(lead[-1], after[0], cues)
    for word in after:
        if word in cues.future_after:
            return True
        if word in cues.past or word.endswith(("ed", ".")):
            return False
    return False


def _is_present(lead: str, verb: str, cues: Cues) -> bool:
    """Tell whether a German sentence begins with a day and goes on in the present tense: "Am Freitag spielt"."""
    if not cues.not_verbs or lead not in {"Am", "Ab"}:
        return False
    return verb.isalpha() and verb.islower() and verb.endswith("t") and verb not in cues.not_verbs
