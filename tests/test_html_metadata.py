"""What pages say of themselves: values, and the raw places that they come from."""

from pathlib import Path

import pytest

from newsparse.html import read_html, visible_text
from newsparse.html.moments import moment
from newsparse.html.names import split_names
from newsparse.html.titles import Site

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"


@pytest.fixture(name="source")
def _source() -> str:
    return (FIXTURES / "harbour.html").read_text("utf-8")


def test_fields_of_a_news_page(source: str) -> None:
    fields = {name: value for name, (value, _) in read_html(source).fields.items()}
    assert fields == {
        "headline": "Harbour bridge reopens after repairs",
        "standfirst": "Ferries carried commuters for eleven weeks & will stay.",
        "published": "2031-05-04T06:30:00+12:00",
        "modified": "2031-05-04T09:10:00+12:00",
        "section": "Transport",
        "site": "The Tidewater Ledger",
        "url": "https://tidewater.example/news/2031/05/harbour-bridge-reopens-after-repairs",
        "authors": ("Ines Okafor", "Tom Varga"),
        "tags": ("bridges", "ferries"),
    }


def test_copied_fields_stand_where_they_say(source: str) -> None:
    fields = read_html(source).fields
    for name in ("headline", "standfirst", "section", "site"):
        value, place = fields[name]
        assert place is not None
        assert visible_text(source[place[0] : place[1]]) == value


def test_language(source: str) -> None:
    assert read_html(source).language == "en-NZ"
    assert read_html("<html lang='DE_at'>").language == "de-AT"
    assert read_html("<p>One").language is None


