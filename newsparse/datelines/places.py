"""Names that decide whether a block is a dateline: places, agencies, and label words that are neither.

In: a word or name as printed. Out: yes or no. The lists are data files; the list of places is searched on disk order,
as bytes, so that nothing is built from its fifty thousand names.
"""

from functools import cache, lru_cache

from newsparse.lazy import pattern
from newsparse.package_data import read_data

_SITE_RE = pattern(r"[\w-]{2,30}(?:\.[a-z]{2,3})?\.(?:[a-z]{2}|com|net|org|info)")


_LONG_NAME = 8
_AROUND = 60
"""Bytes of the list in which the neighbours of a name are looked at."""


@cache
def _data(name: str) -> bytes:
    return read_data(__file__, "data", name)


@cache
def _words(name: str) -> frozenset[str]:
    lines = _data(name).decode().splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_city(name: str) -> bool:
    """Tell whether a name is a city of the gazetteer, whatever its case."""
    return _listed("cities.txt", name)


def is_country(name: str) -> bool:
    """Tell whether a name is a country, in one of the languages of the gazetteer."""
    return _listed("countries.txt", name)


def is_city_variant(name: str) -> bool:
    """Tell whether a name of several words is a city's but for one letter, as transcriptions differ: "Johor Baru"."""
    wanted = _folded(name)
    if " " not in name or len(wanted) < _LONG_NAME:
        return False
    names = _data("cities.txt")
    place = _place(names, wanted)[0]
    around = names[max(0, place - _AROUND) : place + _AROUND].split(b"\n")[1:-1]
    return any(_is_one_off(wanted, other) for other in around)


def _is_one_off(one: bytes, other: bytes) -> bool:
    """Tell whether one name has one letter more than the other."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) != len(shorter) + 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    return longer[same + 1 :] == shorter[same:]


def _folded(name: str) -> bytes:
    return " ".join(name.replace("’", "'").casefold().split()).encode()


@lru_cache(maxsize=4096)
def _listed(file: str, name: str) -> bool:
    return _place(_data(file), _folded(name))[1]


def _place(names: bytes, wanted: bytes) -> tuple[int, bool]:
    """Search a sorted list of lines by halves; return where the line is or would be, and whether it is there."""
    low, high = 0, len(names)
    while low < high:
        middle = (low + high) // 2
        start = names.rfind(b"\n", 0, middle) + 1
        end = names.find(b"\n", middle)
        line = names[start:end]
        if line == wanted:
            return start, True
        if line < wanted:
            low = end + 1
        else:
            high = start
    return low, False


@lru_cache(maxsize=4096)
def is_agency(name: str) -> bool:
    """Tell whether a name is that of a news agency or looks like one: "KOMPAS.com", "EUROPA PRESS"."""
    folded = name.casefold().strip()
    known = _words("agencies.txt")
    return (
        folded in known
        or folded.split("/")[0].split("-")[0].strip() in known
        or folded.endswith(("press", "wire", "news"))
        or _SITE_RE.fullmatch(folded) is not None
    )


def is_word(name: str) -> bool:
    """Tell whether a town's name is a common word or a person's name as well: "Police: two held"."""
    return name.casefold() in _words("words.txt")


def is_label(word: str) -> bool:
    """Tell whether a word labels texts ("UPDATE", "FILE", "Photos") and so names no place."""
    return word.casefold() in _words("labels.txt")
