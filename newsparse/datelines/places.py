"""Names that decide whether a block is a dateline: places, agencies, and label words that are neither.

In: a word or name as printed. Out: yes or no. The lists are data files; the list of places is searched on disk order,
as bytes, so that nothing is built from its fifty thousand names.
"""

from functools import cache, lru_cache

from newsparse.lazy import pattern
from newsparse.package_data import read_data

_SITE_RE = pattern(r"[\w-]{2,30}(?:\.[a-z]{2,3})?\.(?:[a-z]{2}|com|net|org|info)")


@cache
def _data(name: str) -> bytes:
    return read_data(__file__, "data", name)


@cache
def _words(name: str) -> frozenset[str]:
    lines = _data(name).decode().splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_city(name: str) -> bool:
    """Say whether a name is a city of the gazetteer, whatever its case."""
    return _listed("cities.txt", name)


def is_country(name: str) -> bool:
    """Say whether a name is a country, in one of the languages of the gazetteer."""
    return _listed("countries.txt", name)


@lru_cache(maxsize=4096)
def _listed(file: str, name: str) -> bool:
    """Search a sorted list of lines by halves."""
    wanted = " ".join(name.replace("’", "'").casefold().split()).encode()
    names = _data(file)
    low, high = 0, len(names)
    while low < high:
        middle = (low + high) // 2
        start = names.rfind(b"\n", 0, middle) + 1
        end = names.find(b"\n", middle)
        line = names[start:end]
        if line == wanted:
            return True
        if line < wanted:
            low = end + 1
        else:
            high = start
    return False


@lru_cache(maxsize=4096)
def is_agency(name: str) -> bool:
    """Say whether a name is that of a news agency or looks like one: "KOMPAS.com", "EUROPA PRESS"."""
    folded = name.casefold().strip()
    known = _words("agencies.txt")
    return (
        folded in known
        or folded.split("/")[0].split("-")[0].strip() in known
        or folded.endswith(("press", "wire", "news"))
        or _SITE_RE.fullmatch(folded) is not None
    )


def is_label(word: str) -> bool:
    """Say whether a word labels texts ("UPDATE", "FILE", "Photos") and so names no place."""
    return word.casefold() in _words("labels.txt")
