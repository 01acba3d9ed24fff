"""One story has one headline: the states of a page in, the same states out with one headline and its repeats.

A second line that the model takes for the headline, and that does not repeat the first, is what stands under a
headline: the standfirst.
"""

from collections.abc import Sequence

KEY = 40
"""Letters by which two printings of a headline are compared; one may go on with the site's name."""


def _key(text: str) -> str:
    return "".join([char for char in text[: 3 * KEY].lower() if char.isalnum()])


def _same(one: str, two: str) -> bool:
    """Say whether two keys are printings of one headline: one begins, or for the most part holds, the other."""
    short, long = sorted((one, two), key=len)
    return bool(short) and (long.startswith(short[:KEY]) or short in long)


def one_headline(texts: Sequence[str], states: Sequence[str]) -> list[str]:
    """Return the states with every headline that does not repeat the first one made a standfirst."""
    printings = [at for at, state in enumerate(states) if state == "headline"]
    kept = list(states)
    if len(printings) > 1:
        first = _key(texts[printings[0]])
        for at in printings[1:]:
            if not _same(first, _key(texts[at])):
                kept[at] = "standfirst"
    return kept
