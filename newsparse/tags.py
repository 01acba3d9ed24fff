"""Tags: the tag lines of a story in; what the story is filed under, and the lines that say so, out."""

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.document import Passage
from newsparse.lazy import pattern

_SEPARATOR_RE = pattern(r"\s*[,;|•·،；，、︱｜]\s*|\s+(?=#)|\s[:/]\s|\s{2,}")
_BULLET_RE = pattern(r"(?:[*+§◦‣▪–—-]\s+)?#?\s?")
_AROUND = " \t\n\u00a0\"'[]"
"""What stands around a tag in front matter."""
_BETWEEN = _AROUND + "\r-*+§◦‣▪•·,"
_LABEL_WORDS = 3
_MOST_WORDS = 6
"""Words of a tag; what has more and no separators is a sentence or a cloud of tags that cannot be told apart."""
_CLOSINGS = ("!", "?", "…", "...", "。", "！", "？")
"""What ends a sentence, or a line that is still at work, and no tag."""
_SENTENCE = 12
"""Characters without a space that are more than a word."""
_PERSON_RE = pattern(r"\S@\S|(?<!\S)@\w")
_GLUED_RE = pattern(r"(?<!\S)[A-Z][^\W\d_A-Z]{3,}[A-Z][^\W\d_A-Z]{2}")
"""A hashtag of several words: such a line lost its signs, and each of its words is a tag."""
_FEWEST_GLUED = 3


class TagLines(NamedTuple):
    """The tags of a story, the lines that they stand in one after the other, and the lines that name none."""

    tags: tuple[str, ...]
    lines: list[Passage]
    leftovers: list[Passage]


def read_tag_lines(passages: Sequence[Passage], source: str) -> TagLines:
    """Read the first run of tag lines; of a label alone (``Tags``, ``Filed under:``) nothing is read."""
    run: list[Passage] = []
    leftovers: list[Passage] = []
    for passage in passages:
        follows = not run or not source[run[-1].span[1] : passage.span[0]].strip(_BETWEEN)
        (run if follows and _names_topics(passage.text) else leftovers).append(passage)
    if len(run) == 1:
        return TagLines(read_tags(run[0].text, is_behind=run[0].start > 0), run, leftovers)
    tags = [tag for passage in run for tag in _parted(passage.text)]  # a line of its own for each tag: words stay
    return TagLines(tuple(dict.fromkeys(tags)), run, leftovers)


def read_tags(text: str, *, is_behind: bool = False) -> tuple[str, ...]:
    """Read a tag line: parted by commas or the like, or one-word hashtags with or without their hash.

    Hashtags that stand behind a sentence, on its line, are words without anything between them.

    >>> read_tags("Tags: harbour, North Coast"), read_tags("BridgeNews Harbour Storm"), read_tags("* North Coast")
    (('harbour', 'North Coast'), ('BridgeNews', 'Harbour', 'Storm'), ('North Coast',))
    """
    parts = _parted(text)
    if len(parts) == 1 and (is_behind or (parts[0] == text and _is_glued(text))):
        parts = parts[0].split()
    return tuple(dict.fromkeys(parts))


def _is_glued(text: str) -> bool:
    return _GLUED_RE.search(text) is not None and text.count(" ") >= _FEWEST_GLUED - 1


def _parted(text: str) -> list[str]:
    label, colon, rest = text.partition(":")
    is_label = colon and len(label.split()) <= _LABEL_WORDS and not label[-1:].isdigit()
    return [tag for part in _SEPARATOR_RE.split(rest if is_label else text) if (tag := _bare(part))]


def _bare(part: str) -> str:
    """Return a tag without bullets, hashes and quotes; nothing where it has no letter."""
    part = part.strip(_AROUND)
    bullet = _BULLET_RE.match(part)
    tag = part[bullet.end() if bullet else 0 :].strip(_AROUND)
    return tag if any(map(str.isalpha, tag)) else ""


def _names_topics(text: str) -> bool:
    """Tell whether a line says what a story is about: it is no label, no sentence, no source and no address."""
    from newsparse.bylines import opens_byline  # vocabularies that stories without tags do not need
    from newsparse.roles.markers import whole_line

    if text.endswith((":", "：")) or whole_line(text) is not None or _PERSON_RE.search(text) or opens_byline(text):
        return False
    if text.endswith(_CLOSINGS) and (len(text.split()) > 1 or len(text) > _SENTENCE):
        return False
    return any(len(tag.split()) <= _MOST_WORDS for tag in _parted(text))
