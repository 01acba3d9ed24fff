"""The text that a page declares to be its article's: that text and the odds of the page's blocks in; weighed odds out.

Pages do not always mean by ``articleBody`` what they show: some cut it off, some put a summary there, or another
story. So it decides no block by itself, and counts only where most of it stands on the page.
"""

from collections.abc import Sequence

from newsparse.html.reading.joined import joined
from newsparse.html.reading.visible import visible_text

WEIGHT = 0.8
"""Log-odds that a block gains by standing in the declared text, or loses: chosen on sites that were left out."""
_LEAST, _END = 200, 24


def weigh(texts: Sequence[str], blocks: Sequence[int], odds: Sequence[float], declared: str) -> Sequence[float]:
    """Return the odds of some blocks of a page, given the texts of all its blocks and the text that it declares."""
    if len(declared) < _LEAST:
        return odds
    whole = _letters(visible_text(visible_text(declared)))  # its own markup is often escaped once more
    letters = [_letters(texts[block]) for block in blocks]
    found = sum(len(one) for one in letters if len(one) > _END and one in whole)
    if found * 2 < len(whole):
        return odds
    return [odd + (WEIGHT if _stands(one, whole) else -WEIGHT) for odd, one in zip(odds, letters, strict=True)]


def _letters(text: str) -> str:
    return joined(text).replace("_", "").lower()


def _stands(letters: str, whole: str) -> bool:
    """Tell whether a text is in the declared one, or, as where a link was dropped, its beginning or its end is."""
    if len(letters) > 2 * _END:
        return letters[:_END] in whole or letters[-_END:] in whole
    return bool(letters) and letters in whole
