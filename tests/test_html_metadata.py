"""What pages say of themselves: values, and the raw places that they come from."""

from pathlib import Path

import pytest

from newsparse import parse
from newsparse.html import read_html, visible_text
from newsparse.html.metadata.moments import moment
from newsparse.html.metadata.names import split_names
from newsparse.html.metadata.titles import Site

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
    (
        "a tag that the end of the page cuts",
        '<p>x<meta name="author" content="Ines Okafor"',
        "authors",
        ("Ines Okafor",),
    ),
    (
        "words of scripts are no marks",
        f'<script>{"date author " * 300}</script><p class="author">By Ines Okafor</p>',
        "authors",
        ("Ines Okafor",),
    ),
    (
        "a standfirst that is cut short in one place",
        '<meta property="og:description" content="The ferry ran aground off Pell…"><meta name="description" content="The ferry ran aground off Pell Point, and nobody was hurt.">',
        "standfirst",
        "The ferry ran aground off Pell Point, and nobody was hurt.",
    ),
    (
        "a standfirst that is cut short everywhere",
        '<meta property="og:description" content="The ferry ran aground off Pell…"><meta name="description" content="All about the harbour">',
        "standfirst",
        "The ferry ran aground off Pell…",
    ),
    (
        "a standfirst that was escaped twice",
        '<meta name="description" content="Okafor &amp;amp; Varga:&amp;nbsp;&amp;#8220;We sail&amp;#8221;">',
        "standfirst",
        "Okafor & Varga: “We sail”",
    ),
    (
        "a standfirst that repeats the headline",
        '<h1>Storm hits coast</h1><meta property="og:description" content="Storm hits coast!"><meta name="description" content="Nobody was hurt.">',
        "standfirst",
        "Nobody was hurt.",
    ),
    (
        "keywords that name the house or repeat the headline",
        "<h1>The harbour bridge at Pell Point opens</h1><meta property=og:site_name content='The Ledger'>"
        "<meta name=keywords content='ferries, the ledger, The harbour bridge at Pell Point opens'>",
        "tags",
        ("ferries",),
    ),
    ("a headline that is a topic", "<h1>Ferries</h1><meta name=keywords content=Ferries>", "tags", ("Ferries",)),
    (
        "keywords parted by semicolons",
        '<meta name="keywords" content="Ferries; #Harbour;Pianos (all kinds)">',
        "tags",
        ("Ferries", "Harbour", "Pianos (all kinds)"),
    ),
    ("a label before a name", '<meta name="author" content="Autor: Ines Okafor">', "authors", ("Ines Okafor",)),
    (
        "labels of several names",
        '<meta name="author" content="Text: Ines Okafor, Design: Tom Varga">',
        "authors",
        ("Ines Okafor", "Tom Varga"),
    ),
    (
        "who took the picture",
        '<meta name="author" content="Foto: Tom Varga"><p rel="author">Ines Okafor</p>',
        "authors",
        ("Ines Okafor",),
    ),
    ("an address is no author", '<meta property="article:author" content="https://t.example/ines">', "authors", None),
    ("time element", '<time datetime="2031-05-04T06:30+12:00">today</time>', "published", "2031-05-04T06:30:00+12:00"),
    (
        "date in the address",
        '<link rel=canonical href="https://t.example/2031/05/04/bridge">',
        "published",
        "2031-05-04",
    ),
    (
        "a date near the headline beats those of other stories",
        f"<div class=teaser><time datetime=2031-01-09>9 Jan</time></div>{'<p>x</p>' * 20}<h1>Storm hits coast</h1>"
        "<p>4 May 2031</p><p>The storm came at night.",
        "published",
        "2031-05-04",
    ),
    (
        "a marked date in words",
        "<h1><span>Sturm an der Küste</span></h1><p class=date>Sonntag, 4. Mai 2031, 6.30 Uhr</p>",
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
        "a house gives way to a person",
        ld('{"@type":"NewsArticle","author":{"name":"The Ledger"},"publisher":{"name":"The Ledger"}}')
        + '<meta name="author" content="Ines Okafor"><p>x',
        "authors",
        ("Ines Okafor",),
    ),
    (
        "a house is better than nobody",
        ld('{"@type":"NewsArticle","author":{"name":"The Ledger"},"publisher":{"name":"The Ledger"}}'),
        "authors",
        ("The Ledger",),
    ),
    (
        "a byline below its label",
        "<div class=byline><p>Written by</p><p>Ines Okafor</p></div>",
        "authors",
        ("Ines Okafor",),
    ),
    (
        "words that stand where authors do",
        "<div class=author>Home</div><div class=byline>By Ines Okafor</div>",
        "authors",
        ("Ines Okafor",),
    ),
    (
        "a byline that nothing marks",
        "<h1>Storm hits coast</h1><p>4 May 2031</p><p>By <a href=/i>Ines Okafor</a> and Tom Varga</p><p>The storm came at night.",
        "authors",
        ("Ines Okafor", "Tom Varga"),
    ),
    (
        "a name on the line after its label",
        "<h1>Storm hits coast</h1><p>Written by</p><p>Ines Okafor</p><p>The storm came at night.",
        "authors",
        ("Ines Okafor",),
    ),
    (
        "a photographer is no author",
        "<h1>Storm hits coast</h1><p>© Ines Okafor</p><p>Photo by Tom Varga</p><p>The storm came at night.",
        "authors",
        None,
    ),
    (
        "a byline beats a house",
        ld('{"@type":"NewsArticle","author":{"name":"The Ledger"},"publisher":{"name":"The Ledger"}}')
        + "<h1>Storm hits coast</h1><p>By Ines Okafor</p>",
        "authors",
        ("Ines Okafor",),
    ),
    (
        "a house that names its town",
        ld('{"@type":"NewsArticle","publisher":{"name":"The Ledger"}}')
        + '<meta name=author content="The Ledger, Pellpoint, Newland">',
        "authors",
        ("The Ledger", "Pellpoint", "Newland"),
    ),
    (
        "a name to log in with gives way to a person",
        ld('{"@type":"NewsArticle","author":{"name":"ines_okafor"}}') + "<p class=byline>By Ines Okafor</p>",
        "authors",
        ("Ines Okafor",),
    ),
    (
        "a declared name may hold figures",
        '<meta name=author content="Channel24 Newsroom">',
        "authors",
        ("Channel24 Newsroom",),
    ),
    (
        "a byline of one word beats other names",
        "<span class=byline>by <a href=/l>lupa</a></span><p class=author>Tom Varga</p>",
        "authors",
        ("lupa",),
    ),
    (
        "authors of other stories",
        f"<a rel=author href=/i>Ines Okafor</a><p>{'The bridge is open again. ' * 30}</p><a rel=author href=/t>Tom Varga</a>",
        "authors",
        ("Ines Okafor",),
    ),
    (
        "an author that the script only points at",
        ld(
            '{"@graph":[{"@type":"NewsArticle","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Ines Okafor"}]}'
        ),
        "authors",
        ("Ines Okafor",),
    ),
    (
        "given and family name",
        ld('{"@type":"Article","author":{"givenName":"Ines","familyName":"Okafor"}}'),
        "authors",
        ("Ines Okafor",),
    ),
    ("a comment around JSON", ld('<!-- {"@type":"NewsArticle","headline":"Storm hits"} -->'), "headline", "Storm hits"),
    (
        "CDATA around JSON",
        ld('//<![CDATA[\n{"@type":"NewsArticle","headline":"Storm hits"}\n//]]>'),
        "headline",
        "Storm hits",
    ),
    (
        "trailing commas",
        ld('{"@graph":[{"@type":"NewsArticle","headline":"Storm hits",},],}'),
        "headline",
        "Storm hits",
    ),
    (
        "escaped as HTML",
        ld("{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Storm hits&quot;}"),
        "headline",
        "Storm hits",
    ),
    (
        "several values",
        ld('{"@type":"Person","name":"Q"} {"@type":"NewsArticle","headline":"Storm hits"}'),
        "headline",
        "Storm hits",
    ),
    (
        "JSON that is cut off",
        ld('{"@type":"NewsArticle","headline":"Storm hits","author":{"name":"Ines Ok'),
        "headline",
        "Storm hits",
    ),
    (
        "a bare quote",
        ld('{"@type":"NewsArticle","headline":"Storm "hits"","datePublished":"2031-05-04"}'),
        "published",
        "2031-05-04",
    ),
    ("a bare quote in the value itself", ld('{"@type":"NewsArticle","headline":"Storm "hits""}'), "headline", None),
    (
        "comments in JSON",
        ld('{/* made by hand */"@type":"NewsArticle","headline":"Storm hits","author":["Ines Okafor"]}'),
        "headline",
        "Storm hits",
    ),
    (
        "a time as a number",
        ld('{"@type":"NewsArticle","datePublished":1935642600000}'),
        "published",
        "2031-05-04T06:30:00+00:00",
    ),
    (
        "RDFa",
        '<div typeof="schema:NewsArticle"><span property="schema:author">Ines Okafor</span></div>',
        "authors",
        ("Ines Okafor",),
    ),
    (
        "a headline in a lesser heading",
        "<title>Ledger</title><div class=logo><h3>Menu</h3></div><h2>Storm hits the northern coast and closes its bridge</h2>"
        f"<p>{'The bridge is closed until the wind drops. ' * 5}</p><h3>More</h3>",
        "headline",
        "Storm hits the northern coast and closes its bridge",
    ),
    ("a heading that nothing else speaks for", "<h2>Latest stories</h2><p>x", "headline", None),
    (
        "a headline between guillemets",
        "<title>«We have never seen such waves» - The Ledger</title><h1>«We have never seen such waves»</h1>"
        "<meta property=og:site_name content='The Ledger'><meta property=og:title content='«We have never seen such waves»'>",
        "headline",
        "«We have never seen such waves»",
    ),
    (
        "a kicker that runs into the headline",
        "<meta property=og:title content='Weather / Storm hits coast'><main><h1><span>Weather</span>Storm hits coast</h1></main>",
        "headline",
        "Weather / Storm hits coast",
    ),
    (
        "a headline with a mark of its site left at the end",
        "<title>Storm hits the northern coast - </title><p>x",
        "headline",
        "Storm hits the northern coast",
    ),
    (
        "title without its site",
        "<title>Storm hits the northern coast | Ledger</title><p>x",
        "headline",
        "Storm hits the northern coast",
    ),
    (
        "a description that is the title",
        "<title>Storm hits coast: what we know</title><h1>Storm hits coast</h1><meta name=description content='Storm hits coast: what we know'>",
        "standfirst",
        None,
    ),
    (
        "a description that is the headline with the name of a section",
        "<h1>Storm hits the northern coast</h1><meta name=description content='Storm hits the northern coast - Weather'>",
        "standfirst",
        None,
    ),
    (
        "a description that goes on from the headline",
        "<h1>Storm hits the northern coast</h1><meta name=description content='Storm hits the northern coast and two islands'>",
        "standfirst",
        "Storm hits the northern coast and two islands",
    ),
    (
        "tags that only machines read",
        "<meta name=keywords content='storm, 5f0c2d1e-7a44-4b0b-9a53-0c9d2f6b7e11, 100312362, 90210'>",
        "tags",
        ("storm", "90210"),
    ),
    (
        "records of the site among the tags",
        "<meta name=keywords content='storm, Page Type: Article, content-type: News, Tag: Islands'>",
        "tags",
        ("storm", "Islands"),
    ),
    (
        "a tag with a colon",
        "<meta name=keywords content='storm, Weather: what we know'>",
        "tags",
        ("storm", "Weather: what we know"),
    ),
    (
        "readers who have left a remark",
        "<h1>Storm</h1><p>x</p><ol class=comment-list><li><cite class='comment-author fn'>Tom Varga</cite></li></ol>",
        "authors",
        None,
    ),
    (
        "readers whom microdata mark",
        "<h1>Storm</h1><p>x</p><div itemtype='https://schema.org/Comment'><b itemprop=author>Tom Varga</b></div>",
        "authors",
        None,
    ),
    (
        "who is quoted",
        "<h1>Storm</h1><p>x</p><div class=pull-quote>We sail.<div><span class=author>Tom Varga</span></div></div>",
        "authors",
        None,
    ),
    ("a day where an author stands", "<h1>Storm</h1><div class=author>am</div><p>x", "authors", None),
    ("the address of an account", "<meta name=author content=harbour.com/tide>", "authors", None),
    (
        "tags that differ in their case",
        '<meta name=keywords content="Ferries, ferries, Harbour">',
        "tags",
        ("Ferries", "Harbour"),
    ),
    (
        "tags that are said one by one may hold a comma",
        "<meta property=article:tag content='Varga, Tom'><meta property=article:tag content=Ferries>"
        "<meta property=article:tag content=Pianos>",
        "tags",
        ("Varga, Tom", "Ferries", "Pianos"),
    ),
    (
        "tags that are said one by one and once more in a list",
        "<meta property=article:tag content=Ferries><meta property=article:tag content=Pianos>"
        "<meta property=article:tag content='Ferries, Pianos'>",
        "tags",
        ("Ferries", "Pianos"),
    ),
    (
        "records of a site beside its topics",
        "<meta name=keywords content='Category: Ferries, Machine Category: General, Page Type: Article, Pianos'>",
        "tags",
        ("Ferries", "Pianos"),
    ),
    (
        "tags as addresses file them",
        "<meta name=keywords content='sections/harbour, topic/ferries, person/tom varga'>",
        "tags",
        ("ferries", "tom varga"),
    ),
    (
        "tags that spell the address",
        "<link rel=canonical href=https://t.example/news/storm-hits-the-coast-of-pell-point-123>"
        "<meta name=keywords content='storm, hits, coast, pell, point'>",
        "tags",
        None,
    ),
    (
        "a description that the page prints under its headline",
        "<meta name=description content='Storm: all that we know of the ferry at Pell Point'>"
        "<meta name=dc.description content='Nobody was hurt when the ferry ran aground off Pell Point'>"
        "<h1>Storm hits the coast</h1><p>Nobody was hurt when the ferry ran aground off Pell Point</p><p>x",
        "standfirst",
        "Nobody was hurt when the ferry ran aground off Pell Point",
    ),
    (
        "a description of which the page prints the first part",
        "<meta name=description content='Nobody was hurt when the ferry ran aground off Pell Point at low tide. It sailed again at noon.'>"
        "<meta name=dc.description content='Nobody was hurt when the ferry ran aground off Pell Point at low tide.'>"
        "<h1>Storm hits the coast</h1><p>Nobody was hurt when the ferry ran aground off Pell Point at low tide.</p><p>x",
        "standfirst",
        "Nobody was hurt when the ferry ran aground off Pell Point at low tide. It sailed again at noon.",
    ),
    (
        "an author in a story that is open to comments",
        "<article class='post comment-open'><h1>Storm</h1><div class=author>Tom Varga</div></article>",
        "authors",
        ("Tom Varga",),
    ),
]


