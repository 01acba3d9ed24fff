"""The dump that started the project, against what a reader finds in it."""

import json
from typing import Any

import pytest

from newsparse import parse
from tests.cases import SHARED, needs_shared

pytestmark = needs_shared
SEED = SHARED / "seed" / "000_0aa776802d24adf6.txt"


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    decoded: dict[str, Any] = json.loads((SHARED / "seed" / "facts.json").read_text(encoding="utf-8"))
    return decoded


def read(reference: str | None) -> dict[str, Any]:
    return parse(SEED.read_bytes(), name=SEED.name, reference_date=reference).to_dict()


def test_lead_edition_and_banner(facts: dict[str, Any]) -> None:
    record = read("2024-06-19")
    assert record["source"]["layout"] == "headtopics"
    assert record["language"] == "en"
    assert record["lead"]["headline"] is None
    assert [{"text": p["text"], "span": p["span"]} for p in record["lead"]["body"]] == facts["lead"]["paragraphs"]
    assert record["edition"] == facts["edition"]
    banners = [piece for piece in record["furniture"] if piece["role"] == "banner"]
    assert [{"text": b["text"], "span": b["span"]} for b in banners] == [facts["banner"]]


def test_items(facts: dict[str, Any]) -> None:
    record = read("2024-06-19")
    for item, fact in zip(record["similar"], facts["similar"], strict=True):
        assert item["headline"] == fact["headline"]
        assert item["summary"] == fact["summary"]
        assert item["spans"] == {"headline": fact["headline_span"], "summary": fact["summary_span"]}
        dateline = item["dateline"] and {key: item["dateline"][key] for key in ("places", "span")}
        assert dateline == fact["dateline"]
        assert [{key: date[key] for key in ("text", "date", "span")} for date in item["dates"]] == fact["dates"]
    assert [piece["span"] for piece in record["furniture"] if piece["role"] == "read_more"] == [
        fact["read_more_span"] for fact in facts["similar"]
    ]


def test_stories(facts: dict[str, Any]) -> None:
    numbers = [item["story"] for item in read(None)["similar"]]
    same = [[i for i, n in enumerate(numbers) if n == number] for number in sorted(set(numbers))]
    assert [group for group in same if len(group) > 1] == facts["same_story"]


@pytest.mark.parametrize(
    ("reference", "year"),
    [("2019-06-19", 2019), ("2024-06-15", 2024), ("2026-11-23", 2024), ("2030-05-25", 2024), ("2030-12-01", 2030)],
)
def test_the_reference_picks_the_year(reference: str, year: int) -> None:
    dates = [date["date"] for item in read(reference)["similar"] for date in item["dates"]]
    assert dates == [f"{year}-{day}" for day in ("06-14", "05-24", "05-26", "06-04", "05-27")]


def test_without_a_reference_the_year_is_open() -> None:
    record = read(None)
    dates = [date for item in record["similar"] for date in item["dates"]]
    assert [date["date"] for date in dates] == [f"XXXX-{d}" for d in ("06-14", "05-24", "05-26", "06-04", "05-27")]
    assert all("2019" in c and "2024" in c for c in (" ".join(date["candidates"]) for date in dates))
    assert [notice["code"] for notice in record["notices"]] == ["year-open"]
