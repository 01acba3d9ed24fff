"""A dateline on a line of its own, as tools print it that break the line behind each piece of markup."""

import pytest

from newsparse import parse

TEXT = (
    "Ferry is back after a week of storms\n\n{line}\n\nThe old ferry sailed on Monday, the harbour board said, and it will "
    "sail every day until the end of May.\n\nThe board named the new fares for all who cross the bay, and said that they "
    "hold until the end of the year.\n"
)


@pytest.mark.parametrize(("line", "places"), [("AUBURN, Wash. —", ["AUBURN, Wash."]), ("OSLO, May 3 (AP) —", ["OSLO"])])
def test_it_opens_the_story(line: str, places: list[str]) -> None:
    record = parse(TEXT.format(line=line))
    assert record.lead.byline is None
    assert record.lead.dateline is not None
    assert record.lead.dateline.text == line
    assert list(record.lead.dateline.places) == places
