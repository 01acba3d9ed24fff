"""Date expressions: found, resolved with a reference, with the dump's own evidence, and without either."""

import time
from datetime import date

import pytest

from newsparse.datelines import find_dateline
from newsparse.dates import Reading, find_dates, resolve_dates
from newsparse.dates.cjk import find_cjk
from newsparse.dates.timestamps import read_timestamps

WEDNESDAY = date(2024, 6, 19)


def read(text: str, language: str = "en", reference: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    found = find_dates(text, language)
    readings = resolve_dates([(find_dateline(text, language), text, found)], reference)[0]
    return [(text[date_.start : date_.end], reading.date) for date_, reading in zip(found, readings, strict=True)]


def dump(*texts: str, reference: date | None = None) -> list[list[Reading]]:
    return resolve_dates([(find_dateline(text, "en"), text, find_dates(text, "en")) for text in texts], reference)


FOUND = [
    ("en", "It opened on Friday (June 14).", "Friday (June 14)", "2024-06-14"),
    ("en", "It opened on June 14, 2024 with a song.", "June 14, 2024", "2024-06-14"),
    ("en", "It opened on Friday, June 14, with a song.", "Friday, June 14", "2024-06-14"),
    ("en", "It opened on the 14th of June with a song.", "14th of June", "2024-06-14"),
    ("en", "It opened on Tue, Jan. 16, 2018.", "Tue, Jan. 16, 2018", "2018-01-16"),
    ("en", "It opened on Tuesday.", "Tuesday", "2024-06-18"),
    ("en", "It opened on Wednesday.", "Wednesday", "2024-06-19"),
    ("en", "It will open on Friday.", "Friday", "2024-06-21"),
    ("en", "On Friday, the bridge will open.", "Friday", "2024-06-21"),
    ("en", "It opened last Wednesday.", "last Wednesday", "2024-06-12"),
    ("en", "It opens next Wednesday.", "next Wednesday", "2024-06-26"),
    ("en", "It opened yesterday.", "yesterday", "2024-06-18"),
    ("en", "It opened today (Wednesday).", "today (Wednesday)", "2024-06-19"),
    ("en", "It runs March 16 to 31.", "March 16 to 31", "2024-03-16/2024-03-31"),
    ("en", "It ran from April 30-May 3 in town.", "April 30-May 3", "2024-04-30/2024-05-03"),
    ("en", "It ran Dec. 29-Jan. 2 in town.", "Dec. 29-Jan. 2", "2023-12-29/2024-01-02"),
    ("en", "Jul 21, 2017 02:19 pm Guest post", "Jul 21, 2017 02:19 pm", "2017-07-21"),
    ("en", "It opened on 2024-06-14.", "2024-06-14", "2024-06-14"),
    ("en", "It opened on June 14 (Friday) in rain.", "June 14 (Friday)", "2024-06-14"),
    ("de", "Die Brücke öffnete am Freitagabend.", "Freitagabend", "2024-06-14"),
    ("de", "Die Brücke öffnete am 14. Juni.", "14. Juni", "2024-06-14"),
    ("de", "Die Brücke öffnete am Dienstag (18.6.).", "Dienstag (18.6.)", "2024-06-18"),
    ("de", "Die Brücke öffnete am Dienstagmorgen (18.6.).", "Dienstagmorgen (18.6.)", "2024-06-18"),
    ("de", "Vom 6. - 7. März 2020 war sie gesperrt.", "6. - 7. März 2020", "2020-03-06/2020-03-07"),
    ("de", "Am Freitag soll die Brücke öffnen.", "Freitag", "2024-06-21"),
    ("de", "Am 21.05.2024 wurde gebaut.", "21.05.2024", "2024-05-21"),
    ("fr", "Le pont a ouvert ce mardi 18 juin.", "ce mardi 18 juin", "2024-06-18"),
    ("fr", "Le pont a ouvert hier.", "hier", "2024-06-18"),
    ("es", "El puente abrió este martes.", "este martes", "2024-06-18"),
    ("es", "El puente abrió el 14 de junio de 2024.", "14 de junio de 2024", "2024-06-14"),
    ("it", "Il ponte ha aperto lunedì.", "lunedì", "2024-06-17"),
    ("pt", "A ponte abriu na segunda-feira (17).", "segunda-feira (17)", "2024-06-17"),
    ("pt", "A ponte abriu nesta terça (18) em Manaus.", "nesta terça (18)", "2024-06-18"),
    ("es", "El puente abrió el lunes 17 con música.", "lunes 17", "2024-06-17"),
    ("en", "The strike ran from Monday.", "Monday", "2024-06-17"),
    ("nl", "De brug ging zaterdag open.", "zaterdag", "2024-06-15"),
    ("id", "Jembatan dibuka Kamis (13/6/2024).", "Kamis (13/6/2024)", "2024-06-13"),
    ("tr", "Köprü 14 Haziran 2024 açıldı.", "14 Haziran 2024", "2024-06-14"),
    ("ru", "Мост открыли в среду.", "среду", "2024-06-19"),
    ("ru", "Мост открыли 14 июня 2024 года.", "14 июня 2024 года", "2024-06-14"),
    ("pl", "Most otwarto w środę, 12 czerwca.", "środę, 12 czerwca", "2024-06-12"),
    ("sv", "Bron öppnade i tisdags, den 18 juni.", "i tisdags, den 18 juni", "2024-06-18"),
    ("no", "Broen åpnet tirsdag.", "tirsdag", "2024-06-18"),
    ("da", "Broen åbnede den 14. juni.", "14. juni", "2024-06-14"),
    ("zh", "大桥于2024年6月14日开放。", "2024年6月14日", "2024-06-14"),
    ("zh", "大桥上周五开放。", "上周五", "2024-06-14"),
    ("zh", "展览将于7月3日至4日举行。", "7月3日至4日", "2024-07-03/2024-07-04"),
    ("zh", "展览于2024年12月28日至1月3日举行。", "2024年12月28日至1月3日", "2024-12-28/2025-01-03"),
    ("zh", "展览于6月14日-2日举行。", "6月14日", "2024-06-14"),
    ("ja", "橋は１７日に開通した。", "１７日", "2024-06-17"),
    ("ko", "다리는 지난달 25일 개통했다.", "지난달 25일", "2024-05-25"),
    ("ar", "افتتح الجسر في 14 يونيو 2024.", "14 يونيو 2024", "2024-06-14"),
]


@pytest.mark.parametrize(("language", "text", "expression", "day"), FOUND, ids=[f"{row[0]} {row[2]}" for row in FOUND])
def test_found(language: str, text: str, expression: str, day: str) -> None:
    assert read(text, language) == [(expression, day)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kapitel 3.2. und 4.5. um 10.15 Uhr, 3.000 Euro (3.2.)"),
        ("en", "They held one-on-one talks and a may-be plan. We die hard."),
        ("en", "Black Friday sales and every Monday, on Mondays and Saturday nights."),
        ("en", "May 5,000 people come? March 20% faster."),
        ("en", "It won 50-32-1 and 24/34, version 1.2.3, on 9/11."),
        ("en", "Contact us today to discuss your bridge."),
        ("en", "Open Monday to Friday."),
        ("en", "Monday - rest, Tuesday - run, Wednesday - swim, Thursday - run, Friday - rest."),
        ("pt", "Na quarta rodada, a segunda equipe."),
        ("en", "In June 2024 and in 2023."),
        ("en", "June 31, 2024 and Feb. 30, June 29-31"),
        ("zh", "13月1日、2月30日、2023年2月29日、9999年1月1日、45日、上月32日"),
        ("de", "Jeden Morgen und jeden Montag, am Morgen."),
        ("es", "El 40% por la mañana, cada lunes, hoy en día."),
        ("zh", "每月15日发薪，工期30日内，12日間。"),
    ],
)
def test_no_date(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Feb. 29-March 2, 2024", ["2024-02-29/2024-03-02"]),
        ("Feb. 29-March 2, 2023", ["2024-02-29", "2023-03-02"]),
        ("Feb. 29-Jan. 2, 2025", ["2024-02-29/2025-01-02"]),
        ("Feb. 29-Jan. 2, 2024", ["2024-02-29", "2024-01-02"]),
    ],
)
def test_a_range_begins_on_a_day_of_the_calendar(text: str, dates: list[str]) -> None:
    assert [day for _, day in read(f"It ran {text}, in town.")] == dates


