"""Tags: the tag lines of a story in; what the story is filed under, and the lines that say so, out."""

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.document import Passage
from newsparse.lazy import pattern

_SEPARATOR_RE = pattern(r"\s*[,;|•·]\s*|\s+(?=#)")
_AROUND = " \t\n\"'[]"
"""What stands around a tag in front matter."""
_BETWEEN = _AROUND + "\r-"
_LABEL_WORDS = 3


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
        (run if follows and not _is_label(passage.text) else leftovers).append(passage)
    if len(run) == 1:
        return TagLines(read_tags(run[0].text), run, leftovers)
    tags = [tag for passage in run for tag in _parted(passage.text)]  # a line of its own for each tag: words stay
    return TagLines(tuple(dict.fromkeys(tags)), run, leftovers)


def read_tags(text: str) -> tuple[str, ...]:
    """Read a tag line: parted by commas or the like, or one-word hashtags with or without their hash.

    >>> read_tags("Tags: harbour, North Coast"), read_tags("BridgeNews Harbour Storm")
    (('harbour', 'North Coast'), ('BridgeNews', 'Harbour', 'Storm'))
    """
    parts = _parted(text)
    if len(parts) == 1 and parts[0] == text.strip().lstrip("#"):
        parts = parts[0].split()
    return tuple(dict.fromkeys(parts))


def _parted(text: str) -> list[str]:
    label, colon, rest = text.partition(":")
    body = rest if colon and len(label.split()) <= _LABEL_WORDS else text
    return [tag for part in _SEPARATOR_RE.split(body) if (tag := part.strip(_AROUND).lstrip("#"))]


def _is_label(text: str) -> bool:
    from newsparse.roles.markers import whole_line  # a vocabulary that stories without tags do not need

    return text.endswith((":", "：")) or whole_line(text) is not None
