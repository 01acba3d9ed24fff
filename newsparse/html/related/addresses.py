"""Addresses: an address in; what its form tells of the page that it leads to out."""

import functools
import re
from typing import NamedTuple

_PARTS_RE = re.compile(r"(?:(?:https?:)?//[^/?#]*|(?![a-z+]+:|#))([^?#]*)(\?[^#]*)?")
_NUMBER_RE = re.compile(r"\d{5}|/(?:19|20)\d\d[/-]?\d\d")
_QUERY_RE = re.compile(r"[?&][a-z_]*(?:id|no)=\w*\d{3}")
_SENT_RE = re.compile(r"[?&]show(?:topic|forum)=|[?&](?:amazon_)?tag=[\w-]*-2\d\b")
"""The address of a forum's thread, or one with the name of whom a sale is owed to."""
_DIGITS = b"0123456789"
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
_SIGNS = (
    "newsletter", "gutschein", "coupon", "voucher", "rabatt", "googleads", "gampad", "/privacy", "/terms-", "/terms/",
    "/about-us", "/about/", "/cookie", "/share/", "/share?", "/sharer",
)  # fmt: skip
_CLICKS = ("clicktrack", "click-track", "doubleclick", "adclick", "ad-click")
_SLUG_WORDS, _SLUG, _NAME, _ESCAPES = 3, 22, 24, 3
_LONGEST_ENDING, _LAST, _SCHEME = 5, -2, 4
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
    address = address.lower()
    match = _PARTS_RE.match(address)
    if not match or not address:
        return None
    path, query = match[1].rstrip("/"), match[2] or ""
    parts = path.split("/")
    last = parts[-1]
    ending = last[last.rfind(".") + 1 :] if "." in last else ""
    whole = (path + query).encode("utf-8", "replace")
    return Address(
        len(parts),
        last.count("-") + last.count("_"),
        len(whole) - len(whole.translate(None, _DIGITS)),
        ending if len(ending) <= _LONGEST_ENDING else "",
        _is_story(path, parts, query),
        _is_service(address, parts, query),
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
    name = parts[-1].partition(".")[0]
    if not _SERVICES.isdisjoint(parts) or not _LISTS.isdisjoint(parts[_LAST:]) or name in _SERVICES or name in _LISTS:
        return True
    if any([sign in address for sign in _SIGNS]) or "http" in address[_SCHEME:]:
        return True
    if "click" in address and any([sign in address for sign in _CLICKS]):
        return True
    return bool(query and _SENT_RE.search(query))
