"""Examples: pairs in, lines with a known answer out.

Glued lines; lines that must not be cut (a headline alone, a summary alone, both with a space between them); and, made
by rule, what real pairs hold too little of: hard joins (headline and summary of different pairs, one of them with
capitals, digits or quotes at the join; headline and summary of different data sets), names with a capital inside at the
join, and wire copy (agency, dateline or desk note before the summary).
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from foreign import foreign
from pairs import Pair

_MOST_ACROSS = 1000
"""Pairs of one language of one data set that are also set with a summary of another data set."""

WHOLE = 0
"""The answer of a line that must not be cut."""

_EASY_END_RE = re.compile(r"(?:^| )[^\W\d_](?:[^\W\d_](?<=[^A-ZА-Я]))*$")
_STOP_RE = re.compile(r"[,.](?= |$)")
_EASY_START_RE = re.compile(r"[^\W\d_](?:[^\W\d_](?<=[^A-ZА-Я]))+ ")
_AGENCIES = ("AP", "AFP", "Reuters", "UPI", "dpa", "PA", "Canadian Press", "SPACE.com", "TechPress", "Sports Network")
_SITES = ("SPACE.com", "USATODAY.com", "washingtonpost.com", "PC World", "CNN.com", "Newsday.com", "MacCentral")
_NOTES = (
    "Adds details", "adds quotes, background", "Recasts, adds comment", "Updates with share price", "refiles to fix typo",
    "Corrects spelling of name in paragraph 2", "corrects headline", "Refiles to add dropped word", "Adds byline",
    "Updates prices", "Repeats story first published on Friday", "removes extra word in lead",
)  # fmt: skip
_GIVEN = ("Anna", "David", "Maria", "John", "Lucy", "Peter", "Susan", "Tom", "Elena", "Mark", "Ahmed", "Wei")
_FAMILY = ("Harper", "Novak", "Reed", "Silva", "Okoye", "Chen", "Lindqvist", "Moreau", "Haddad", "Kaur", "Jansen")
_OPENINGS = (
    "{a} - ", "{a} - {c} - ", "{a} - ", "{c} ({a}) - ", "{c} -- ", "{c} ({a}) -- ",
    "({n}) ", "({n}){c}, ", "({n})", "({n})By {w} ", "({n})By {w}{c}, ",
)  # fmt: skip
_JAPANESE_SOURCES = (
    "共同通信", "時事通信", "毎日新聞", "朝日新聞", "読売新聞", "日本経済新聞", "産経ニュース", "NHKニュース", "ロイター",
    "AFP", "Bloomberg", "Yahoo!ニュース", "スポーツ報知", "東洋経済オンライン",
)  # fmt: skip
_SMALL_FIRST = ("i", "e", "i", "my", "go")
_SMALL_FIRST_SHARE = 0.5
_CITIES = (
    "LONDON", "PARIS", "NEW YORK", "WASHINGTON", "BEIJING", "TOKYO", "BERLIN", "ROME", "MOSCOW", "CAIRO", "BAGHDAD",
    "JERUSALEM", "SAN FRANCISCO", "LOS ANGELES", "CHICAGO", "BOSTON", "ATHENS, Greece", "DUBLIN, Ohio", "TORONTO",
    "SYDNEY, Australia", "KABUL, Afghanistan", "SEOUL, South Korea", "NEW DELHI", "NAIROBI, Kenya", "FRANKFURT",
)  # fmt: skip


class Example(NamedTuple):
    """A line, the place where it must be cut (0: nowhere), and how it was made."""

    text: str
    answer: int
    kind: str
    data_set: str
    language: str


def examples(pairs: Sequence[Pair], seed: int) -> list[Example]:
    """Return every pair glued, some of them as lines that must not be cut, and the lines made by rule."""
    choose = random.Random(seed)
    made = []
    names, common = _names(pairs), _common(pairs)
    for pair in pairs:
        made.append(_glued(pair, "glued"))
        draw = choose.random()
        if draw < 0.25:
            made.append(_whole(pair, pair.headline, "headline"))
        elif draw < 0.5:
            made.append(_whole(pair, pair.summary, "summary"))
        elif draw < 0.6:
            made.append(_whole(pair, f"{pair.headline} {pair.summary}", "spaced"))
        elif draw < 0.64 and pair.language == "en":
            made.append(_wire(pair, choose))
        elif draw < 0.70:
            made += _inner_capital(pair, names, choose)
        elif draw < 0.72:
            made += _quoted(pair, choose)
        elif draw < 0.78 and pair.language == "ja":
            made.append(_glued(pair._replace(headline=pair.headline + _tail(choose)), "tail"))
        elif draw < 0.76 and pair.language == "en":
            made += _foreign(pair, common, choose)
    return made + list(_crossed(pairs, choose)) + list(_across(pairs, choose))


def _glued(pair: Pair, kind: str) -> Example:
    return Example(pair.headline + pair.summary, len(pair.headline), kind, pair.data_set, pair.language)


def _whole(pair: Pair, text: str, kind: str) -> Example:
    return Example(text, WHOLE, kind, pair.data_set, pair.language)


def _wire(pair: Pair, choose: random.Random) -> Example:
    """Return a pair in the manner of the wire: ``Title (AP)AP - Text``, ``TitleCITY (AP) -- Text``."""
    agency, city = choose.choice(_AGENCIES), choose.choice(_CITIES)
    style = choose.randrange(len(_OPENINGS))
    if style in (0, 1):
        pair = pair._replace(headline=f"{pair.headline} ({agency})")
    if style == 2:
        agency = choose.choice(_SITES)
        pair = pair._replace(headline=f"{pair.headline} ({agency})")
    writer = f"{choose.choice(_GIVEN)} {choose.choice(_FAMILY)}"
    opening = _OPENINGS[style].format(a=agency, c=city, n=choose.choice(_NOTES), w=writer)
    return _glued(pair._replace(summary=opening + pair.summary), "wire")


def _names(pairs: Sequence[Pair]) -> list[str]:
    """Return words that are never written small: the second halves of names with a capital inside."""
    words = {word for pair in pairs for word in pair.summary.split()[1:] if word.isalpha()}
    return sorted(word for word in words if 2 < len(word) < 11 and word.istitle() and word.lower() not in words)


def _quoted(pair: Pair, choose: random.Random) -> list[Example]:
    """Return a pair whose summary opens with a quotation in single marks, and sometimes with a letter in brackets."""
    stop = _STOP_RE.search(pair.summary, 20)
    if not pair.summary[0].isupper() or "'" in pair.summary:
        return []
    first = f"[{pair.summary[0]}]" if choose.random() < 0.2 else pair.summary[0]
    rest = f"{pair.summary[1 : stop.end()]}'{pair.summary[stop.end() :]}" if stop else pair.summary[1:]
    return [_glued(pair._replace(summary=f"'{first}{rest}"), "quoted")]


def _tail(choose: random.Random) -> str:
    """Return the name of a source as Japanese headlines end with it."""
    source, portal = choose.choice(_JAPANESE_SOURCES), choose.choice(_JAPANESE_SOURCES)
    return choose.choice((" - {0}", "（{0}） - {1}", "（{0}）", " | {0}", "：{0}")).format(source, portal)


def _common(pairs: Sequence[Pair]) -> list[str]:
    """Return the commonest words of the English pairs."""
    words = Counter(word for pair in pairs if pair.language == "en" for word in pair.summary.split() if word.islower())
    return sorted(words, key=lambda word: (-words[word], word))[:1000]


def _foreign(pair: Pair, common: Sequence[str], choose: random.Random) -> list[Example]:
    """Return a pair in another script, glued, and sometimes one of its halves alone."""
    pair = foreign(pair, common, choose)
    draw = choose.random()
    whole = [_whole(pair, pair.headline, "foreign")] if draw < 0.25 else [_whole(pair, pair.summary, "foreign")]
    return [_glued(pair, "foreign"), *(whole if draw < 0.5 else [])]


def _inner_capital(pair: Pair, names: Sequence[str], choose: random.Random) -> list[Example]:
    """Return a pair with a name that has a capital inside at the join: ``HarbourPost¦The``, ``now¦HarbourPost``."""
    if not names or pair.headline.lower() == pair.headline.upper():
        return []
    first, second = choose.choice(names), choose.choice(names)
    last = pair.headline.split()[-1]
    style = choose.randrange(4)
    if style == 2 and (pair.language != "en" or choose.random() > _SMALL_FIRST_SHARE):
        return []  # elsewhere words end in such letters
    if style == 0 and last.istitle() and last.isalpha():
        return [_glued(pair._replace(headline=pair.headline[: -len(last)] + first + last), "name")]
    if style == 1:
        return [_glued(pair._replace(headline=f"{pair.headline} {choose.choice('—-|')} {first}{second}"), "name")]
    start = choose.choice(_SMALL_FIRST) if style == 2 else first
    rest = pair.summary.partition(" ")[2]
    if not rest[:1].islower():
        return []
    return [_glued(pair._replace(summary=f"{start}{second} {rest}"), "name")]


def _across(pairs: Sequence[Pair], choose: random.Random) -> Iterable[Example]:
    """Yield headlines of one data set with summaries of another in the same language."""
    groups: dict[str, dict[str, list[Pair]]] = {}
    for pair in pairs:
        groups.setdefault(pair.language, {}).setdefault(pair.data_set, []).append(pair)
    for sets in groups.values():
        for data_set, group in sets.items():
            others = [sets[other] for other in sets if other != data_set]
            for pair in group[: _MOST_ACROSS if others else 0]:
                yield _glued(pair._replace(summary=choose.choice(choose.choice(others)).summary), "across")


def _crossed(pairs: Sequence[Pair], choose: random.Random) -> Iterable[Example]:
    """Yield hard joins: one half of a pair whose words at the join are not plain, with the other half of another."""
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        groups.setdefault((pair.data_set, pair.language), []).append(pair)
    for group in groups.values():
        for pair in group:
            if pair.headline.lower() == pair.headline.upper() or choose.random() < 0.5:
                continue  # a script without case has no easy joins
            if not _EASY_START_RE.match(pair.summary):
                yield _glued(pair._replace(headline=choose.choice(group).headline), "crossed")
            if not _EASY_END_RE.search(pair.headline):
                yield _glued(pair._replace(summary=choose.choice(group).summary), "crossed")
