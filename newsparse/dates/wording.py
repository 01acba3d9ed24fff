"""What the words around a day say of its direction: last, next, or a future tense.

In: a text and an element. Out: the element with its wording, widened by the words that belong to it.
"""

from msgspec.structs import replace

from newsparse.dates.cues import Cues
from newsparse.dates.found import FoundDate, Wording

CLAUSE = 80
"""Code points before a weekday in which a future tense counts."""
_STOPS = (".", "!", "?", ";", ":")


def with_wording(text: str, date: FoundDate, cues: Cues) -> FoundDate:
    """Return a weekday widened by "last", "next" or "this", with its direction."""
    kind: Wording = ""
    start, end = date.start, date.end
    opened = word_before(text, start, cues)
    if opened:
        start, kind = opened
    for word, said in cues.after:
        if text.startswith(word, end + 1) and not text[end + 1 + len(word) : end + 2 + len(word)].isalnum():
            kind, end = said or kind, end + 1 + len(word)
            break
    if not kind and text[end : end + 1] == ":" and text[max(0, start - 4) : start].rstrip()[-1:] in ("", *_STOPS):
        kind = "future"
    if not kind:
        kind = tense(text, start, cues) or ("future" if _future_follows(text, start, end, cues) else "")
    return replace(date, start=start, end=end, wording=kind)


def word_before(text: str, start: int, cues: Cues) -> tuple[int, Wording] | None:
    """Return where "last ", "next " or "this " before an expression begins, and its direction."""
    if start < 2 or text[start - 1] != " ":
        return None
    last = text[text.rfind(" ", 0, start - 1) + 1 : start - 1].lower()
    if last not in cues.before_ends:
        return None
    for word, said in cues.before:
        opening = start - len(word) - 1
        if opening >= 0 and text[opening : start - 1].lower() == word and not (opening and text[opening - 1].isalnum()):
            return opening, said
    return None


def tense(text: str, start: int, cues: Cues) -> Wording:
    """Return "future" when the clause before a day looks ahead."""
    clause = text[max(0, start - CLAUSE) : start]
    stop = clause.rfind(". ")
    if stop > 3 and clause[stop - 3 : stop].islower():
        clause = clause[stop + 2 :]
    clause = clause[clause.rfind("\0") + 1 :]
    before = clause.split()
    if before and before[-1].lower() in cues.future_before:
        return "future"
    if cues.future_endings or not cues.future.isdisjoint(before):
        for place in range(len(before) - 1, -1, -1):
            word = before[place]
            if word.endswith(_STOPS) and (word[0].islower() or len(word) > 5):
                return ""
            folded = word.lower().strip(',“”"()')
            if folded in cues.future or (cues.future_endings and folded.endswith(cues.future_endings)):
                return "future"
            if folded in cues.past or (cues.english and folded.endswith("ed") and before[place - 1] != "be"):
                break
    return "future" if any(phrase in clause for phrase in cues.future_phrases) else ""


def _future_follows(text: str, start: int, end: int, cues: Cues) -> bool:
    """Say whether a weekday stands before its future verb: "On Friday, the court will rule"."""
    after = text[end : end + CLAUSE].split()[:9]
    if after and after[0] in cues.future_after:
        return "worden" not in after
    lead = text[max(0, start - 4) : start].split()
    if lead and not (lead[-1] in {"On", "By"} or lead[-1].endswith(_STOPS)):
        return False
    for word in after:
        if word in cues.future_after:
            return True
        if word in cues.past or word.endswith(("ed", ".")):
            return False
    return False
