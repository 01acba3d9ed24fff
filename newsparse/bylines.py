"""Authors from a byline: the line as printed in, the names out."""

import re
from functools import cache
from typing import NamedTuple

from newsparse.datelines.places import is_city
from newsparse.lazy import pattern
from newsparse.package_data import read_data

LIMIT = 300
"""Characters of a byline that are read; what follows is no list of names."""

SHORT = 6
"""A single word of fewer letters, all capitals, is an agency or a broadcaster."""

_ADDRESS_RE = pattern(r"\[email[^\]]{0,20}\]|[\w.+-]{1,64}@[\w.-]{1,64}|https?://\S{1,200}|(?<!\w)@\w{1,40}", re.ASCII)
_DATE_RE = pattern(
    r"(?:\b(?:on|am|le|el|il|em|at|um|the|dne|published|updated|posted|publié|aktualisiert|güncelleme|stand)\b"
    r"[ :,]*+)*+"
    r"(?:\d{1,4}[./:-]\d{1,2}(?:[./:-]\d{1,4})?|\b\d{1,2}\.?[ ]\w{3,12}\.?,?[ ]\d{4}|\b\w{3,12}\.?[ ]\d{1,2},?[ ]\d{4}"
    r"|\d{4}年\d{1,2}月\d{1,2}日|\b\d{1,2}[ ](?:min|hours?|days?|std|h)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_LINKED_RE = pattern(r"!?\[([^\[\]\n]{0,80}+)\]\([^()\s]{0,300}+(?:\s\"[^\"\n]{0,80}+\")?\)")
"""A name that Markdown links to its author's page."""
_TURNED_RE = pattern(r"(?P<last>[^\W\d_][\w'’-]+), (?P<first>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)?)")
"""A name as catalogues sort it."""
_SPLIT_RE = pattern(
    r"\s*+(?:[;|•·/、，,&\n\t]|\s[–—-]\s"
    r"|\b(?:and|und|y|et|e|ed|en|och|og|ja|i|a|és|și|и|та|και|ve|dan|với|na|with|mit|con|avec|com)\b(?=\s))\s*+"
)
_BRACKETED_RE = pattern(r"\s*[(\[（【][^()\[\]（）【】]{0,80}[)\]）】]")
_WORD_RE = pattern(r"[^\W\d_][\w.'’ʼ-]*")
_DOMAIN_RE = pattern(r"(?:[\w-]+\.)+(?:com|org|net|[a-z]{2})", re.IGNORECASE)
_UNFINISHED = ("...", "…")
"""What a page says while it is still at work, or a sentence that breaks off, ends so; no name does."""
_BETWEEN = " \t\u00a0:;,|/–—-•·⋅"
_TRIM = ' \t\u00a0.,:;|/–—-•·*()[]（）【】"“”„«»'


class _Words(NamedTuple):
    """What opens a byline, what names an agency or a role, lower-case parts of names, and what announces a time."""

    lead: re.Pattern[str]
    agency: re.Pattern[str]
    role: re.Pattern[str]
    particles: frozenset[str]
    dated: re.Pattern[str]


@cache
def _words() -> _Words:
    rows = read_data(__file__, "data", "bylines.txt").decode().splitlines()
    table = {name: words.split(" | ") for name, _, words in (row.partition(": ") for row in rows if row[0] != "#")}
    lead, agency, dated, day = [
        "|".join(sorted(map(re.escape, table[name]), key=len, reverse=True))
        for name in ("lead", "agency", "dated", "day")
    ]
    begins = r"(?:(?<![^\W_])|(?<=[^\W\d_A-Z])(?=[A-Z]))"  # after a word, or run together with it: ``SmithUpdated``
    return _Words(
        re.compile(rf"[\s\-–—•*|(]*+(?:(?:{lead})(?=[\s:：.,/]|$)[\s:：.]*+)+", re.IGNORECASE),
        re.compile(rf"(?:(?:the|die|der|la|el)\s)?(?:{agency})(?:[ -](?:{agency}))*+", re.IGNORECASE),
        re.compile("|".join(table["role"]), re.IGNORECASE),
        frozenset(table["particle"]),
        re.compile(rf"(?:{begins}(?i:{dated})(?:[\s:]+(?:{day}))?|(?<=\s)(?:{day}))[\s:]*\Z"),
    )


def _is_name(part: str) -> bool:
    """Say whether a part of a byline has the form of a person's name."""
    words = part.split()
    if not 1 <= len(words) <= 6 or len(part) > 60 or any(char.isdigit() for char in part):
        return False
    if not all(_WORD_RE.match(word) for word in words):
        return False
    if part[0] >= "\u0590":
        return len(part) <= 40
    return not words[0].islower() and all(not word[0].islower() or word.lower() in _words().particles for word in words)


def _without_role(part: str) -> str:
    """Cut a role that follows a name without a comma (``Thabo Nkosi Parliamentary editor``)."""
    words = part.split()
    known = _words()
    roles = [bool(known.role.fullmatch(word)) for word in words]
    if not any(roles):
        return part
    end = roles.index(True)
    if end == len(words) - 1 and words[end][0] >= "\u2e80":
        return " ".join(words[:end])
    if end == 0 and words[0][0] >= "\u2e80":
        return " ".join(words[1:])
    return " ".join(words[:end]) if end > 1 else ""


def _is_source(part: str) -> bool:
    """Say whether a part of a byline is an agency, a broadcaster or a site."""
    return bool(
        _words().agency.fullmatch(part)
        or (part.isupper() and part.isalpha() and len(part) < SHORT)
        or _DOMAIN_RE.fullmatch(part)
    )


def _without_agency(part: str) -> str:
    """Cut an agency that follows a name without a comma (``Mei Tan The Associated Press``)."""
    words = part.split()
    for count in range(2, len(words)):
        if _words().agency.fullmatch(" ".join(words[count:])):
            return " ".join(words[:count])
    return part


def names_somebody(byline: str) -> bool:
    """Say whether anything of a byline is left besides the words that open one: links to authors get lost.

    >>> names_somebody("Written by on"), names_somebody("by Dana"), names_somebody("(jb)"), names_somebody("Loading...")
    (False, True, True, False)
    """
    if byline.endswith(_UNFINISHED):
        return False
    opening = _words().lead.match(byline)
    rest = byline[opening.end() :] if opening else byline
    return any(char.isupper() or char >= "\u0590" or char in "@([（【" for char in rest)


def end_of_names(byline: str) -> int:
    """Return where a byline ends that announces a time behind it: the time itself often stands on its own line.

    >>> "By Ana Ruiz – Updated on"[:end_of_names("By Ana Ruiz – Updated on")], end_of_names("Audiophile On")
    ('By Ana Ruiz', 13)
    """
    announced = _words().dated.search(byline) if len(byline) <= LIMIT else None
    return len(byline[: announced.start()].rstrip(_BETWEEN)) if announced else len(byline)


def _turned(byline: str) -> tuple[str, ...]:
    """Return the names of a byline that sets family names first (``Ruiz, Ana; Field, Tom``), in their usual order."""
    parts = byline.strip(" ;").split(";")
    names = [name for name in map(_TURNED_RE.fullmatch, map(str.strip, parts)) if name]
    if len(names) < len(parts) or (len(parts) == 1 and is_city(names[0]["first"])):
        return ()
    if not all(
        name["last"][0].isupper() and name["first"].istitle() and not _is_source(name["last"]) for name in names
    ):
        return ()
    if any(_words().role.search(name["first"]) for name in names):
        return ()
    return tuple(dict.fromkeys([f"{name['first']} {name['last']}" for name in names]))


def read_authors(byline: str) -> tuple[str, ...]:
    """Return the names of a byline as they are printed, without ``By``, roles, dates and addresses.

    An agency, a desk or a site is returned only when no person is named; a city behind a comma is where somebody
    wrote. The language need not be known: the words that open a byline do not clash between languages.

    >>> read_authors("By Ana Ruiz and Tom Field, health editors | 3 May 2024")
    ('Ana Ruiz', 'Tom Field')
    >>> read_authors("(Reporting by Mei Tan; Editing by AFP)")
    ('Mei Tan',)
    """
    text = byline[:LIMIT]
    if "](" in text:
        text = _LINKED_RE.sub(r" \1 ", text)
    if "," in text and (turned := _turned(text)):
        return turned
    text = _ADDRESS_RE.sub(" ", text)
    text = _DATE_RE.sub(" ", _BRACKETED_RE.sub(" ", text) if text.strip()[:1] not in "([（【" else text)
    people: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for raw in _SPLIT_RE.split(text):
        opening = _words().lead.match(raw)
        part = (raw[opening.end() :] if opening else raw).strip(_TRIM)
        if not part:
            continue
        if _is_source(part):
            agencies[part] = None
            continue
        name = _without_agency(_without_role(part).strip(_TRIM))
        if name and _is_name(name) and not ((people or agencies) and is_city(name)):
            people[name] = None
    return tuple(people or agencies)
