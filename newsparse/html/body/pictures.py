"""Pictures: a line of a body in; whether it is a picture's caption or credit out.

Where no element is made for captions, they stand as paragraphs between the others. Those that name the picture can be
told: ``Photo: NAME`` alone, or in brackets at the end of the line.
"""

import functools
import re

from newsparse.package_data import read_lists

_LONGEST, _LONGEST_NAME = 300, 80
_CLOCK_RE = re.compile(r"\b\d{1,2}:\d{2}\b")
_RIGHTS_RE = re.compile(
    r"©\s?[^\W\d](?!.*(?:\b(?:19|20)\d\d|\breserv|\brecht|\bderech|\bdroit|\bdiritt))", re.IGNORECASE
)


def is_of_picture(text: str) -> bool:
    """Tell whether a line is the caption of a picture or names who made it.

    >>> is_of_picture("(Photo: Ilse Marant)"), is_of_picture("Ann at sea. (Photo: I. Marant)"), is_of_picture("Photos")
    (True, True, False)
    """
    return len(text) <= _LONGEST and bool(_pattern().match(text))


def is_credited(text: str, *, beside_story: bool) -> bool:
    """Tell whether a line that is none of the story's text is a caption that ends in its credit, or a credit alone.

    Beside the story, and not at the page's end, ``© NAME`` and a name before an agency's are of a picture, too.

    >>> is_credited("Ann at sea. Photo: I. Marant", beside_story=False), is_credited("© I. Marant", beside_story=True)
    (True, True)
    """
    if len(text) > _LONGEST or _CLOCK_RE.search(text):
        return False
    if _ending().search(text):
        return True
    return beside_story and len(text) <= _LONGEST_NAME and bool(_RIGHTS_RE.match(text) or _sent().fullmatch(text))


@functools.cache
def _words(kind: str) -> str:
    """Return the words of a kind as a pattern, the longest first."""
    words = dict(read_lists(__file__, "credit_words.txt"))[kind].split(", ")
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@functools.cache
def _pattern() -> re.Pattern[str]:
    named = rf"(?:{_words('word')})\s?[:：©/]\s?[^()\[\]:]"
    return re.compile(
        rf"[(\[]?(?:{named}|(?:{_words('of')})\s\S.{{0,{_LONGEST_NAME}}}(?<![.!?])\Z)"
        rf"|[^()\[\]]+[(\[]{named}{{1,{_LONGEST_NAME}}}[)\]]\W*\Z",
        re.IGNORECASE,
    )


@functools.cache
def _ending() -> re.Pattern[str]:
    """Return the pattern of a credit at the end of a caption, behind a sign or a blank."""
    return re.compile(
        rf"(?<=[\s.!?”\"»)|/])(?:{_words('word')})\s?[:：©]\s?[^()\[\]:?!]{{2,{_LONGEST_NAME}}}\Z", re.IGNORECASE
    )


@functools.cache
def _sent() -> re.Pattern[str]:
    """Return the pattern of an agency, alone or behind a name."""
    agency = _words("agency")
    return re.compile(
        rf"[^.:?!]{{2,60}}?(?:\s?/\s?|\svia\s|,\s|\s\|\s)(?:{agency})(?:\s?/\s?(?:{agency}))?|[^\W\d_]{{3,12}}\s?(?:images|stock)",
        re.IGNORECASE,
    )
