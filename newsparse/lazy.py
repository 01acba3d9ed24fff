"""Patterns that are compiled when they are first used: a dump needs few of them, and compiling all would cost more
than reading it."""

import re
import sys
from typing import cast

_FAULTY = sys.version_info < (3, 11, 5)
"""CPython up to 3.11.4 forgets where a group that is repeated without backtracking began; an atomic group does not."""

_QUANTIFIER_RE = re.compile(r"(?P<times>[*+?]|\{\d*,?\d*\})\+")
_TOKEN_RE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)


def with_atomic_groups(source: str) -> str:
    r"""Return a pattern with atomic groups for groups that are repeated without backtracking: it matches the same.

    >>> with_atomic_groups(r"[(]?(?:a|\))*+(b)+")
    '[(]?(?>(?:a|\\))*)(b)+'
    """
    parts: list[str] = []
    opened: list[int] = []
    position = 0
    while token := _TOKEN_RE.match(source, position):
        position = token.end()
        parts.append(token[0])
        if token[0] == "(":
            opened.append(len(parts) - 1)
        elif token[0] == ")":
            start = opened.pop()
            if quantifier := _QUANTIFIER_RE.match(source, position):
                parts[start] = "(?>" + parts[start]
                parts.append(quantifier["times"] + ")")
                position = quantifier.end()
    return "".join(parts)


class _LazyPattern:
    """Stands for a compiled pattern; becomes one, method by method, at the first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile, and keep the method asked for, so that the next use finds it at once."""
        if name.startswith("_"):
            raise AttributeError(name)
        source = with_atomic_groups(self._source) if _FAULTY else self._source
        value: object = getattr(re.compile(source, self._flags), name)
        self.__dict__[name] = value
        return value


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""Return a pattern like ``re.compile`` does, compiled at its first use.

    >>> pattern(r"\d+").findall("4 June 2024")
    ['4', '2024']
    """
    return cast("re.Pattern[str]", _LazyPattern(source, flags))
