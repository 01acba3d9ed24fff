"""The byline of a page: the one line that names who wrote the article, among many with words of a byline."""

import pytest

from newsparse import parse
from newsparse.credits import read_credits
from newsparse.document import Line, Passage
from newsparse.html.byline import names_only

PROSE = "The harbour bridge reopened on Monday after nine weeks of repairs, and the first buses crossed it at dawn. "
PAGE = """<html><head><title>Harbour bridge reopens</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour bridge reopens"{author}}}</script>
</head><body><nav><a href="/a">Home</a></nav><article><h1>Harbour bridge reopens</h1>{above}
<p>{prose}</p><p>{prose}</p>{inside}<p>{prose}</p><p>{prose}</p></article>{below}</body></html>"""
ANA = ', "author": {"@type": "Person", "name": "Ana Ruiz"}'
HOUSE = ', "author": "Tide", "publisher": {"name": "Tide"}'
WIRE = ', "author": "PTI"'
USER = ', "author": "ferryman31"'
BOTH = ', "author": ["Ana Ruiz", "Tom Field"]'

CASES = [
    (ANA, "<div>By Ana Ruiz</div>", "", "", "By Ana Ruiz"),
    (ANA, "<div>Stand: 3. Mai 2031</div><div>3 min read</div><div>Ana Ruiz, harbour editor</div>", "", "", "Ana Ruiz, harbour editor"),
    (ANA, "<div>Updated 5 minutes ago</div>", "", "<div>Von Tom Field</div><div>By Ana Ruiz</div>", "By Ana Ruiz"),
    (ANA, "", "<p>by Ana Ruiz</p>", "", "by Ana Ruiz"),
    (ANA, "<div>Reading time: 3 min</div><div>Published by</div>", "", "", None),
    (ANA, "<figure><figcaption>Photo: Ana Ruiz</figcaption></figure>", "", "", None),
    (ANA, "<div>Have you a question for Ana Ruiz?</div>", "", "", None),
    (ANA, "<div><span>By Ana Ruiz</span><time>3 May 2031</time></div>", "", "", "By Ana Ruiz"),
    (ANA, "<div class=meta><time>3 May 2031</time> &middot; by <b>Ana Ruiz</b></div>", "", "", "by <b>Ana Ruiz"),
    (ANA, "<div><span>By Ana Ruiz</span>, <span class='publish-date'>3.5.2031 10:31</span></div>", "", "", "By Ana Ruiz"),
    (ANA, "<div>@ana</div>", "", "<footer>Website by Ana Ruiz</footer>", None),
    (ANA, "<div>Harbour bridge reopens - by Ana Ruiz</div>", "", "", None),
    (HOUSE, "<div>Jobs at Tide</div><div>Tide for Kids</div>", "", "", None),
    (HOUSE, "<div>Tide</div>", "", "", "Tide"),
    (HOUSE, "<div>Tide, 3 May 2031</div>", "", "", "Tide"),
    (WIRE, "<div>Subscriptions to the evening</div>", "", "", None),
    (WIRE, "<div>PTI, Pell Point</div>", "", "", "PTI, Pell Point"),
    ("", "<div>By Tom Field</div>", "", "", "By Tom Field"),
    ("", "<div>By bus from the harbour</div>", "", "", None),
    (ANA, "<div class='article-media'><img src=a.jpg><div>By Ana Ruiz</div></div>", "", "", "By Ana Ruiz"),
    (ANA, "<div class='image-box'><div>Ana Ruiz</div></div>", "", "", "Ana Ruiz"),
    (ANA, "<ul class='bottom'><li>Post author By Ana Ruiz</li></ul>", "", "", "Post author By Ana Ruiz"),
    (ANA, "<div class='bottom'>Ana Ruiz, harbours</div><div class='bottom'>By Ana Ruiz</div>", "", "", "By Ana Ruiz"),
    (ANA, "<div class='image-box'><div>Contact: Ana Ruiz</div></div>", "", "", None),
    (ANA, "<figure><figcaption>Ana Ruiz</figcaption></figure>", "", "", None),
    (HOUSE, "<div class='image-box'><div>Tide</div></div>", "", "", None),
    ("", "<div class='image-box'><div>By Tom Field</div></div>", "", "", "By Tom Field"),
    (ANA, "<figure><figcaption>Von Ana Ruiz, Redakteurin</figcaption></figure>", "", "", "Von Ana Ruiz, Redakteurin"),
    (ANA, "<div class='image-box'><div>Oct 30 2030 by Ana Ruiz</div></div>", "", "", "by Ana Ruiz"),
    (ANA, "<div class='image-box'><div>Photo by Ana Ruiz</div></div>", "", "", None),
    (ANA, "<div class='image-box'><div>© Ana Ruiz</div></div>", "", "", None),
    (ANA, "<div class='comments-link'>By Ana Ruiz</div>", "", "", "By Ana Ruiz"),
    (ANA, "<div>By Ana Ruiz</div>" + "<div>Share this story</div>" * 28, "", "", "By Ana Ruiz"),
    (ANA, "", "<footer>Ana Ruiz</footer>", "", "Ana Ruiz"),
    (ANA, "", "", "<footer><p>Ana Ruiz</p></footer>", None),
    (ANA, "<div>Geschrieben vonAna Ruiz</div>", "", "", "Geschrieben vonAna Ruiz"),
    (ANA, "<div>Ana Ruiz, AP</div>", "", "", "Ana Ruiz, AP"),
    (BOTH, "<div>Published on 3 May 2031 by Ana Ruiz and Tom Field</div>", "", "<p>Ana Ruiz</p>", "by Ana Ruiz and Tom Field"),
    (BOTH, "<div>Ana Ruiz</div><div>Tom Field</div>", "", "", "Ana Ruiz"),
    (USER, "<div>von ferryman31</div>", "", "", "von ferryman31"),
    (USER, "<div>Posted on May 3, 2031 by ferryman31</div>", "", "", "by ferryman31"),
    (USER, "<div>ferryman31 — 3 May 2031</div>", "", "", "ferryman31"),
]  # fmt: skip


