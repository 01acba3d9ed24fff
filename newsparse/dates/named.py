"""Days that a word names: weekdays, "yesterday" and its kin, "two days ago".

In: text and lexicon. Out: elements as ``FoundDate``, not in order. Stems that few words share are looked up as
substrings; what stands there is compared with the forms that hold the stem.
"""

from newsparse.dates.found import FoundDate
from newsparse.dates.lexicon import Lexicon


def named_days(text: str, words: Lexicon) -> list[FoundDate]:
    """Return the weekdays and relative words of a text, stem by stem."""
    found: list[FoundDate] = []
    for letter, stem in words.stems:
        at = text.find(stem) if letter in text else -1
        while at >= 0:
            element = _word_at(text, at, at + len(stem), words)
            if element:
                found.append(element)
                at = element.end - 1
            at = text.find(stem, at + 1)
    return found


def _word_at(text: str, at: int, end: int, words: Lexicon) -> FoundDate | None:
    """Return the weekday or relative word that holds the stem at ``at``."""
    inside = words.around.get(text[at - 1 : end]) if at else None
    for forms in (inside, words.around.get(text[at:end])):
        for place, form in forms or ():
            start = at - place
            if start < 0 or not text.startswith(form, start) or (start and text[start - 1].isalnum()):
                continue
            stop = start + len(form)
            if words.part and (match := words.part.match(text, stop)):
                stop = match.end()
            if text[stop : stop + 1].isalnum():
                continue
            weekday = words.weekdays.get(form)
            if weekday is not None:
                return FoundDate(start, stop, "weekday", None, None, None, weekday)
            offset = words.relative.get(form)
            if offset is not None:
                return FoundDate(start, stop, "relative", offset=offset)
            return _days_ago(text, start, stop, words)
    return None


def _days_ago(text: str, start: int, stop: int, words: Lexicon) -> FoundDate | None:
    """Return the day that "two days ago" is, whose last words were found."""
    form = text[start:stop]
    match = words.counted.search(text, max(0, start - 30), start)
    if not match or bool(match["before"]) != words.ago[form]:
        return None
    number = match["number"].lower()
    count = words.numbers.get(number) or (int(number) if number.isdecimal() else 0)
    if not count:
        return None
    return FoundDate(match.start(), stop, "relative", offset=-count, wording="last")
