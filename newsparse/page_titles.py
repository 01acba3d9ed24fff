"""Page titles: a headline as a page is called in; the same without the names of section and site behind it, out.

Tools that print a page's title as the first line print ``Ferry is back | Harbour | Coast Herald``. Only the other lines
of the page tell the name of a site from the second half of a headline.
"""

from collections.abc import Sequence
from functools import cached_property

from newsparse.lazy import pattern
from newsparse.letters import letters_of

_SIGN_RE = pattern(r"(?<!\s)\s*+(?:[|｜：]\s*+|:\s++|(?<=\s)[-–—•·«»]\s++)(?!\Z)")
_BARS = ("|", "｜")
_COLONS = (":", "：")
_SHORT, _EVEN, _LONG = 0.5, 1.0, 2.0
"""How long at most the names behind a colon, behind one that no headline has inside, and behind other signs but a bar
are to the headline: else the sign follows a kicker, or a heading repeats the first half of the headline."""
_LEAST = 12
"""Letters of a headline that is known by another line."""


class Said:
    """What the lines of a page say; looked up only where a headline has a sign inside."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    @cached_property
    def lines(self) -> frozenset[str]:
        """The lines as they are."""
        return frozenset(self._texts)

    @cached_property
    def letters(self) -> frozenset[str]:
        """What titles are compared by."""
        return frozenset(map(letters_of, self._texts))


def site_start(title: str, said: Said) -> int:
    """Return where a headline ends, if the names of section and site follow it.

    Another line says the headline alone; or the name behind a bar stands on a line of its own.

    >>> title = "Ferry is back after a week：Coast Herald"
    >>> title[: site_start(title, Said([title, "Ferry is back after a week", "Home"]))]
    'Ferry is back after a week'
    >>> title = "Ferry is back again | Harbour | Coast Herald"
    >>> title[: site_start(title, Said([title, "Harbour", "Coast Herald"]))]
    'Ferry is back again'
    """
    signs = list(_SIGN_RE.finditer(title))
    if not signs:
        return len(title)
    ends = {sign.start(): letters_of(title[: sign.start()]) for sign in signs}
    nexts = [*(sign.start() for sign in signs[1:]), len(title)]
    known = [
        sign.start()
        for sign, behind in zip(signs, nexts, strict=True)
        if len(ends[sign.start()]) >= _LEAST
        and ends[sign.start()] in said.letters
        and _is_name(sign[0], (behind - sign.end()) / sign.start())
    ]
    if known:
        return max(known)
    end = len(title)
    for sign in reversed(signs):
        name = title[sign.end() : end].strip()
        if sign[0].strip() not in _BARS or len(ends[sign.start()]) < _LEAST or name not in said.lines:
            break
        end = sign.start()
    return end


def _is_name(sign: str, share: float) -> bool:
    """Tell whether what stands behind a sign can be a name, by its length beside what stands before it."""
    bare = sign.strip()
    if bare in _COLONS:
        return share <= (_EVEN if bare == _COLONS[1] or sign[0].isspace() else _SHORT)
    return bare in _BARS or share <= _LONG
