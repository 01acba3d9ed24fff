"""Header blocks: what a text states of its story by labels, and what only looks like that."""

import time

import pytest

from newsparse import parse, parse_all
from newsparse.markup.headers import read_header, read_stamps

STORY = (
    "The ferry sailed on Monday after the storm had passed over the town, and the mayor said that the harbour would "
    "stay shut for a week because the quay had given way in two places."
)


def roles(texts: list[str]) -> list[tuple[int, str, str]]:
    header = read_header(texts)
    found = [piece for pieces in header.pieces.values() for piece in pieces] if header else []
    return [(p.line, p.role, texts[p.line][p.start : p.end]) for p in found if p.role != "markup"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Title: Ferry is back", "By: Ana Vörös", STORY], [(0, "headline", "Ferry is back"), (1, "byline", "Ana Vörös")]),
        (["Ferry is back", "BYLINE: Ana Vörös", "SECTION: News; Pg. 4", STORY], [(1, "byline", "Ana Vörös"), (2, "section", "News; Pg. 4")]),
        (["Titel：Fähre ist zurück", "Quelle： Küstenpost", STORY], [(0, "headline", "Fähre ist zurück"), (1, "site", "Küstenpost")]),
        (["Title:", "Ferry is back", "Date:", "3 June 2024", STORY], [(1, "headline", "Ferry is back"), (3, "timestamp", "3 June 2024")]),
        (['title: "Ferry is back"', "date: 2024-06-03"], [(0, "headline", "Ferry is back"), (1, "timestamp", "2024-06-03")]),
        (["Updated: 3 June 2024", "Author: Ana Vörös"], [(0, "timestamp", "Updated: 3 June 2024"), (1, "byline", "Ana Vörös")]),
        (["Subject: Ferry is back", "From: Ana", STORY], [(0, "headline", "Ferry is back"), (1, "other", "Ana")]),
        (["Title: Ferry is back", "Subject: Ferries; Storms"], [(0, "headline", "Ferry is back"), (1, "tags", "Ferries; Storms")]),
        (["Title: Ferry is back | Coast Post", "Source: Coast Post"], [(0, "headline", "Ferry is back"), (1, "site", "Coast Post")]),
        (["Title: Ferry is back - Coast Post", "Date: 3 June 2024", "Ferry is back"], [(0, "headline", "Ferry is back"), (1, "timestamp", "3 June 2024")]),
        (["Title: Ferry is back", "Author: Ana", STORY, "Load-Date: June 4, 2024"], [(0, "headline", "Ferry is back"), (1, "byline", "Ana"), (3, "other", "June 4, 2024")]),
        (["Ferry is back", "212 words", "3 June 2024", "Coast Post", "COPO", "English", "© 2024 Coast Post", STORY], [(1, "other", "212 words"), (2, "timestamp", "3 June 2024"), (3, "site", "Coast Post"), (4, "other", "COPO"), (5, "other", "English"), (6, "legal", "© 2024 Coast Post")]),
        (["---", "title: Ferry is back", "author:", '- "[[Ana Vörös]]"', "layout: post", "---"], [(1, "headline", "Ferry is back"), (3, "byline", "Ana Vörös"), (4, "other", "post")]),
        (["HD Ferry is back", "WC 212 words", "PD 3 June 2024", "SN Coast Post", "LP " + STORY], [(0, "headline", "Ferry is back"), (1, "other", "212 words"), (2, "timestamp", "3 June 2024"), (3, "site", "Coast Post")]),
    ],
)  # fmt: skip
def test_what_labels_state(texts: list[str], expected: list[tuple[int, str, str]]) -> None:
    assert roles(texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [STORY],
        ["Title: Ferry is back", STORY],
        ["Source: Coast Post", "Source: Reuters", STORY],
        ["Ferry is back", STORY, "Date: 3 June", "Author: Ana Vörös"],
        ["Location: the quay", "Tickets: ten crowns", STORY],
        ["Language: English", "Pages: 4", STORY],
        ["Title:Ferry", "Author:Ana"],
        ["US Ferry is back", "PM speaks", "PD arrests two", "SN opens"],
        ["212 words", "that shook the town", STORY],
        ["---", STORY, "---"],
        ["---", "Ferry is back"],
        ["---", "---", STORY],
        ["Date night is back", "By the sea", STORY],
    ],
)
def test_what_is_no_header(texts: list[str]) -> None:
    assert read_header(texts) is None


def test_the_address_of_a_page_stands_in_the_source() -> None:
    text = f"Source URL: https://post.test/ferry\nTitle: Ferry is back\n\n{STORY}\n"
    lead = parse(text).lead
    assert lead.url == "https://post.test/ferry" == text[slice(*lead.spans["url"])]
    assert (lead.headline, [paragraph.text for paragraph in lead.body]) == ("Ferry is back", [STORY])


def test_what_a_header_states_comes_before_what_looks_like_it() -> None:
    text = f"Ferry is back\nCoast Post\nSection: News\nByline: Ana Vörös\n\n{STORY}\n"
    assert parse(text).lead.authors == ("Ana Vörös",)


def test_an_export_of_several_documents_is_several_articles() -> None:
    titles = ["Ferry is back after a week of storms", "Council keeps the old bridge shut"]
    labels = "BYLINE: Ana Vörös\n\nLENGTH: 40 words"
    counted = [
        f"{at} of 2 DOCUMENTS\n\nCoast Post\n\nJune 3, 2024 Monday\n\n{title}\n\n{labels}\n\n{STORY}\n\n"
        for at, title in enumerate(titles, 1)
    ]
    records = list(parse_all("".join(counted)))
    assert [record.lead.headline for record in records] == titles
    assert {(record.lead.site, record.lead.published) for record in records} == {("Coast Post", "2024-06-03")}
    closed = "".join(f"{title}\n\n{STORY}\n\n{STORY}\n\nEnd of Document\n\n" for title in titles)
    assert [record.lead.headline for record in parse_all(closed)] == titles


@pytest.mark.parametrize(
    "stamp",
    [
        "[14/05/2024, 08:31:22] Ana:",
        "14.05.24, 08:31 - Ana Vörös:",
        "5/14/24, 8:31 AM - +33 6 12:",
        "[2024-05-14 08:31] Ana:",
    ],
)
def test_who_sent_a_message_is_no_part_of_the_story(stamp: str) -> None:
    lead = parse(f"{stamp} Ferry is back after a week of storms\n\n{STORY}\n{stamp} finally!\n").lead
    assert lead.headline == "Ferry is back after a week of storms"
    assert (lead.published, lead.byline) == (None, None)
    assert read_stamps(["14 May: Ferry is back", f"{stamp} finally!"]) == {}


@pytest.mark.parametrize("line", ["a: b", "Title: x", "Title:", "HD x", "a" * 28 + ":", "1 words"])
def test_many_labels_take_linear_time(line: str) -> None:
    start = time.process_time()
    read_header([line] * 50_000)
    assert time.process_time() - start < 5
