"""Kinds of paragraphs: what is a heading without a heading's tag, what is none with it, and where the deck stands."""

from pathlib import Path

import pytest

from newsparse import parse
from newsparse.html.body.pictures import is_credited

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"

PROSE = (
    "The harbour bridge at Pell Point opened again on day {}, eleven weeks after engineers found a crack in a cable."
)
DECK = "Ferries will sail for three more weeks, until the harbour board knows whether the new cables hold"


def story(between: str, head: str = "", deck: str = DECK) -> str:
    paragraphs = [f"<p>{PROSE.format(day)}</p>" for day in range(8)]
    return (
        f'<html><head><meta name="description" content="{deck}"></head><body><main><article>'
        f"<h1>Harbour bridge opens</h1>{head}{''.join(paragraphs[:4])}{between}{''.join(paragraphs[4:])}</article></main></body></html>"
    )


def kinds(source: str) -> dict[str, str]:
    return {paragraph.text: paragraph.kind for paragraph in parse(source).lead.body}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<p><b>Ferries stay for now</b></p>", "heading"),
        ("<p><strong>‘It held all night’</strong></p>", "heading"),
        ("<p>Ferries stay for now</p>", "paragraph"),
        ("<p><b>Ferries stay</b> for now</p>", "paragraph"),
        ("<p><b>Will the ferries stay?</b></p>", "paragraph"),
        ("<p><b>Ferries stay for now.</b></p>", "paragraph"),
        ("<p><b>Toll for lorries: 12 crowns</b></p>", "paragraph"),
        ("<p><b>Photo: Ilse Marant</b></p>", "paragraph"),
        ("<p><b>Ferries</b></p><p><b>Timetable</b></p><p>Daily</p>", "paragraph"),
    ],
)
def test_a_bold_line_over_running_text_is_a_heading(line: str, kind: str) -> None:
    text = line.removeprefix("<p>").partition("</p>")[0].replace("strong>", "b>").replace("<b>", "").replace("</b>", "")
    assert kinds(story(line)).get(text, "paragraph") == kind


def test_a_heading_that_runs_on_is_a_paragraph() -> None:
    long = "The board had promised in May that no ferry would be sold before the bridge had stood for a year; it sold two in June, for less than their crews earn in a winter."
    found = kinds(story(f"<h3>{long}</h3><h3>Ferries stay for now</h3>", head=f"<h2>{DECK}</h2>"))
    assert (found[long], found["Ferries stay for now"], found[DECK]) == ("paragraph", "heading", "paragraph")


def test_the_standfirst_is_seen_where_the_page_prints_it() -> None:
    source = story("", head=f"<form><p class=share>{DECK}</p></form>")
    record = parse(source)
    start, end = record.lead.spans["standfirst"]
    assert (record.lead.standfirst, source[start:end]) == (DECK, DECK)
    assert source[start - 1] == ">"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ilse Marant",
        "Foto: dpa/Ilse Marant",
        "The bridge in June, with nets below its cables. (Photo: Ilse Marant)",
        "Photo courtesy of the harbour board",
    ],
)
def test_a_paragraph_that_names_a_picture_is_its_caption(line: str) -> None:
    record = parse(story(f"<p>{line}</p>"))
    assert line not in {paragraph.text for paragraph in record.lead.body}
    assert [each.role for each in record.furniture if each.text == line] == ["caption"]


@pytest.mark.parametrize(
    "line",
    [
        "Photos of the crack went round the town within the hour, and so did the rumours.",
        "Photo by photo, the engineers went over every strand of the cable.",
        "Nobody saw the pictures until the board met in May (photos were not allowed: the press had to draw).",
    ],
)
def test_a_paragraph_about_pictures_stays(line: str) -> None:
    assert kinds(story(f"<p>{line}</p>"))[line] == "paragraph"


def test_a_heading_between_paragraphs_is_of_the_body_whatever_its_class() -> None:
    assert kinds(story('<h4 class="promo">Fares</h4>')).get("Fares") == "heading"
    assert kinds(story('<div><h4 class="promo">Fares</h4></div>')).get("Fares") == "heading"
    assert "Get our newsletter" not in kinds(story('<div class="promo"><h4>Get our newsletter</h4></div>'))
    assert "Article" not in kinds(story('<div class="promo"><h4 class="visually-hidden">Article</h4></div>'))


def test_a_line_that_is_set_off_between_paragraphs_is_a_heading_whatever_its_class() -> None:
    assert kinds(story('<p class="promo"><b>Fares</b></p>')).get("Fares") == "heading"
    assert kinds(story('<p class="promo">Fares</p>')).get("Fares") != "heading"


def test_the_title_of_the_page_is_no_paragraph() -> None:
    title = f"{PROSE.format(3)} The board would not say who pays for it. - Tide"
    assert title not in kinds(story("").replace("<head>", f"<head><title>{title}</title>"))


@pytest.mark.parametrize(
    ("text", "is_credit"),
    [
        ("The ferry at Pell Point. Photo: Ilse Marant", True),
        ("Ilse Marant/Getty Images", True),
        ("© Ilse Marant", True),
        ("© 2031 Tide Media", False),
        ("© Tide Media. All rights reserved", False),
        ("Ilse Marant / 3 May 2031 / 06:15 / Photo: Tide", False),
        ("The board asked Reuters", False),
        ("Images", False),
    ],
)
def test_credits_of_pictures_that_no_element_is_made_for(text: str, is_credit: bool) -> None:
    assert is_credited(text, beside_story=True) is is_credit


@pytest.mark.parametrize(
    ("figure", "is_caption"),
    [
        ("<div>Reuters</div>", True),
        ("<div>Open in full screen</div>", False),
        ("<figcaption>Ferry<footer>Tide / I. Marant</footer></figcaption>", True),
    ],
)
def test_what_a_figure_says_of_its_picture(figure: str, is_caption: bool) -> None:
    roles = [entry.role for entry in parse(story(f"<figure><img src=a.jpg>{figure}</figure>")).furniture]
    assert set(roles) == {"caption"} if is_caption else "caption" not in roles


def test_a_line_that_announces_other_stories_is_none_of_the_body() -> None:
    source = (FIXTURES / "quay.html").read_text("utf-8")
    assert "The story so far:" not in kinds(source)
    long = "What the board has said of the crane so far:"
    assert long in kinds(source.replace("The story so far:", long))
    assert "The story so far:" in kinds(
        source.replace("<ul>\n<li>", "<p>The crane was sold eleven years ago.</p><ul>\n<li>")
    )


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ('<div class="promo"><p class="caption">The first bus on the bridge at Pell Point</p></div>', "caption"),
        ('<div class="promo"><p class="caption">Opening hours</p></div>', "promo"),
        ('<div class="promo"><p class="caption">Sign up for our letters from the harbour</p></div>', "promo"),
        ("<div>Photo: Ilse Marant</div>", "caption"),
        ('<footer><p class="credits">A page that was made at Pell Point by Ilse Marant</p></footer>', "legal"),
    ],
)
def test_captions_are_told_by_their_class_or_words(line: str, role: str) -> None:
    text = line.rpartition("</")[0].rpartition("</p>")[0] or line.rpartition("</")[0]
    record = parse(story("", head=line))
    assert [entry.role for entry in record.furniture if entry.text == text.rpartition(">")[2]] == [role]
