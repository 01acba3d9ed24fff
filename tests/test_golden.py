"""Golden records: what a reader approved for each fixture."""

from pathlib import Path

import pytest

from tests.cases import FIXTURES, case_id, dumps, golden_path
from tests.golden import render


@pytest.mark.parametrize("dump", dumps(), ids=case_id)
def test_record_is_golden(dump: Path) -> None:
    assert golden_path(dump).exists(), "run python -m tests.golden, read the record, commit it"
    assert render(dump) == golden_path(dump).read_text(encoding="utf-8")


def test_there_are_cases_and_no_orphans() -> None:
    assert len(dumps()) >= 25
    goldens = set(FIXTURES.rglob("*.json"))
    assert goldens == {golden_path(dump) for dump in dumps()}
