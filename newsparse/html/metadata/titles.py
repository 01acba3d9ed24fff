"""Titles and the names of sites: what a page calls its site in; titles without that name out."""

import functools
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

from newsparse.html.reading.joined import joined

_CUT_RE = re.compile(
    r"\s++(?:[|–—·•»«›‹:>/~-]|::|--)(?:\s++|\Z)|\s?[|｜ㅣ│»›«]\s?|\s?(?:--|_)(?=[^\s\w]|[\u2e80-\uffff])|(?<=[\u2e80-\uffff])[-_](?=\S)"
)
_PREFIX_RE = re.compile(r":\s+")
_QUOTES = frozenset("«»")
_MOST_CUTS, _LONGEST = 20, 1000
_SHORTEST_HOST, _LONGER = 3, 12


@functools.lru_cache(maxsize=4096)
def same(text: str) -> str:
    """Return a form in which equal headlines are equal, whatever their dashes, quotes, case and spaces."""
    return joined(unicodedata.normalize("NFKC", text).casefold())


class Site:
    """What a site may be called: the names that it gives itself, and its host."""

    def __init__(self, names: Iterable[str], url: str) -> None:
        self._names = [key for key in map(same, names) if key]
        try:
            host = (urlsplit(url).hostname or "").removeprefix("www.")
        except ValueError:
            host = ""
        self._host = same(host)
        self._domain = same(host.rpartition(".")[0])

    def is_named(self, text: str) -> bool:
        """Tell whether a part of a title names the site, or nothing at all."""
        key = same(text)
        if not key:
            return True
        if any(key in name or (name in key and len(key) < len(name) + _LONGER) for name in self._names):
            return True
        if len(key) < _SHORTEST_HOST or not self._host:
            return False
        inside = len(self._domain) > _SHORTEST_HOST and self._domain in key
        return key in self._host or (inside and len(key) < len(self._domain) + _LONGER)

    def is_called(self, text: str) -> bool:
        """Tell whether a text is just a name of the site or its host, or the host with a little more."""
        key = same(text)
        return (
            key in self._names
            or key in (self._host, self._domain)
            or (bool(key) and key.startswith(self._host or key + key))
        )

    def without(self, title: str) -> str:
        """Cut the site's name from the end or the start of a title; one too long to be any stays as it is."""
        if len(title) > _LONGEST:
            return title
        for _ in range(_MOST_CUTS):
            cuts = _cuts(title)
            if cuts and title[: cuts[-1].start()].strip() and self.is_named(title[cuts[-1].end() :]):
                title = title[: cuts[-1].start()].rstrip()
            elif cuts and title[cuts[0].end() :].strip() and self.is_named(title[: cuts[0].start()]):
                title = title[cuts[0].end() :].lstrip()
            else:
                break
        prefix = _PREFIX_RE.search(title)
        if prefix and self.is_named(title[: prefix.start()]):
            return title[prefix.end() :]
        return title


def _cuts(title: str) -> list[re.Match[str]]:
    """Find the marks between the parts of a title; guillemets in pairs are quotation marks."""
    paired = title.count("«") == title.count("»")
    return [cut for cut in _CUT_RE.finditer(title) if not (paired and _QUOTES.intersection(cut[0]))]


def last_cut(title: str) -> tuple[int, int] | None:
    """Return where the mark before the last part of a title begins and ends; None for a title of one part."""
    cuts = _cuts(title)
    return cuts[-1].span() if cuts and cuts[-1].end() < len(title) else None


def longest_part(title: str) -> str:
    """Return the longest part of a title whose site is not known."""
    cuts = _cuts(title)
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(title)]
    return max((title[start:end] for start, end in zip(starts, ends, strict=True)), key=len)