@pytest.mark.parametrize(("author", "above", "inside", "below", "byline"), CASES)
def test_byline(author: str, above: str, inside: str, below: str, byline: str | None) -> None:
    source = PAGE.format(author=author, above=above, inside=inside, below=below, prose=PROSE)
    lead = parse(source).lead
    assert lead.byline == (byline.replace("<b>", "") if byline else None)
    assert (lead.authors == ()) is (not author and byline is None)
    if byline is not None:
        start, end = lead.spans["byline"]
        assert source[start:end] == byline


@pytest.mark.parametrize("line", ["<p>By Tom Field and Lee Sands</p>", "<h3>Von Tom Field</h3>"])
def test_a_byline_that_opens_the_body_is_none_of_its_paragraphs(line: str) -> None:
    source = PAGE.format(author=HOUSE, above=f"<p>{PROSE}</p>{line}", inside="", below="", prose=PROSE)
    lead = parse(source).lead
    assert lead.byline == line[line.index(">") + 1 : line.index("</")]
    assert lead.byline not in [paragraph.text for paragraph in lead.body]


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("By Tom Field", True),
        ("Por Ana Ruiz y Tom Field", True),
        ("By noon the ferry was full.", False),
        ("By Tom Field, in his own words: a day at sea.", False),
        ("© Tom Field", False),
    ],
)
def test_bylines_that_say_nothing_else(line: str, is_byline: bool) -> None:
    assert names_only(line) is is_byline


def passage(text: str) -> Passage:
    return Passage(Line(text, 0, len(text)), 0, len(text))


TIMED = [
    ("By Ana Ruiz | 3 May 2031", "By Ana Ruiz", "| 3 May 2031"),
    ("Posted on 3 May 2031 by Tom Field", "by Tom Field", "Posted on 3 May 2031"),
    ("3 May 2031, 10:31, Tom Field", "Tom Field", "3 May 2031, 10:31,"),
    ("3 May 2031\ufeff, Tom Field", "Tom Field", "3 May 2031\ufeff,"),
    ("By Ana RuizMay 3, 2031Updated: May 4, 2031", "By Ana Ruiz", "May 3, 2031"),
    ("3 May 2031", None, "3 May 2031"),
    ("Veröffentlicht am 3 May 2031 von Tom Field", "von Tom Field", "Veröffentlicht am 3 May 2031"),
]


@pytest.mark.parametrize(("text", "byline", "time"), TIMED)
def test_name_and_time_on_one_line_are_parted(text: str, byline: str | None, time: str) -> None:
    found = read_credits([Passage(Line(text, 0, len(text)), 0, len(text))], [], "en", None)
    assert (found.byline.text if found.byline else None) == byline
    assert found.times.published is not None
    assert found.times.published[1].text == time
    changed = found.times.modified[1].text if found.times.modified else ""
    parts = f"{byline or ''}{time}{changed}"
    assert sum(map(len, parts.split())) == sum(map(len, text.split())), "a part of the line is lost"


SIGNED = [
    ("Ana Ruiz 3 May 2031", "Ana Ruiz"),
    ("3 May 2031 by Ana Ruiz", "by Ana Ruiz"),
    ("Ana Ruiz Published 10:31, 3 May 2031", "Ana Ruiz"),
    ("North Korea 3 May 2031", None),
    ("Handball Switzerland 3 May 2031", None),
    ("World 3 May 2031", None),
    ("3 May 2031 | Harbour & Coast", None),
]


