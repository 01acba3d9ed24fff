"""The terminal: text that is safe to show on it, and coloured JSON."""

import sys

from newsparse.lazy import pattern

_UNSAFE_RE = pattern("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_RAW_CONTROL_RE = pattern("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_TOKEN_RE = pattern(
    r'(?P<key>"(?:[^"\\]|\\.)*+"(?=:))|(?P<string>"(?:[^"\\]|\\.)*+")|(?P<word>\b(?:true|false|null)\b)'
)
_COLOURS = {"key": "\x1b[34m", "string": "\x1b[32m", "word": "\x1b[33m"}
_RESET = "\x1b[0m"


def printable(text: str) -> str:
    r"""Return a text in which control and direction characters are escaped: no file name can steer a terminal.

    >>> printable("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return _UNSAFE_RE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def safe_json(text: str) -> str:
    """Escape, as JSON does, the control characters that JSON may hold raw but a terminal would obey."""
    return _RAW_CONTROL_RE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def colour(text: str) -> str:
    """Colour the keys, strings and words of a JSON text."""
    return _TOKEN_RE.sub(lambda match: f"{_COLOURS[match.lastgroup or 'word']}{match[0]}{_RESET}", text)


def say(message: str) -> None:
    """Write one line to stderr, safe for a terminal; a closed stderr is no reason to stop."""
    try:
        sys.stderr.write(printable(message) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return
