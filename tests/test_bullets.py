"""Bullets of lists inside and above the story of a plain text."""

import pytest

from newsparse import parse
from newsparse.bullets import find_bullets
from newsparse.labels import LineRole, Piece

LISTS: list[tuple[str, list[tuple[LineRole, str]], list[str]]] = [
    ("one bullet", [("body", "• Adults pay five crowns")], ["Adults pay five crowns"]),
    ("a heading", [("heading", "▪ Fares")], ["Fares"]),
    ("a deck", [("standfirst", "• Ferry back after a week")], ["Ferry back after a week"]),
    ("stars", [("body", "* Adults: five"), ("body", "* Children: free")], ["Adults: five", "Children: free"]),
    ("a footnote", [("body", "* This text was changed on Friday.")], []),
    ("dashes", [("body", "- Adults: five"), ("body", "- Children: free")], ["Adults: five", "Children: free"]),
    ("speech", [("body", "- We sail, he said."), ("body", "- We do not, said she.")], []),
    ("a long dash", [("body", "– We sail"), ("body", "– We do not")], []),
    ("degrees", [("body", "-5 degrees"), ("body", "-3 degrees")], []),
    ("a menu", [("nav", "• Home"), ("nav", "• Harbour")], []),
]


@pytest.mark.parametrize(("lines", "words"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
def test_where_the_words_of_listed_lines_begin(lines: list[tuple[LineRole, str]], words: list[str]) -> None:
    labels = [Piece(at, 0, len(text), role, "") for at, (role, text) in enumerate(lines)]
    found = find_bullets(labels, [text for _, text in lines])
    assert [lines[at][1][start:] for at, (start, _) in found.items()] == words
    for at, (_, role) in found.items():
        assert role == ("list_item" if lines[at][0] in ("body", "heading") else lines[at][0])


def test_a_list_in_a_story_is_one_in_the_record() -> None:
    text = (
        "Ferry is back after a week of storms\n\nBy Ana Ruiz\n\nThe old ferry sailed on Monday, the harbour board said, and "
        "it will sail every day until the end of May.\n\nThe board named the new fares for all who cross the bay:\n\n"
        "• Adults pay five crowns a day\n\n• Children sail for nothing\n\nThe fares hold until the end of the year, "
        "the board said on its page, and they may rise after that.\n"
    )
    record = parse(text)
    assert [leaf.text for leaf in record.lead.body if leaf.kind == "list_item"] == [
        "Adults pay five crowns a day",
        "Children sail for nothing",
    ]
    assert [piece.text for piece in record.furniture if piece.role == "markup"] == ["•", "•"]
