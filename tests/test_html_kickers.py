"""Headlines of related stories on pages that part a kicker or a time from them by style alone."""

import pytest

from newsparse import parse
from newsparse.check import check
from newsparse.html.page import read_html
from newsparse.html.related.kickers import headline_pieces
from newsparse.options import Options
from newsparse.pipeline import run

CASES = [
    ("<a href='/x'><span>Indian Ocean</span><span>Ship sinks with a load of pianos</span></a>",
     [("nav", "Indian Ocean"), ("related_headline", "Ship sinks with a load of pianos")]),
    ("<a href='/x'>Court hears how the ship sank off Port Salvo</a><time>12:07 PM</time>",
     [("related_headline", "Court hears how the ship sank off Port Salvo"), ("related_timestamp", "12:07 PM")]),
    ("<b>1</b><a href='/x'>Pianos wash ashore</a>", [("nav", "1"), ("related_headline", "Pianos wash ashore")]),
    ("<a href='/x'><b>Attacks on harbours and ferries:</b><i>Two pianos lost</i></a>",
     [("nav", "Attacks on harbours and ferries:"), ("related_headline", "Two pianos lost")]),
    ("<a href='/x'><b>Pianos wash ashore off Port Salvo</b><i>Read</i></a>",
     [("related_headline", "Pianos wash ashore off Port Salvo"), ("nav", "Read")]),
    ("<span>:</span><a href='/x'>News of the ship</a>", [("nav", ":"), ("related_headline", "News of the ship")]),
    ("<a href='/x'><b>Ship sinks with a load of pianos</b><i>The crew of nine was taken aboard by a ferry that had left the port an hour earlier.</i></a>",
     [("related_headline", "Ship sinks with a load of pianos"),
      ("related_summary", "The crew of nine was taken aboard by a ferry that had left the port an hour earlier.")]),
    ("<a href='/x'>The blockad<i>e</i> of the port</a>", [("related_headline", "The blockade of the port")]),
    ("<a href='/x'>The <i>Carmen</i> <b>Oriol</b> sinks</a>", [("related_headline", "The Carmen Oriol sinks")]),
    ("<a href='/x'>In 20<b>31</b> a ship sank</a>", [("related_headline", "In 2031 a ship sank")]),
    ("<a href='/x'><b>READ MORE: \ufeff</b><i>Ship sinks off Port Salvo</i></a>", [("banner", "READ MORE:"), ("related_headline", "Ship sinks off Port Salvo")]),
    ("<b>Read more:</b> <a href='/x'>Ship sinks off Port Salvo</a>",
     [("banner", "Read more:"), ("related_headline", "Ship sinks off Port Salvo")]),
    ("18:40 <a href='/x'>Ship sinks off Port Salvo</a> <span>Port Post, 3 May 2031</span>",
     [("related_timestamp", "18:40"), ("related_headline", "Ship sinks off Port Salvo"), ("related_timestamp", "Port Post, 3 May 2031")]),
    ("<a href='/x'>Ship sinks off Port Salvo</a> by Mira Oduya", [("related_headline", "Ship sinks off Port Salvo"), ("nav", "by Mira Oduya")]),
    ("<a href='/x'>Ship sinks off Port Salvo</a> <span class='news-source'>Port Post</span>",
     [("related_headline", "Ship sinks off Port Salvo"), ("related_source", "Port Post")]),
    ("A witness says that <a href='/x'>the ship sank off Port Salvo</a> on Monday", [("related_headline", "A witness says that the ship sank off Port Salvo on Monday")]),
    ("<a href='/x'>Ship sinks off Port Salvo</a>, and a ferry helps", [("related_headline", "Ship sinks off Port Salvo, and a ferry helps")]),
    ("<a href='/x'>Harbour desk</a> | <a href='/y'>Bridges desk</a> | open", [("related_headline", "Harbour desk | Bridges desk | open")]),
    ("<a href='/x'><span class='teaser__kicker'>Port Salvo</span> <span class='teaser__title'>Ship sinks with pianos</span> <small class='meta-date'>Monday, 8:15</small></a>",
     [("nav", "Port Salvo"), ("related_headline", "Ship sinks with pianos"), ("related_timestamp", "Monday, 8:15")]),
    ("<a href='/x'><span class='overline'>Nine thousand pianos on board</span> Ship sinks off the coast</a>",
     [("nav", "Nine thousand pianos on board"), ("related_headline", "Ship sinks off the coast")]),
    ("<a href='/x'><span class='kicker'>Port Salvo</span><span class='hidden'>: </span><span class='title'>Ship sinks with pianos</span></a>",
     [("related_headline", "Port Salvo: Ship sinks with pianos")]),
    ("<a href='/x'>Ship sinks off Port Salvo <i>May 3, 2031</i></a>", [("related_headline", "Ship sinks off Port Salvo"), ("related_timestamp", "May 3, 2031")]),
    ("<a href='/x'>Ship sinks off <em>Port Salvo</em> and <b>Kelda Point</b></a>", [("related_headline", "Ship sinks off Port Salvo and Kelda Point")]),
    ("<a href='/x'><b>物流の未来</b><i>港の船、九千台のピアノを積んで沈む</i></a>", [("nav", "物流の未来"), ("related_headline", "港の船、九千台のピアノを積んで沈む")]),
]  # fmt: skip


