"""Stamps: the lines of an exported chat in; when each message was sent and by whom, out."""

from collections.abc import Sequence

from newsparse.labels import Piece
from newsparse.lazy import pattern

_STAMP_RE = pattern(
    r"\u200e?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
    r"(?:\]| [-–]) [^:\n]{1,40}: "
)


def read_stamps(texts: Sequence[str]) -> dict[int, Sequence[Piece]]:
    """Return the stamps by line; they are no part of a story that is passed on.

    >>> read_stamps(["[14/05/2024, 08:31:22] Ana: Ferry is back"])[0][0].end
    27
    """
    if not texts or not _STAMP_RE.match(texts[0]):
        return {}
    stamps = ((at, match.end()) for at, text in enumerate(texts) if (match := _STAMP_RE.match(text)))
    return {at: [Piece(at, 0, end - 1, "markup", "chat/stamp")] for at, end in stamps}
