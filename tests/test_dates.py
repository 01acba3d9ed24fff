"""Date expressions: what is found in a sentence, and what is not."""

import time
from datetime import date

import pytest

from newsparse.dates import find_dates, resolve_dates
from newsparse.dates.cjk import find_cjk
from tests.days import WEDNESDAY, days_in

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
    assert days_in(text, language) == [(expression, day)]


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
    assert days_in(text, language) == []


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
    assert [day for _, day in days_in(f"It ran {text}, in town.")] == dates


def test_a_long_story_may_name_five_weekdays() -> None:
    told = [
        f"The bridge was shut on {day}, engineers said, and ferries ran from both banks of the river all day long."
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    ]
    assert len(days_in(" ".join(told))) == 5


def test_numbers_that_read_both_ways_take_the_order_near_the_reference() -> None:
    assert days_in("It opened on 3/6/2024.", reference=date(2024, 6, 10)) == [("3/6/2024", "2024-06-03")]
    assert days_in("It opened on 6/3/2024.", reference=None) == [("6/3/2024", "2024-06-03")]


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
