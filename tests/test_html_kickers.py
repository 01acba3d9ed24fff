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
    ("<a href='/x'><b>READ MORE: \ufeff</b><i>Ship sinks off Port Salvo</i></a>", [("nav", "READ MORE:"), ("related_headline", "Ship sinks off Port Salvo")]),
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
    line = read_html(f"<div>{source}</div>").lines[0]
    found = [
        (piece.role, line.text[piece.start : piece.end])
        for piece in headline_pieces(0, line, f"<div>{source}</div>", "")
    ]
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
