"""Datelines: the forms of the trade, what only looks like one, and the cost of hostile text."""

import time

import pytest

from newsparse.datelines import find_dateline

# text with the dateline in «», places, agency, printed date, language
FORMS = [
    ("«SEOUL —» Senior officials met envoys.", ("SEOUL",), None, None, "en"),
    ("«SEOUL/TOKYO —» Two ministries signed a pact.", ("SEOUL", "TOKYO"), None, None, "en"),
    ("«SEOUL:» The ministry denied the report.", ("SEOUL",), None, None, "en"),
    ("«GROSSETO, Italy (AP) --» The trial of a captain opened.", ("GROSSETO, Italy",), "AP", None, "en"),
    ("«BEIJING, Sept. 2 (Xinhua) --» Exports grew.", ("BEIJING",), "Xinhua", "Sept. 2", "en"),
    ("«TOLEDO, Ohio (AP) _» A bridge was closed.", ("TOLEDO, Ohio",), "AP", None, "en"),
    ("«OSLO, June 3 Reuters -» A ferry ran aground.", ("OSLO",), "Reuters", "June 3", "en"),
    ("«NEW YORK, July 21, 2026 /PRNewswire/ --» A maker of pumps", ("NEW YORK",), "PRNewswire", "July 21, 2026", "en"),
    ("«London (AFP) -» A statue was found.", ("London",), "AFP", None, "en"),
    ("«Jan. 10 (Xinhua) --» A court ruled.", (), "Xinhua", "Jan. 10", "en"),
    ("«(Reuters) -» A maker of pumps made an offer.", (), "Reuters", None, "en"),
    ("«(CNN)» In a first, the council agreed.", (), "CNN", None, "en"),
    ("«Reuters -» Shares fell.", (), "Reuters", None, "en"),
    ("«Berlin (dpa) -» Ein Zug entgleiste.", ("Berlin",), "dpa", None, "de"),
    ("«MANILLE, 3 décembre (Reuters) -» Un navire a coulé.", ("MANILLE",), "Reuters", "3 décembre", "fr"),
    ("«Londres, 21 mar (EFE).-» El museo abrió.", ("Londres",), "EFE", "21 mar", "es"),
    ("«(ANSA) - ROMA, 22 MAR -» Il museo ha aperto.", ("ROMA",), "ANSA", "22 MAR", "it"),
    ("«МОСКВА, 27 августа. /ТАСС/.» Музей открылся.", ("МОСКВА",), "ТАСС", "27 августа", "ru"),
    ("«МОСКВА, 27 авг — РИА Новости.» Музей открылся.", ("МОСКВА",), "РИА Новости", "27 авг", "ru"),
    ("«(서울=연합뉴스) 홍길동 기자 =» 박물관이 문을 열었다.", ("서울",), "연합뉴스", None, "ko"),
    ("«(런던·서울=연합뉴스) 홍길동 특파원 =» 박물관이", ("런던", "서울"), "연합뉴스", None, "ko"),
    ("«新华社北京9月2日电（记者张三）»博物馆开放。", ("北京",), "新华社", "9月2日", "zh"),
    ("«（中央社記者張三台北27日電）»博物館開放。", ("台北",), "中央社", "27日", "zh"),
    ("«【ソウル聯合ニュース】»博物館が開館した。", ("ソウル",), "聯合ニュース", None, "ja"),
    ("«[東京 ２６日 ロイター] -» 博物館が開館した。", ("東京",), "ロイター", "２６日", "ja"),
    ("«مانيلا، 3 ديسمبر (رويترز) -» افتتح المتحف", ("مانيلا",), "رويترز", "3 ديسمبر", "ar"),
    ("«دمشق، سوريا (CNN) --» افتتح المتحف", ("دمشق، سوريا",), "CNN", None, "ar"),
    ("«القاهرة، مصر:» افتتح المتحف", ("القاهرة، مصر",), None, None, "ar"),
    ("«بيروت، لبنان -» افتتح المتحف", ("بيروت، لبنان",), None, None, "ar"),
    ("«JAKARTA, KOMPAS.com -» Museum dibuka.", ("JAKARTA",), "KOMPAS.com", None, "id"),
    ("«TEMPO.CO, Jakarta -» Museum dibuka.", ("Jakarta",), "TEMPO.CO", None, "id"),
    ("«Damascus [Syria], June 9 (ANI):» A museum opened.", ("Damascus [Syria]",), "ANI", "June 9", "en"),
    ("«Rostow (Russland) -» Ein Museum öffnete.", ("Rostow (Russland)",), None, None, "de"),
    ("By Jane Doe «London, Jun 11 (EFE).-» The museum opened.", ("London",), "EFE", "Jun 11", "en"),
    ("A museum opens at last. «PARIS —» The doors opened.", ("PARIS",), None, None, "en"),
    ("Leaders agree after visit«SEOUL —» The doors opened.", ("SEOUL",), None, None, "en"),
    ("«MADRID 24 Oct. (EUROPA PRESS) -» El museo abrió.", ("MADRID",), "EUROPA PRESS", "24 Oct.", "es"),
    ("«MOSCOW. June 3 (Interfax) -» A museum opened.", ("MOSCOW",), "Interfax", "June 3", "en"),
    ("«NEW DELHI, May 3:» A museum opened.", ("NEW DELHI",), None, "May 3", "en"),
    ("«Madrid.-» El museo abrió.", ("Madrid",), None, None, "es"),
    ("«LAS VEGAS\ufffd» A museum opened.", ("LAS VEGAS",), None, None, "en"),
    ("«Liputan6.com, Jakarta» Museum dibuka.", ("Jakarta",), "Liputan6.com", None, "id"),
    ("«Canadian Press - OTTAWA (CP) -» A museum opened.", ("OTTAWA",), "Canadian Press", None, "en"),
    ("«Bozen (mf).» Das Museum öffnete.", ("Bozen",), None, None, "de"),
    ("«【東京＝山田太郎】»博物館が開館した。", ("東京",), None, None, "ja"),
    ("«København /ritzau/:» Museet åbnede.", ("København",), "ritzau", None, "da"),
]


