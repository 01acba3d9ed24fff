"""Several articles in one text: the lines in, a range of lines per article out.

Only what no ordinary page has splits a text: header blocks of web-archive conversion records (``WARC/1.0``), a tag or
a numbered heading above each article, the counts and closing lines of a news database's export, and rules or wide gaps
between parts that each are an article: a line that can be a headline, then running text. Everything else is one
article.
"""

from collections.abc import Sequence
from itertools import pairwise

from newsparse.document import Line
from newsparse.lazy import pattern

SHORT = 60
"""The line between two articles of an export has fewer characters than this."""

RUNNING = 160
"""Characters of a line that count as running text."""

ENOUGH = 2
"""Lines of running text that each part of a text has at least, if it is an article."""

NARROW = 2
WIDE = 4
"""Most line ends between two lines of one article, and fewest between two articles."""

_RULE_RE = pattern(r"([-=_*~#+─━═—])\1{7,}+")
_RECORD_RE = pattern(r"WARC/[01]\.\d{1,2}")
_HEADER_RE = pattern(r"(?:WARC-[A-Za-z-]{2,40}|Content-(?:Type|Length)): ")
_SERIES_RE = pattern(
    r"<(?:doc|DOC|article|text)\b[^<>]{0,300}>|[=#*-]{2,10} ?(?:ARTICLE|Article|DOCUMENT|Document) ?\d{1,6}\b.{0,80}"
)

_COUNTED_RE = pattern(r"\d{1,5} of \d{1,5} DOCUMENTS?|Document \d{1,5} of \d{1,5}")
_CLOSING_RE = pattern(r"End of Document|Document [A-Z0-9]{4,10}0000\d{8}[a-z0-9]{6,14}")


def split_articles(source: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the ranges of lines (end excluded), one per article; one range for an ordinary page.

    Ranges follow each other without a gap: a record's header block and the rule between two articles belong to the
    article below them.
    """
    total = len(lines)
    for starts in (_records(lines), _series(lines), _exported(lines), _ruled(lines), _apart(source, lines)):
        if len(starts) > 1:
            starts[0] = 0
            return list(zip(starts, [*starts[1:], total], strict=True))
    return [(0, total)]


def _records(lines: Sequence[Line]) -> list[int]:
    """Return where web-archive records begin: a version line with a header right below."""
    found = []
    for at, line in enumerate(lines[:-1]):
        text = line.text
        if text[:5] == "WARC/" and _RECORD_RE.fullmatch(text) and _HEADER_RE.match(lines[at + 1].text):
            found.append(at)
    return found


def _series(lines: Sequence[Line]) -> list[int]:
    """Return where a document tag or a numbered heading made of rules opens an article."""
    found = [at for at, line in enumerate(lines) if line.text[:1] in "<=#*-" and _SERIES_RE.fullmatch(line.text[:400])]
    return found if found and _all_running(lines, found) else []


def _exported(lines: Sequence[Line]) -> list[int]:
    """Return where the export of a news database begins an article: at its count, or behind a closing line."""
    short = [
        (at, line.text) for at, line in enumerate(lines) if len(line.text) < SHORT and "ocument" in line.text.lower()
    ]
    counted = [at for at, text in short if _COUNTED_RE.fullmatch(text)]
    if counted:
        return counted
    closed = [at + 1 for at, text in short if _CLOSING_RE.fullmatch(text)]
    return [0, *(at for at in closed if at < len(lines))] if closed else []


def _ruled(lines: Sequence[Line]) -> list[int]:
    """Return where rules cut the text into articles, if each of the parts is one.

    Rules are also used inside a story. They split only when they are all alike, every part has running text, and
    every part begins with a line that can be a headline.
    """
    rules = [at for at, line in enumerate(lines) if _RULE_RE.fullmatch(line.text[:200])]
    if not rules or len({lines[at].text[:1] for at in rules}) > 1:
        return []
    starts = sorted({0, *(at for at in rules if at + 1 < len(lines))})
    if len(starts) < 2 or not _all_running(lines, starts):
        return []
    heads = [at + (at in rules) for at in starts]
    return starts if all(_can_be_headline(lines[at].text) for at in heads) else []


def _apart(source: str, lines: Sequence[Line]) -> list[int]:
    """Return where gaps far wider than all others cut the text into articles, if each of the parts is one."""
    gaps = [len(source[before.end : after.start].replace("\r\n", "\n")) for before, after in pairwise(lines)]
    if not gaps or max(gaps) < WIDE:
        return []
    starts = [0, *(at + 1 for at, gap in enumerate(gaps) if gap >= WIDE)]
    if len(starts) > len(lines) // 3 or any(NARROW < gap < WIDE for gap in gaps):
        return []
    if not all(_can_be_headline(lines[at].text) for at in starts) or not _all_running(lines, starts):
        return []
    return starts


def _all_running(lines: Sequence[Line], starts: Sequence[int]) -> bool:
    """Say whether every part has enough lines of running text."""
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        if sum(len(line.text) >= RUNNING for line in lines[start:end]) < ENOUGH:
            return False
    return True


def _can_be_headline(text: str) -> bool:
    return 12 < len(text) < RUNNING and text[-1] not in ".:;,…"
