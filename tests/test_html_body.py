"""The body of a page: forests turned inside out, blocks in doubt, and what is no body beside it."""

import random
from typing import Any

import pytest

from newsparse import parse
from newsparse.html import label_html, read_html
from newsparse.html.body import neighbours
from newsparse.html.body.copies import copies_in
from newsparse.html.body.flags import flag_names, mask
from newsparse.html.body.forest import flagged, forest_of, log_odds, narrowed
from newsparse.html.body.measures import MARKS
from newsparse.html.body.outline import Outline, outline_of
from newsparse.html.body.rows import BITS, rows_of
from newsparse.html.body.told import told_of

STORY = [
    "The harbour bridge in Tidewater reopened on Monday after nine weeks of repairs, the town council said.",
    "Engineers replaced 140 metres of cable and found no further cracks in the northern pier, they said.",
    "The ferries that carried commuters across the bay all spring will run until the end of the month.",
    "A single trip costs two crowns, half of what the ferry company had asked for before the repairs began.",
    "The repairs cost 38 million crowns, four million more than the council had planned for in January.",
]
CONSENT = [
    "When you visit our website, we store cookies on your browser to collect information about your preferences.",
    "These cookies are necessary for the website to function and cannot be switched off in our systems.",
    "You may opt out of the sale of your personal information to third parties by using this toggle switch.",
]


def page_of(body: str) -> str:
    head = "<title>Harbour bridge reopens</title>"
    return f"<html><head>{head}</head><body><h1>Harbour bridge reopens</h1>{body}</body></html>"


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def body_of(source: str) -> list[str]:
    page = read_html(source)
    return [page.lines[piece.line].text for piece in label_html(page) if piece.role == "body"]


