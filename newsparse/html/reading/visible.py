"""Visible text: HTML fragment in, the text that a reader sees out.

This is the measure that every span of a page is held to, so it knows nothing of the reader's tree: one scanner over
tags, comments and hidden elements, right wherever the fragment starts or ends.
"""

import functools
import html
import re

from newsparse.html.reading.markup import ATTRIBUTES, COMMENT, DECLARATION, NAME, REFERENCE, breaks, hidden
from newsparse.lazy import pattern
from newsparse.span import trim

_REFERENCE_RE = pattern(REFERENCE)
_KEPT, _LONGEST_KEPT = 4096, 40


@functools.cache
def markup_re() -> re.Pattern[str]:
    """Return the pattern of whatever in a source is not text: tags, comments, hidden elements with their content."""
    tag = rf"/?(?P<name>{NAME}){ATTRIBUTES}(?:>|\Z)"
    return pattern(rf"<(?:{hidden('hidden')}|{tag}|{COMMENT}|{DECLARATION})")


class _References(dict[str, str]):
    """What character references stand for; worked out once each, since a text in one script is made of few."""

    def __missing__(self, reference: str) -> str:
        try:
            text = html.unescape(reference)
        except ValueError:  # a number too long for the interpreter's own limit is as bad as any other bad one
            text = "\ufffd"
        if len(reference) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[reference] = text
        return text


_REFERENCES = _References()


def decode(text: str) -> str:
    """Return text with its character references decoded."""
    return _REFERENCE_RE.sub(lambda reference: _REFERENCES[reference[0]], text) if "&" in text else text


def visible_text(fragment: str) -> str:
    """Return what a reader sees of an HTML fragment, white space folded and trimmed.

    Comments and hidden elements vanish; a tag that starts or ends a block or a line counts as a space, every other
    tag as nothing. The fragment must not start or end inside a tag.
    """
    text = folded(_strip(fragment) if "<" in fragment else decode(fragment))
    start, end = trim(text, 0, len(text))
    return text[start:end]


def folded(text: str) -> str:
    """Return a text with its white space folded; at its edges a blank may be left."""
    if text.isprintable() and "  " not in text:  # of all white space only a blank is printable
        return text
    return " ".join(text.split())


def _strip(fragment: str) -> str:
    pieces = markup_re().split(fragment)  # text, name of a hidden element, name of a tag, text …
    if "&" in fragment:
        pieces[::3] = map(decode, pieces[::3])  # piece by piece: references do not join over tags
    parts = pieces[:1]
    for name, text in zip(pieces[2::3], pieces[3::3], strict=True):
        parts.append(" " if name and breaks(name.lower()) else "")
        parts.append(text)
    return "".join(parts)