def ld(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


SAID = [
    ("itemprop", '<span itemprop="author">Ines Okafor</span><p>x', "authors", ("Ines Okafor",)),
    ("rel", '<p>By <a rel="author" href="/i">Ines Okafor</a>, Pell Point</p>', "authors", ("Ines Okafor",)),
    (
        "meta author with a lead-in",
        '<meta name="author" content="By Ines Okafor and Tom Varga">',
        "authors",
        ("Ines Okafor", "Tom Varga"),
    ),
    ("an address is no author", '<meta property="article:author" content="https://t.example/ines">', "authors", None),
    ("time element", '<time datetime="2031-05-04T06:30+12:00">today</time>', "published", "2031-05-04T06:30:00+12:00"),
    (
        "date in the address",
        '<link rel=canonical href="https://t.example/2031/05/04/bridge">',
        "published",
        "2031-05-04",
    ),
    ("broken JSON", '<script type="application/ld+json">{"@type": "NewsArticle", "headline": ', "headline", None),
    ("JSON with a raw line break", ld('{"@type":"NewsArticle","headline":"Storm\n hits"}'), "headline", "Storm hits"),
    ("JSON in a list", ld('[{"@type":["NewsArticle"],"headline":"Storm"}]'), "headline", "Storm"),
    (
        "other stories in a list are not the page",
        ld('{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Storm"}]}'),
        "headline",
        None,
    ),
    (
        "voices outvote a kicker",
        "<title>Storm hits coast</title><meta property=og:title content='Storm hits coast'>"
        "<meta name=twitter:title content='Storm hits coast'><h1>Weather</h1>",
        "headline",
        "Storm hits coast",
    ),
    (
        "the printed headline beats the one for search engines",
        "<title>Bridge news 2031 | Ledger</title><meta property=og:title content='Bridge news 2031 | Ledger'>"
        "<main><h1>The bridge is open again</h1></main>",
        "headline",
        "The bridge is open again",
    ),
    (
        "JSON-LD and OpenGraph together beat the h1",
        ld('{"@type":"NewsArticle","headline":"Storm hits the northern coast"}')
        + "<meta property=og:title content='Storm hits the northern coast'><h1>Storm: live updates</h1>",
        "headline",
        "Storm hits the northern coast",
    ),
    (
        "an h1 that names the site",
        "<title>Storm hits the northern coast - The Ledger</title><meta property=og:site_name content='The Ledger'>"
        "<h1><a href='https://ledger.example/'>The Ledger</a></h1><h2>Storm hits the northern coast</h2>",
        "headline",
        "Storm hits the northern coast",
    ),
    (
        "an h1 that leads home",
        "<title>Storm hits the northern coast</title><h1><a href='/'>All the news</a></h1><h3>Storm hits the northern coast</h3>",
        "headline",
        "Storm hits the northern coast",
    ),
    (
        "a kicker inside the h1",
        ld('{"@type":"NewsArticle","headline":"Storm hits the northern coast"}')
        + "<meta property=og:title content='Storm hits the northern coast'>"
        "<h1><span>Weather</span> Storm hits the northern coast</h1>",
        "headline",
        "Storm hits the northern coast",
    ),
    (
        "a meta tag cut by its own quotes",
        """<meta property="og:title" content="Mayor calls bridge "a disgrace" to the town">"""
        """<meta name="twitter:title" content="Mayor calls bridge "a disgrace" to the town">"""
        "<h1>Mayor calls bridge a disgrace</h1>",
        "headline",
        "Mayor calls bridge a disgrace",
    ),
    (
        "meta tags without spaces between them",
        """<meta property="og:title"content="Mayor calls bridge a disgrace"name="x">""",
        "headline",
        "Mayor calls bridge a disgrace",
    ),
    (
        "title without its site",
        "<title>Storm hits the northern coast | Ledger</title><p>x",
        "headline",
        "Storm hits the northern coast",
    ),
]


@pytest.mark.parametrize(("source", "field", "value"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_said(source: str, field: str, value: object) -> None:
    found = read_html(source).fields.get(field)  # type: ignore[call-overload]
    assert (found[0] if found else None) == value


def test_embedded_body_points_into_the_script() -> None:
    source = (
        '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":'
        '"The bridge is open again, engineers said.\\n\\nFerries stay until the autumn."}</script>'
    )
    embedded = read_html(source).embedded
    assert [text for text, _ in embedded] == [
        "The bridge is open again, engineers said.",
        "Ferries stay until the autumn.",
    ]
    assert [source[start:end] for _, (start, end) in embedded] == [text for text, _ in embedded]


MOMENTS = [
    ("2031-05-04T06:30:00+12:00", "2031-05-04T06:30:00+12:00"),
    ("2031-05-04T06:30:00.123Z", "2031-05-04T06:30:00+00:00"),
    ("2031-05-04 06:30:00 +1200", "2031-05-04T06:30:00+12:00"),
    ("2031-05-04 06:30:00", "2031-05-04"),
    ("20310504", "2031-05-04"),
    ("Sun, 04 May 2031 06:30:00 GMT", "2031-05-04T06:30:00+00:00"),
    ("May 4, 2031", "2031-05-04"),
    ("4 May 2031", "2031-05-04"),
    ("04.05.2031, 06:30", "2031-05-04"),
    ("2031-13-04", None),
    ("yesterday", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), MOMENTS)
def test_moment(text: str, expected: str | None) -> None:
    assert moment(text) == expected


NAMES = [
    ("By Ines Okafor", ["Ines Okafor"]),
    ("Von Ines Okafor und Tom Varga", ["Ines Okafor", "Tom Varga"]),
    ("Ines Okafor, Tom Varga; Lee Sands", ["Ines Okafor", "Tom Varga", "Lee Sands"]),
    ("https://t.example/people/ines", []),
    ("ines@t.example", []),
    ("Name *", []),
]


TITLES = [
    ("Storm hits coast | The Ledger", "Storm hits coast"),
    ("Storm hits coast - Weather - The Ledger", "Storm hits coast - Weather"),
    ("The Ledger: Storm hits coast", "Storm hits coast"),
    ("ledger.example » Storm hits coast", "Storm hits coast"),
    ("Storm: the coast is hit", "Storm: the coast is hit"),
    ("The Ledger", "The Ledger"),
    ("|", "|"),
]


@pytest.mark.parametrize(("title", "kept"), TITLES)
def test_site_is_cut_from_titles(title: str, kept: str) -> None:
    assert Site(["The Ledger"], "https://www.ledger.example/storm").without(title) == kept


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_split_names(text: str, names: list[str]) -> None:
    assert split_names(text) == names
