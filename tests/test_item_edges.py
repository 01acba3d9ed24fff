"""Edges of items: bullets, ranks and times around the words of a related story."""

import pytest

from newsparse import parse
from newsparse.item_edges import find_ranked, find_stamped, part_edges
from newsparse.labels import Piece

STORY = (
    "The ferry sailed on Monday after the storm had passed over the town, and the mayor said that the harbour would "
    "stay shut for a week because the quay had given way in two places."
)


@pytest.mark.parametrize(
    ("text", "words", "parted"),
    [
        ("• Two boats sink in the harbour", "Two boats sink in the harbour", ["•"]),
        ("- Two boats sink in the harbour", "Two boats sink in the harbour", ["-"]),
        ("▪️ Two boats sink in the harbour", "Two boats sink in the harbour", ["▪️"]),
        ("6m agoWatching the boats sink", "Watching the boats sink", ["6m ago"]),
        ("• 3h ago Two boats sink", "Two boats sink", ["•", "3h ago"]),
        ("Two boats sink 20/1/2026 05:10", "Two boats sink", ["20/1/2026 05:10"]),
        ("-5 degrees in the harbour", "-5 degrees in the harbour", []),
        ("+ Two boats sink in the harbour", "Two boats sink in the harbour", ["+"]),
        ("• Boats", "• Boats", []),
        ("3 days agony on the quay", "3 days agony on the quay", []),
        ("Ferry sails at 10:15", "Ferry sails at 10:15", []),
    ],
)
def test_what_stands_around_the_words(text: str, words: str, parted: list[str]) -> None:
    start, end, parts = part_edges(text, 0, len(text))
    assert text[start:end] == words
    assert [text[first:last] for first, last, _ in parts] == parted


@pytest.mark.parametrize(
    ("texts", "starts"),
    [
        (["1. Ferry", "2. Bridge", "3. Boats"], {0: 3, 1: 3, 2: 3}),
        (["1 | Ferry", "2 | Bridge"], {0: 4, 1: 4}),
        (["1. Ferry", "Bridge", "2. Boats"], {}),
        (["2. Bundesliga starts", "3. Liga starts"], {}),
        (["1. FC wins"], {}),
        (["1. Ferry", "1. Ferry", "2. Bridge"], {1: 3, 2: 3}),
        (["1. 500 boats", "2. 300 boats"], {}),
    ],
)
def test_ranks_count_from_one(texts: list[str], starts: dict[int, int]) -> None:
    items = [Piece(at, 0, len(text), "related_item", "") for at, text in enumerate(texts)]
    assert find_ranked(items, texts) == starts


STAMPED = [
    (["Ferry runs aground 3 June 2024", "Bridge shut for a week 28 May 2024"], ["3 June 2024", "28 May 2024"]),
    (["Fähre läuft auf Grund 3. Juni 2024", "Brücke gesperrt 28.05.2024"], ["3. Juni 2024", "28.05.2024"]),
    (["23:36 Ferry runs aground", "22:10 Bridge shut for a week"], ["23:36", "22:10"]),
    (["Ferry runs aground 3 June 2024", "Bridge shut for a week"], []),
    (["Ferry sails again on 3 June 2024", "Bridge is shut until 28 May 2024"], []),
    (["3.500 ferries sail", "2.400 bridges are shut"], []),
]


@pytest.mark.parametrize(("texts", "stamps"), STAMPED)
def test_times_on_the_lines_of_several_headlines(texts: list[str], stamps: list[str]) -> None:
    items = [Piece(at, 0, len(text), "related_item", "") for at, text in enumerate(texts)]
    found = find_stamped(items, texts)
    assert [texts[at][slice(*place)] for at, place in found.items()] == stamps


def test_a_list_of_other_stories_has_bare_headlines_and_times() -> None:
    text = f"Ferry is back after a week of storms\n\n{STORY}\n\nNobody was hurt, she said. {STORY}\n\nRelated stories\n"
    titles = ["Two boats sink in the old harbour", "Bridge is shut for a month of repairs", "Council meets on the quay"]
    for lines in ([f"• {title}" for title in titles], [f"{at}. {title}" for at, title in enumerate(titles, 1)]):
        record = parse(text + "\n".join(lines))
        assert [item.headline for item in record.similar] == titles
        assert {piece.role for piece in record.furniture} == {"banner", "markup"}
    timed = parse(text + "\n".join(f"- {title} 20/1/2026 05:10" for title in titles))
    assert {(item.headline in titles, item.published) for item in timed.similar} == {(True, "2026-01-20")}
