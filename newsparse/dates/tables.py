"""The tables of words behind the finders, read on first use.

In: a language tag. Out: what ``calendar.json`` (frozen from CLDR) and ``words.json`` (the small words around dates) say
of its language.
"""

from functools import cache
from typing import Any

import msgspec

from newsparse.package_data import read_data

ENGLISH = "en"
_ALIASES = {"no": "nb", "nn": "nb", "in": "id"}
_LISTS = (
    "this last next after_last after_next after_this joiner of recurring not_today_after not_today_before nowadays"
    " naming no_verbs event future future_phrases future_endings future_before future_after past parts certain ago"
    " stative closing only_today this_ahead deadline since past_before not_verbs owned owners frames"
    " last_week next_week after_last_week after_next_week"
)
_TABLES = "numbers day_alone relative more_weekdays more_weekdays_cut framed_weekdays"


@cache
def _table(name: str) -> dict[str, msgspec.Raw]:
    """Return a table's entries by language, each still JSON: a dump needs one or two of forty."""
    return msgspec.json.decode(read_data(__file__, "data", name), type=dict[str, msgspec.Raw])


@cache
def _entry(name: str, language: str) -> dict[str, Any]:
    raw = _table(name).get(language)
    entry: dict[str, Any] = msgspec.json.decode(raw) if raw is not None else {}
    return entry


@cache
def base_language(language: str | None) -> str:
    """Return the language of a BCP 47 tag that the tables know, English for what they do not."""
    code = (language or ENGLISH).replace("_", "-").split("-")[0].lower()
    code = _ALIASES.get(code, code)
    return code if code in _table("calendar.json") else ENGLISH


def calendar_of(language: str) -> dict[str, dict[str, int]]:
    """Return the names of months and weekdays: ``months``, ``weekdays`` and ``weekdays_cut``."""
    return _entry("calendar.json", language)


def words_of(language: str) -> dict[str, Any]:
    """Return the small words around dates; empty ones for a language that only its calendar is known of."""
    nothing: dict[str, Any] = {"order": "dmy", "small": 1, "bare_days": 0, "small_weekdays": 0}
    nothing |= {key: [] for key in _LISTS.split()} | {key: {} for key in _TABLES.split()}
    nothing.update(_entry("words.json", language))
    return nothing
