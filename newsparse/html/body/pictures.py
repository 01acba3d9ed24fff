"""Pictures: a line of a body in; whether it is a picture's caption or credit out.

Where no element is made for captions, they stand as paragraphs between the others. Those that name the picture can be
told: ``Photo: NAME`` alone, or in brackets at the end of the line.
"""

import functools
import re

from newsparse.package_data import read_lists

_LONGEST, _LONGEST_NAME = 300, 80


def is_of_picture(text: str) -> bool:
    """Tell whether a line is the caption of a picture or names who made it.

    >>> is_of_picture("(Photo: Ilse Marant)"), is_of_picture("Ann at sea. (Photo: I. Marant)"), is_of_picture("Photos")
    (True, True, False)
    """
    return len(text) <= _LONGEST and bool(_pattern().match(text))


@functools.cache
def _pattern() -> re.Pattern[str]:
    lists = read_lists(__file__, "credit_words.txt")
    word, of = ("|".join(sorted(map(re.escape, words.split(", ")), key=len, reverse=True)) for _, words in lists)
    named = rf"(?:{word})\s?[:：©/]\s?[^()\[\]:]"
    return re.compile(
        rf"[(\[]?(?:{named}|(?:{of})\s\S.{{0,{_LONGEST_NAME}}}(?<![.!?])\Z)"
        rf"|[^()\[\]]+[(\[]{named}{{1,{_LONGEST_NAME}}}[)\]]\W*\Z",
        re.IGNORECASE,
    )
