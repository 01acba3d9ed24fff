"""JSON-LD: a script's content in, the node that describes the page's article out.

Broken JSON is common: raw control characters, comments, trailing commas. What still does not parse is skipped.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from newsparse.html.metadata.salvage import salvage
from newsparse.html.reading.visible import decode
from newsparse.span import Span

Node = dict[str, Any]

_WRAPPER_RE = re.compile(
    r"\A[\s\ufeff]*+(?:<!--|//\s*+<!\[CDATA\[|/\*\s*+<!\[CDATA\[\s*+\*/|<!\[CDATA\[)?"
    r"|(?:-->|(?://|/\*)?\s*+\]\]>\s*+(?:\*/)?)?[\s;]*+\Z"
)
_TRAILING_COMMA_RE = re.compile(r",(?=\s*+[}\]])")
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed", "breadcrumb")
_RANKS = {
    "newsarticle": 0, "article": 1, "blogposting": 2, "posting": 3, "report": 3, "review": 4, "recipe": 5,
    "videoobject": 6, "webpage": 7,
}  # fmt: skip
_MOST_NODES = 200
_MOST_STEPS = 10
_LEAST_TIME = 10**8
"""Numbers from here on may be times, in seconds or milliseconds."""
_DECODER = json.JSONDecoder(strict=False)


def load(source: str, place: Span) -> Any:
    """Return a script's JSON; of what cannot be repaired, what can still be read of its article."""
    text = source[place[0] : place[1]]
    for repair in (_plain, _unwrapped, _uncommaed, decode):
        text = repair(text)
        try:
            return _DECODER.decode(text)
        except (ValueError, RecursionError):
            continue
    return _values(text) or salvage(text)


def _values(text: str) -> list[Any]:
    """Return the values of a script that holds several in a row."""
    at = 0
    found: list[Any] = []
    try:
        while at < len(text) and len(found) < _MOST_NODES:
            value, at = _DECODER.raw_decode(text, at)
            found.append(value)
            at += len(text[at:]) - len(text[at:].lstrip())
    except (ValueError, RecursionError):
        return []
    return found


def _plain(text: str) -> str:
    return text


def _unwrapped(text: str) -> str:
    return _WRAPPER_RE.sub("", text.replace("\xa0", " "))


def _uncommaed(text: str) -> str:
    return _TRAILING_COMMA_RE.sub("", text)


def nodes(value: Any) -> Iterator[Node]:
    """Walk the nodes that may describe the page itself: not those of lists of other stories."""
    waiting = [value]
    seen = 0
    while waiting and seen < _MOST_NODES:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting.extend(value[:_MOST_NODES])
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in _NESTED if isinstance(value.get(key), dict | list))


def rank(node: Node) -> int:
    """Return how surely a node is the article, 0 the surest; 9 when it is something else."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    best = 9
    for kind in kinds:
        if isinstance(kind, str):
            name = kind.lower().rpartition("/")[2]
            best = min([best, *(place for suffix, place in _RANKS.items() if name.endswith(suffix))])
    return best


def names(value: Any) -> list[str]:
    """Return the names in an author, publisher or keyword value, whatever its form."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list):
        return [name for part in value[:50] for name in names(part)]
    if isinstance(value, dict):
        given = " ".join(filter(None, (str(value.get(key) or "") for key in ("givenName", "familyName"))))
        return names(value.get("name") or value.get("alternateName") or value.get("@value") or given)
    return [str(value)] if isinstance(value, int) and value > _LEAST_TIME else []


def crumbs(node: Node) -> list[tuple[str, str]]:
    """Return the names and addresses of a breadcrumb trail's steps; nothing of any other node."""
    if "BreadcrumbList" not in str(node.get("@type")):
        return []
    steps = node.get("itemListElement")
    found = []
    for step in steps[:_MOST_STEPS] if isinstance(steps, list) else []:
        if isinstance(step, dict):
            item = step.get("item")
            said = names(step.get("name")) or (names(item) if isinstance(item, dict) else [])
            address = (item.get("@id") or item.get("url")) if isinstance(item, dict) else item
            found += [(name, address if isinstance(address, str) else "") for name in said[:1]]
    return found


def resolve(value: Any, known: dict[str, Node]) -> Any:
    """Return a value with the nodes that it only points at (``{"@id": …}``) in their place."""
    if isinstance(value, list):
        return [resolve(one, known) for one in value[:50]]
    if isinstance(value, dict) and not value.get("name"):
        return known.get(str(value.get("@id")), value)
    return value
