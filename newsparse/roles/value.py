"""The value inside a line: a related item without the words that announce it, without brackets around the whole."""

from newsparse.labels import LineRole
from newsparse.roles.markers import Prefix, line_prefix

_SEPARATORS = ":：»›>–—-| \t\u00a0"
_ANNOUNCING = frozenset(["related", "inline"])
_QUOTES = "\"'“„«‘»"
LEAST_WORDS = 3
"""Spaces that a title has at least, for the words before it to announce it."""

_PAIRS = {"[": "]", "(": ")", "【": "】", "（": "）", "<": ">"}


def value_range(text: str, role: LineRole) -> tuple[int, int]:
    """Return where the value of a line begins and ends.

    >>> value_range("READ ALSO: Ferry runs aground", "related_item")
    (11, 29)
    >>> value_range("[Mehr zum Thema: Fähre läuft auf Grund]", "related_item")
    (17, 38)
    """
    if role != "related_item":
        return 0, len(text)
    start = announced(text) or run_on(text, line_prefix(text))
    end = len(text)
    if start and text[-1] == _PAIRS.get(text[0]):
        end -= 1
        while end > start and text[end - 1].isspace():
            end -= 1
    return (start, end) if start < end else (0, len(text))


def announced(text: str) -> int:
    """Return where the text goes on after an announcing phrase and a separator, 0 when there is none."""
    prefix = line_prefix(text)
    if not prefix or not _ANNOUNCING.intersection(prefix.classes.split("+")):
        return 0
    after = text[prefix.end : prefix.end + 12]
    rest = after.lstrip(_SEPARATORS)
    signs = after[: len(after) - len(rest)].strip()
    return prefix.end + len(after) - len(rest) if signs and rest else 0


def run_on(text: str, prefix: Prefix | None) -> int:
    """Return where a title begins that follows words like "read also" without any sign between, 0 when none does.

    >>> text = "Lire aussi Le port rouvre après la tempête"
    >>> run_on(text, line_prefix(text))
    11
    """
    if not prefix or "inline" not in prefix.classes.split("+"):
        return 0
    rest = text[prefix.end :]
    title = rest.lstrip()
    bare = title.lstrip(_QUOTES)
    words = " " in text[: prefix.end].strip() and len(title) < len(rest)
    return prefix.end + len(rest) - len(title) if words and bare[:1].isupper() and bare.count(" ") >= LEAST_WORDS else 0
