"""The cut between headline and summary; every event here is invented."""

import pytest

from newsparse.headlines import cut_items

GLUED = [
    ("Ferry service to resume next week", "The operator said on Tuesday that tests had gone well."),
    ("Minister meets envoys during visit", "SEOUL — Senior officials held talks on Friday."),
    ("Harbour plan rejected by the UN", "The council said that it would appeal."),
    ("Record rain fell in 2024", "Ten people were hurt when a bridge gave way."),
    ("Will the bridge hold?", "Engineers say that they cannot be sure."),
]


@pytest.mark.parametrize(("headline", "summary"), GLUED)
def test_cuts_where_headline_and_summary_touch(headline: str, summary: str) -> None:
    cut = cut_items([headline + summary])[0]
    assert cut.headline == (0, len(headline))
    assert cut.summary == (len(headline), len(headline + summary))


def test_title_printed_twice_is_a_repeat() -> None:
    title = "Ferry service to resume next week"
    cut = cut_items([f"{title}{title}The operator said so."])[0]
    assert (cut.headline, cut.repeat) == ((0, len(title)), (len(title), 2 * len(title)))


def test_headline_alone_stays_whole() -> None:
    text = "Ferry Service to Resume Next Week, Operator Says"
    assert cut_items([text])[0].summary is None
