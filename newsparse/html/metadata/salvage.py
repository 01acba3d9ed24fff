"""Salvage: the text of a JSON-LD script that is no JSON in; what can still be read of its article out.

Scripts are cut off, forget to escape quotes or to part values. A few keys are looked for where they stand; a value
with a bare quote in it ends there, and is dropped, for nobody can tell what it was.
"""

import re
from typing import Any

from newsparse.html.reading.json_strings import spelled_out
from newsparse.lazy import pattern

_TYPE_RE = pattern(r'"@type"\s*+:\s*+(?:\[\s*+)?"(\w*?(?:Article|Posting|Report))"')
_VALUE_RE = pattern(
    r'"(headline|alternativeHeadline|description|datePublished|dateModified|dateCreated|articleSection|keywords|url)"'
    r'\s*+:\s*+"((?:[^"\\]|\\.)*+)"\s*+(?=[,}\]"]|\Z)',
    re.DOTALL,
)
_AUTHOR_RE = pattern(r'"author"\s*+:\s*+(?:"((?:[^"\\]|\\.)*+)"|[\[{])', re.DOTALL)
_NAME_RE = pattern(r'"name"\s*+:\s*+"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_END_RE = pattern(r'"(?:publisher|date\w+|image|mainEntity\w*|headline|articleBody|description|isPartOf|url)"\s*+:')
_LONGEST = 2000


def salvage(text: str) -> dict[str, Any]:
    """Return what a broken script says of an article; nothing when it speaks of none."""
    kind = _TYPE_RE.search(text)
    if not kind:
        return {}
    node: dict[str, Any] = {"@type": kind[1]}
    for match in _VALUE_RE.finditer(text):
        node.setdefault(match[1], _decoded(match[2]))
    author = _AUTHOR_RE.search(text)
    if author and author[1] is not None:
        node["author"] = _decoded(author[1])
    elif author:
        end = _END_RE.search(text, author.end(), author.end() + _LONGEST)
        names = _NAME_RE.findall(text, author.end(), end.start() if end else author.end() + _LONGEST)
        node["author"] = [_decoded(name) for name in names]
    return {key: value for key, value in node.items() if value}


def _decoded(raw: str) -> str:
    value = spelled_out(raw)
    return re.sub(r"\\(.)", r"\1", raw) if value is None else value
