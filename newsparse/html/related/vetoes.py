"""Vetoes: a line of a group of headlines in; what shows that it leads to no story, or to several, out."""

import functools
import re
from collections.abc import Iterable

from newsparse.html.body.flags import mask
from newsparse.html.body.outline import Outline
from newsparse.html.page import HtmlPage
from newsparse.html.related.addresses import read_address
from newsparse.html.related.group_rows import NUMBERS, Row, address_of_page
from newsparse.html.related.parts import is_time
from newsparse.package_data import read_lists

_SERVICE = NUMBERS.index("service")
_LABELS, _LABEL, _STORY, _REACH = 3, 32, 16, 4000
_PAID_RE = re.compile(
    r"\W*+(?:sponsored|promoted|advertorial|paid|branded|partner)"
    r"(?:\s(?:content|posts?|stories|story|articles?|links|results|news|by\s.*))?\W*+",
    re.IGNORECASE,
)
_PAID_START_RE = re.compile(
    r"\W*+(?:sponsored|promoted|advertorial|advertisement|anzeige|werbung|reklame?|publicidad|publicité|реклама)\s?:",
    re.IGNORECASE,
)
_SPONSORED_RE = re.compile(r"""\brel=["'][^"']*\bsponsored\b""", re.IGNORECASE)
_LINK_RE = re.compile(r"""<a\s[^>]*?\bhref=["']?([^"'\s>]*)[^>]*>([^<]*)""", re.IGNORECASE)
_SENT_RE = re.compile(r"[?&](?:share|replytocom|print)=|[?&]action=(?:print|share|email)")
_REMARK_RE = re.compile(r"#comment[_-]?\d+\Z")
_PING_RE = re.compile(r"\b(?:pingback|trackback)")
"""What a theme calls the notice that another site has linked to a story."""
_LEVELS, _PAID_LIST = 6, 24
_PRICE_RE = re.compile(
    r"(?:(?:from|ab|only|nur|jetzt)\s)?(?:(?:[€$£¥]|EUR|USD|CHF|GBP)\s?\d[\d.,]*+(?:--|-)?|\d[\d.,]*+(?:--|-)?\s?(?:[€$£¥]|EUR|USD|CHF|GBP))\*?",
    re.IGNORECASE,
)
_OFFER_RE = re.compile(
    r"//(?:[\w-]+\.)*amazon\.[a-z.]{2,6}/(?:.*/)?(?:dp|gp/product|exec/obidos)/|[?&]creativeASIN|%26creativeASIN"
)
"""A price and nothing else, and the address of what a shop sells."""
_FRONT_RE = re.compile(r"https?://[^/?#]+/?")
_FILES = frozenset(["jpg", "jpeg", "png", "gif", "webp", "svg", "mp3", "mp4", "m4a", "zip", "ics"])
_ENDING, _DOMAIN, _SUFFIX = 5, -2, 4
"""Characters of a file's kind at most, the parts of a host that name its site, what a service's name may end in."""
_RIGHTS_RE = re.compile(r"\W*(?:©|\(c\)|copyright)\W*(?:copyright|(?:19|20)\d\d|©)", re.IGNORECASE)
_JOB_RE = re.compile(r"\((?:[mwfdxhi]\s?[/|,*]\s?){1,3}[mwfdxhi]\)", re.IGNORECASE)
"""Who may apply, as offers of jobs must say in some countries: ``(m/f/d)``."""


def is_barred(page: HtmlPage, outline: Outline, line: int, leads_to: str, row: Row) -> bool:
    """Tell whether a line leads to no page, to a service among stories, to what somebody paid for, or to several."""
    address = read_address(leads_to)
    if address is None or (address.is_service and row.numbers[_SERVICE] <= 0.5):
        return True
    if _services_of(leads_to) - _services_of(address_of_page(page)):
        return True
    if _is_no_story(leads_to) or _is_no_headline(outline.texts[line]) or _leads_to_itself(page, leads_to):
        return True
    if _is_sold(outline, line, leads_to):
        return True
    return _is_paid(page, outline, line) or _leads_to_several(page, line) or _is_remark(page, outline, line)


@functools.lru_cache(maxsize=4096)
def _services_of(address: str) -> frozenset[str]:
    """Return the services of its site that an address names."""
    of_hosts, of_any = _service_words()
    scheme, mark, rest = address.lower().partition("?")[0].partition("//")
    host, *path = (rest if mark else scheme).split("/")
    names = [part[: part.find("-")] if part[-_SUFFIX:].find("-") > 0 else part for part in path[:-1]]
    hosts = host.split(".")[:_DOMAIN] if mark else []
    return of_hosts.intersection(hosts) | of_any.intersection(hosts + names)


