"""Addresses: an address in; what its form tells of the page that it leads to out."""

import functools
import re
from typing import NamedTuple

_PARTS_RE = re.compile(r"(?:(?:https?:)?//[^/?#]*|(?![a-z+]+:|#))([^?#]*)(\?[^#]*)?", re.IGNORECASE)
_NUMBER_RE = re.compile(r"\d{5}|/(?:19|20)\d\d[/-]?\d\d")
_QUERY_RE = re.compile(r"[?&][a-z_]*(?:id|no)=\w*\d{3}", re.IGNORECASE)
_SENT_RE = re.compile(
    r"[?&](?:u|url|text)=http|[?&]show(?:topic|forum)=|[?&](?:amazon_)?tag=[\w-]*-2\d\b", re.IGNORECASE
)
"""The address of a page to share, of a forum's thread, or with the name of whom a sale is owed to."""
_DIGITS = str.maketrans("", "", "0123456789")
_LISTS = frozenset(
    [
        "tag", "tags", "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "contributor",
        "contributors", "category", "categories", "categoria", "kategorie", "kategorien", "rubrik", "rubriken", "topic",
        "topics", "tema", "temas", "thema", "themen", "people", "profile", "profiles", "user", "users",
    ]
)  # fmt: skip
"""What stories are listed by: such a page's address ends with one of these, or with one and a name."""
_SERVICES = frozenset(
    [
        "search", "suche", "account", "login", "newsletter", "newsletters", "job", "jobs", "stellenmarkt", "impressum",
        "datenschutz", "contact", "kontakt", "shop", "abo", "help", "hilfe", "faq", "policies", "agb", "rss", "intent",
        "product", "products", "produkt", "produkte", "cart", "warenkorb", "checkout", "preisvergleich", "forum",
        "forums",
    ]
)  # fmt: skip
_SERVICE_STARTS = ("privacy", "terms", "about", "cookie", "share")
_PAID = (
    "newsletter", "gutschein", "coupon", "voucher", "rabatt", "http%3a", "https%3a", "sharer", "clicktrack",
    "click-track", "doubleclick", "adclick", "ad-click", "googleads", "gampad",
)  # fmt: skip
_SLUG_WORDS, _SLUG, _NAME, _ESCAPES = 3, 22, 24, 3
_LONGEST_ENDING, _LAST = 5, -2
_HYPHENS_APART, _DIGITS_APART = 3, 5


class Address(NamedTuple):
    """What an address looks like."""

    depth: int
    """The parts of its path."""
    hyphens: int
    """Hyphens and underscores in the last of them: words of a title, less one."""
    digits: int
    ending: str
    is_story: bool
    """Whether there is a long slug, a date or a number in it, as in a story's."""
    is_service: bool
    """Whether it names a section or a service of the site, a product or an advertiser."""


@functools.lru_cache(maxsize=4096)
def read_address(address: str) -> Address | None:
    """Read an address of the web; nothing else has a form."""
    match = _PARTS_RE.match(address)
    if not match or not address:
        return None
    path, query = match[1].rstrip("/"), match[2] or ""
    parts = path.split("/")
    last = parts[-1]
    ending = last[last.rfind(".") + 1 :] if "." in last else ""
    whole = path + query
    return Address(
        len(parts),
        last.count("-") + last.count("_"),
        len(whole) - len(whole.translate(_DIGITS)),
        ending if len(ending) <= _LONGEST_ENDING else "",
        _is_story(path, parts, query),
        _is_service(address.lower(), parts, query),
    )


def are_alike(one: Address, other: Address) -> bool:
    """Tell whether two addresses are built alike, as those of one site's stories are."""
    return (
        one.depth == other.depth
        and one.ending == other.ending
        and abs(one.hyphens - other.hyphens) <= _HYPHENS_APART
        and abs(one.digits - other.digits) <= _DIGITS_APART
    )


def _is_story(path: str, parts: list[str], query: str) -> bool:
    for part in parts:
        words = max(part.count("-"), part.count("_"))
        if words >= _SLUG_WORDS or (words == _SLUG_WORDS - 1 and len(part) >= _SLUG):
            return True
    if _NUMBER_RE.search(path + query) or not path.isascii() or path.count("%") >= _ESCAPES:
        return True
    return ("." in parts[-1] and len(parts[-1]) > _NAME) or bool(query and _QUERY_RE.search(query))


def _is_service(address: str, parts: list[str], query: str) -> bool:
    for place, part in enumerate(parts, -len(parts)):
        name = part.partition(".")[0].lower()
        if name in _SERVICES or name.startswith(_SERVICE_STARTS) or (place >= _LAST and name in _LISTS):
            return True
    return any([sign in address for sign in _PAID]) or bool(query and _SENT_RE.search(query))
