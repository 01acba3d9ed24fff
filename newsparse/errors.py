"""Errors: what can go wrong with an input, a layout or an output, each said in one line."""

from typing import Literal

ErrorKind = Literal[
    "missing",
    "unreadable",
    "not-a-file",
    "empty",
    "binary",
    "feed",
    "damaged",
    "too-large",
    "timeout",
    "crashed",
    "encoding",
    "layout",
    "no-inputs",
    "extra",
    "output",
    "internal",
]
"""The closed list of reasons why an input was not parsed or an output not written."""


class NewsparseError(Exception):
    """An input or an output that newsparse refuses, with what to try next."""

    def __init__(self, kind: ErrorKind, message: str, hint: str = "") -> None:
        """Keep the kind (from the closed list), what happened, and what the user can try."""
        super().__init__(f"{message}; {hint}" if hint else message)
        self.kind: ErrorKind = kind
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type["NewsparseError"], tuple[ErrorKind, str, str]]:
        """Let a worker hand the error to its parent as what it says."""
        return NewsparseError, (self.kind, self.message, self.hint)
