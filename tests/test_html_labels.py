"""Roles of the lines of a page: the body, the related stories and the rest."""

from pathlib import Path
from urllib.parse import urljoin

import pytest

from newsparse.html import label_html, read_html
from newsparse.html.reading.links import Links
from newsparse.html.related.addresses import are_alike, read_address

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"


def roles() -> list[tuple[str, str]]:
    page = read_html((FIXTURES / "harbour.html").read_text("utf-8"))
    return [(piece.role, page.lines[piece.line].text) for piece in label_html(page)]


def test_body_and_nothing_else() -> None:
    body = [text[:20] for role, text in roles() if role in {"body", "heading", "quote", "list_item"}]
    assert body == [
        "The harbour bridge a", "Engineers replaced 1", "Ferries stay", "The ferries that car", "We had forgotten how",
        "The first ferry leav", "A single trip costs ", "The repairs cost 38 ",
    ]  # fmt: skip


def test_kinds_follow_the_tags() -> None:
    kinds = {text[:12]: role for role, text in roles()}
    assert kinds["Ferries stay"] == "heading"
    assert kinds["We had forgo"] == "quote"
    assert kinds["A single tri"] == "list_item"


def test_related_stories_keep_their_cards_together() -> None:
    related = [(role, text[:24]) for role, text in roles() if role.startswith("related")]
    assert related == [
        ("related_headline", "Crack found in harbour b"),
        ("related_summary", "Inspectors closed the br"),
        ("related_timestamp", "16 February 2031"),
        ("related_headline", "Ferry crews work double "),
    ]


def test_address_of_a_related_story() -> None:
    source = (FIXTURES / "harbour.html").read_text("utf-8")
    page = read_html(source)
    line = next(piece.line for piece in label_html(page) if piece.role == "related_headline")
    url, (start, end) = page.links[line]
    assert url == "https://tidewater.example/news/2031/04/crack-found-in-harbour-bridge-cable"
    assert source[start:end] == "/news/2031/04/crack-found-in-harbour-bridge-cable"


def test_printed_headline() -> None:
    assert [text for role, text in roles() if role == "headline"] == [
        "Harbour bridge reopens after repairs | The Tidewater Ledger",
        "Harbour bridge reopens after repairs",
    ]


ADDRESSES = [
    ("https://t.example/news/crack-found-in-harbour-bridge-cable", True),
    ("https://t.example/2031/05/04/bridge", True),
    ("https://t.example/article/1234567", True),
    ("https://t.example/view?id=998877", True),
    ("https://t.example/crack_found_in_bridge", True),
    ("/News/CRACK-FOUND-IN-CABLE", True),
    ("/Tags/crack-found-in-cable", False),
    ("https://t.example/sport", False),
    ("https://t.example/tag/harbour-bridge-repairs-and-more", False),
    ("https://t.example/topics/harbour/0504/16565.html", True),
    ("https://t.example/?post_type=post&p=1725228", True),
    ("https://t.example/forum/the-bridge-and-the-ferries-71625", False),
    ("/2031/05/04/bridge", True),
    ("bridge-opens-after-eleven-weeks.html", True),
    ("javascript:open(12345)", False),
    ("https://share.example/?u=https%3A%2F%2Ft.example%2Fcrack-found-in-bridge", False),
    ("mailto:news@t.example", False),
    ("", False),
]


@pytest.mark.parametrize(("address", "story"), ADDRESSES)
def test_story_addresses(address: str, story: bool) -> None:
    read = read_address(address)
    assert bool(read and read.is_story and not read.is_service) is story


def test_addresses_alike() -> None:
    own = read_address("https://t.example/news/crack-found-in-bridge-1234567.html")
    like = read_address("https://other.example/sport/sailing-crew-comes-second-7654321.html")
    section = read_address("https://t.example/news/harbour.html")
    assert own and like and section
    assert are_alike(own, like)
    assert not are_alike(own, section)


BASE = "https://t.example/news/today/index.html?page=2"
JOINED = [
    "https://other.example/news/crack-in-bridge?id=7",
    "https://other.example",
    "https://other.example:8080/a;b?",
    "http://other.example/a/../b",
    "HTTPS://T.example/A",
    "/news/2031/05/bridge_reopens?x=/a?b",
    "/news//bridge/",
    "/news/./../bridge",
    "/news/über",
    "//cdn.example/a",
    "/",
    "bridge.html",
    "?page=3",
    "#top",
    "https://[bad/a",
    "mailto:news@t.example",
]


@pytest.mark.parametrize("address", JOINED)
@pytest.mark.parametrize("base", [BASE, "https://t.example:8443/a", ""])
def test_addresses_are_joined_as_browsers_do(address: str, base: str) -> None:
    page = read_html(f'<a href="{address}">Crack found in harbour bridge</a>')
    try:
        expected = urljoin(base, address)
    except ValueError:
        expected = address
    assert Links(page.tree, base)[0][0] == expected


WRITTEN = [
    ("first", ' href="/a" class="x"', "/a"),
    ("behind others", ' class="x y" data-id="7" href="/a"', "/a"),
    ("on a line of its own", '\n  class="x"\n  href="/a"\n', "/a"),
    ("the first of two", ' HREF="/a" href="/b"', "/a"),
    ("inside of another value", """ data-go=' href="/b"' href="/a\"""", "/a"),
    ("in the name of another", ' data-href="/b" href="/a"', "/a"),
    ("unquoted", " class=x href=/a", "/a"),
    ("with spaces around the sign", ' href = "/a"', "/a"),
]


@pytest.mark.parametrize(("written", "address"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_a_links_address_is_read_however_it_is_written(written: str, address: str) -> None:
    page = read_html(f"<p><a{written}>Bridge reopens after repairs</a></p>")
    assert Links(page.tree, "")[0][0] == address
