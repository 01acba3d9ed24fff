"""Containers and compressed inputs: each row a document, streamed, and nothing unpacked without a limit."""

import bz2
import gzip
import json
import lzma
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.batches import DUMPS, lines, run, tree

TEXT = DUMPS[0].read_text(encoding="utf-8")


def rows_of(*arguments: str, cwd: Path) -> list[dict[str, Any]]:
    result = run(*arguments, cwd=cwd)
    assert (result.returncode, result.stderr) == (0, b"")
    return lines(result.stdout)


def write_jsonl(path: Path, rows: list[Any]) -> None:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")


# ---- compressed


def compress_zstd(data: bytes) -> bytes:
    packed: bytes = pytest.importorskip("zstandard").compress(data)
    return packed


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": compress_zstd,
}


@pytest.mark.parametrize("suffix", PACKERS)
def test_compressed_dumps_read_as_what_they_hold(tmp_path: Path, suffix: str) -> None:
    data = DUMPS[0].read_bytes()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / f"a.txt.{suffix}").write_bytes(PACKERS[suffix](data))
    (tmp_path / "plain.txt").write_bytes(data)
    (plain,) = rows_of("plain.txt", cwd=tmp_path)
    (packed,) = rows_of("in", cwd=tmp_path)
    assert packed["source"].pop("name") == f"a.txt.{suffix}"
    assert plain["source"].pop("name") == "plain.txt"
    assert packed == plain


@pytest.mark.parametrize("suffix", PACKERS)
def test_bombs_and_damage_are_said(tmp_path: Path, suffix: str) -> None:
    pack = PACKERS[suffix]
    (tmp_path / "bomb.txt").write_bytes(pack(b"harbour " * 400_000))
    (tmp_path / "cut.txt").write_bytes(pack(DUMPS[0].read_bytes())[:-20])
    (tmp_path / "nested.txt").write_bytes(pack(pack(DUMPS[0].read_bytes())))
    (tmp_path / "bomb.jsonl").write_bytes(pack(b'{"text":"' + b"harbour " * 400_000 + b'"}\n'))
    result = run("bomb.txt", "cut.txt", "nested.txt", "bomb.jsonl", "--errors", "json", cwd=tmp_path)
    kinds = [entry["kind"] for entry in lines(result.stderr)]
    assert (result.returncode, kinds) == (3, ["too-large", "damaged", "binary", "too-large"])


def test_size_limit_counts_what_comes_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(DUMPS[0].read_bytes()))
    size = len(DUMPS[0].read_bytes())
    assert run("a.txt.gz", "--max-size", str(size), cwd=tmp_path).returncode == 0
    result = run("a.txt.gz", "--max-size", str(size - 1), cwd=tmp_path)
    assert (result.returncode, result.stderr) == (
        3,
        f"a.txt.gz: is larger than {size - 1} bytes; raise --max-size\n".encode(),
    )


# ---- JSON Lines

ROWS: list[Any] = [
    {"text": "The harbour board met on Friday (June 14) and voted.", "url": "https://coast.example/1"},
    {"text": "It met again on Friday (June 14).", "date": "2024-06-19T08:00:00Z", "url": None},
    "",
    {"text": None},
    "{broken",
    ["a", "list"],
    '{"text": "Half a pair: \\ud800. The harbour reopened."}',
    {"text": " \n "},
    {"text": "It met on Friday, and meets tomorrow.", "date": "0001-01-01T00:00:00"},
]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("name", ["rows.jsonl", "rows.ndjson.gz"])
def test_jsonl(tmp_path: Path, jobs: str, name: str) -> None:
    write_jsonl(tmp_path / "rows.jsonl", ROWS)
    if name.endswith(".gz"):
        (tmp_path / name).write_bytes(gzip.compress((tmp_path / "rows.jsonl").read_bytes()))
    result = run(name, "-j", jobs, "--errors", "json", cwd=tmp_path)
    assert result.returncode == 1
    records = lines(result.stdout)
    assert [record["source"]["name"] for record in records] == [f"{name}#0", f"{name}#1", f"{name}#6", f"{name}#8"]
    assert [record["source"]["row"] for record in records] == [0, 1, 6, 8]
    assert [record["lead"]["url"] for record in records] == ["https://coast.example/1", None, None, None]
    assert [record["lead"]["dates"][0]["date"] for record in records[:2]] == ["XXXX-06-14", "2024-06-14"]
    failures = [(entry["path"].rpartition("#")[2], entry["kind"]) for entry in lines(result.stderr)]
    assert failures == [("3", "damaged"), ("4", "damaged"), ("5", "damaged"), ("7", "empty")]


