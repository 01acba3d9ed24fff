"""Related stories: which lines of a page tell of other stories, and what the lines around them tell."""

import re

import pytest

from newsparse import parse
from newsparse.html import label_html, read_html

STORY = "".join(
    f"<p>The harbour bridge at Pell Point opened again on day {day}, eleven weeks after engineers found a crack.</p>"
    for day in range(6)
)
"""Paragraphs enough to be an article."""


CANONICAL = "<link rel=canonical href=https://t.example/2031/05/06/harbour-bridge-opens>"


def page(before: str = "", inside: str = "", after: str = "") -> str:
    return (
        f"<html><head><title>Harbour bridge opens</title>{CANONICAL}</head><body>{before}<main><article><h1>Harbour bridge opens</h1>"
        f"{STORY}{inside}{STORY}</article></main>{after}</body></html>"
    )


def headlines(source: str) -> list[str]:
    found = read_html(source)
    return [found.lines[piece.line].text for piece in label_html(found) if piece.role == "related_headline"]


def link(text: str, slug: str = "") -> str:
    return f'<a href="/2031/05/04/{slug or text.lower().replace(" ", "-")}">{text}</a>'


TEASERS = ["Ferry crews work double shifts", "Council votes for a second bridge", "Storm closes the coastal road again"]
PAID = ["New boat sails with less fuel", "Why this crane is the better choice", "Three tips for a dry cellar in winter"]
LIST = "".join(f"<li>{link(text)}</li>" for text in TEASERS)
SECTIONS = "".join(
    f'<li><a href="/{address}">{name}</a></li>'
    for address, name in (
        ("sport", "Sport"),
        ("sport/sailing", "Sailing and rowing in the harbour"),
        ("service/delivery", "Delivery and subscriptions abroad"),
        ("topics/ferries-and-bridges", "All about our ferries and bridges"),
        ("weather", "Weather"),
    )
)
CARDS = "".join(
    f'<div class="card"><img src="{slug}.jpg"><h3 class="card-title"><a href="/{slug}/">{title}</a></h3></div>'
    for title, slug in (
        ("Ferries through the year: which to take in which month", "ferries-through-the-year"),
        ("Bridges of the northern coast that you should cross once", "bridges-of-the-coast"),
        ("Harbour jobs that pay now, and who can still have them", "harbour-jobs-that-pay"),
    )
)