BESIDE = {
    "a dialog on cookies": f'<div id="onetrust-consent-sdk"><div class="ot-content">{paragraphs(CONSENT)}</div></div>',
    "a form to log in": f'<section class="loginForm">{paragraphs(CONSENT)}<input type="password"></section>',
    "comments": f'<ol class="commentlist"><li><div class="comment-content">{paragraphs(CONSENT)}</div></li></ol>',
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_what_is_no_body(beside: str) -> None:
    story = f"<article><div>{paragraphs(STORY)}</div></article>"
    assert body_of(page_of(story + beside)) == STORY


COPIES = {
    "a layout for small screens": f'<div class="small">{paragraphs(STORY[2:4])}</div>',
    "the whole in one block": f"<div><p>{' '.join(STORY + CONSENT)}</p></div>",
    "a field to copy from": f"<div><textarea>{' '.join(STORY)}</textarea></div>",
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_story_is_told_once(copy: str) -> None:
    assert body_of(page_of(f"<article><div>{paragraphs(STORY)}</div>{copy}</article>")) == STORY


def test_a_short_text_may_stand_twice() -> None:
    outline = outline_for(page_of(paragraphs([*STORY, "Nobody was hurt.", "Nobody was hurt.", STORY[0]])))
    body = range(2, len(outline.texts))
    assert copies_in(outline, body) == {len(outline.texts) - 1}


def test_the_longest_paragraph_is_no_copy_of_a_quotation_from_it() -> None:
    whole = " ".join(STORY * 2)
    outline = outline_for(page_of(paragraphs([whole, STORY[1], *(text.upper() for text in STORY)])))
    assert copies_in(outline, range(2, len(outline.texts))) == set()


def blocks_that_may_be_body(source: str) -> list[str]:
    outline = outline_for(source)
    return [outline.texts[row.block] for row in rows_of(outline, told_of({}), lambda _, values: values)]


def test_a_page_on_privacy_is_no_dialog() -> None:
    dialog = f'<div class="cookie-consent">{paragraphs(CONSENT)}</div>'
    assert blocks_that_may_be_body(page_of(f'<div id="privacy">{paragraphs(CONSENT)}</div>'))[2:] == CONSENT
    assert blocks_that_may_be_body(page_of(f"<div>{paragraphs(STORY)}</div>{dialog}"))[2:] == STORY


@pytest.mark.parametrize(
    ("named", "kinds"),
    [
        ("fact-box", {"boxed", "quote"}),
        ("CardList", {"related", "listed"}),
        ("article__premium", {"body", "promo", "wall"}),
        ("imageCaption", {"caption", "captioned"}),
    ],
)
def test_names_may_be_of_a_narrower_kind_too(named: str, kinds: set[str]) -> None:
    outline = outline_for(page_of(f'<div class="{named}">{paragraphs(STORY)}</div>'))
    flags = outline.own[outline.tree.parents[outline.hosts[-1]]]
    assert {kind for at, kind in enumerate(flag_names()) if flags >> at & 1} == kinds


def test_names_around_the_whole_story_tell_nothing_of_a_block() -> None:
    related = f'<div class="related">{paragraphs(CONSENT[:1])}</div>'
    outline = outline_for(page_of(f'<div class="premium"><div>{paragraphs(STORY)}{related}</div></div>'))
    rows = rows_of(outline, told_of({}), lambda _, values: values)
    apart = {outline.texts[row.block]: row.flags[BITS.index("apart")] for row in rows}
    assert apart[STORY[0]] == 0
    assert apart[CONSENT[0]] == mask("related", "recommended")


TOLD = told_of(
    {
        "headline": ("Harbour bridge reopens", None),
        "standfirst": ("The bridge in Tidewater reopened after nine weeks.", None),
        "authors": (("Ada Quill",), None),
        "site": ("Tidewater Post", None),
        "url": ("https://www.tidewaterpost.co.example/news/1", None),
    }
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ada quill has written on bridges since 1998.", {"names_author"}),
        ("support the tidewater post from two crowns a month.", {"names_site"}),
        ("write to us at desk@tidewaterpost.example.", {"names_site"}),
        ("the bridge in tidewater reopened after nine weeks.", {"is_standfirst"}),
        ("news: the bridge in tidewater reopened after nine weeks. by a reporter", {"is_standfirst"}),
        ("the bridge", set()),
    ],
)
def test_what_a_text_says_of_what_is_told(text: str, named: set[str]) -> None:
    assert {name for name in ("names_author", "names_site", "is_standfirst") if getattr(TOLD, name)(text)} == named


@pytest.mark.parametrize(
    ("url", "called"),
    [("https://www.tidewater.example/a", "tidewater"), ("https://news.tidewater.co.example", "tidewater"),
     ("https://bbq.example", "bbq"), ("", None), ("http://[", None)],
)  # fmt: skip
def test_what_a_host_is_called(url: str, called: str | None) -> None:
    assert told_of({"url": (url, None)}).site == ((called,) if called else ())


EMPHASES = {
    "": 0, "<em>{}</em>": 4, "<i class='note'>{}</i>": 4, "<em>{}</em> said the council": 4 - 3, "<strong>{}</strong>": 5,
    "<small>{}</small>": 6, '<b class="note">{}</b>': 5, "the <em>{}</em>": 0, "<span>{}</span>": 0, "&gt; {}": 0,
}  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), EMPHASES.items())
def test_how_much_of_a_block_is_emphasised(markup: str, expected: int) -> None:
    outline = outline_for(page_of(f"<article><p>{markup.format(STORY[0]) or STORY[0]}</p></article>"))
    row = list(rows_of(outline, told_of({}), lambda _, values: values))[-1]
    assert dict(zip(MARKS, row.shared[0], strict=True))["emphasis"] == expected


def test_the_article_with_most_text_of_its_own() -> None:
    other = f"<article>{paragraphs(CONSENT[:1])}</article>"
    outline = outline_for(page_of(f"<article>{paragraphs(STORY)}{other}</article>{other}"))
    rows = rows_of(outline, told_of({}), lambda _, values: values)
    found = {outline.texts[row.block]: row.shared[0][MARKS.index("in_article")] for row in rows}
    assert (found[STORY[0]], found[CONSENT[0]]) == (True, False)


