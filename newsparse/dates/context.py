"""Whether a weekday or a "today" is a date where it stands, or a name, any such day, or nowadays.

In: a text and an element. Out: the verdict. Words are compared as words, in a window around the element, since that
costs less than patterns.
"""

from itertools import pairwise

from newsparse.dates.cues import Cues
from newsparse.dates.found import FoundDate
from newsparse.dates.lexicon import Lexicon
from newsparse.lazy import pattern

_BEING = frozenset(("is", "are", "am", "i'm", "he's", "she's", "they're"))
_WINDOW = 24
_SENTENCE = 160
"""Code points on either side in which a sentence is looked at."""
_NAME_GOES_ON_RE = pattern(
    r"\s(?:Night|Times|Telegraph|Mirror|Herald|Post|Mail|Express|World|Live|Morning|Show|Today|School)\b"
    r"|\s(?:nights|mornings|evenings|afternoons)\b"
)
_RUN_RE = pattern(r"\s?(?:[-–]|to|through|thru|bis)\s?(?:Mon|Tues?|Wed|Thu|Fri|Sat|Sun|Sam|Son|Fr)")
_RUNS = frozenset(("-", "–", "to", "through", "thru", "bis"))
_TODAYS_RE = pattern(
    r"['’]s\s(?!(?:vote|game|match|meeting|hearing|episode|announcement|edition|show|race|clash|press|briefing|debate"
    r"|session|decision|ruling|verdict|statement|attack|incident|election|summit|final|hearings?)\b)"
)
_STOPS = (".", "!", "?", ";", ":", "\0")
"""What ends a clause; the last stands between two passages."""
_MARKS = ',;:.”"'


def is_date(text: str, date: FoundDate, words: Lexicon) -> bool:
    """Return False for names ("Black Friday"), recurring days and "today" that means nowadays."""
    before = text[max(0, date.start - _WINDOW) : date.start].split()
    last = before[-1].lower() if before else ""
    if last in words.cues.recurring or " ".join(before[-2:]).lower() in words.cues.recurring:
        return False
    if date.kind == "relative":
        return _is_this_day(text, date, last, words.cues)
    if last in words.cues.naming or _ends_run(before, words):
        return False
    after = text[date.end : date.end + 12]
    return not (_NAME_GOES_ON_RE.match(after) or (last != "from" and _RUN_RE.match(after)))


def _ends_run(before: list[str], words: Lexicon) -> bool:
    """Tell whether a weekday is the end of "Monday to Friday", but not of "from Monday to Friday"."""
    return len(before) > 1 and before[-1] in _RUNS and before[-2] in words.weekdays and before[:-2][-1:] != ["from"]


def _is_this_day(text: str, date: FoundDate, last: str, cues: Cues) -> bool:
    """Tell whether a relative word is meant as a day."""
    owns = text[date.end : date.end + 2] in {"'s", "’s"}
    if last in cues.not_today_after and not owns and _counts(last, date.offset or 0, cues):
        return False
    if cues.not_today_before and text[date.end : date.end + 16].lstrip().startswith(cues.not_today_before):
        return False
    if date.offset != 0 or text[date.start : date.end].lower() in cues.certain:
        is_noun = cues.nouns_are_capital and text[date.start].isupper() and last and not last.endswith(_STOPS)
        return not is_noun
    return not _is_nowadays(text, date, last, cues)


def _counts(last: str, offset: int, cues: Cues) -> bool:
    """Tell whether a word that makes nowadays of a "today" means anything before a day so far away."""
    return offset == 0 or (offset > 0 and last not in cues.only_today)


def _is_nowadays(text: str, date: FoundDate, last: str, cues: Cues) -> bool:
    if last in cues.owned and not _has_owner(text, date, cues):
        return True
    if last.endswith(("'s", "’s")) or text[max(0, date.start - 2) : date.start].lower() in {"d'", "d’"}:
        return True
    if _TODAYS_RE.match(text, date.end) or _stands(text, date, last, cues):
        return True
    sentence = _sentence(text, date).lower().split()
    if not cues.nowadays.isdisjoint(sentence):
        return True
    after = text[date.end : date.end + 2]
    if not cues.english or after in {"'s", "’s", " ("} or _goes_on(sentence):
        return False
    return not any(_happens(word, cues) for word in sentence)


def _stands(text: str, date: FoundDate, last: str, cues: Cues) -> bool:
    """Tell whether the verb beside a "today" tells of a state: "vive hoje", "die sie heute sind."."""
    after = text[date.end : date.end + _WINDOW].split()[:1]
    if last in cues.stative or not after:
        return last in cues.stative
    return after[0].strip(_MARKS).lower() in cues.stative or (after[0][:-1] in cues.closing and after[0][-1] in _MARKS)


def _goes_on(sentence: list[str]) -> bool:
    """Tell whether an English sentence tells of what is going on: "is meeting"."""
    return any(
        verb in _BEING and word.endswith("ing") and len(word) > 5 and word != "going"
        for verb, word in pairwise(sentence)
    )


def _has_owner(text: str, date: FoundDate, cues: Cues) -> bool:
    """Tell whether what belongs to a "today" is something that happens on a day."""
    before = text[max(0, date.start - _WINDOW) : date.start].split()
    return not cues.owners.isdisjoint(before[-3:-1])


def _happens(word: str, cues: Cues) -> bool:
    """Tell whether an English word tells of an event: a past or future verb, or an hour."""
    bare = word.strip(_MARKS)
    if bare in cues.past or bare in cues.future or bare in cues.event:
        return True
    return (bare.endswith("ed") and bare not in cues.no_verbs) or (bare.endswith(("am", "pm")) and bare[0].isdigit())


def _sentence(text: str, date: FoundDate) -> str:
    """Return what stands around an expression, to the next full stops."""
    start, end = max(0, date.start - _SENTENCE), date.end + _SENTENCE
    stop = max(text.rfind(mark, start, date.start) for mark in (". ", "? ", "\0 "))
    close = min([at for mark in (". ", " \0") if (at := text.find(mark, date.end, end)) >= 0], default=-1)
    return text[stop + 1 if stop >= 0 else start : close if close >= 0 else end]
