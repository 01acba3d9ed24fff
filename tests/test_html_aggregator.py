"""One aggregator's page, as HTML and as its text: the whole way to the record gives the same stories."""

from pathlib import Path
from typing import Any

from newsparse import parse
from newsparse.check import check
from newsparse.options import Options
from newsparse.pipeline import run

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"
PLACES = {"span", "spans", "url"}
"""What HTML and its text cannot share: positions, and addresses that only HTML has."""


def record(name: str) -> dict[str, Any]:
    return parse((FIXTURES / name).read_bytes(), reference_date="2031-05-10").to_dict()


def without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_places(one) for key, one in value.items() if key not in PLACES}
    return [without_places(one) for one in value] if isinstance(value, list) else value


def test_page_and_dump_give_the_same_stories() -> None:
    page, dump = record("aggregator.html"), record("aggregator.txt")
    assert page["source"]["format"] == "html"
    assert page["source"]["layout"] == dump["source"]["layout"] == "headtopics"
    for part in ("lead", "similar", "edition", "language"):
        assert without_places(page[part]) == without_places(dump[part])
    assert page["lead"]["body"]
    assert len(page["similar"]) > 1


def test_only_the_page_knows_addresses() -> None:
    assert all(item["url"] for item in record("aggregator.html")["similar"])
    assert not any(item["url"] for item in record("aggregator.txt")["similar"])


def test_the_label_of_an_edition_is_no_headline() -> None:
    """Where a page sets it as its only heading of the first level, metadata takes it for one."""
    source = (FIXTURES / "aggregator.html").read_text(encoding="utf-8")
    reading = run(
        source.replace("<h2>Newland", "<h1>Newland").replace("Headlines</h2>", "Headlines</h1>"), "-", Options()
    )
    assert reading.record.edition is not None
    assert reading.record.lead.headline is None
    assert check(reading.record, reading.document).broken == []
