"""A batch: the same bytes whoever does the work, a failure costs its document, what is done is not done again."""

import json
import os
import pty
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.batches import COMMAND, ENVIRONMENT, FAULTS, lines, make_dumps, read_terminal, run, run_with_faults, tree

linux = pytest.mark.skipif(sys.platform != "linux", reason="faults are put into forked workers")


@pytest.fixture(scope="module")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_dumps(tmp_path_factory.mktemp("dumps"), 60)


@pytest.fixture(scope="module")
def alone(dumps: Path) -> bytes:
    result = run(dumps, "-j", "1")
    assert (result.returncode, result.stderr) == (0, b"")
    return result.stdout


SURROUNDINGS = [
    ("1", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
    ("2", {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
    ("2", {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "C"}),
    ("8", {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns", "PYTHONUTF8": "0"}),
]
CLOCK = "import time; now = time.time; time.time = lambda: now() + 315576000\n"
CLOCK += "from newsparse.cli import main; import sys; main(sys.argv[1:])"


@pytest.mark.parametrize(("jobs", "environment"), SURROUNDINGS, ids=lambda value: str(value)[:24])
def test_same_bytes_everywhere(dumps: Path, alone: bytes, jobs: str, environment: dict[str, str]) -> None:
    result = run(dumps, "-j", jobs, environment=environment)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout == alone


def test_same_bytes_in_ten_years(dumps: Path, alone: bytes) -> None:
    assert run(dumps, "-j", "2", command=[sys.executable, "-c", CLOCK]).stdout == alone


def test_same_bytes_without_fork(dumps: Path, alone: bytes) -> None:
    """Other systems start workers afresh; a second thread makes Linux do so too."""
    child = "import sys, threading, time; threading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n"
    child += "from newsparse.cli import main; main(sys.argv[1:])"
    assert run(dumps, "-j", "2", command=[sys.executable, "-c", child]).stdout == alone
    named = run(dumps, "-j", "2", "--layout", "headtopics", command=[sys.executable, "-c", child])
    assert named.stdout == run(dumps, "-j", "1", "--layout", "headtopics").stdout


def test_standard_input_among_many(dumps: Path, alone: bytes) -> None:
    first = sorted(dumps.rglob("*.txt"))[0]
    for more in (["-j", "2", str(dumps)], ["--timeout", "60"]):
        result = subprocess.run(
            [*COMMAND, "-", *more], input=first.read_bytes(), capture_output=True, env=ENVIRONMENT, check=False
        )
        assert (result.returncode, result.stderr) == (0, b"")
        record, *rest = lines(result.stdout)
        assert record["source"]["name"] == "-"
        assert record["similar"] == lines(alone)[0]["similar"]
        assert rest == (lines(alone) if len(more) == 3 else [])


def test_array_and_whole_file_from_workers(dumps: Path, alone: bytes, tmp_path: Path) -> None:
    assert run(dumps, "-j", "2", "--array", "-o", tmp_path / "all.json").returncode == 0
    assert json.loads((tmp_path / "all.json").read_bytes()) == lines(alone)


@linux
def test_a_document_that_fails_its_worker_costs_itself(tmp_path: Path) -> None:
    names = ["HANG", "KILL", "EXIT", "RAISE"]
    make_dumps(tmp_path / "in", 40)
    for name in names:
        (tmp_path / "in" / f"{name}.txt").write_text(f"The harbour {name} reopened on Monday.")
    result = run_with_faults("in", "-j", "2", "--timeout", "2", "--manifest", "m.jsonl", "-O", "out", cwd=tmp_path)
    entries = {entry["path"]: entry for entry in lines((tmp_path / "m.jsonl").read_bytes())}
    assert result.returncode == 1
    assert list(entries) == sorted(entries)
    assert {name: entries[f"in/{name}.txt"]["error"] for name in names} == {
        "HANG": "timeout",
        "KILL": "crashed",
        "EXIT": "crashed",
        "RAISE": "internal",
    }
    assert sum(entry["status"] == "written" for entry in entries.values()) == 40
    assert len(tree(tmp_path / "out")) == 40
    assert b"in/HANG.txt: takes longer than 2 s; raise --timeout\n" in result.stderr
    assert b"in/KILL.txt: ended its worker (signal 9); " in result.stderr
    assert result.stderr.count(b"\n") == 4


@linux
def test_one_input_can_be_stopped_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("HANG")
    result = run_with_faults("a.txt", "--timeout", "0.5", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (3, b"a.txt: takes longer than 0.5 s; raise --timeout\n")


@linux
def test_first_results_do_not_wait_for_a_slow_document(tmp_path: Path) -> None:
    """The reader takes one line and goes; the document that would hang for ever is then nobody's concern."""
    make_dumps(tmp_path / "in", 80)
    (tmp_path / "in" / "z.txt").write_text("HANG")
    with subprocess.Popen(
        [sys.executable, "-c", FAULTS, "in", "-j", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=ENVIRONMENT,
    ) as child:
        assert child.stdout is not None and child.stderr is not None
        assert child.stdout.readline().startswith(b'{"schema"')
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait(30) == 0


CLOSED = [
    ("nowhere.txt 2>&-", 3, 0),
    ("in -j 2 2>&-", 0, 9),
    ("in -j 2 <&- 2>&-", 0, 9),
    ("in -j 2 >&-", 4, 0),
    ("in -j 2 -O out >&- 2>&- <&-", 0, 0),
]


@pytest.mark.parametrize(("arguments", "code", "records"), CLOSED, ids=str)
def test_closed_standard_streams(tmp_path: Path, arguments: str, code: int, records: int) -> None:
    make_dumps(tmp_path / "in", 9)
    result = run(cwd=tmp_path, command=["sh", "-c", f"{sys.executable} -m newsparse {arguments}"])
    assert (result.returncode, len(lines(result.stdout))) == (code, records)
    assert result.stderr.count(b"\n") == (code == 4)
    assert not (tmp_path / "out").exists() or len(tree(tmp_path / "out")) == 9


# ---- resuming


def test_resume_does_what_is_left(tmp_path: Path) -> None:
    make_dumps(tmp_path / "in", 12)
    assert run("in", "-O", "whole", cwd=tmp_path).returncode == 0
    assert run("in/part-0", "-O", "out/part-0", cwd=tmp_path).returncode == 0
    result = run("in", "-O", "out", "--resume", "-v", cwd=tmp_path)
    assert result.returncode == 0
    assert b": skipped\n" not in result.stderr, "below another folder they have another name in their records"
    result = run("in", "-O", "out", "--resume", "-v", cwd=tmp_path)
    assert result.stderr.count(b": skipped\n") == 12
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


@pytest.mark.parametrize("more", [["--reference-date", "2024-06-19"], ["--indent"], ["--layout", "generic"]], ids=str)
def test_resume_redoes_what_was_made_otherwise(tmp_path: Path, more: list[str]) -> None:
    make_dumps(tmp_path / "in", 3)
    run("in", "-O", "out", cwd=tmp_path)
    assert run("in", "-O", "out", "--resume", "-v", cwd=tmp_path).stderr.count(b": skipped\n") == 3
    assert run("in", "-O", "out", "--resume", "-v", *more, cwd=tmp_path).stderr.count(b": written\n") == 3


def test_resume_sees_changed_inputs_and_cut_outputs(tmp_path: Path) -> None:
    make_dumps(tmp_path / "in", 6)
    run("in", "-O", "out", cwd=tmp_path)
    undisturbed = tree(tmp_path / "out")
    changed = tmp_path / "in" / "part-0" / "00000.txt"
    old = changed.read_bytes()
    changed.write_bytes(old + b"x")
    assert run("in", "-O", "out", "--resume", "-v", cwd=tmp_path).stderr.count(b": written\n") == 1
    changed.write_bytes(old)
    cut = tmp_path / "out" / "part-1" / "00001.txt.json"
    cut.write_bytes(cut.read_bytes()[:-10])
    assert run("in", "-O", "out", "--resume", "-v", cwd=tmp_path).stderr.count(b": written\n") == 2
    assert tree(tmp_path / "out") == undisturbed


def test_resume_where_files_have_no_attributes_and_always_names(tmp_path: Path) -> None:
    make_dumps(tmp_path / "in", 3)
    child = "import os, sys; del os.setxattr, os.getxattr, os.O_TMPFILE\n"
    child += "from newsparse.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", child]
    run("in", "-O", "out", cwd=tmp_path, command=command)
    assert run("in", "-O", "out", "--resume", "-v", cwd=tmp_path, command=command).stderr.count(b": skipped\n") == 3


def test_what_is_no_record_is_not_overwritten(tmp_path: Path) -> None:
    make_dumps(tmp_path / "in", 3)
    mine = tmp_path / "out" / "part-0" / "00000.txt.json"
    mine.parent.mkdir(parents=True)
    mine.write_text('{"mine": true}')
    result = run("in", "-O", "out", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr == (
        b"in/part-0/00000.txt: out/part-0/00000.txt.json is there and is no record; "
        b"move it, or overwrite it with --force\n"
    )
    assert mine.read_text() == '{"mine": true}'
    assert run("in", "-O", "out", "--force", cwd=tmp_path).returncode == 0
    assert len(tree(tmp_path / "out")) == 3
    assert mine.read_text() != '{"mine": true}'


@pytest.mark.parametrize("task", ["--check", "--explain"])
def test_reports_are_written_again_but_not_over_what_somebody_changed(tmp_path: Path, task: str) -> None:
    make_dumps(tmp_path / "in", 1)
    for _ in range(2):
        result = run("in", task, "-O", "out", cwd=tmp_path)
        assert (result.returncode, result.stderr) == (0, b"")
    report = tmp_path / "out" / "part-0" / "00000.txt.json"
    with report.open("ab") as file:
        file.write(b"my own remark\n")
    assert run("in", task, "-O", "out", cwd=tmp_path).returncode == 3
    assert report.read_bytes().endswith(b"my own remark\n")


# ---- the manifest and the bar


def test_manifest_has_a_line_for_each_input(tmp_path: Path) -> None:
    make_dumps(tmp_path / "in", 4)
    (tmp_path / "in" / "empty.txt").touch()
    assert run("in", "nowhere.txt", "--manifest", "m.jsonl", cwd=tmp_path).returncode == 1
    entries = lines((tmp_path / "m.jsonl").read_bytes())
    assert [(entry["status"], entry["records"], entry["error"]) for entry in entries] == [
        ("failed", 0, "empty"),
        *[("written", 1, None)] * 4,
        ("failed", 0, "missing"),
    ]
    assert all(len(entry["sha256"]) == 64 for entry in entries if entry["status"] == "written")


def on_terminal(*arguments: str, cwd: Path) -> str:
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdin=child, stdout=subprocess.DEVNULL, stderr=child, cwd=cwd, env=ENVIRONMENT
    )
    os.close(child)
    return read_terminal(parent, process)


def test_counts_end_a_batch_on_a_terminal(tmp_path: Path) -> None:
    make_dumps(tmp_path / "in", 4)
    (tmp_path / "in" / "empty.txt").touch()
    shown = on_terminal("in", "--progress", "never", cwd=tmp_path)
    assert shown.splitlines() == [
        "in/empty.txt: holds no text; the download may have failed",
        "5 read, 4 written, 0 skipped, 1 failed",
    ]
    assert on_terminal("in", "-q", "--progress", "never", cwd=tmp_path).count("\n") == 1
    assert "5 read" not in run("in", cwd=tmp_path).stderr.decode()


def test_progress_when_asked_for(tmp_path: Path) -> None:
    make_dumps(tmp_path / "in", 4)
    assert "documents" in run("in", "--progress", "always", cwd=tmp_path).stderr.decode()
    assert "documents" not in run("in", cwd=tmp_path).stderr.decode()


def test_progress_on_a_terminal_that_says_it_has_no_size(tmp_path: Path) -> None:
    make_dumps(tmp_path / "in", 4)
    assert "0/4 [" in on_terminal("in", "--progress", "always", cwd=tmp_path)  # a new pty is 0 by 0


def test_nothing_of_it_is_loaded_for_one_file(tmp_path: Path) -> None:
    make_dumps(tmp_path, 1)
    child = "import sys, atexit; from newsparse.cli import main\n"
    child += "atexit.register(lambda: sys.stderr.write(' '.join(sys.modules))); main(sys.argv[1:])"
    result = run(tmp_path / "part-0" / "00000.txt", command=[sys.executable, "-c", child])
    loaded = set(result.stderr.decode().split())
    heavy = {"multiprocessing", "ctypes", "tqdm", "zstandard", "pyarrow", "warcio", "lxml", "bs4"}
    ours = {f"newsparse.batch.{name}" for name in ("pool", "worker", "row_files", "manifest", "progress", "sorting")}
    assert all(find_spec(name) for name in ours)
    assert loaded & (heavy | ours) == set()
