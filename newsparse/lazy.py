"""Patterns that are compiled when they are first used: a dump needs few of them, and compiling all would cost more
than reading it."""

import re
from typing import cast


class _LazyPattern:
    """Stands for a compiled pattern; becomes one, method by method, at the first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile, and keep the method asked for, so that the next use finds it at once."""
        if name.startswith("_"):
            raise AttributeError(name)
        value: object = getattr(re.compile(self._source, self._flags), name)
        self.__dict__[name] = value
        return value


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""Return a pattern like ``re.compile`` does, compiled at its first use.

    >>> pattern(r"\d+").findall("4 June 2024")
    ['4', '2024']
    """
    return cast("re.Pattern[str]", _LazyPattern(source, flags))
