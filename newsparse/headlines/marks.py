"""Marks: quotation marks of a line, which open and which close, and what is quoted around a place.

In: a line and its classes. Out: classes in which every mark opens or closes; what is open before a straight mark.
"""

import re
from functools import cache

_PAIRED_RE = re.compile("[„“”‚‘’»«]")


@cache
def _single_re() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’.,!?])(?P<open>['‘])(?=[^\s,.;:!?'’)])|(?<=[\w.,!?…%)\]\"”])['’](?!\w)")


def paired(text: str, looks: str) -> str:
    """Return the classes with the marks of „this“ and »this« as opening and closing, each where it does so."""
    marks = list(looks)
    reversed_guillemets = text.find("»") < text.find("«") or "«" not in text
    low = single = False
    for match in _PAIRED_RE.finditer(text, 0, len(looks)):
        at, mark = match.start(), match[0]
        if mark in "“‘":
            is_open = low if mark == "“" else single
            marks[at] = ")" if is_open else "("
        elif mark in "»«" and reversed_guillemets:
            marks[at] = "(" if mark == "»" else ")"
        low = mark == "„" or (low and mark not in "“”")
        single = mark == "‚" or (single and mark not in "‘’")
    return "".join(marks)


def quoted(text: str, looks: str, at: int) -> str:
    """Return what is quoted around a place beside a straight quotation mark: open before the mark, closed after it."""
    if looks[at - 1] == "'" or looks[at] == "'":
        mark = at - (looks[at - 1] == "'")
        return f"{_open_before(text, mark)}{_next_after(text, mark + 1)}"
    if looks[at - 1] != '"' and looks[at] != '"':
        return ""
    mark = at - (looks[at - 1] == '"')
    closing = looks.find('"', mark + 1)
    spaced = closing > 0 and looks[closing - 1] == " "
    return f"{looks.count(chr(34), 0, mark) & 1}{'n' if closing < 0 else 'o' if spaced else 'c'}"


def _open_before(text: str, mark: int) -> int:
    """Tell whether a single quotation mark is open at the end of a text: 2 when an apostrophe may have closed it."""
    state = 0
    for match in _single_re().finditer(text, 0, mark):
        if match["open"]:
            state = 1
        elif state and text[match.start() - 1] == "s":
            state = 2
        else:
            state = 0
    return state


def _next_after(text: str, start: int) -> str:
    """Tell whether the next single quotation mark of a text opens or closes, or may be an apostrophe, or is none."""
    perhaps = "n"
    for match in _single_re().finditer(text, start):
        if match["open"]:
            return "o" + perhaps
        if text[match.start() - 1] != "s":
            return "c"
        perhaps = "p"
    return perhaps
