"""Kickers: a line with the headline of another story in; the headline without what is set beside it out.

Sites part kickers, labels, times and summaries from a headline by tags. The headline is what the link holds of a
line that is not all link (``Read more: <a>Ship sinks</a>``), then what a class calls title, then what no class calls
something else; last, where words run together (``Indian OceanShip sinks``), the tag between them is the cut.
"""

from collections.abc import Iterator, Sequence

from newsparse.document import Line
from newsparse.html.body.flags import cue_flags, cue_mask
from newsparse.html.metadata.names import has_lead
from newsparse.html.reading.tree import Tree
from newsparse.html.related.groups import letters
from newsparse.html.related.parts import Part, may_be_time, parts_of
from newsparse.labels import LineRole, Piece

_CLEAR = 25
"""Letters from which a part is a headline for sure."""
_LONG = 50
"""Letters from which a part behind a headline tells more of its story, whatever it is marked as."""
_LEAST = 12
"""Letters of a headline that a link or a class sets apart from the rest of its line."""
_SHORT = 40
_COLONS = ":："
_CLOSING = ".,:;!?…)]»”"


def headline_pieces(index: int, line: Line, tree: Tree, rule: str) -> Iterator[Piece]:
    """Yield the parts of a line: its headline, the kicker or label before it, the time or summary behind it."""
    if tree.source.find("<", line.start, line.end) < 0:
        yield Piece(index, 0, len(line.text), "related_headline", rule, index)
        return
    parts = parts_of(line, tree)
    first, last = _headline(line.text, parts)
    yield from _beside(index, line.text, parts[:first], is_before=True)
    yield Piece(index, parts[first].start, parts[last].end, "related_headline", rule, index)
    yield from _beside(index, line.text, parts[last + 1 :], is_before=False)


def _headline(text: str, parts: Sequence[Part]) -> tuple[int, int]:
    """Return the first and the last part of the headline."""
    chosen = _linked(text, parts, (0, len(parts) - 1))
    chosen = _marked(text, parts, chosen)
    return _parted(text, parts, chosen)


def _linked(text: str, parts: Sequence[Part], among: tuple[int, int]) -> tuple[int, int]:
    """Narrow a line to its link, where other text stands beside it and the link begins as a headline does."""
    links = {part.link for part in parts}
    if len(links) == 1:
        return among
    runs = [_hull([at for at, part in enumerate(parts) if part.link == link]) for link in links - {-1}]
    sizes = [parts[last].end - parts[first].start for first, last in runs]
    first, last = runs[sizes.index(max(sizes))]
    if sum(size * 2 > max(sizes) for size in sizes) > 1 or not _is_headline(_text(text, parts, (first, last))):
        return among
    return (first, among[1]) if _goes_on(text[parts[last].end :].lstrip()) else (first, last)


def _marked(text: str, parts: Sequence[Part], among: tuple[int, int]) -> tuple[int, int]:
    """Narrow parts to those that a class calls the title, else to those that no class calls something else.

    What ends in a colon is read together with the headline that follows it.
    """
    inner = range(among[0], among[1] + 1)
    for wanted in ("title", ""):
        run = [at for at in inner if parts[at].mark == wanted]
        if run and len(run) < len(inner) and _is_headline(_text(text, parts, _hull(run))):
            first, last = _hull(run)
            while first > among[0] and _reads_on(text, parts[first]):
                first -= 1
            return first, last
    return among


def _parted(text: str, parts: Sequence[Part], among: tuple[int, int]) -> tuple[int, int]:
    """Narrow parts where they run together: to the first run that is long enough, else to the longest."""
    starts = [among[0], *[at for at in range(among[0] + 1, among[1] + 1) if parts[at].runs_on]]
    runs = list(zip(starts, [*[at - 1 for at in starts[1:]], among[1]], strict=True))
    sizes = [0 if one[-1] in _COLONS else letters(one) for one in (_text(text, parts, run) for run in runs)]
    return runs[next((number for number, size in enumerate(sizes) if size >= _CLEAR), sizes.index(max(sizes)))]


def _hull(numbers: Sequence[int]) -> tuple[int, int]:
    return numbers[0], numbers[-1]


def _reads_on(text: str, part: Part) -> bool:
    """Tell whether a colon joins a part to the one before it."""
    return text[part.start] in _COLONS or (text[: part.start].rstrip()[-1] in _COLONS and not part.runs_on)


def _text(text: str, parts: Sequence[Part], run: tuple[int, int]) -> str:
    return text[parts[run[0]].start : parts[run[1]].end]


def _goes_on(behind: str) -> bool:
    """Tell whether a text behind a link goes on with its sentence, or only closes it."""
    if not any(map(str.isalnum, behind)):
        return bool(behind)
    return (behind[0].islower() and not has_lead(behind)) or behind[0] in _CLOSING


def _is_headline(text: str) -> bool:
    """Tell whether a text that is set apart from its line can be the headline: long enough, and begun as one."""
    opening = text.lstrip("\"'“”„«»‘’([¿¡#@…. ")[:1]
    return letters(text) >= _LEAST and not opening.islower()


def _beside(index: int, text: str, parts: Sequence[Part], *, is_before: bool) -> Iterator[Piece]:
    """Yield what stands before the headline or behind it; parts of one role that do not run together are one piece."""
    pieces: list[Piece] = []
    for part in parts:
        role = _role(text[part.start : part.end], part, is_before=is_before)
        if pieces and pieces[-1].role == role and not part.runs_on:
            pieces[-1] = Piece(index, pieces[-1].start, part.end, role, "set beside a headline", index)
        else:
            pieces.append(Piece(index, part.start, part.end, role, "set beside a headline", index))
    yield from pieces


def _role(text: str, part: Part, *, is_before: bool) -> LineRole:
    if part.mark == "time" or (part.mark != "summary" and may_be_time(text)):
        return "related_timestamp"
    if part.mark == "source":
        return "related_source"
    if not is_before and (part.mark == "summary" or letters(text) >= _LONG) and part.mark != "beside":
        return "related_summary"
    if is_before and len(text) < _SHORT and cue_flags(text) & cue_mask("related"):
        return "banner"
    return "nav"
