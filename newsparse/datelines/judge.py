"""Judge whether the block in front of a separator is a dateline.

In: a text, a block and its separator. Out: yes or no. An agency or a date settles it, capitals before a dash do; a
colon, a full stop or mixed case need a place that the gazetteer knows.
"""

from newsparse.datelines.blocks import Block, city_of
from newsparse.datelines.places import is_agency, is_city, is_city_variant, is_label, is_word
from newsparse.datelines.separators import Separator
from newsparse.lazy import pattern

BYLINE_RE = pattern(
    r"\b(?:By|BY|[Vv]on|[Pp]ar|Por|Di|Oleh|Door|Av|Af)\s"
    r"(?:(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|and|und|et|y|de|van|von)(?:,?\s|(?=\s?=)|\Z)){1,7}(?:,?\s?\w+\s?(?==))?\s?=?\s*\Z"
)
_BREAK_RE = pattern(r"(?:(?:(?<!\s[A-Z])\.|[!?:;»”\"…)|\]>=*])\s*|\b(?:Photo|Video|Foto|Bild)\s+|[a-zß-öø-ÿ]|\d\s+)\Z")
_STATION_RE = pattern(r"[WK][A-Z]{2,3}(?:-[A-Z]{2})?\Z")
_FIRST_WORD_RE = pattern(r"[\s,/]")
_ELIDED_RE = pattern(r"\A[LlDd]['’]")
_SMALL_RE = pattern(r"(?<!\w)[a-zß-öø-ÿ]\w{3}")
"""A word in small letters that is none of those inside of names: ``Auf dem Weg``, but not ``Frankfurt am Main``."""
_TALE_RE = pattern(r"\s*[\"“„«‘'(\[]*\s*(?:[^\W\d_a-zß-öø-ÿ]|\d)")


def is_dateline(text: str, block: Block, separator: Separator) -> bool:
    """Say whether a block in front of a separator is a dateline."""
    first = block.places[0] if block.places else block.agency
    if first and is_label(_FIRST_WORD_RE.split(_ELIDED_RE.sub("", first))[0]):
        return False
    opens = block.start == 0 or bool(_opens(text, block.start))
    if block.agency or block.date or block.byline:
        return _settled(block, opens, separator.kind)
    return bool(block.places) and tells(text, separator.end) and is_placed(block, opens, separator.kind)


def tells(text: str, start: int) -> bool:
    """Say whether a sentence can begin here."""
    return _TALE_RE.match(text, start) is not None


def is_placed(block: Block, opens: bool, kind: str) -> bool:
    """Decide on places alone: capitals before a dash will do, all else needs places that the gazetteer knows."""
    first = block.places[0]
    if kind in {"dash", "hyphen"} and block.caps:
        return block.known or (opens and len(first) > 3 and len(first.split()) < 4)
    if kind == "dash" and block.region:
        return block.known and opens
    if kind == "colon" and not block.caps and is_word(first):
        return False
    if kind == "colon" and block.caps and not block.known:
        return opens and all(is_city_variant(place) for place in block.places)
    known = block.known and all(is_city(city_of(place)) for place in block.places)
    if kind == "stop":
        return opens and block.start < 3 and (known or (block.caps and len(first) > 4))
    return known and opens


def _opens(text: str, start: int) -> bool:
    """Say whether a block can begin here: after a sentence, a caption word, a case break or a byline."""
    if not text[:start].strip():
        return True
    return bool(_BREAK_RE.search(text, max(0, start - 12), start) or BYLINE_RE.search(text, max(0, start - 80), start))


def _settled(block: Block, opens: bool, kind: str) -> bool:
    """Decide on a block with an agency, a date or a reporter."""
    name = block.agency or ""
    known_agency = bool(name) and (is_agency(name) or bool(_STATION_RE.match(name)))
    agency = known_agency or name.isupper()
    if not block.places:
        return opens and kind != "colon" and (agency or bool(block.date) if name else kind in {"dash", "hyphen"})
    if kind == "stop" and not (agency or block.byline or block.start == 0):
        return False
    if block.caps or block.known:
        return True
    is_name = not any(_SMALL_RE.search(place) for place in block.places)
    return opens and (known_agency or bool(block.byline) or (bool(block.date) and kind != "colon" and is_name))
