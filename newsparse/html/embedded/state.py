"""State: the JSON that a page's scripts start from in; the places of the strings that are the article's text out.

``__NEXT_DATA__`` and its like have no common form. The article is the strings of one kind of place in them that hold
the most prose, whatever the keys are called; keys that name something else are passed over.
"""

import functools
import json
import re
from collections.abc import Iterator
from typing import Any

from newsparse.html.reading.json_strings import spelled_out
from newsparse.html.reading.tree import Tree
from newsparse.html.reading.visible import visible_text
from newsparse.lazy import pattern
from newsparse.span import Span

_NAME = r"[\w.$\[\]\"']++"
_LIST = rf"{_NAME}\s*+=\s*+{_NAME}\s*+\|\|\s*+\[\]\s*+;\s*+"
_HANDED_RE = pattern(rf"\s*+(?:(?:(?:var|let|const)\s++)?{_NAME}\s*+=|(?:{_LIST})?{_NAME}(?<=\.push)\()\s*+(?=[{{\[])")
"""What stands before a script's JSON: a name that it is assigned to, or a list that it is pushed on."""
_STRING_RE = pattern(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_ASIDE_RE = pattern(
    r"desc|summar|excerpt|caption|alt|title|headline|dek|bio|copyright|credit|seo|teaser|standfirst|label|meta|legal|css"
    r"|style|script|disclaimer|consent|comment|about|message|tooltip|url|policy|notice|newsletter|ad(?:s|vert)?$",
    re.IGNORECASE,
)
_ELSEWHERE_RE = pattern(
    r"consent|cookie|privacy|gdpr|tcf|i18n|transl|locale|config|setting|footer|menu|navi|related|recommend|teaser|trending"
    r"|most_?-?(?:read|popular)|sidebar|comments",
    re.IGNORECASE,
)
_BLOCK_RE = pattern(r"<(?:p|br|div)\b")
_CODE_RE = pattern(r"[{};]\s*[{};]|=>|function\s?\(|\bvar\s")
_SHORTEST, _LEAST, _WORD = 40, 250, 12
_MOST_SCRIPTS, _MOST_VALUES, _LARGEST = 40, 200_000, 8_000_000

Path = tuple[str, ...]


class _Elsewhere:
    """The paths of keys that lead to something else than an article's text; each path and each key is judged once."""

    def __init__(self) -> None:
        self._known: dict[Path, bool] = {}
        self._aside = functools.cache(_ASIDE_RE.search)
        self._elsewhere = functools.cache(_ELSEWHERE_RE.search)

    def __contains__(self, path: Path) -> bool:
        if path not in self._known:
            self._known[path] = any(map(self._aside, path[-2:])) or any(map(self._elsewhere, path))
        return self._known[path]


def state_texts(tree: Tree) -> list[Span]:
    """Return the places of the strings that hold the article; none when no script holds one."""
    best: tuple[int, list[str], Span] = (_LEAST - 1, [], (0, 0))
    elsewhere = _Elsewhere()
    for hidden in tree.hidden[: 10 * _MOST_SCRIPTS]:
        size = hidden.content[1] - hidden.content[0]
        if hidden.name != "script" or not _LEAST < size < _LARGEST:
            continue
        attributes = tree.source[slice(*hidden.attributes)].lower()
        if "ld+json" in attributes or "src=" in attributes:
            continue
        total, texts = _most_prose(_state(tree.source, hidden.content, "json" in attributes), elsewhere)
        if total > best[0]:
            best = total, texts, hidden.content
    return _places(tree.source, best[2], best[1])


def _state(source: str, place: Span, is_json: bool) -> Any:
    """Return the value that a script is, assigns or pushes on a list; None when that is no JSON."""
    start = place[0]
    if not is_json:
        match = _HANDED_RE.match(source, *place)
        if not match:
            return None
        start = match.end()
    try:
        return json.JSONDecoder(strict=False).raw_decode(source[start : place[1]].lstrip())[0]
    except (ValueError, RecursionError):
        return None


def _most_prose(state: Any, elsewhere: _Elsewhere) -> tuple[int, list[str]]:
    """Return the strings of the kind of place that holds the most prose, and how much that is."""
    groups: dict[Path, list[str]] = {}
    for path, text in _strings(state):
        if len(text) >= _SHORTEST and path not in elsewhere and _is_prose(text):
            groups.setdefault(path, []).append(text)
    best: tuple[int, list[str]] = (0, [])
    for texts in groups.values():
        whole = next((text for text in texts if len(_BLOCK_RE.findall(text)) > 2), None)
        kept = [whole] if whole else list(dict.fromkeys(texts))  # one string is a whole article: the others are others
        total = sum(len(visible_text(text)) for text in kept)
        if total > best[0]:
            best = total, kept
    return best


def _strings(state: Any) -> Iterator[tuple[Path, str]]:
    """Yield the strings of a state in their order, each with the keys that lead to it."""
    waiting: list[tuple[Path, Any]] = [((), state)]
    seen = 0
    while waiting and seen < _MOST_VALUES:
        path, value = waiting.pop()
        seen += 1
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, list):
            waiting.extend((path, one) for one in reversed(value))
        elif isinstance(value, dict):
            waiting.extend(((*path, key), one) for key, one in reversed(value.items()))


def _is_prose(text: str) -> bool:
    """Tell whether a string reads like sentences, not like code, an address or a list of names."""
    if text.startswith(("http", "data:", "/", "{", "[")) or _CODE_RE.search(text[:2000]):
        return False
    shown = visible_text(text[:4000])
    if len(shown) < _SHORTEST or not any(end in shown for end in ".!?。！？।"):
        return False
    return shown.count(" ") * _WORD >= len(shown) or sum(letter > "\u2e80" for letter in shown) * 2 > len(shown)


def _places(source: str, place: Span, texts: list[str]) -> list[Span]:
    wanted = set(texts)
    found: list[Span] = []
    for match in _STRING_RE.finditer(source, *place):
        if not wanted:
            return found
        start, end = match.span(1)
        if end - start >= _SHORTEST and (text := spelled_out(match[1])) in wanted:
            wanted.discard(text)
            found.append((start, end))
    return found
