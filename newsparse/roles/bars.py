"""What a line cannot be, or must be, whatever the model says: rules by vocabulary and form.

In go lines and their facts, out comes for each a rule's name and the states that it leaves. Rules hold only what is
true on any site: a copyright sign is in no paragraph of a story, ``READ ALSO: title`` is another story, and so are the
titles right under ``Read also``.
"""

import re
from collections.abc import Sequence

import msgspec

from newsparse.lazy import pattern
from newsparse.roles.markers import line_prefix
from newsparse.roles.shape import Shape
from newsparse.roles.surroundings import RUNNING
from newsparse.roles.value import announced

STORY = ("body", "heading", "headline", "related_item", "related_headline", "related_summary")
NEVER_RUNNING = (
    *("banner", "byline", "dateline", "headline", "nav", "read_more", "share", "tags", "timestamp"),
    *("related_byline", "related_headline", "related_nav", "related_other", "related_timestamp"),
)
NEVER_SHORT = tuple([state for state in NEVER_RUNNING if state not in ("headline", "related_headline")])
TWO_TITLES = 80
"""Characters from which two sentences on one line are no title: short ones are ("Storm hits. Who pays?")."""

ADDRESS = ("https://", "http://", "www.")
ARROWED = ("related_item", "related_headline", "banner", "nav", "read_more")
"""What a line behind two arrows is: they point elsewhere."""

NEVER_STORY = frozenset(["ad", "share", "comments", "legal"])
INLINE_REST = 12
"""Characters that must follow an announcing phrase for the line to be another story."""

NOTICE = 160
"""Characters of a line with a copyright sign or in square brackets at most, for it to be a notice."""

NO_HEADLINE = frozenset(
    [
        *("rights", "link", "wrapped", "slug", "hint:photo2", "hint:photo3"),
        *[f"hint:{kind}{count}" for kind in ("share", "promo", "legal", "member") for count in (2, 3)],
    ]
)
NO_HEADLINE_OPENINGS = frozenset(["ad", "promo", "date:", "by:", "photo:"])
"""Marks and openings of lines that no page has as its headline."""

CREDITS = frozenset(["by", "date"])
"""Openings of lines that say who wrote or when, where they name a day too."""

TIMED, DATED = 2, 4
"""Tenths of a line that are digits, at least, where it says when: with a time of day, and with a date alone."""

MARKUP_RE = pattern(r"(?:<[!?/]?[a-z][^<>]*+>\s*+)++", re.IGNORECASE)


