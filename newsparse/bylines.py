"""Authors from a byline: the line as printed in, the names out."""

import re
from functools import cache
from typing import NamedTuple

from newsparse.datelines.places import is_city, is_country
from newsparse.glued_bylines import part_byline
from newsparse.lazy import pattern
from newsparse.package_data import read_data

LIMIT = 300
"""Characters of a byline that are read; what follows is no list of names."""

SHORT = 6
"""A single word of fewer letters, all capitals, is an agency or a broadcaster."""

_ADDRESS_RE = pattern(
    r"\[email[^\]]{0,20}\]|[\w.+-]{1,64}@[\w-]{1,40}\.[\w.-]{1,40}|https?://\S{1,200}|@\w{1,40}", re.ASCII
)
_DATE_RE = pattern(
    r"(?:\b(?:on|am|le|el|il|em|at|um|the|dne|published|updated|posted|publié|aktualisiert|güncelleme|stand)\b"
    r"[ :,]*+)*+"
    r"(?:\d{1,4}[./:-]\d{1,2}(?:[./:-]\d{1,4})?|\b\d{1,2}\.?[ ]\w{3,12}\.?,?[ ]\d{4}|\b\w{3,20}\.?[ ]\d{1,2},?[ ]\d{4}"
    r"|\d{4}年\d{1,2}月\d{1,2}日|\b\d{1,2}[ ](?:min|hours?|days?|std|h)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_LINKED_RE = pattern(r"!?\[([^\[\]\n]{0,80}+)\]\([^()\s]{0,300}+(?:\s\"[^\"\n]{0,80}+\")?\)")
"""A name that Markdown links to its author's page."""
_TURNED_RE = pattern(r"(?P<last>[^\W\d_][\w'’-]+), (?P<first>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)?)")
"""A name as catalogues sort it."""
_SPLIT_RE = pattern(
    r"\s*+(?:[;/、，,&\n\t]|\s[–—-]\s"
    r"|\b(?:and|und|y|et|e|ed|en|och|og|ja|i|a|és|și|и|та|και|ve|dan|với|na|with|mit|con|avec|com)\b(?=\s))\s*+"
)
_SECTION_RE = pattern(r"\s*+[|•·⋅]\s*+")
_BRACKETED_RE = pattern(r"\s*[(\[（【](?P<inside>[^()\[\]（）【】]{0,80})[)\]）】]")
_ELSEWHERE_RE = pattern(
    r"\s(?:(?:in|aus|from)\s(?=[^\W\d_a-z])"
    r"|(?:[Ff]or|für|pour|para|per|voor)\s(?=[Tt]he\s|[^\W\d_]++[.][^\W\d_]|[^\W\d_]*[^\W\d_A-Z][A-Z]|[A-Z]{2})).*"
)
"""Where a name is followed by a place, or by the house that its bearer wrote for."""
_ACRONYM_RE = pattern(r"[B-DF-HJ-NP-TV-XZ]{3,5}(?=[\s-])")
"""A word without vowels opens the name of a broadcaster or a house."""
_THE_RE = pattern(r"The(?: (?:of|and|[^\W\d_a-z][\w.'’-]*)){1,4}+")
"""No person's name begins so."""
_INITIAL_RE = pattern(r"(?<!\w)(?:[^\W\d_a-z]|Jr|Sr)\.\Z")
_BUTTONS = frozenset(["comments", "share", "more", "nav", "promo"])
_MOST_WORDS = 4
_PLURALS = frozenset(["writers", "reporters", "correspondents", "columnists", "editors"])
"""What several do who are not named: the name before it is that of their house."""
_WORD_RE = pattern(r"[^\W\d_][\w.'’ʼ-]*")
_DOMAIN_RE = pattern(r"(?:[\w-]+\.)+(?:com|org|net|[a-z]{2})", re.IGNORECASE)
_UNFINISHED = ("...", "…")
"""What a page says while it is still at work, or a sentence that breaks off, ends so; no name does."""
_BETWEEN = " \t\u00a0:;,|/–—-•·⋅"
_TRIM = ' \t\u00a0.,:;|/–—-•·*()[]（）【】"“”„«»'


class _Words(NamedTuple):
    """The vocabulary of bylines; ``data/bylines.txt`` says what each is."""

    lead: re.Pattern[str]
    agency: re.Pattern[str]
    role: re.Pattern[str]
    beat: re.Pattern[str]
    house: re.Pattern[str]
    particles: frozenset[str]
    picture: re.Pattern[str]
    seams: frozenset[str]
    """What is found right behind a name that lost the space behind it, but for roles."""
    dated: re.Pattern[str]


@cache
def _words() -> _Words:
    rows = read_data(__file__, "data", "bylines.txt").decode().splitlines()
    table = {name: words.split(" | ") for name, _, words in (row.partition(": ") for row in rows if row[0] != "#")}
    lead, agency, dated, day, house, picture = [
        "|".join(sorted(map(re.escape, table[name]), key=len, reverse=True))
        for name in ("lead", "agency", "dated", "day", "house", "picture")
    ]
    begins = r"(?:(?<![^\W_])|(?<=[^\W\d_A-Z])(?=[A-Z]))"  # after a word, or run together with it: ``SmithUpdated``
    return _Words(
        pattern(rf"[\s\-–—•*|(]*+(?:(?:{lead})(?=[\s:：.,/]|$)[\s:：.]*+)+", re.IGNORECASE),
        pattern(rf"(?:(?:the|die|der|la|el)\s)?(?:{agency})(?:[ -](?:{agency}))*+", re.IGNORECASE),
        pattern("|".join(table["role"]), re.IGNORECASE),
        pattern("|".join(table["beat"]), re.IGNORECASE),
        pattern(rf".*(?<!\w)(?:{house})", re.IGNORECASE),
        frozenset(table["particle"]),
        pattern(
            rf"(?P<also>(?:(?<!\w)(?:und|and|et|y|e|en|og|och)\s|&\s?|(?<=\w)/))?(?<!\w)(?:{picture})"
            rf"(?:\s?[:：]|\s(?:by|von|de|par|di|door|av|af)\s)(?P<rest>[^|;•·]*)",
            re.IGNORECASE,
        ),
        frozenset([*table["site"], *table["dated"]]),
        pattern(rf"(?:{begins}(?i:{dated})(?:[\s:]+(?:{day}))?|(?<=\s)(?:{day}))[\s:]*\Z"),
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
    end = next((at for at, word in enumerate(words) if known.role.fullmatch(word.strip("."))), None)
    if end is None:
        return part
    script = words[end][0]
    if end and "\uac00" <= script <= "\ud7a3":
        return words[end - 1]  # a Korean name is one word, what stands before it a place or a house
    if end == len(words) - 1 and script >= "\u2e80":
        return " ".join(words[:end])
    if end == 0 and script >= "\u2e80":
        return " ".join(words[1:])
    if not _PLURALS.isdisjoint(word.lower() for word in words[end:]):
        return ""
    while end > 1 and known.beat.fullmatch(words[end - 1]):
        end -= 1
    return " ".join(words[:end]) if end > 1 else ""


def _is_source(part: str) -> bool:
    """Say whether a part of a byline is an agency, a broadcaster or a site."""
    return bool(
        _words().agency.fullmatch(part)
        or (part.isupper() and part.isalpha() and len(part) < SHORT)
        or _DOMAIN_RE.fullmatch(part)
        or _THE_RE.fullmatch(part)
        or _ACRONYM_RE.match(part)
        or _words().house.fullmatch(part)
    )


def _without_agency(part: str) -> str:
    """Cut an agency that follows a name without a comma (``Mei Tan The Associated Press``)."""
    words = part.split()
    for count in range(2, len(words)):
        if words[count] == "The" or _words().agency.fullmatch(" ".join(words[count:])):
            return " ".join(words[:count])
    return part


def names_somebody(byline: str) -> bool:
    """Say whether anything of a byline is left besides the words that open one: links to authors get lost.

    >>> names_somebody("Written by on"), names_somebody("by Dana"), names_somebody("(jb)"), names_somebody("Loading...")
    (False, True, True, False)
    >>> names_somebody("Political Correspondent"), names_somebody("Updated 20:03"), names_somebody("Source:")
    (False, False, False)
    """
    if byline.endswith(_UNFINISHED) or byline.rstrip().endswith((":", "：")):
        return False
    opening = _words().lead.match(byline)
    rest = byline[opening.end() :] if opening else byline
    if not any(char.isupper() or char >= "\u0590" or char in "@([（【" for char in rest):
        return False
    if opening or byline[:1] in "([（【":
        return True
    if _is_button(byline):
        return False
    if any(map(str.isdigit, byline)):
        return bool(read_authors(byline))
    is_role = all(_words().role.fullmatch(word) or _words().beat.fullmatch(word) for word in byline.split())
    return not is_role or _is_source(byline)


def opens_byline(text: str) -> bool:
    """Say whether a line is labelled as saying who wrote, made or sent something.

    >>> opens_byline("Source: Harbour Post"), opens_byline("By the sea")
    (True, False)
    """
    opening = _words().lead.match(text)
    return opening is not None and opening[0].rstrip().endswith((":", "："))


def is_signature(text: str) -> bool:
    """Say whether what stands behind a time names somebody: it opens as a byline, or holds nothing but whole names.

    >>> is_signature("by marlon"), is_signature("Ana Ruiz and Tom Field"), is_signature("Harbour & Coast")
    (False, True, False)
    """
    authors = read_authors(text)
    whole = all(" " in name or name >= "\u2e80" for name in authors)
    return bool(authors) and (whole or _words().lead.match(text) is not None)


def is_plain_name(text: str) -> bool:
    """Say whether a text is one person's name and no more, or opens as a byline and names somebody.

    >>> is_plain_name("Ana Ruiz"), is_plain_name("North Korea"), is_plain_name("World"), is_plain_name("By Ana")
    (True, False, False, True)
    """
    authors = read_authors(text)
    opening = _words().lead.match(text)
    if opening or not authors:
        return bool(opening and authors)
    words = text.split()
    is_name = authors == (text,) and 2 <= len(words) <= _MOST_WORDS and not _is_source(text)
    return is_name and not any(is_city(place) or is_country(place) for place in (text, *words[1:]))


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
    text = part_byline(_ADDRESS_RE.sub(" ", text), _is_seam)
    text = _words().picture.sub(_without_picture, text)
    aside = "" if text.strip()[:1] in "([（【" else ", ".join(_BRACKETED_RE.findall(text))
    text = _DATE_RE.sub(" ", _BRACKETED_RE.sub(" ", text) if aside else text)
    people, agencies = _names_in(text)
    if agencies and not people:
        people = {name: None for name in _names_in(aside)[0] if " " in name and not is_city(name)}
    return tuple(people or agencies)


def _names_in(text: str) -> tuple[dict[str, None], dict[str, None]]:
    """Return the people and the agencies that a text names, each in their order."""
    people: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for section in _SECTION_RE.split(text):
        if not section or (section is not text and _is_button(section)):
            continue
        is_posted = False
        for raw in _SPLIT_RE.split(section):
            part = _part_of(raw)
            if part is None:
                break
            if not part or (is_posted and " " not in part):
                continue  # "Corresponsal en Atenas"
            if _is_source(part):
                agencies[part] = None
                continue
            name = _once(_trimmed(_without_agency(_trimmed(_without_role(part)))))
            is_posted = not name
            if name and _is_name(name) and not ((people or agencies) and is_city(name)):
                people[name] = None
    return people, agencies


def _part_of(raw: str) -> str | None:
    """Return what a part of a byline says without the words that open it and where its bearer is.

    None where something else is listed: ``Topics: Harbour``.
    """
    opening = _words().lead.match(raw)
    part = _trimmed(raw[opening.end() :] if opening else raw)
    label, colon, rest = part.replace("：", ":").partition(":")
    if colon:
        if rest and _words().role.fullmatch(rest.split()[0]):  # "Ana Ruiz: Reporter"
            part = label
        elif rest and (_is_source(label) or _words().role.fullmatch(label)):
            part = _trimmed(rest)
        else:
            return None
    elsewhere = _ELSEWHERE_RE.search(part)
    return part[: elsewhere.start()] if elsewhere else part


def _trimmed(part: str) -> str:
    """Return a part without signs at its ends; the full stop of an initial stays."""
    bare = part.strip(_TRIM)
    dotted = part.strip(_TRIM.replace(".", ""))
    return bare + "." if _INITIAL_RE.search(dotted) and dotted.endswith(bare + ".") else bare


def _once(name: str) -> str:
    """Return a name once that is printed twice, as its link and as the text of its portrait."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half > 1 and words[:half] == words[half:] else name


def _is_seam(word: str) -> bool:
    return word in _words().seams or _words().role.fullmatch(word) is not None


def _is_button(text: str) -> bool:
    """Say whether a part between signs is nothing but a link: ``Leave a comment``."""
    from newsparse.roles.markers import whole_line  # a vocabulary that most bylines do not need

    return not _BUTTONS.isdisjoint((whole_line(text) or "").split("+"))


def _without_picture(credit: re.Match[str]) -> str:
    """Return nothing for who made the pictures, unless it is said of who wrote as well."""
    return f", {credit['rest']}" if credit["also"] else " "
