"""Names of section and site behind a headline that is the title of its page."""

import pytest

from newsparse.page_titles import Said, site_start

TITLES = [
    ("Ferry is back after a week：Coast Herald", ["Ferry is back after a week"], "Ferry is back after a week"),
    ("Ferry is back after a week: Coast Herald", ["Ferry is back after a week"], "Ferry is back after a week"),
    ("Ferry is back again : Sport : Coast Herald", ["Ferry is back again"], "Ferry is back again"),
    ("Ferry is back again   «  Coast Herald", ["Ferry is back again"], "Ferry is back again"),
    ("Ferry is back again | Harbour | Coast Herald", ["Harbour", "Coast Herald"], "Ferry is back again"),
    ("Ferry is back again | A week on the quay", ["Coast Herald"], None),
    ("Ferry on the old quay: It sails again after the long storms", ["Ferry on the old quay"], None),
    ("Column: Harbour Royal - Of captains and cooks on board and far beyond it", ["Column: Harbour Royal"], None),
    ("She said: »Ferry is back, of course!«", ["She said: »Ferry is back, of course!"], None),
    ("Ferry: back", ["Ferry", "Coast Herald"], None),
]


@pytest.mark.parametrize(("title", "others", "headline"), TITLES)
def test_names_behind_a_headline(title: str, others: list[str], headline: str | None) -> None:
    assert title[: site_start(title, Said([title, *others]))] == (headline or title)
