"""Strings of JSON in a script: what stands between two quotes in; what it spells out."""

import json

_DECODER = json.JSONDecoder(strict=False)
"""Scripts hold raw control characters in their strings."""


def spelled_out(raw: str) -> str | None:
    """Return what a stretch of a JSON string, its quotes left out, stands for; None when it is no JSON.

    >>> spelled_out(r"Ferry \\u2013 caf\\u00e9"), spelled_out(r"C:\\ports"), spelled_out("Ferry")
    ('Ferry – café', None, 'Ferry')
    """
    if "\\" not in raw:  # as nearly all are written
        return raw
    try:
        return str(_DECODER.decode(f'"{raw}"'))
    except ValueError:
        return None
