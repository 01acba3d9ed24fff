"""The text that a page declares to be its article's, weighed in where the body is found."""

import json

import pytest

from newsparse.html.body.declared import WEIGHT, weigh

TEXTS = [
    "Harbour reopens after nine days of repairs",
    "The harbour of Port Lindsay reopened on Tuesday, nine days after a crane fell across its only entrance.",
    "Sign up for our morning letter and never miss what happens at the docks, the markets and the town hall.",
    "Divers cut the wreck into four pieces, said Ines Okafor, who leads the port, and barges took them away at night.",
]
BLOCKS, ODDS = [1, 2, 3], [0.5, 0.5, -0.5]
ARTICLE = f"{TEXTS[1]} {TEXTS[3]}"
MORE, LESS = WEIGHT, -WEIGHT


@pytest.mark.parametrize(
    ("declared", "shifts"),
    [
        ("", [0, 0, 0]),
        (TEXTS[1][:90], [0, 0, 0]),
        (
            "Another story altogether, of a bakery that won a prize for its rye bread three years running. " * 4,
            [0, 0, 0],
        ),
        (ARTICLE, [MORE, LESS, MORE]),
        (f"<p>{TEXTS[1]}</p><p>{TEXTS[3]}</p>", [MORE, LESS, MORE]),
        (f"&lt;p&gt;{TEXTS[1]}&lt;/p&gt;\\n&lt;p&gt;{TEXTS[3]}&lt;/p&gt;", [MORE, LESS, MORE]),
        (ARTICLE.replace("said Ines Okafor, who leads the port, ", "said the port's head, "), [MORE, LESS, MORE]),
        (ARTICLE.upper().replace(",", " – "), [MORE, LESS, MORE]),
    ],
    ids=["none", "too short", "another text", "plain", "markup", "escaped markup", "a part differs", "letters alone"],
)
def test_a_block_of_the_declared_text_gains_and_others_lose(declared: str, shifts: list[float]) -> None:
    wanted = [odd + shift for odd, shift in zip(ODDS, shifts, strict=True)]
    assert list(weigh(TEXTS, BLOCKS, ODDS, declared)) == pytest.approx(wanted)


def test_the_declared_text_is_that_of_the_article_node() -> None:
    from newsparse.html import read_html

    nodes = {"@graph": [{"@type": "WebPage", "articleBody": "no"}, {"@type": "NewsArticle", "articleBody": ARTICLE}]}
    page = read_html(f'<script type="application/ld+json">{json.dumps(nodes)}</script><p>{TEXTS[1]}</p>')
    assert page.article_body == ARTICLE
    assert read_html(f"<p>{TEXTS[1]}</p>").article_body == ""