PAGES = [
    ("a list after the story", page(after=f"<section><h2>Latest</h2><ul>{LIST}</ul></section>"), TEASERS),
    ("stories that a menu shows", page(before=f"<nav><ul>{LIST}</ul></nav>"), TEASERS),
    ("a menu of sections", page(before=f"<nav><ul>{SECTIONS}</ul></nav>"), []),
    ("a footer of sections", page(after=f"<footer><ul>{SECTIONS}</ul></footer>"), []),
    (
        "a footer of stories",
        page(after="<footer><ul>" + "".join(f"<li>{link('Day after day: ' + text)}</li>" for text in TEASERS) + "</ul></footer>"),
        ["Day after day: " + text for text in TEASERS],
    ),
    (
        "a line inside the story that announces another",
        page(inside=f"<p>Read more: {link('Council votes for a second bridge')}</p>") ,
        ["Read more: Council votes for a second bridge"],
    ),
    (
        "a linked heading of the story's own",
        page(inside=f"<h2>{link('How the crack was found')}</h2>", after=f"<ul>{LIST}</ul>"),
        TEASERS,
    ),
    (
        "a linked credit under a picture",
        page(
            inside="<p><img src=a.jpg><a href=https://films.example/>Tidewater Wedding Pictures and Films</a></p>",
            after=f"<ul>{LIST}</ul>",
        ),
        TEASERS,
    ),
    (
        "sponsored links",
        page(after=f"<ul>{LIST}<li><a rel='nofollow sponsored' href='/2031/05/04/a-new-boat-for-you'>A new boat for all of you</a></li></ul>"),
        TEASERS,
    ),
    (
        "labels of what somebody paid for",
        page(
            after=f"<ul>{LIST}<li><div>Sponsored</div>{link('A boat for all of you to buy')}</li>"
            f"<li>{link('Anzeige: A boat for all of you to buy')}</li><li>{link('Port keeps one ferry until autumn')}</li></ul>"
        ),
        [*TEASERS, "Port keeps one ferry until autumn"],
    ),
    (
        "a list under a label of what somebody paid for",
        page(
            after=f"<ul>{LIST}</ul><div><h4>Sponsored articles</h4><ul class=x>"
            + "".join(f"<li>{link(text)}</li>" for text in PAID)
            + "</ul></div>"
        ),
        TEASERS,
    ),
    (
        "what is for sale",
        page(after=f"<ul>{LIST}<li>{link('A boat for all of you to buy')}<p>2,00 €</p></li></ul>"),
        TEASERS,
    ),
    (
        "the story's own section and author",
        page(
            before="<meta property=article:section content='Harbours and ferries'><meta name=author content='Ines Okafor-Delacroix'>",
            after=f"<ul>{LIST}<li>{link('Harbours and ferries')}</li><li>{link('Ines Okafor-Delacroix')}</li></ul>",
        ),
        TEASERS,
    ),
    (
        "two stories in one line",
        page(after=f"<ul>{LIST}<li>{link('Ferry crews go home at last')} | {link('Cranes leave the harbour bridge')}</li></ul>"),
        TEASERS,
    ),
    (
        "one label for several addresses",
        page(
            after=f"<ul>{LIST}"
            + "".join(f"<li>{link('This post is no longer shown here', f'post-{n}-of-the-day')}</li>" for n in range(3))
            + "</ul>"
        ),
        TEASERS,
    ),
    (
        "click trackers",
        page(after=f"<ul>{LIST}<li><a href='https://ads.example/clicktracking/2031/a-boat-for-you'>A boat for all of you to buy</a></li></ul>"),
        TEASERS,
    ),
    (
        "products",
        page(after=f"<ul>{LIST}<li><a href='/products/rain-coat-for-the-ferry-12345'>Rain coat for the ferry</a></li></ul>"),
        TEASERS,
    ),
    ("cards of guides", page(after="<section class=related><h2>More stories</h2>" + CARDS + "</section>"), re.findall(r"/\">([^<]+)", CARDS)),
    (
        "the next post",
        page(after=f"<nav><div class='nav-next'>{link('Ferry crews work double shifts')}</div></nav>"),
        ["Ferry crews work double shifts"],
    ),
    (
        "buttons that share the story",
        page(
            after=f"<ul>{LIST}"
            + "".join(f"<li><a href='/2031/05/06/harbour-bridge-opens?share={name}'>Click to share this on {name}</a></li>" for name in ("Chirper", "Postbook"))
            + "</ul>"
        ),
        TEASERS,
    ),
    (
        "another page of the story",
        page(after=f"<ul>{LIST}<li><a href='/2031/05/06/harbour-bridge-opens?page=2'>Go on reading on page two</a></li></ul>"),
        TEASERS,
    ),
    ("the same page behind another slash", page(after=f"<ul>{LIST}<li><a href='/2031/05/06/harbour-bridge-opens/#cable'>How the cable was made</a></li></ul>"), TEASERS),
    ("offers of work", page(after=f"<ul>{LIST}<li>{link('Ferry pilot for Pell Point (m/f/d)', 'ferry-pilot-for-pell-point')}</li></ul>"), TEASERS),
    ("work in a folder of its own", page(after=f"<ul>{LIST}<li><a href='/job-en/ferry-pilot-for-pell-point/22213'>Ferry pilot for Pell Point sought</a></li></ul>"), TEASERS),
    ("a shop with a host of its own", page(after=f"<ul>{LIST}<li><a href='https://shop.t.example/2031/rain-coat-for-the-ferry'>Rain coat for the ferry</a></li></ul>"), TEASERS),
    ("a section called as a host may be", page(after=f"<ul>{LIST}<li><a href='/career/2031/05/04/pilots-go-home-at-last'>Ferry pilots go home at last</a></li></ul>"), [*TEASERS, "Ferry pilots go home at last"]),
    ("what readers say", page(after=f"<ul>{LIST}<li>Ann on <a href='/2031/05/04/pilots-go-home-at-last#comment-5118'>Ferry pilots go home at last</a></li></ul>"), TEASERS),
    ("a bare address", page(after=f"<ul>{LIST}<li><a href='/2031/05/04/a-boat-for-you'>https://t.example/2031/05/04/a-boat-for-you</a></li></ul>"), TEASERS),
    ("a notice of rights", page(after=f"<ul>{LIST}<li>{link('© Copyright Pell Herald Printing Co.', 'rights-of-the-herald')}</li></ul>"), TEASERS),
    ("a bare day", page(after=f"<ul>{LIST}<li>{link('September 14, 2031', 'a-boat-for-you')}</li></ul>"), TEASERS),
    ("a front page", page(after=f"<ul>{LIST}<li><a href='https://boats.example/'>The other paper of the harbour</a></li></ul>"), TEASERS),
    ("a picture", page(after=f"<ul>{LIST}<li><a href='/2031/05/04/a-boat-for-you.jpg'>A boat in the old harbour basin</a></li></ul>"), TEASERS),
    ("the story itself", page(after=f"<ul>{LIST}<li>{link('Harbour bridge opens')}</li></ul>"), TEASERS),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_headlines(source: str, expected: list[str]) -> None:
    assert headlines(source) == expected


def card(headline: str, *lines: str) -> str:
    return f"<article class='teaser'><h3>{link(headline)}</h3>{''.join(lines)}</article>"


def test_what_a_card_tells() -> None:
    cards = card(
        TEASERS[0],
        "<p>Crews of both ferries have worked for twelve hours a day since the bridge was closed.</p>",
        "<div class='source'>Tidewater Ledger</div>",
        "<div><time>4 May 2031</time></div>",
    ) + card(TEASERS[1], "<p>" + TEASERS[1] + " with the votes of nearly all of its members</p>", "<p>Read</p>")
    first, second = parse(page(after=cards)).similar
    assert first.headline == TEASERS[0]
    assert first.summary == "Crews of both ferries have worked for twelve hours a day since the bridge was closed."
    assert first.source == "Tidewater Ledger"
    assert first.published == "2031-05-04"
    assert (second.headline, second.summary, second.source, second.published) == (TEASERS[1], None, None, None)


def test_no_story_without_a_headline() -> None:
    cards = "".join(
        card(text, "<p>Opinion</p><p>What the second bridge would mean for the ferries and the town.</p>")
        for text in TEASERS
    )
    assert [item.headline for item in parse(page(after=cards)).similar] == TEASERS


def test_posts_of_a_live_page_stay_its_body() -> None:
    """Each post has a place of its own and a headline with a link, as cards of other stories have."""
    posts = "".join(
        f"<div class=post><h3>{link(f'Diver {number} reports a crack in pier number {number}')}</h3>"
        f"<p>The crack in pier {number} is as long as an arm, and the bridge stays closed for another day, the board said.</p></div>"
        for number in range(14)
    )
    source = f"<html><body><main><article><h1>Harbour bridge: live</h1>{posts}</article></main></body></html>"
    body = [paragraph.text for paragraph in parse(source).lead.body if paragraph.kind == "paragraph"]
    assert len(body) == 14


def test_the_summary_of_a_card_does_not_lead_to_another_page() -> None:
    other = "A long guide to all the ferries of the northern coast, with the times at which they leave in winter"
    cards = "".join(card(title, f"<p><a href='https://boats.example/'>{other}</a></p>") for title in TEASERS)
    found = parse(page(after=f"<section class=related><h2>More stories</h2>{cards}</section>")).similar
    assert [item.summary for item in found if item.headline in TEASERS] == [None] * 3


def test_a_time_and_a_kicker_stand_above_a_headline() -> None:
    """Only the first card has none, so that the order of the lines alone would give each time to the card before."""
    cards = card(TEASERS[0]) + "".join(
        f"<article class=teaser><div>{day} May 2031</div><p>Harbour</p><h3>{link(text)}</h3></article>"
        for day, text in ((4, TEASERS[1]), (3, TEASERS[2]))
    )
    assert [item.published for item in parse(page(after=cards)).similar] == [None, "2031-05-04", "2031-05-03"]


def test_a_name_parts_a_headline_from_its_time_and_its_summary() -> None:
    prose = "Crews of both ferries have worked for twelve hours a day since the bridge was closed."
    name = "<p><a href='/people/ilse-marant'>Ilse Marant</a></p>"
    cards = "".join(card(text, name, "<time>4 May 2031</time>", f"<p>{prose}</p>") for text in TEASERS)
    found = parse(page(after=cards)).similar
    assert [(item.headline, item.summary, item.published) for item in found] == [
        (text, prose, "2031-05-04") for text in TEASERS
    ]


def test_what_another_heading_opens_is_no_summary() -> None:
    note = "<h4>Tides</h4><p>High water comes at nine in the morning and at half past nine in the evening today.</p>"
    found = parse(page(after="".join(card(text, note) for text in TEASERS))).similar
    assert [(item.headline, item.summary) for item in found] == [(text, None) for text in TEASERS]


def test_sites_that_have_linked_to_the_story_are_not_related() -> None:
    pings = "".join(
        f'<li class="{{}} comment"><div>Noted: <a href="https://blog{at}.example/2031/05/04/{text.lower().replace(" ", "-")}">{text}</a></div></li>'
        for at, text in enumerate(TEASERS)
    )
    source = page(after=f'<div id="comments"><ol class="comment-list">{pings}</ol></div>')
    assert headlines(source.replace("{}", "note")) == [f"Noted: {text}" for text in TEASERS]
    assert headlines(source.replace("{}", "pingback")) == []


def test_neither_a_price_nor_a_headline_with_a_year_is_a_time() -> None:
    card = f"<li>{link('Pell Point Race 2031 begins')}<p>Pell Point Race 2031 begins</p><p>36 PS / 26.48 kW EUR 16900,--</p></li>"
    source = page(after=f"<ul>{LIST}{card}</ul>")
    found = read_html(source)
    assert not [piece for piece in label_html(found) if piece.role == "related_timestamp"]


def test_the_headline_over_the_picture_once_more_does_not_end_a_card() -> None:
    summary = "The board has counted the ferries of Pell Point and found that two of them can be sold this year."
    card = (
        f"<li><h3>{link('Pell Point Race 2031 begins')}</h3><h3>Pell Point Race 2031 begins</h3><p>{summary}</p></li>"
    )
    items = {item.headline: item.summary for item in parse(page(after=f"<ul>{LIST}{card}</ul>")).similar}
    assert items["Pell Point Race 2031 begins"] == summary
