"""Headlines of related stories on pages that part a kicker or a time from them by style alone."""

import pytest

from newsparse.html.page import read_html
from newsparse.html.related.kickers import headline_pieces

CASES = [
    ("<a href='/x'><span>Indian Ocean</span><span>Ship sinks with a load of pianos</span></a>",
     [("nav", "Indian Ocean"), ("related_headline", "Ship sinks with a load of pianos")]),
    ("<a href='/x'>Court hears how the ship sank off Port Salvo</a><time>12:07 PM</time>",
     [("related_headline", "Court hears how the ship sank off Port Salvo"), ("related_timestamp", "12:07 PM")]),
    ("<b>1</b><a href='/x'>Pianos wash ashore</a>", [("nav", "1"), ("related_headline", "Pianos wash ashore")]),
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


@pytest.mark.parametrize(("source", "parts"), CASES)
def test_what_is_set_beside_a_headline_is_cut_off(source: str, parts: list[tuple[str, str]]) -> None:
    line = read_html(f"<div>{source}</div>").lines[0]
    found = [
        (piece.role, line.text[piece.start : piece.end])
        for piece in headline_pieces(0, line, f"<div>{source}</div>", "")
    ]
    assert found == parts
