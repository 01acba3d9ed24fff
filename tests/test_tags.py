"""Tags and bylines of text dumps: labels whose links were lost name nothing."""

import pytest

from newsparse.document import Line, Passage
from newsparse.tags import read_tag_lines

RUNS = [
    ("Tags: harbour, North Coast", ("harbour", "North Coast"), 0),
    ("Tags", (), 1),
    ("Filed under:", (), 1),
    ("Follow topics of this story:\nHarbour\nMissing ships\nPolice", ("Harbour", "Missing ships", "Police"), 1),
    ("Topics\n#harbour #storm", ("harbour", "storm"), 1),
    ("harbour, storm\nA line of the body.\nstorm, police", ("harbour", "storm"), 1),
    ("* Harbour\n* North Coast", ("Harbour", "North Coast"), 0),
    ("* North Coast", ("North Coast",), 0),
    ("Real Harbour", ("Real Harbour",), 0),
    ("#North Coast", ("North Coast",), 0),
    ("港湾、北岸，暴風", ("港湾", "北岸", "暴風"), 0),
    ("Topics: Ana Ruiz : Harbour : storms", ("Ana Ruiz", "Harbour", "storms"), 0),
    ("Read our newspaper every day!", (), 1),
    ("Write to Ana Ruiz at ana@paper.test", (), 1),
    ("Source: Harbour Post", (), 1),
    ("We all know that the harbour is shut", (), 1),
    ("Rank: 6,808, harbour", ("harbour",), 0),
    ("BridgeNews Harbour Storm", ("BridgeNews", "Harbour", "Storm"), 0),
]


@pytest.mark.parametrize(("source", "tags", "left"), RUNS)
def test_tag_lines(source: str, tags: tuple[str, ...], left: int) -> None:
    passages = []
    start = 0
    for text in source.split("\n"):
        if not text.endswith("."):
            passages.append(Passage(Line(text, start, start + len(text)), 0, len(text)))
        start += len(text) + 1
    found = read_tag_lines(passages, source)
    assert found.tags == tags
    assert len(found.leftovers) == left
    assert len(found.lines) + left == len(passages)
