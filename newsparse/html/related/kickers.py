"""Kickers: a line with the headline of another story in; the headline without what is set beside it out.

Sites part a kicker, a label or a time from the headline by style alone, so that in the text they run together
(``Indian OceanShip sinks``). Where a tag stands between two such words, the tag is the cut.
"""

import re
from collections.abc import Iterator

from newsparse.document import Line
from newsparse.html.related.groups import letters
from newsparse.labels import LineRole, Piece
from newsparse.span import Span, trim

_JOINT_RE = re.compile(r"(?<=[^\s>])(?:<[^<>]*+>)++(?=[^\s<])")
_CLEAR = 25
"""Letters from which a part is a headline for sure, and one behind a headline tells more of its story."""
_COLONS = ":："


def headline_pieces(index: int, line: Line, source: str, rule: str) -> Iterator[Piece]:
    """Yield the parts of a line: its headline, the kicker or label before it, the time or summary behind it."""
    parts = _parts(line, source)
    main = _main([line.text[start:end] for start, end in parts])
    for number, (start, end) in enumerate(parts):
        role: LineRole = "related_headline" if number == main else "nav"
        if number > main and "<time" in source[line.span(*parts[number - 1])[1] : line.span(start, end)[0]]:
            role = "related_timestamp"
        elif number > main and letters(line.text[start:end]) >= _CLEAR:
            role = "related_summary"
        yield Piece(index, start, end, role, rule if number == main else "set beside a headline")


def _main(texts: list[str]) -> int:
    """Tell which part is the headline: the first that is long enough, else the longest; none that ends in a colon."""
    sizes = [0 if text[-1] in _COLONS else letters(text) for text in texts]
    return next((number for number, size in enumerate(sizes) if size >= _CLEAR), sizes.index(max(sizes)))


def _parts(line: Line, source: str) -> list[Span]:
    """Part a line where tags stand between words that run together."""
    cuts = [0]
    for joint in _JOINT_RE.finditer(source, line.start, line.end):
        found = line.within((joint.end(), joint.end()))
        at = found[0] if found else 0
        if at and _runs_together(line.text, at):
            cuts.append(at)
    parts = [trim(line.text, *part) for part in zip(cuts, [*cuts[1:], len(line.text)], strict=True)]
    return [(start, end) for start, end in parts if start < end]


def _runs_together(text: str, at: int) -> bool:
    """Tell whether a word ends before an offset and another one, or a number, begins at it."""
    before, after = text[at - 1], text[at]
    if before.isspace() or after.isspace():
        return False
    begins = after.isupper() or after.isdigit() or after >= "\u2e80" or after in "“\"«„‘'¿¡"
    return begins and not (before.isdigit() and after.isdigit())
