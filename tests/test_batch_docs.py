"""The README's DuckDB query runs over what a batch writes."""

import re
from pathlib import Path

import pytest

from tests.batches import lines, run
from tests.cases import FIXTURES, ROOT


def test_duckdb_reads_the_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    (query,) = re.findall(r"```sql\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert run(FIXTURES / "headtopics", "--glob", "short-*.txt", "-o", "records.jsonl", cwd=tmp_path).returncode == 0
    monkeypatch.chdir(tmp_path)
    rows = duckdb.sql(query).fetchall()
    records = lines((tmp_path / "records.jsonl").read_bytes())
    items = [
        (round(item["confidence"], 2), item["headline"], record["source"]["name"])
        for record in records
        for item in record["similar"]
    ]
    assert [(confidence, headline, name) for headline, confidence, name in rows] == sorted(items)[:5]
