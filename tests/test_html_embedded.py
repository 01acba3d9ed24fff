"""Bodies that pages carry in their scripts: read where a page shows none, and grounded where they stand."""

import json

import pytest

from newsparse.check import check
from newsparse.html import read_html
from newsparse.html.embedded.spelled import SpelledPlaces
from newsparse.html.reading.json_strings import spelled_out
from newsparse.html.reading.visible import visible_text
from newsparse.options import Options
from newsparse.pipeline import Reading, run

BODY = [
    "The lighthouse at Cape Sorrow opens to visitors on August 1, its keeper said.",
    "Up to twenty people at a time may climb the 212 steps, “slowly”, as the sign says.",
    "The light itself has run without a keeper since 2004 and will go on to do so.",
    "Tickets cost four dollars and are sold at the lighthouse, never on the ferry.",
]
SHELL = "<title>Lighthouse opens to visitors</title><div>Loading</div>{}"


def read(source: str) -> Reading:
    reading = run(source, "-", Options())
    assert check(reading.record, reading.document).broken == []
    return reading


def body(source: str) -> list[str]:
    return [paragraph.text for paragraph in read(source).record.lead.body]


def script(content: str, attributes: str = 'type="application/json"') -> str:
    return SHELL.format(f"<script {attributes}>{content}</script>")


def article(text: str) -> str:
    return json.dumps({"@type": "NewsArticle", "headline": "Lighthouse opens to visitors", "articleBody": text})


HTML = "".join(f'<p class="a">{text}</p>\n' for text in BODY)
CARRIED = [
    ("articleBody", script(article("\n\n".join(BODY)), 'type="application/ld+json"')),
    ("articleBody with tags", script(article(HTML), 'type="application/ld+json"')),
    ("tags spelled as escapes", script(article(HTML).replace("<", "\\u003c").replace(">", "\\u003E"), "type=application/ld+json")),
    ("slashes spelled as escapes", script(article(HTML).replace("/", "\\/"), 'type="application/ld+json"')),
    ("blocks of a state", script(json.dumps({"a": {"blocks": [{"kind": "text", "text": text} for text in BODY]}}))),
    ("a list of strings", script(json.dumps({"story": {"paragraphs": BODY}}, ensure_ascii=False))),
    ("one string of HTML among others", script(json.dumps({"all": [{"html": HTML}, {"html": "<p>Other</p>" * 9}]}))),
    ("an assignment", script("window.__STATE__ = " + json.dumps({"x": {"html": HTML}}) + ";(function(){})()", "")),
    ("an object pushed on a list", script('w["q"] = w["q"] || [];w["q"].push(' + json.dumps({"x": {"html": HTML}}) + ")", "")),
    ("a string pushed on a list", script("self.__rows.push(" + json.dumps([1, HTML]) + ")", "")),
]  # fmt: skip


@pytest.mark.parametrize("source", [row[1] for row in CARRIED], ids=[row[0] for row in CARRIED])
def test_body_is_read_from_a_script(source: str) -> None:
    assert body(source) == BODY


def test_a_notice_says_where_the_body_comes_from() -> None:
    record = read(CARRIED[0][1]).record
    (notice,) = [notice for notice in record.notices if notice.code == "body-embedded"]
    assert "scripts" in notice.message
    assert notice.span == (record.lead.body[0].span[0], record.lead.body[-1].span[1])
    assert [mention.date for mention in record.lead.dates] == ["XXXX-08-01"]


def test_a_page_that_shows_its_body_is_left_alone() -> None:
    shown = "<article>" + "".join(f"<p>{text}</p>" for text in BODY) + "</article>"
    source = CARRIED[0][1] + shown
    reading = read(source)
    assert all(source[paragraph.span[0] - 1] != '"' for paragraph in reading.record.lead.body)
    assert all(notice.code != "body-embedded" for notice in reading.record.notices)


NOT_CARRIED = [
    ("text about something else", json.dumps({"text": [text.replace("lighthouse", "bakery").replace("visitors", "us").replace("opens", "shuts") for text in BODY]})),
    ("text under other keys", json.dumps({"consent": {"text": BODY}, "article": {"summary": " ".join(BODY)}})),
    ("too little", json.dumps({"text": BODY[:1]})),
    ("broken", '{"text": ["' + '", "'.join(BODY)),
    ("no JSON", "function () { return '" + BODY[0] * 9 + "' }"),
]  # fmt: skip


@pytest.mark.parametrize("content", [row[1] for row in NOT_CARRIED], ids=[row[0] for row in NOT_CARRIED])
def test_other_text_of_scripts_is_no_body(content: str) -> None:
    assert read_html(script(content)).embedded() == ()
    read(script(content))


SPELLED = [
    "plain",
    '\\u201cquoted\\u201d \\"twice\\"',
    "a \\ud83d\\ude80 b",
    "x\\/y &amp; z",
    "<b>bold</b>  and\\tspaced",
]


@pytest.mark.parametrize("raw", SPELLED)
def test_characters_of_spelled_text_know_their_place(raw: str) -> None:
    source = f'"{raw}"'
    text = visible_text(spelled_out(raw) or "")
    places = SpelledPlaces(source, 1, len(source) - 1, text)
    assert len(places) == len(text)
    for letter, (start, end) in zip(text, places, strict=True):
        assert letter == " " or visible_text(spelled_out(source[start:end]) or "") == letter
