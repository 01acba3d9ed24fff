"""Years of dates: resolved with a reference, with the dump's own evidence, and without either."""

from datetime import date

import pytest

from newsparse.dates import Reading, find_dates, resolve_dates
from tests.days import WEDNESDAY, days_in, readings_of


def test_without_a_reference_the_year_stays_open() -> None:
    [[reading]] = readings_of("It opened on Friday (June 14).")
    assert reading.date == "XXXX-06-14"
    assert "2019-06-14" in reading.candidates
    assert "2024-06-14" in reading.candidates
    assert all(date.fromisoformat(day).weekday() == 4 for day in reading.candidates)
    assert (reading.clue, reading.conflict) == ("weekday", None)


def test_what_nothing_settles_stays_open_and_in_its_place() -> None:
    readings = readings_of("It opened on Friday.", "No date here.", "It opened on May 3.")
    assert [[reading.date for reading in group] for group in readings] == [["XXXX-XX-XX"], [], ["XXXX-05-03"]]
    assert readings[0][0] == Reading("XXXX-XX-XX", (), "open")


def test_the_reference_picks_a_candidate() -> None:
    [[reading]] = readings_of("It opened on Friday (June 14).", reference=WEDNESDAY)
    assert reading == Reading("2024-06-14", ("2019-06-14", "2024-06-14"), "weekday+reference")


@pytest.mark.parametrize("reference", [date(2024, 6, 15), date(2025, 1, 1), date(2027, 12, 31), date(2029, 5, 1)])
def test_one_story_dates_the_others(reference: date) -> None:
    readings = readings_of(
        "It opened on Friday (June 14).", "It shut on May 24.", "Envoys met on Sunday (May 26).", reference=reference
    )
    assert [group[0].date for group in readings] == ["2024-06-14", "2024-05-24", "2024-05-26"]
    assert readings[1][0].clue == "dump+reference"


def test_a_dateline_and_its_ledes_weekday_tell_the_year() -> None:
    readings = readings_of(
        "RIYADH, Nov 27 (Xinhua) -- A bridge opened on Monday.",
        "OSLO, Nov 28 (Xinhua) -- A ferry sank on Tuesday.",
        reference=date(2026, 3, 1),
    )
    assert [reading.date for group in readings for reading in group] == [
        "2023-11-27",
        "2023-11-27",
        "2023-11-28",
        "2023-11-28",
    ]


def test_a_day_since_when_is_not_the_day_of_filing() -> None:
    [[filed, lede]] = readings_of(
        "OSLO, Feb. 12 (AP) — A ferry has been aground since Sunday.", reference=date(2020, 2, 13)
    )
    assert (filed.date, lede.date) == ("2020-02-12", "2020-02-09")


def test_a_weekday_counts_from_its_own_dateline() -> None:
    [[filed, lede]] = readings_of("OSLO, June 14, 2024 (AP) — A ferry sank on Thursday.", reference=date(2025, 3, 1))
    assert (filed.date, lede.date, lede.clue) == ("2024-06-14", "2024-06-13", "dateline")


def test_a_weekday_is_open_when_the_reference_is_a_later_crawl() -> None:
    readings = readings_of("It opened on Friday (June 14).", "It shut on Monday.", reference=date(2026, 2, 1))
    assert [group[0].date for group in readings] == ["2024-06-14", "XXXX-XX-XX"]


def test_a_weekday_outweighs_the_year_of_the_reference() -> None:
    [[reading]] = readings_of("It opened on Thursday (June 14).", reference=WEDNESDAY)
    assert (reading.date, reading.conflict) == ("2018-06-14", None)


def test_a_weekday_that_contradicts_a_printed_year_is_said() -> None:
    [[printed]] = readings_of("It opened on Thursday, June 14, 2024.")
    assert printed.conflict == "2024-06-14 is a Friday, but the text says Thursday."


OWN_DAYS = [
    (date(2024, 10, 1), "A concert, Friday, November 22.", "2024-11-22", "2019-11-22"),
    (date(2023, 10, 7), "Thursday, July 18: the ferry sails again.", "2024-07-18", "2019-07-18"),
    (date(2024, 6, 19), "It opened on Thursday (June 13).", "2024-06-13", "2024-06-13"),
    (date(2026, 4, 20), "Donations end on Friday, May 27.", "2026-05-27", "2022-05-27"),
]


@pytest.mark.parametrize(("published", "text", "own", "crawled"), OWN_DAYS)
def test_a_day_of_publication_settles_the_year_alone(published: date, text: str, own: str, crawled: str) -> None:
    """A crawl day may be years after the story; a page that changes after its publication tells of later days."""
    groups = [(None, text, find_dates(text, "en"))]
    assert resolve_dates(groups, published, own=True)[0][0].date == own
    assert resolve_dates(groups, published)[0][0].date == crawled


def test_a_weekday_that_contradicts_the_day_of_publication_is_said() -> None:
    text = "Donations end on Friday, May 27; the office is open today."
    [[day, today]] = resolve_dates([(None, text, find_dates(text, "en"))], date(2026, 4, 20), own=True)
    assert (day.clue, day.conflict) == ("reference", "2026-05-27 is a Wednesday, but the text says Friday.")
    assert today.date == "2026-04-20"


def test_a_dump_that_runs_over_new_year() -> None:
    readings = readings_of(
        "It opened on Saturday (Dec. 30).", "It shut on Tuesday (Jan. 2).", reference=date(2024, 1, 5)
    )
    assert [group[0].date for group in readings] == ["2023-12-30", "2024-01-02"]


def test_leap_days_have_few_candidates() -> None:
    [[reading]] = readings_of("It opened on Thursday (Feb. 29).")
    assert reading.candidates == ("1996-02-29", "2024-02-29")


@pytest.mark.parametrize("told", ["will meet again on", "is at its post on"])
def test_an_announced_day_does_not_make_an_old_dump_of_a_fresh_one(told: str) -> None:
    text = f"The board met Monday. It {told} Thursday, Dec. 14, in Tarn. On Oct. 20 it had voted."
    assert [day for _, day in days_in(text, reference=date(1989, 10, 26))] == ["1989-10-23", "1989-12-14", "1989-10-20"]


def test_an_announcement_outweighs_a_dump_of_five_years_ago_only_when_told() -> None:
    told = "The board will meet on Thursday, June 13."
    assert days_in(told, reference=date(2024, 4, 1)) == [("Thursday, June 13", "2024-06-13")]
    assert days_in(told.replace("will meet", "met"), reference=date(2024, 4, 1)) == [
        ("Thursday, June 13", "2019-06-13")
    ]


def test_a_year_after_its_publication_a_dump_is_not_dated_to_the_day() -> None:
    [[filed, _]] = readings_of("OSLO, June 12 (Xinhua) -- A ferry sank on Wednesday.", reference=date(2026, 6, 12))
    assert filed.date == "2024-06-12"
