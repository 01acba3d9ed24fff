"""The body of a page: forests turned inside out, blocks in doubt, and what is no body beside it."""

import random
from typing import Any

import pytest

from newsparse.html import label_html, read_html
from newsparse.html.body import neighbours
from newsparse.html.body.forest import flagged, forest_of, log_odds, narrowed
from newsparse.html.body.outline import Outline, outline_of

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
