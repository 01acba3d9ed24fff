"""Front matter: the lines of a text in; what a block between two fences at its top states, out."""

from collections.abc import Sequence

from newsparse.lazy import pattern
from newsparse.markup.headers.entries import REACH, Entry, label_of

_FENCES = frozenset(["---", "+++"])
_KEY_RE = pattern(r"(?P<key>[\w][\w .-]{0,40}):(?P<value>(?:\s.*)?)")
_ENTRY_RE = pattern(r"-\s+(?=\S)")


def fenced(texts: Sequence[str]) -> list[Entry]:
    """Return the lines of front matter, fences included; those of an unknown key say nothing of the story.

    >>> [entry.field for entry in fenced(["---", "title: Ferry", "tags:", "- harbour", "layout: post", "---"])]
    ['fence', 'headline', 'tags', 'tags', 'other', 'fence']
    """
    if not texts or texts[0] not in _FENCES or texts[0] not in texts[1:REACH]:
        return []
    last = texts.index(texts[0], 1)
    entries = [Entry("fence", 0, 0)]
    for at, text in enumerate(texts[1:last], 1):
        key, item = _KEY_RE.fullmatch(text), _ENTRY_RE.match(text)
        if item and at > 1:
            entries.append(Entry(entries[-1].field, at, item.end()))
        elif key:
            known = label_of(text)
            entries.append(Entry(known[0] if known else "other", at, len(text) - len(key["value"].lstrip())))
        else:
            return []
    return [*entries, Entry("fence", last, 0)] if last > 1 else []
