"""What a page tells of its story: its metadata in; whether a text repeats or names any of it out."""

from urllib.parse import urlsplit

import msgspec

from newsparse.document import Fields, said_in

_SHORTEST_NAME, _SHORTEST, _SECOND_LEVEL = 3, 30, 3
_LONGEST_NAME, _LONGEST, _MOST_AUTHORS = 100, 2000, 20
"""More than that is not looked for: every text of a page is searched for it."""


class Told(msgspec.Struct, frozen=True, gc=False):
    """What metadata tell; names in lower case."""

    headline: str
    standfirst: str
    authors: tuple[str, ...]
    site: tuple[str, ...]
    """What the site calls itself, and what its host is called."""
    is_news: bool
    """Whether the page calls itself a news article."""
    article_body: str
    """The text that the page declares to be its article's, markup and all; empty where it declares none."""

    def names_author(self, text: str) -> bool:
        """Tell whether a text in lower case names an author: a box on the author does, and a note on an interest."""
        return any(map(text.__contains__, self.authors))

    def names_site(self, text: str) -> bool:
        """Tell whether a text in lower case names the site: what it says of itself is seldom of the story."""
        return any(map(text.__contains__, self.site))

    def is_standfirst(self, text: str) -> bool:
        """Tell whether a text in lower case is the standfirst, or much of it."""
        told = self.standfirst
        return bool(told) and (text == told or (len(text) > _SHORTEST and (text in told or told in text)))


def told_of(fields: Fields, *, is_news: bool = False, article_body: str = "") -> Told:
    """Keep of the lead's fields what can be recognised in a text."""
    standfirst, authors = said_in(fields, "standfirst"), fields["authors"][0] if "authors" in fields else ()
    called = said_in(fields, "site"), _called(said_in(fields, "url"))
    names = [name.lower() for name in called if _SHORTEST_NAME <= len(name) <= _LONGEST_NAME]
    return Told(
        headline=said_in(fields, "headline").lower(),
        standfirst=standfirst.lower() if _SHORTEST < len(standfirst) <= _LONGEST else "",
        authors=tuple(
            [name.lower() for name in authors if _SHORTEST_NAME < len(name) <= _LONGEST_NAME][:_MOST_AUTHORS]
        ),
        site=tuple(dict.fromkeys(names)),
        is_news=is_news,
        article_body=article_body,
    )


def _called(url: str) -> str:
    """Return the part of an address's host that names the site."""
    try:
        parts = (urlsplit(url).hostname or "").split(".")[:-1]
    except ValueError:
        return ""
    if len(parts) > 1 and len(parts[-1]) <= _SECOND_LEVEL and parts[-2] != "www":
        parts.pop()
    return parts[-1] if parts else ""
