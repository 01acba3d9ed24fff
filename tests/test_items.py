"""Related items: how the pieces of one story are put together, and what is left over."""

import pytest

from newsparse import parse
from newsparse.document import Document
from newsparse.items import draft_items
from newsparse.labels import LineRole, Piece
from newsparse.readers.text import read_text
from newsparse.stories import number_stories

BANNER = (
    "The council met on Monday and will meet again.\nCanada Latest News, Canada Headlines\n"
    "Similar News:You can also read news stories similar to this one that we have collected from other news sources.\n"
)


def items(text: str) -> list[tuple[str | None, str | None]]:
    return [(item.headline, item.summary) for item in parse(BANNER + text).similar]


ITEMS = [
    (
        "Ferry line reopens after stormThe harbour board said on Monday that two ships were ready.\nRead more »\n",
        [("Ferry line reopens after storm", "The harbour board said on Monday that two ships were ready.")],
    ),
    (
        "Ferry line reopens after storm\nThe harbour board said that two ships were ready.\nRead more »\n",
        [("Ferry line reopens after storm", "The harbour board said that two ships were ready.")],
    ),
    (
        "Ferry line reopens after stormTwo ships are ready.\nA third one follows in May.\nRead more »\n",
        [("Ferry line reopens after storm", "Two ships are ready.\nA third one follows in May.")],
    ),
    ("Ferry line reopens after storm\nRead more »\n", [("Ferry line reopens after storm", None)]),
    (
        "Ferry line reopens after stormFerry line reopens after stormTwo ships are ready, the board said.\nRead more »\n",
        [("Ferry line reopens after storm", "Two ships are ready, the board said.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ITEMS)
def test_items_of_every_form(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert items(text) == expected


def test_a_doubled_title_is_furniture_with_role_headline() -> None:
    title = "Ferry line reopens after storm"
    record = parse(f"{BANNER}{title}{title}Two ships are ready, the board said on Monday.\nRead more »\n")
    assert [piece.text for piece in record.furniture if piece.role == "headline"] == [title]


def test_a_missing_closing_line_does_not_join_two_items() -> None:
    text = (
        "Ferry line reopens after stormThe harbour board said on Monday that two ships were ready for service.\n"
        "Lighthouse sold to unknown buyerThe keeper said that he would stay on until the end of the summer season.\n"
        "Read more »\n"
    )
    assert [headline for headline, _ in items(text)] == [
        "Ferry line reopens after storm",
        "Lighthouse sold to unknown buyer",
    ]


STORIES = [
    (["Storm hits coast", "Storm hits coast"], [1, 1]),
    (["Bridge at Kelda Point closes for repairs", "Bridge at Kelda Point reopens after repairs"], [1, 2]),
    (
        [
            "Port says video shows harbour's failed crane test",
            "Port releases video showing harbour's failed crane test",
        ],
        [1, 1],
    ),
    (["Storm hits coast", None, None], [1, 2, 3]),
    (["港が再開、フェリーも運航へ", "港が再開、フェリーも運航"], [1, 1]),
    ([], []),
]


@pytest.mark.parametrize(("headlines", "numbers"), STORIES)
def test_story_numbers(headlines: list[str | None], numbers: list[int]) -> None:
    assert number_stories(headlines) == numbers


def drafted(*rows: tuple[LineRole, str]) -> tuple[list[tuple[str | None, str | None]], list[tuple[str, str]]]:
    """Return headline and time of each item that lines of these roles make up, and what is left over."""
    lines = read_text("\n".join(text for _, text in rows))
    document = Document("\n".join(text for _, text in rows), "text", lines, (0, lines[-1].end))
    pieces = [Piece(at, 0, len(text), role, "") for at, (role, text) in enumerate(rows)]
    drafts = draft_items(document, pieces, "en", None)
    items = [
        (draft.headline.text if draft.headline else None, draft.published[0] if draft.published else None)
        for draft in drafts.items
    ]
    return items, [(role, passage.text) for role, passage in drafts.leftovers]


STORM: tuple[LineRole, str] = ("related_headline", "Storm closes the coastal road")
FERRY: tuple[LineRole, str] = ("related_headline", "Ferry line reopens")
FIRST: tuple[LineRole, str] = ("related_timestamp", "May 3, 2031")
SECOND: tuple[LineRole, str] = ("related_timestamp", "May 4, 2031")
CLOSE: tuple[LineRole, str] = ("read_more", "Read more »")
COUNT: tuple[LineRole, str] = ("other", "5 min read")
GROUPS = [
    ("times behind", [STORM, FIRST, FERRY, SECOND], [(STORM[1], "2031-05-03"), (FERRY[1], "2031-05-04")]),
    ("times before", [FIRST, STORM, SECOND, FERRY], [(STORM[1], "2031-05-03"), (FERRY[1], "2031-05-04")]),
    ("times before, and closings", [FIRST, STORM, CLOSE, SECOND, FERRY, CLOSE], [(STORM[1], "2031-05-03"), (FERRY[1], "2031-05-04")]),
    ("times before, and counts", [FIRST, COUNT, STORM, SECOND, COUNT, FERRY], [(STORM[1], "2031-05-03"), (FERRY[1], "2031-05-04")]),
    ("a stray time", [FIRST, CLOSE, STORM, SECOND], [(STORM[1], "2031-05-04")]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in GROUPS], ids=[row[0] for row in GROUPS])
def test_a_time_belongs_to_the_headline_that_its_list_sets_it_to(
    rows: list[tuple[LineRole, str]], expected: list[tuple[str, str]]
) -> None:
    assert drafted(*rows)[0] == expected


def test_a_time_of_no_story_is_furniture() -> None:
    assert drafted(FIRST, CLOSE, STORM)[1] == [FIRST]