@pytest.mark.parametrize(("source", "field", "value"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_said(source: str, field: str, value: object) -> None:
    found = read_html(source).fields.get(field)  # type: ignore[call-overload]
    assert (found[0] if found else None) == value


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
    ("05/04/2031", None),
    ("25/04/2031", "2031-04-25"),
    ("04/25/2031", "2031-04-25"),
    ("04/04/2031", "2031-04-04"),
    ("Sun May 04 06:30:00 NZST 2031", "2031-05-04"),
    ("1935642600", "2031-05-04T06:30:00+00:00"),
    ("2031-13-04", None),
    ("yesterday", None),
    ("Updated on May 4, 2031", "2031-05-04"),
    ("May 4, 2031 | 13 min read", "2031-05-04"),
    ("May 4, 2031 at 6:30 p.m. ET", "2031-05-04"),
    ("Sun May 04 2031 06:30:00 GMT+1200 (NZST)", "2031-05-04T06:30:00+12:00"),
    ("4. April 2031", "2031-04-04"),
    ("Ports 4. 2. 2031", None),
    ("Marina, 01.12.2031", None),
    ("The 5 best ports of May 2031", None),
    ("May 2031", None),
    ("Sunday in May 2031", None),
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
    ("ByInes Okafor", ["Ines Okafor"]),
    ("Ines von Okafor", ["Ines von Okafor"]),
    ("More stories by Ines Okafor", ["Ines Okafor"]),
    ("Ines Okafor (io)", ["Ines Okafor"]),
    ("Illustration by Ines Okafor", []),
    ("By Ines Okafor - May 4, 2031", ["Ines Okafor"]),
    ("Von Ines Okafor am Sonntag, 4. Mai", ["Ines Okafor"]),
    ("Written by Ines Okafor in Storms on 4 May 2031", ["Ines Okafor"]),
    ("About the author", []),
    ("~ Ines Okafor", ["Ines Okafor"]),
    ("Text und Interview: Ines Okafor", ["Ines Okafor"]),
    ("Text und Bild von Ines Okafor", ["Ines Okafor"]),
    ("Written by", []),
    ("Author", []),
]


TITLES = [
    ("Storm hits coast | The Ledger", "Storm hits coast"),
    ("Storm hits coast - Weather - The Ledger", "Storm hits coast - Weather"),
    ("The Ledger: Storm hits coast", "Storm hits coast"),
    ("ledger.example » Storm hits coast", "Storm hits coast"),
    ("Storm: the coast is hit", "Storm: the coast is hit"),
    ("«Storm hits coast»", "«Storm hits coast»"),
    ("Mayor: «Storm hits coast» » The Ledger", "Mayor: «Storm hits coast»"),
    ("Storm hits coast « The Ledger", "Storm hits coast"),
    ("The Ledger", "The Ledger"),
    ("|", "|"),
]


@pytest.mark.parametrize(("title", "kept"), TITLES)
def test_site_is_cut_from_titles(title: str, kept: str) -> None:
    assert Site(["The Ledger"], "https://www.ledger.example/storm").without(title) == kept


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_split_names(text: str, names: list[str]) -> None:
    assert split_names(text) == names


def test_the_language_of_a_page_is_told_by_its_story_and_not_by_its_markup() -> None:
    prose = "Die Hafenbrücke ist nach neun Wochen wieder offen, und die ersten Busse fuhren am Morgen über sie. "
    menu = "<ul>" + "<li><a href='/the-latest'>All the latest for you</a></li>" * 40 + "</ul>"
    story = f"<h1>Brücke wieder offen</h1><p>{prose * 3}</p><p>{prose * 2}</p>"
    assert (
        parse(f"<html lang=utf-8><body>{menu}{story}{menu}<script>{'the of and to ' * 200}</script>").language == "de"
    )