def test_what_is_set_beside_a_headline_closes_no_item() -> None:
    card = "<li><a href='/2031/05/{0}-pianos-wash-ashore-off-port-salvo'>{0} pianos wash ashore off Port Salvo<b>Abo</b></a><p>{1}</p></li>"
    prose = (
        "The ship had left the port with nine thousand of them, and most are still aboard, the owner said on Monday."
    )
    cards = "".join(card.format(number, prose) for number in ("Nine", "Ninety", "Forty", "Sixty"))
    source = f"<html><body><article><h1>Ship sinks</h1>{f'<p>{prose}</p>' * 6}</article><aside class=related><h2>Read also</h2><ul>{cards}</ul></aside></body></html>"
    similar = parse(source).similar
    assert [item.headline for item in similar][:2] == [
        "Nine pianos wash ashore off Port Salvo",
        "Ninety pianos wash ashore off Port Salvo",
    ]
    assert all(item.summary == prose for item in similar)


@pytest.mark.parametrize(("source", "parts"), CASES)
def test_what_is_set_beside_a_headline_is_cut_off(source: str, parts: list[tuple[str, str]]) -> None:
    page = read_html(f"<div>{source}</div>")
    line = page.lines[0]
    found = [(piece.role, line.text[piece.start : piece.end]) for piece in headline_pieces(0, line, page.tree, "")]
    assert found == parts


def test_a_summary_in_two_lines_is_what_stands_at_its_place() -> None:
    """Drawn text begins a line of its own, though no blank parts it from the text before it."""
    prose = "The ship had left the port with nine thousand of them, and most are still aboard, the owner said on Monday"
    card = "<li><a href='/2031/05/{0}-pianos-wash-ashore-off-port-salvo'>{0} pianos wash ashore off Port Salvo</a><p>{1}<svg><text>{1}</text></svg></p></li>"
    cards = "".join(card.format(number, prose) for number in ("Nine", "Ninety", "Forty", "Sixty"))
    source = f"<html><body><article><h1>Ship sinks</h1>{f'<p>{prose}</p>' * 6}</article><aside class=related><h2>Read also</h2><ul>{cards}</ul></aside></body></html>"
    reading = run(source, "-", Options())
    assert reading.record.similar[0].summary == prose + prose
    assert check(reading.record, reading.document).broken == []


def test_a_time_before_a_headline_is_of_that_story() -> None:
    names = ("Nine", "Ninety", "Forty", "Sixty")
    row = "<li><time>{1} May 2031</time> <a href='/2031/05/{0}-pianos-wash-ashore'>{0} pianos wash ashore off Port Salvo</a></li>"
    rows = "".join(row.format(name, day) for day, name in enumerate(names, 2))
    prose = (
        "The ship had left the port with nine thousand of them, and most are still aboard, the owner said on Monday."
    )
    source = f"<html lang=en><body><article><h1>Ship sinks</h1>{f'<p>{prose}</p>' * 6}</article><aside class=related><h2>Read also</h2><ul>{rows}</ul></aside></body></html>"
    found = [(item.headline, item.published) for item in parse(source).similar]
    assert found == [
        (f"{name} pianos wash ashore off Port Salvo", f"2031-05-0{day}") for day, name in enumerate(names, 2)
    ]