def walked(node: Any, numbers: list[float], bits: list[int]) -> float:
    """Walk one tree the plain way."""
    while isinstance(node, list):
        feature, threshold, below, above = node
        if feature < len(numbers):
            node = above if numbers[feature] > threshold else below
        else:
            node = above if bits[feature - len(numbers)] & threshold else below
    return float(node)


def grown(chance: random.Random, leaves: int) -> Any:
    """Grow a tree over two numbers and one feature of three bits."""
    if leaves == 1:
        return chance.randrange(-100, 100) / 64
    feature, left = chance.randrange(3), chance.randrange(1, leaves)
    threshold = 1 << chance.randrange(3) if feature == 2 else chance.randrange(5)
    return [feature, threshold, grown(chance, left), grown(chance, leaves - left)]


@pytest.mark.parametrize("seed", range(20))
def test_a_forest_says_what_its_trees_say(seed: int) -> None:
    chance = random.Random(seed)
    trees = [grown(chance, chance.randrange(1, 9)) for _ in range(10)]
    forest = forest_of({"numbers": ["size", "depth"], "trees": trees}, [["depth"], ["size"]], 1)
    for size, depth, bits in [(chance.randrange(6), chance.randrange(6), chance.randrange(8)) for _ in range(20)]:
        left = narrowed(forest.parts[0], (depth,), narrowed(forest.parts[1], (size,), forest.everything))
        expected = sum(walked(tree, [size, depth], [bits]) for tree in trees)
        assert log_odds(forest, flagged(forest, (bits,), left)) == expected


def outline_for(source: str) -> Outline:
    page = read_html(source)
    return outline_of(page.tree, [line.text for line in page.lines])


def test_only_blocks_in_doubt_are_looked_at_again() -> None:
    outline = outline_for(page_of(paragraphs(STORY)))
    found = dict(neighbours.doubtful(outline, [2, 3, 4, 5, 6], [3.0, 2.4, -2.6, 0.0, 3.5]))
    assert list(found) == [1, 3]
    told = dict(zip(neighbours.NAMES, found[3], strict=True))
    assert (told["odds"], told["below_best"], told["before"], told["after"]) == (0.0, -3.5, -2.6, 3.5)
    assert (told["until_sure"], told["inside"]) == (1, True)
    assert told["around"] == pytest.approx(told["cluster"])  # all stand in one place
    assert 0 < told["share"] < told["left"] < 1


def test_a_page_without_doubt() -> None:
    outline = outline_for(page_of(paragraphs(STORY)))
    assert list(neighbours.doubtful(outline, [2, 3], [3.0, -3.0])) == []
    assert list(neighbours.doubtful(outline, [], [])) == []


SECOND = [
    "Voters in Upper Tidewater will decide in March whether the town keeps its only swimming pool, the mayor said.",
    "The pool loses 310,000 crowns a year, and the roof over the children's basin has leaked since the last winter.",
    "A citizens' group has gathered 1,900 signatures against the closure, more than a third of those who may vote.",
]


def article(headline: str, texts: list[str]) -> str:
    return f"<article><h1>{headline}</h1>{paragraphs(texts)}</article>"


def test_the_next_story_of_an_endless_page_is_no_body() -> None:
    first, second = article("Harbour bridge reopens", STORY), article("Town votes on its only pool", SECOND)
    source = f"<html><head><title>Harbour bridge reopens</title></head><body><main>{first}{second}</main></body></html>"
    assert body_of(source) == STORY
    assert [item.headline for item in parse(source).similar] == ["Town votes on its only pool"]


def test_chapters_of_the_same_article_are_body() -> None:
    chapters = f"<section>{paragraphs(SECOND)}</section>"
    page = article("Harbour bridge reopens", STORY).replace("</article>", f"{chapters}</article>")
    assert body_of(f"<html><head><title>Harbour bridge reopens</title></head><body>{page}</body></html>") == [
        *STORY,
        *SECOND,
    ]


def test_text_in_another_article_than_the_headline_is_body() -> None:
    top = "<article><h1>Harbour bridge reopens</h1></article>"
    source = f"<html><head><title>Harbour bridge reopens</title></head><body>{top}{article('What was done', STORY)}</body></html>"
    assert body_of(source) == STORY
