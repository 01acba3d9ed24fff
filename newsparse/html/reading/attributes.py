"""Attributes of a tag: their place in the source in, names and the places of their values out."""

from newsparse.html.reading.tree import Tree
from newsparse.html.reading.visible import decode
from newsparse.lazy import pattern
from newsparse.span import Span

_ATTRIBUTE_RE = pattern(r"""([^\s"'>/=][^\s"'>/=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?""")


def attribute_spans(source: str, place: Span) -> dict[str, Span]:
    """Return where each attribute's value stands; the first of two equal names counts, as in a browser."""
    found: dict[str, Span] = {}
    for match in _ATTRIBUTE_RE.finditer(source, *place):
        group = match.lastindex or 1
        span = match.span(group) if group > 1 else (match.end(), match.end())
        found.setdefault(match[1].lower(), span)
    return found


def value_at(source: str, span: Span) -> str:
    """Return an attribute's value, decoded, its outer white space removed."""
    return decode(source[span[0] : span[1]]).strip()


def attribute(tree: Tree, element: int, name: str) -> str:
    """Return one attribute of an element, or an empty string."""
    source, place = tree.source, tree.attributes[element]
    if name not in source[place[0] : place[1]].lower():
        return ""
    span = attribute_spans(source, place).get(name)
    return value_at(source, span) if span else ""