def test_without_a_reference_the_year_stays_open() -> None:
    [[reading]] = dump("It opened on Friday (June 14).")
    assert reading.date == "XXXX-06-14"
    assert "2019-06-14" in reading.candidates
    assert "2024-06-14" in reading.candidates
    assert all(date.fromisoformat(day).weekday() == 4 for day in reading.candidates)
    assert (reading.clue, reading.conflict) == ("weekday", None)


def test_what_nothing_settles_stays_open_and_in_its_place() -> None:
    readings = dump("It opened on Friday.", "No date here.", "It opened on May 3.")
    assert [[reading.date for reading in group] for group in readings] == [["XXXX-XX-XX"], [], ["XXXX-05-03"]]
    assert readings[0][0] == Reading("XXXX-XX-XX", (), "open")


def test_the_reference_picks_a_candidate() -> None:
    [[reading]] = dump("It opened on Friday (June 14).", reference=WEDNESDAY)
    assert reading == Reading("2024-06-14", ("2019-06-14", "2024-06-14"), "weekday+reference")


@pytest.mark.parametrize("reference", [date(2024, 6, 15), date(2025, 1, 1), date(2027, 12, 31), date(2029, 5, 1)])
def test_one_story_dates_the_others(reference: date) -> None:
    readings = dump(
        "It opened on Friday (June 14).", "It shut on May 24.", "Envoys met on Sunday (May 26).", reference=reference
    )
    assert [group[0].date for group in readings] == ["2024-06-14", "2024-05-24", "2024-05-26"]
    assert readings[1][0].clue == "dump+reference"


