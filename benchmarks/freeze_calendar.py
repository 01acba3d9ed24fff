"""Freeze month and weekday names of CLDR (through Babel) into newsparse/dates/data/calendar.json.

usage: python benchmarks/freeze_calendar.py        (needs babel; the package itself does not)

A name is kept as CLDR prints it, in lower case, without a closing full stop. Regional variants are merged into their
language ("Jänner", "Sept"). Three derivations that CLDR does not list: the accusative in which Slavic news prints a
weekday, Portuguese weekdays without "-feira", and three-letter months of agency datelines.
"""

import json
import re
from pathlib import Path

from babel import Locale, localedata

LANGUAGES = "ar bg ca cs da de el en es et fi fr hi hr hu id it lt lv ms nb nl nn pl pt ro ru sk sl sr sv tr uk vi"
VARIANTS = {
    "en": ["en_GB", "en_AU", "en_CA"],
    "de": ["de_AT", "de_CH"],
    "es": ["es_MX", "es_AR"],
    "pt": ["pt_PT"],
    "fr": ["fr_CA"],
    "nl": ["nl_BE"],
    "ar": ["ar_LB", "ar_DZ", "ar_MA"],
}
ACCUSATIVE = {
    "ru": ("а", "у"),
    "uk": ("а", "у"),
    "pl": ("a", "ę"),
    "cs": ("a", "u"),
    "sk": ("a", "u"),
    "hr": ("a", "u"),
}
CUT_TO_THREE = {"it", "es", "pt", "ru", "uk"}
OUT = Path(__file__).parent.parent / "newsparse" / "dates" / "data" / "calendar.json"


def clean(name: str) -> str | None:
    """Return the name in lower case without its full stop; None for numbers and one-letter forms."""
    name = name.lower().rstrip(".").replace("i̇", "i")
    return name if len(name) > 1 and not re.search(r"\d", name) else None


def names(locale: Locale, what: str, width: str) -> dict[str, int]:
    """Return name → number for both the format and the stand-alone use (a weekday's Monday is 0)."""
    found: dict[str, int] = {}
    for use in ("format", "stand-alone"):
        for number, name in getattr(locale, what)[use][width].items():
            if cleaned := clean(name):
                found.setdefault(cleaned, number)
    return found


def merged(language: str, what: str, widths: tuple[str, ...]) -> dict[str, int]:
    """Return the names of a language and of its regional variants, the language's own first."""
    found: dict[str, int] = {}
    for code in [language, *VARIANTS.get(language, [])]:
        if localedata.exists(code):
            for width in widths:
                found = names(Locale.parse(code), what, width) | found
    return found


def freeze(language: str) -> dict[str, dict[str, int]]:
    """Collect one language: months of every width, weekdays written out, weekdays cut."""
    months = merged(language, "months", ("wide", "abbreviated"))
    weekdays = merged(language, "days", ("wide",))
    cut = merged(language, "days", ("abbreviated",))
    if language in CUT_TO_THREE:
        months = {name[:3]: number for name, number in months.items()} | months
    if language in ACCUSATIVE:
        ending, accusative = ACCUSATIVE[language]
        bent = {name.removesuffix(ending) + accusative: n for name, n in weekdays.items() if name.endswith(ending)}
        weekdays = bent | weekdays
    if language == "pt":
        cut |= {name.removesuffix("-feira"): number for name, number in weekdays.items() if name.endswith("-feira")}
    return {"months": months, "weekdays": weekdays, "weekdays_cut": {n: k for n, k in cut.items() if n not in weekdays}}


def main() -> None:
    """Write the table."""
    table = {language: freeze(language) for language in LANGUAGES.split()}
    OUT.write_text(
        "{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in table.items()) + "\n}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
