"""Joined words: a text in; its letters and figures with nothing between them out, as texts are compared."""

from newsparse.lazy import pattern

_SIGNS_RE = pattern(r"\W+")
_ASCII_SIGNS = bytes(code for code in range(128) if not (chr(code).isalnum() or chr(code) == "_"))


def joined(text: str) -> str:
    """Return the letters, the figures and the underscores of a text.

    Nearly all else is blanks and signs of ASCII, which bytes lose several times as fast as a pattern finds them.
    """
    kept = text.encode("utf-8", "surrogatepass").translate(None, _ASCII_SIGNS).decode("utf-8", "surrogatepass")
    return kept if kept.isalnum() else _SIGNS_RE.sub("", kept)