def test_a_dateline_and_its_ledes_weekday_tell_the_year() -> None:
    readings = dump(
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
    [[filed, lede]] = dump("OSLO, Feb. 12 (AP) — A ferry has been aground since Sunday.", reference=date(2020, 2, 13))
    assert (filed.date, lede.date) == ("2020-02-12", "2020-02-09")


def test_a_weekday_counts_from_its_own_dateline() -> None:
    [[filed, lede]] = dump("OSLO, June 14, 2024 (AP) — A ferry sank on Thursday.", reference=date(2025, 3, 1))
    assert (filed.date, lede.date, lede.clue) == ("2024-06-14", "2024-06-13", "dateline")


def test_a_weekday_is_open_when_the_reference_is_a_later_crawl() -> None:
    readings = dump("It opened on Friday (June 14).", "It shut on Monday.", reference=date(2026, 2, 1))
    assert [group[0].date for group in readings] == ["2024-06-14", "XXXX-XX-XX"]


def test_a_contradiction_is_said() -> None:
    [[reading]] = dump("It opened on Thursday (June 14).", "OSLO (AP) - Shut.", reference=WEDNESDAY)[:1]
    assert (reading.date, reading.conflict) in [
        ("2018-06-14", None),
        ("2024-06-14", "2024-06-14 is a Friday, but the text says Thursday."),
    ]
    [[printed]] = dump("It opened on Thursday, June 14, 2024.")
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
    readings = dump("It opened on Saturday (Dec. 30).", "It shut on Tuesday (Jan. 2).", reference=date(2024, 1, 5))
    assert [group[0].date for group in readings] == ["2023-12-30", "2024-01-02"]


def test_a_long_story_may_name_five_weekdays() -> None:
    told = [
        f"The bridge was shut on {day}, engineers said, and ferries ran from both banks of the river all day long."
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    ]
    assert len(read(" ".join(told))) == 5


def test_leap_days_have_few_candidates() -> None:
    [[reading]] = dump("It opened on Thursday (Feb. 29).")
    assert reading.candidates == ("1996-02-29", "2024-02-29")


def test_numbers_that_read_both_ways_take_the_order_near_the_reference() -> None:
    assert read("It opened on 3/6/2024.", reference=date(2024, 6, 10)) == [("3/6/2024", "2024-06-03")]
    assert read("It opened on 6/3/2024.", reference=None) == [("6/3/2024", "2024-06-03")]


@pytest.mark.parametrize("told", ["will meet again on", "is at its post on"])
def test_an_announced_day_does_not_make_an_old_dump_of_a_fresh_one(told: str) -> None:
    text = f"The board met Monday. It {told} Thursday, Dec. 14, in Tarn. On Oct. 20 it had voted."
    assert [day for _, day in read(text, reference=date(1989, 10, 26))] == ["1989-10-23", "1989-12-14", "1989-10-20"]


def test_an_announcement_outweighs_a_dump_of_five_years_ago_only_when_told() -> None:
    told = "The board will meet on Thursday, June 13."
    assert read(told, reference=date(2024, 4, 1)) == [("Thursday, June 13", "2024-06-13")]
    assert read(told.replace("will meet", "met"), reference=date(2024, 4, 1)) == [("Thursday, June 13", "2019-06-13")]


def test_a_year_after_its_publication_a_dump_is_not_dated_to_the_day() -> None:
    [[filed, _]] = dump("OSLO, June 12 (Xinhua) -- A ferry sank on Wednesday.", reference=date(2026, 6, 12))
    assert filed.date == "2024-06-12"


@pytest.mark.parametrize(
    "unit",
    [
        "Monday (",
        "SEOUL/",
        "today ",
        "May 1 ",
        "JUNE 1-",
        "1/2/",
        "1.",
        "1 ",
        "12日",
        "9월",
        "day",
        "6. - ",
        "Monday: ",
        "Friday June 1 (",
        "will Montag ",
        "9:30 ",
        "on a ",
        "March ",
        "1/",
        "11-02-",
        "vor zwei Tagen ",
        "am 12. ",
        "2日前",
        "letzte Woche Montag ",
        "heute, Montag, ",
    ],
)
def test_cost_grows_with_length_only(unit: str) -> None:
    def cost(count: int) -> float:
        text = unit * count
        started = time.process_time()
        resolve_dates([(None, text, find_dates(text, "de"))], WEDNESDAY)
        return time.process_time() - started

    cost(1_000)
    assert cost(32_000) < 80 * max(cost(2_000), 0.001)  # square growth would make it 256 times as much


STAMPS = [
    ("Updated: June 14, 2024, 09:30 AM SGT", "en", "2024-06-14T09:30:00", "modified"),
    ("Updated: June 14, 2024 09:30 AM (GMT +08:00)", "en", "2024-06-14T09:30:00+08:00", "modified"),
    ("2024-06-14T09:30:00+08:00", "en", "2024-06-14T09:30:00+08:00", "published"),
    ("2024-06-14T09:30:00Z", "en", "2024-06-14T09:30:00Z", "published"),
    ("Published 14 Jun 2024", "en", "2024-06-14", "published"),
    ("PUBLISHED: 03:39 EST, 8 May 2012", "en", "2012-05-08T03:39:00", "published"),
    ("Fri, 14 Jun 2024 09:30:00 GMT", "en", "2024-06-14T09:30:00Z", "published"),
    ("21.05.2024, 10:15 Uhr", "de", "2024-05-21T10:15:00", "published"),
    ("Zuletzt aktualisiert am 21. Mai 2024 um 10:15 Uhr", "de", "2024-05-21T10:15:00", "modified"),
    ("mis à jour le 15 juin 2024 à 08h15", "fr", "2024-06-15T08:15:00", "modified"),
    ("2024年6月14日 10:30", "zh", "2024-06-14T10:30:00", "published"),
    ("입력 2024.06.14. 오후 3:30", "ko", "2024-06-14T15:30:00", "published"),
    ("June 14 at 9:30 p.m.", "en", "2024-06-14T21:30:00", "published"),
    ("11:43AM December 19, 2017", "en", "2017-12-19T11:43:00", "published"),
    ("14 июня 2024, 10:30", "ru", "2024-06-14T10:30:00", "published"),
]


@pytest.mark.parametrize(("line", "language", "value", "label"), STAMPS, ids=[row[0] for row in STAMPS])
def test_timestamp(line: str, language: str, value: str, label: str) -> None:
    [stamp] = read_timestamps(line, language, WEDNESDAY)
    assert (stamp.value, stamp.label) == (value, label)
    assert line[stamp.start : stamp.end].strip() == line[stamp.start : stamp.end]


@pytest.mark.parametrize("line", ["Score 3-1", "5 hours ago", "12:30", "June 14", ""])
def test_no_timestamp_without_a_day_and_its_year(line: str) -> None:
    assert read_timestamps(line, "en", None) == []


def test_two_timestamps_of_one_line() -> None:
    stamps = read_timestamps("Published: 3:39 EST, 8 May 2012 | Updated: 10:02 EST, 9 May 2012", "en", None)
    assert [(stamp.value, stamp.label) for stamp in stamps] == [
        ("2012-05-08T03:39:00", "published"),
        ("2012-05-09T10:02:00", "modified"),
    ]


@pytest.mark.parametrize(
    "form",
    [
        "今天",
        "昨日",
        "明天",
        "前天",
        "后天",
        "後天",
        "오늘",
        "어제",
        "내일",
        "きょう",
        "きのう",
        "あす",
        "三天前",
        "12日前",
        "이틀전",
        "사흘전",
        "나흘전",
        "닷새전",
        "两天前",
        "兩天前",
        "上月3日",
        "先月3日",
        "지난달3일",
        "6月14日",
        "６月１４日",
        "17日",
        "17일",
        "周三",
        "本周三",
        "本週三",
        "上周五",
        "下週五",
        "星期三",
        "礼拜三",
        "禮拜天",
        "月曜",
        "土曜日",
        "수요일",
    ],
)
def test_each_east_asian_form_is_found_in_a_sentence(form: str) -> None:
    assert [(date.start, date.end) for date in find_cjk(f"橋{form}。")] == [(1, 1 + len(form))]