@pytest.mark.parametrize(("text", "byline"), SIGNED)
def test_a_name_on_the_line_of_a_time_is_the_byline(text: str, byline: str | None) -> None:
    found = read_credits([], [passage(text)], "en", None)
    assert (found.byline.text if found.byline else None) == byline
    assert found.times.published is not None
    assert found.times.published[0] == "2031-05-03"


NAMELESS = [
    "Political Correspondent",
    "Updated 20:03",
    "1 day ago",
    "Source:",
    "— Ana Ruiz (@anaruiz)",
    "Leave a comment",
]


@pytest.mark.parametrize("line", NAMELESS)
def test_the_line_that_names_an_author_is_the_byline(line: str) -> None:
    found = read_credits([passage(line), passage("By Ana Ruiz")], [], "en", None)
    assert found.byline is not None
    assert (found.byline.text, found.authors) == ("By Ana Ruiz", ("Ana Ruiz",))
    assert [left.text for _, left in found.leftovers] == [line]


BARE = [("• By Ana Ruiz", "By Ana Ruiz", ["•"]), ("* Ana Ruiz", "Ana Ruiz", ["*"]), ("Ana Ruiz —", "Ana Ruiz", ["—"])]


@pytest.mark.parametrize(("text", "byline", "signs"), BARE)
def test_signs_around_a_name_are_parted(text: str, byline: str, signs: list[str]) -> None:
    found = read_credits([passage(text)], [], "en", None)
    assert found.byline is not None
    assert found.byline.text == byline
    assert [(role, left.text) for role, left in found.leftovers] == [("markup", sign) for sign in signs]


COUNTED = [
    ("By Ana Ruiz • 3 min read", "By Ana Ruiz", ["• 3 min read"]),
    ("Ana Ruiz 2–3 minutes", "Ana Ruiz", ["2–3 minutes"]),
    ("By Ana Ruiz | 12 comments | Follow", "By Ana Ruiz", ["| Follow", "| 12 comments"]),
    ("Lesezeit: 3 Minuten", None, ["Lesezeit: 3 Minuten"]),
    ("By Ana Ruiz and 3 others", "By Ana Ruiz and 3 others", []),
    ("Loading...", None, []),
    ("5 min read", None, ["5 min read"]),
    ("Ana Ruiz2 minutes ago", "Ana Ruiz", ["2 minutes ago"]),
    ("Ana Ruiz 7 hours", "Ana Ruiz", ["7 hours"]),
    ("Coast24 Staff", "Coast24 Staff", []),
    ("| Lesedauer: 4 Minuten", None, ["| Lesedauer: 4 Minuten"]),
    ("Von Ana Ruiz · Lesezeit: 1 min", "Von Ana Ruiz", ["· Lesezeit: 1 min"]),
    ("Par Ana Ruiz, temps de lecture : 3 min", "Par Ana Ruiz", [", temps de lecture : 3 min"]),
]


@pytest.mark.parametrize(("text", "byline", "counts"), COUNTED)
def test_counts_and_buttons_behind_a_name_are_parted(text: str, byline: str | None, counts: list[str]) -> None:
    found = read_credits([Passage(Line(text, 0, len(text)), 0, len(text))], [], "en", None)
    assert (found.byline.text if found.byline else None) == byline
    assert [passage.text for role, passage in found.leftovers if role == "other"] == counts


ANNOUNCED = [
    ("By Ana Ruiz – Updated", "By Ana Ruiz", "– Updated"),
    ("Ana RuizPublished", "Ana Ruiz", "Published"),
    ("von Ana Ruiz Zuletzt geändert am", "von Ana Ruiz", "Zuletzt geändert am"),
    ("Posted by Ana Ruiz on", "Posted by Ana Ruiz", "on"),
    ("Veröffentlicht am", None, "Veröffentlicht am"),
    ("By Audiophile On", "By Audiophile On", None),
    ("Par Kab Niang Le", "Par Kab Niang Le", None),
]


@pytest.mark.parametrize(("text", "byline", "announced"), ANNOUNCED)
def test_what_announces_a_time_behind_a_name_is_parted(text: str, byline: str | None, announced: str | None) -> None:
    """The time itself stands on a line of its own."""
    found = read_credits([Passage(Line(text, 0, len(text)), 0, len(text))], [], "en", None)
    assert (found.byline.text if found.byline else None) == byline
    assert [passage.text for role, passage in found.leftovers if role == "timestamp"] == [announced][: bool(announced)]
    parted = "".join(passage.text for _, passage in found.leftovers)
    assert ((byline or "") + parted).replace(" ", "") == text.replace(" ", "")  # nothing between them has no role