def test_text_field_names_the_field_and_standard_input(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "rows.jsonl", [{"content": "The harbour reopened."}])
    (record,) = rows_of("rows.jsonl", "--text-field", "content", cwd=tmp_path)
    assert record["lead"]["body"][0]["text"] == "The harbour reopened."
    assert run("rows.jsonl", cwd=tmp_path).returncode == 3
    command = ["sh", "-c", f"{sys.executable} -m newsparse --text-field content < rows.jsonl"]
    assert lines(run(cwd=tmp_path, command=command).stdout)[0]["source"]["name"] == "-#0"


def test_a_row_without_end_costs_itself(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 1_000_000})
    (tmp_path / "rows.jsonl").write_text(f'{{"text":"One."}}\n{long}\n{{"text":"Two."}}\n')
    result = run("rows.jsonl", "--max-size", "1K", cwd=tmp_path)
    assert (result.returncode, len(lines(result.stdout))) == (1, 2)
    assert result.stderr == b"rows.jsonl#1: is larger than 1024 bytes; raise --max-size\n"


def test_check_holds_for_rows(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "rows.jsonl", [{"text": TEXT, "url": "https://coast.example/1", "date": "2024-06-19"}])
    result = run("rows.jsonl", "--check", cwd=tmp_path)
    assert (result.returncode, result.stdout.count(b"every law holds")) == (0, 1)


# ---- one output file for a container


def test_tree_of_containers(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        write_jsonl(tmp_path / "in" / f"{name}.jsonl", [{"text": f"{TEXT}\n{name} {number}"} for number in range(60)])
    (tmp_path / "in" / "c.txt").write_text(TEXT)
    arguments = ("in", "--glob", "*.*", "-O", "out", "--manifest", "m.jsonl")
    assert run(*arguments, "-j", "2", cwd=tmp_path).returncode == 0
    made = tree(tmp_path / "out")
    assert sorted(made) == ["a.jsonl.json", "b.jsonl.json", "c.txt.json"]
    assert [record["source"]["row"] for record in lines(made["a.jsonl.json"])] == list(range(60))
    assert len(lines((tmp_path / "m.jsonl").read_bytes())) == 121
    again = run(*arguments, "--resume", "-v", cwd=tmp_path)
    assert again.stderr.count(b": skipped\n") == 3
    assert tree(tmp_path / "out") == made
    write_jsonl(tmp_path / "in" / "b.jsonl", [{"text": TEXT}])
    assert run(*arguments, "--resume", "-v", cwd=tmp_path).stderr.count(b": written\n") == 1
    assert len(lines((tmp_path / "out" / "b.jsonl.json").read_bytes())) == 1


def test_a_container_with_failures_is_read_again(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "rows.jsonl", [{"text": TEXT}, "{broken"])
    for more in ([], ["--resume"]):
        result = run("rows.jsonl", "-O", "out", *more, cwd=tmp_path)
        assert (result.returncode, result.stderr.count(b"\n")) == (1, 1)
        assert len(lines((tmp_path / "out" / "rows.jsonl.json").read_bytes())) == 1


# ---- Parquet and WARC


def write_parquet(path: Path, rows: list[dict[str, Any]]) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet  # type: ignore[import-untyped, unused-ignore]

    parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=20)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_parquet(tmp_path: Path, jobs: str) -> None:
    rows = [{"id": n, "text": f"Pier {n} shut on Friday (June 14).", "url": f"u{n}", "date": None} for n in range(70)]
    rows[3]["text"] = None
    rows[5]["date"] = "2024-06-19"
    write_parquet(tmp_path / "rows.parquet", rows)
    result = run("rows.parquet", "-j", jobs, cwd=tmp_path)
    records = lines(result.stdout)
    assert result.stderr == b"rows.parquet#3: holds no text in the field 'text'; name the right one with --text-field\n"
    assert [record["source"]["row"] for record in records] == [n for n in range(70) if n != 3]
    assert records[4]["lead"]["url"] == "u5"
    assert records[4]["lead"]["dates"][0]["date"] == "2024-06-14"


