"""Glued strings: texts that a tool made of many strings of a page without anything between them."""

import pytest

from newsparse.glued_strings import part_strings
from newsparse.readers.text import read_text

MENU = "HomeNewsSportWeatherPuzzlesBusinessTravelContact us"
STORY = "The ferry sails again on Friday, the county said. " * 20


def cut(text: str) -> list[str]:
    lines = part_strings(text, read_text(text))
    assert all(text[line.start : line.end] == line.text for line in lines)
    return [line.text for line in lines]


@pytest.mark.parametrize(
    ("glued", "strings"),
    [
        ("Ferry is backThe crews agreed.", ["Ferry is back", "The crews agreed."]),
        ("Published 14 March 2025TARVIK: The ferry sails.", ["Published 14 March 2025", "TARVIK: The ferry sails."]),
        ("It was shut for a week.Bread ran out.", ["It was shut for a week.", "Bread ran out."]),
        ("It was shut for a week.“Bread ran out.", ["It was shut for a week.", "“Bread ran out."]),
        ("She spoke of “bread”The county did not.", ["She spoke of “bread”", "The county did not."]),
        ("Zur ÜbersichtÄrger am Kai", ["Zur Übersicht", "Ärger am Kai"]),
        ("Пожар в портуПаром стоит", ["Пожар в порту", "Паром стоит"]),
        ("on YouTube and by iPhone with GmbH, 50MW and U.S.A. of Mr McDonald", None),
        ("read https://courier.example/FerryIsBack or write to Desk@CourierNews.example", None),
        ("the firm RederiNord sails", None),
    ],
)
def test_strings_end_before_a_capital_and_names_do_not(glued: str, strings: list[str] | None) -> None:
    assert cut(f"{MENU}.{STORY}| {glued} |{STORY}")[8:] == (
        [f"{STORY}| {strings[0]}", f"{strings[1]} |{STORY.rstrip()}"]
        if strings
        else [f"{STORY}| {glued} |{STORY.rstrip()}"]
    )


@pytest.mark.parametrize("text", [STORY, MENU, f"{MENU}\n{STORY}", f"Ferry is backThe crews agreed. {STORY}"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    lines = read_text(text)
    assert part_strings(text, lines) is lines


@pytest.mark.parametrize("part", ["aB", "aBc ", "aBc\t", "a.Bc", "ab”Cd", "É", "1Aaaa", "Ab.“"])
def test_long_lines_take_linear_time(part: str) -> None:
    cut(part * 100_000)