@functools.cache
def _service_words() -> tuple[frozenset[str], frozenset[str]]:
    """Read the names of services: those of hosts, and those of hosts and of parts of a path."""
    kinds = {kind: frozenset(words.split()) for kind, words in read_lists(__file__, "service_words.txt")}
    return kinds["host"], kinds["any"]


def _is_remark(page: HtmlPage, outline: Outline, line: int) -> bool:
    """Tell whether a line leads to what one reader has said below a story, or to a site that has linked to it."""
    link = page.links.get(line)
    if link is not None and "#c" in link[0] and _REMARK_RE.search(link[0]):
        return True
    tree, element = page.tree, outline.hosts[line]
    if not outline.above[element] & mask("comment"):
        return False
    for _ in range(_LEVELS):
        if _PING_RE.search(tree.source, *tree.attributes[element]):
            return True
        element = tree.parents[element]
    return False


def _is_no_story(leads_to: str) -> bool:
    """Tell whether an address is of a button, of a front page, or of a file that holds no text."""
    path, mark, _ = leads_to.partition("?")
    if mark and _SENT_RE.search(leads_to):
        return True
    return path[-_ENDING:].rpartition(".")[2].lower() in _FILES or (not mark and _FRONT_RE.fullmatch(path) is not None)


def _is_no_headline(text: str) -> bool:
    """Tell whether a text is an address, a day, a notice of rights or an offer of work."""
    if text.startswith(("http:", "https:", "www.")) or is_time(text) or _RIGHTS_RE.match(text):
        return True
    return "/" in text and _JOB_RE.search(text) is not None


def _leads_to_itself(page: HtmlPage, leads_to: str) -> bool:
    """Tell whether an address differs from that of the page in its query only, and names a story without it."""
    own = address_of_page(page)
    if "?" not in leads_to or "?" in own or leads_to.partition("?")[0].rstrip("/") != own.rstrip("/"):
        return False
    address = read_address(own)
    return address is not None and address.is_story


def labels_among(leading: Iterable[tuple[str, str]]) -> set[str]:
    """Return the texts that lead to three addresses or more: they name no story."""
    told: dict[str, set[str]] = {}
    for text, address in leading:
        told.setdefault(text, set()).add(address.partition("?")[0])
    return {text for text, addresses in told.items() if len(addresses) >= _LABELS}


def _is_paid(page: HtmlPage, outline: Outline, line: int) -> bool:
    """Tell whether the link, the heading over it or the label beside it says that somebody paid for it."""
    tree, link = page.tree, page.tree.blocks[line].link
    if link >= 0:
        start, end = tree.attributes[link]
        if tree.source.find("sponsored", start, end) >= 0 and _SPONSORED_RE.search(tree.source, start, end):
            return True
    if _PAID_START_RE.match(outline.texts[line]):
        return True
    for other in range(line - 1, max(-1, line - 3), -1):
        if len(outline.texts[other]) >= _LABEL:
            break
        if tree.blocks[other].link < 0 and _PAID_RE.fullmatch(outline.texts[other]):
            return True
    return _is_in_paid_list(outline, line)


def _is_in_paid_list(outline: Outline, line: int) -> bool:
    """Tell whether the heading over a list of links, which is around all of it, says that somebody paid for them."""
    tree, first = outline.tree, line
    while first > 0 and line - first < _PAID_LIST and outline.clusters[first - 1] == outline.clusters[line]:
        first -= 1
    if first in (0, line) or tree.blocks[first - 1].link >= 0:
        return False
    around = tree.parents[outline.hosts[first - 1]]
    return line < tree.last[around] and _PAID_RE.fullmatch(outline.texts[first - 1]) is not None


def _is_sold(outline: Outline, line: int, leads_to: str) -> bool:
    """Tell whether a line names what is for sale: its price stands alone behind it, or its address is an offer's."""
    if _OFFER_RE.search(leads_to):
        return True
    behind = outline.texts[line + 1] if line + 1 < len(outline.texts) else ""
    return len(behind) < _LABEL and _PRICE_RE.fullmatch(behind) is not None


def _leads_to_several(page: HtmlPage, line: int) -> bool:
    """Tell whether a line holds the headlines of two stories."""
    tree, block = page.tree, page.tree.blocks[line]
    if block.link < 0 or tree.source.find("<a", block.start, block.end) < 0:
        return False
    start = tree.attributes[block.link][0] - len("<a")
    links = _LINK_RE.findall(tree.source, start, min(block.end, start + _REACH))
    return len({address for address, text in links if len(text.strip()) >= _STORY}) > 1