def test_parquet_that_is_none_or_has_no_such_column(tmp_path: Path) -> None:
    write_parquet(tmp_path / "other.parquet", [{"body": "x"}])
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and then nothing")
    result = run("other.parquet", "broken.parquet", "--errors", "json", cwd=tmp_path)
    assert [entry["kind"] for entry in lines(result.stderr)] == ["damaged"] * 2
    assert result.returncode == 3


def write_warc(path: Path, packed: bool) -> None:
    pytest.importorskip("warcio")
    page = b"<html><head><title>Harbour reopens</title></head><body><article><h1>Harbour reopens</h1>"
    page += b"<p>The harbour reopened on Friday (June 14), a week after the storm, the board said.</p>" * 3
    page += b"</article></body></html>"
    answers = [
        b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page,
        b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(page),
        b"Content-Type: image/png\r\n\r\n\x89PNG",
    ]
    blocks = [("response", "application/http; msgtype=response", b"HTTP/1.1 200 OK\r\n" + each) for each in answers]
    with path.open("wb") as file:
        for number, (kind, content, block) in enumerate([*blocks, ("conversion", "text/plain", TEXT.encode())]):
            head = (
                f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                f"WARC-Target-URI: https://coast.example/{number}\r\nWARC-Date: 2024-06-19T08:00:00Z\r\n"
                f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            record = head.encode() + block + b"\r\n\r\n"
            file.write(gzip.compress(record) if packed else record)


@pytest.mark.parametrize("name", ["pages.warc", "pages.warc.gz"])
def test_warc(tmp_path: Path, name: str) -> None:
    write_warc(tmp_path / name, name.endswith(".gz"))
    first, second, text = rows_of(name, cwd=tmp_path)
    assert [record["source"]["name"] for record in (first, second, text)] == [f"{name}#{row}" for row in range(3)]
    assert [record["source"]["format"] for record in (first, second, text)] == ["html", "html", "text"]
    assert first["lead"]["url"] == "https://coast.example/0"
    assert second["lead"]["dates"][0]["date"] == "2024-06-14"
    assert text["lead"]["url"] == "https://coast.example/3"


def test_warc_that_breaks_off_or_is_none(tmp_path: Path) -> None:
    write_warc(tmp_path / "cut.warc.gz", packed=True)
    whole = (tmp_path / "cut.warc.gz").read_bytes()
    (tmp_path / "cut.warc.gz").write_bytes(whole[:-200])
    (tmp_path / "junk.warc").write_bytes(b"no archive\n" * 9)
    result = run("cut.warc.gz", "junk.warc", "--errors", "json", cwd=tmp_path)
    assert [entry["kind"] for entry in lines(result.stderr)] == ["damaged"] * 2
    assert (result.returncode, len(lines(result.stdout))) == (1, 2)


MISSING = {"parquet": "a.parquet", "warc": "a.warc", "zstd": "a.txt.zst"}
LIBRARIES = {"parquet": "pyarrow", "warc": "warcio.archiveiterator", "zstd": "zstandard"}


@pytest.mark.parametrize("extra", MISSING)
def test_a_missing_extra_is_named(tmp_path: Path, extra: str) -> None:
    (tmp_path / MISSING[extra]).write_bytes(b"(\xb5/\xfd and more")
    child = f"import sys; sys.modules[{LIBRARIES[extra]!r}] = None\n"
    child += "from newsparse.cli import main; main(sys.argv[1:])"
    result = run(MISSING[extra], cwd=tmp_path, command=[sys.executable, "-c", child])
    assert (result.returncode, result.stderr.count(b"\n")) == (3, 1)
    assert result.stderr.endswith(f"; pip install 'newsparse[{extra}]'\n".encode())