@pytest.mark.parametrize(("marked", "places", "agency", "date", "language"), FORMS, ids=[form[0] for form in FORMS])
def test_form(marked: str, places: tuple[str, ...], agency: str | None, date: str | None, language: str) -> None:
    start, end = marked.index("«"), marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    found = find_dateline(text, language)
    assert found is not None
    assert (found.start, found.end) == (start, end)
    assert (found.places, found.agency) == (places, agency)
    assert (text[slice(*found.date)] if found.date else None) == date


@pytest.mark.parametrize(
    "text",
    [
        "FILE - In this Dec. 31, 2016 file photo a bridge is seen.",
        "UPDATE: The bridge is open again.",
        "Photos: The bridge in pictures",
        "TL;DR: The bridge is open.",
        "Climate change: The bridge is too low.",
        "Editor's Note, December 19, 2025: We crossed the bridge.",
        "example.com: The bridge is open.",
        "HEALTH — The bridge is open.",
        "SPOILER ALERT - The bridge is open.",
        "DÉCRYPTAGE - The bridge is open.",
        "L’ÉDITORIAL DU PONT - The bridge is open.",
        "Alles ruiniert 16.11.2021 - The bridge is closed.",
        "Corona: The bridge is open.",
        "Bridge Inc. (BRDG) - The maker of bridges",
        "Blair: I would cross it again",
        "THE Palestinian bridge was closed.",
        "ENGLAND striker Joe Doe was injured.",
        "FRANCE'S bridge is closed.",
        "Dee Doe — a spokeswoman — said the bridge was closed.",
        "DOW Jones - the index fell.",
        "This is no welcome for the mayor Michael R. Bloomberg — who crossed the bridge.",
        "The one-on-one talks ended. A deal - the first - was signed.",
        "He crossed at 9:30 in Paris. The bridge was open.",
        "1878: Two teams crossed the bridge.",
        "",
        "—",
        "- - - : : .",
    ],
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text, "en") is None


def test_byline_in_front_is_kept_outside_the_span() -> None:
    text = "By Jane Doe LONDON (AP) — The bridge opened."
    found = find_dateline(text, "en")
    assert found is not None
    assert (found.byline, text[found.start : found.end]) == ("By Jane Doe", "LONDON (AP) —")


@pytest.mark.parametrize(
    "unit", ["SEOUL/", "SEOUL, ", "(AP) - ", "A. ", "A - ", "(", "【", "-", "AB ", "1 Mai ", "(서울=", "\ufffd"]
)
def test_cost_does_not_grow_with_the_text(unit: str) -> None:
    find_dateline("SEOUL — A", "en")
    started = time.process_time()
    find_dateline(unit * 100_000, "de")
    assert time.process_time() - started < 0.5


def test_no_dateline_ends_in_a_space() -> None:
    found = find_dateline("[부산=바다신문 김하늘 기자] 등대가 다시 문을 열었다.", "ko")
    assert found is not None
    assert (found.start, found.end) == (0, len("[부산=바다신문 김하늘 기자]"))
