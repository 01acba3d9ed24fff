"""Values of related stories on pages, without the words around them."""

import pytest

from newsparse.check import check
from newsparse.options import Options
from newsparse.pipeline import run
from tests.test_html_related import page

OTHERS = (
    "Council votes for a second bridge over the harbour",
    "Storm closes the coastal road to Pell Point again",
    "Forty pianos wash ashore off Port Salvo",
    "Keeper of the old lighthouse retires at ninety",
)
PROSE = "The crews have been short of hands since the bridge was closed, their union said on Monday morning"


def similar(card: str) -> tuple[list[tuple[str | None, str | None, str | None]], list[tuple[str, str]]]:
    """Return what the first of five cards says, and the furniture around it."""
    others = "".join(
        f'<li><a href="/2031/05/{text.lower().replace(" ", "-")}">{text}</a><p>{PROSE}.</p></li>' for text in OTHERS
    )
    reading = run(
        page(after=f"<aside class=related><h2>Read also</h2><ul><li>{card}</li>{others}</ul></aside>"), "-", Options()
    )
    assert check(reading.record, reading.document).broken == []
    items = [
        (item.headline, item.summary, item.source) for item in reading.record.similar if item.headline not in OTHERS
    ]
    return items, [(piece.role, piece.text) for piece in reading.record.furniture]


def headline(text: str, site: str = "") -> str:
    return f'<a href="{site}/2031/05/ferry-crews-work-double-shifts">{text}</a>'


TITLE = "Ferry crews work double shifts"
CASES = [
    (headline(f"Lire aussi {TITLE}"), (TITLE, None), ("banner", "Lire aussi")),
    (headline(f"Читайте также: {TITLE}"), (TITLE, None), ("banner", "Читайте также:")),
    (headline(f"READ ALSO {TITLE} »"), (TITLE, None), ("nav", "»")),
    (headline(f"&larr; {TITLE}"), (TITLE, None), ("nav", "←")),
    (headline(f"{TITLE} | mehr"), (TITLE, None), ("read_more", "| mehr")),
    (headline(f"{TITLE} | Pell Herald", "https://pellherald.example"), (TITLE, "Pell Herald"), ("nav", "|")),
    (headline(f"{TITLE} - Pell Herald", "https://pellherald.example"), (TITLE, "Pell Herald"), ("nav", "-")),
    (headline(f"{TITLE} - Pell Herald", "https://other.example"), (f"{TITLE} - Pell Herald", None), None),
    (headline(f"{TITLE} | Pianos afloat"), (f"{TITLE} | Pianos afloat", None), None),
    (headline(f"« {TITLE} », says the union"), (f"« {TITLE} », says the union", None), None),
]  # fmt: skip


@pytest.mark.parametrize(("card", "expected", "beside"), CASES)
def test_a_related_headline_is_parted_from_the_words_around_it(
    card: str, expected: tuple[str, str | None], beside: tuple[str, str] | None
) -> None:
    items, furniture = similar(f"{card}<p>{PROSE}.</p>")
    assert items == [(expected[0], f"{PROSE}.", expected[1])]
    assert beside is None or beside in furniture


@pytest.mark.parametrize("button", ["Read more", "… mehr »", "[Weiterlesen]", "| mehr"])
def test_a_summary_is_parted_from_the_button_behind_it(button: str) -> None:
    items, _ = similar(f"{headline(TITLE)}<p>{PROSE}. {button}</p>")
    assert items[0][1] in (f"{PROSE}.", f"{PROSE}. …")


def test_a_summary_that_ends_in_more_words_stays_whole() -> None:
    items, _ = similar(f"{headline(TITLE)}<p>{PROSE}, and the ferries need many more</p>")
    assert items[0][1] == f"{PROSE}, and the ferries need many more"


def test_a_link_that_only_announces_is_no_story() -> None:
    assert similar(headline("« Vorheriger Beitrag"))[0] == []