class Bar(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A rule: its name, the only states that it leaves (none: all), and the states it bars; each is made once."""

    rule: str
    only: tuple[str, ...]
    barred: tuple[str, ...]

    def leaves(self, state: str) -> bool:
        """Tell whether a line that the rule applies to may have a state."""
        return state in self.only if self.only else state not in self.barred


_INLINE = Bar("inline/vocabulary", ("related_item",), ())
_MARKER = Bar("marker/vocabulary", (), STORY)
_OPENING = Bar("opening/vocabulary", (), STORY)
_TAGS = Bar("opening/tags", ("tags",), ())
_RIGHTS = Bar("notice/copyright", (), STORY)
_BRACKETS = Bar("notice/brackets", (), STORY)
_LINK = Bar("form/address", (), STORY[1:])
_ADDRESS = Bar("form/address", (), STORY)
_MARKUP = Bar("form/markup", ("other",), ())
_ARROWS = Bar("form/arrows", ARROWED, ())
_SIGNS = Bar("form/signs", ("other", "nav", "share"), ())
_RUNNING = Bar("form/running", (), NEVER_RUNNING)
_SHORT_RUNNING = Bar("form/running", (), NEVER_SHORT)
_CREDIT = Bar("form/credit", (), ("headline", "standfirst"))
_NO_HEADLINE = Bar("form/no headline", (), ("headline",))

UNDER = {"T": Bar("under a banner", (), ("body", "heading")), "t": Bar("under a banner", (), ("body",))}
"""Rules for titles right under a line that announces other stories, and under such titles. A short one may head the
next paragraph where the titles were links and are lost."""


def bars_of(texts: Sequence[str], shapes: Sequence[Shape], first: int) -> list[Bar | None]:
    """Return for each line the rule that restricts its states; ``first`` is the first line of running text.

    Above it the story may begin right under a banner.
    """
    bars = [bar_of(text, shape) for text, shape in zip(texts, shapes, strict=True)]
    announced_above = False
    for at, shape in enumerate(shapes[first:], first):
        announced_above = "related" in shape.marker or (announced_above and shape.kind in UNDER)
        if announced_above and bars[at] is None:
            bars[at] = UNDER.get(shape.kind)
    return bars


def bar_of(text: str, shape: Shape) -> Bar | None:
    """Return the rule that restricts a line's states, if any."""
    if shape.opening and "inline" in shape.opening and _is_inline(text, shape):
        return _INLINE
    if shape.marker and not NEVER_STORY.isdisjoint(shape.marker.split("+")):
        return _MARKER
    return (_notice(text, shape) if len(text) < NOTICE else None) or _form(text, shape) or _no_headline(shape)


def _notice(text: str, shape: Shape) -> Bar | None:
    """Return the rule for a short line that says what it is."""
    if "rights" in shape.marks:
        return _RIGHTS
    if shape.opening.endswith("tags:"):
        sure = shape.opening == "tags:" or "commas" in shape.marks
        return _TAGS if sure else _OPENING
    if "legal" in shape.opening and "year" in shape.marks:
        return _OPENING
    if "link" in shape.marks and ("at" in shape.marks or "http" in text):
        return _LINK
    return None


def _form(text: str, shape: Shape) -> Bar | None:
    """Return the rule for a line whose form shows what it is or is not."""
    if text[0] == "<" and text[-1] == ">" and MARKUP_RE.fullmatch(text):
        return _MARKUP
    if " " not in text and text.startswith(ADDRESS):
        return _ADDRESS
    if text[0] == ">" and text[1:2] == ">" and len(text) > INLINE_REST:
        return _ARROWS
    if text[0] == "[" and text[-1] == "]" and len(text) > INLINE_REST:
        return _BRACKETS
    if shape.kind == "x" and not shape.words:
        return _SIGNS
    if shape.kind in RUNNING and "sentences" in shape.marks:
        return _RUNNING if len(text) >= TWO_TITLES else _SHORT_RUNNING
    return None


def _no_headline(shape: Shape) -> Bar | None:
    """Return the rule for a line that says who wrote or took what, when, or what else to do, and so is no headline."""
    if "credit" in shape.marks:
        return _CREDIT
    if shape.kind == "L" or shape.opening in NO_HEADLINE_OPENINGS:
        return _NO_HEADLINE
    return None if NO_HEADLINE.isdisjoint(shape.marks) and not _is_timed(shape) else _NO_HEADLINE


def _is_timed(shape: Shape) -> bool:
    """Say whether a line says when, and little else but who."""
    marks = shape.marks
    if shape.opening in CREDITS and "year" in marks:
        return "date" in marks or "hint:time2" in marks or "hint:time3" in marks
    clocked = "clock" in marks and ("date" in marks or "year" in marks)
    return shape.digits >= (TIMED if clocked else DATED) and (clocked or "date" in marks)


def _is_inline(text: str, shape: Shape) -> bool:
    """Say whether a line announces another story and names it."""
    start = announced(text)
    if start:
        return len(text) - start >= INLINE_REST
    if shape.opening[-1] == "^":
        return len(text) < NOTICE and "sentences" not in shape.marks
    prefix = line_prefix(text)
    return bool(prefix) and "wrapped" in shape.marks and len(text) > 2 * INLINE_REST
