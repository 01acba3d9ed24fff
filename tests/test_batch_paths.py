"""Paths that want to do harm: nothing is written outside, nothing blocks, nothing is lost without a word."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batches import lines, run, tree

TEXT = "The harbour board met and voted."
NASTY = [
    "new\nline.txt",
    "\x1b[2Jred\x1b[31m.txt",
    " .txt",
    "-.txt",
    "--help.txt",
    "con.txt",
    "a:b.txt",
    "back\\slash.txt",
    "caf\udce9.txt",
    "\u202egpj.txt",
    "*?[x].txt",
    "x" * 240 + ".txt",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path


def outcome(folder: Path, *more: str) -> tuple[int, int, int]:
    """Run a batch; return the number of inputs, of outputs and of failures that the manifest and the disk know."""
    shutil.rmtree(folder / "out", ignore_errors=True)
    result = run("in", "-O", "out", "--manifest", "m.jsonl", *more, cwd=folder)
    entries = lines((folder / "m.jsonl").read_bytes())
    failed = [entry for entry in entries if entry["status"] == "failed"]
    assert result.returncode == (1 if failed else 0)
    assert result.stderr.count(b"\n") == len(failed)
    assert b"\x1b" not in result.stderr
    return len(entries), len(tree(folder / "out")), len(failed)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_nasty_name_gets_its_file(folder: Path, jobs: str) -> None:
    for name in NASTY:
        (folder / "in" / name).write_text(TEXT)
    assert outcome(folder, "-j", jobs) == (len(NASTY), len(NASTY), 0)
    assert sorted(tree(folder / "out")) == sorted(f"{name}.json" for name in NASTY)


def test_names_that_are_too_long_with_their_suffix_are_said(folder: Path) -> None:
    for name in ("x" * 251 + ".txt", "y" * 246 + ".txt", "fine.txt"):
        (folder / "in" / name).write_text(TEXT)
    inputs, outputs, failures = outcome(folder)
    assert (inputs, outputs, failures) == (3, 2, 1)


def test_four_hundred_names_that_differ_by_little(folder: Path) -> None:
    """By a short token: two hundred pages of one address, as a downloader names them, and each has its output."""
    for number in range(400):
        (folder / "in" / f"index.html?page={number}.txt").write_text(f"{TEXT} Number {number}.")
    assert outcome(folder) == (400, 400, 0)
    assert len(set(tree(folder / "out").values())) == 400


@pytest.mark.parametrize(
    "names",
    [
        ("a.txt", "A.txt"),
        ("stra\u00dfe.txt", "STRASSE.txt"),
        ("caf\u00e9.txt", "cafe\u0301.txt"),
        ("d/a.txt", "D/a.txt"),
    ],
    ids=["case", "folding", "form", "folders"],
)
def test_names_that_some_systems_take_for_one_are_refused_first(folder: Path, names: tuple[str, str]) -> None:
    for name in (*names, "b.txt"):
        (folder / "in" / name).parent.mkdir(exist_ok=True)
        (folder / "in" / name).write_text(TEXT)
    result = run("in", "-O", "out", cwd=folder)
    assert result.returncode == 4
    assert result.stderr.count(b"\n") == 1
    assert b"would both be written to" in result.stderr
    assert not (folder / "out").exists()


def test_the_same_name_in_two_folders_is_refused_first(folder: Path) -> None:
    (folder / "more").mkdir()
    for name in ("in", "more"):
        (folder / name / "a.txt").write_text(TEXT)
    assert run("in", "more", "-O", "out", cwd=folder).returncode == 4


def test_a_file_where_another_needs_a_folder(folder: Path) -> None:
    (folder / "in" / "a.txt").write_text(TEXT)
    (folder / "in" / "a.txt.json").mkdir()
    (folder / "in" / "a.txt.json" / "b.txt").write_text(TEXT)
    assert outcome(folder) == (2, 1, 1)


def test_dots_never_lead_outside(folder: Path) -> None:
    (folder / "secret").mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "secret" / "deep").mkdir()
    result = run("../../a.txt", "/../../" + str(folder / "a.txt"), "-O", "out", cwd=folder / "secret" / "deep")
    assert result.returncode == 0
    before = {"a.txt", "secret/deep/out/a.txt.json"}
    assert set(tree(folder)) - before == {f"secret/deep/out/{str(folder / 'a.txt').lstrip('/')}.json"}


@pytest.mark.parametrize("what", ["folder", "file"])
def test_links_in_the_output_never_lead_outside(folder: Path, what: str) -> None:
    (folder / "in" / "d").mkdir()
    (folder / "in" / "d" / "a.txt").write_text(TEXT)
    (folder / "outside").mkdir()
    (folder / "outside" / "a.txt.json").write_text("mine")
    (folder / "out").mkdir()
    if what == "folder":
        (folder / "out" / "d").symlink_to(folder / "outside")
    else:
        (folder / "out" / "d").mkdir()
        (folder / "out" / "d" / "a.txt.json").symlink_to(folder / "outside" / "a.txt.json")
    result = run("in", "-O", "out", cwd=folder)
    assert (result.returncode, result.stderr.count(b"\n")) == (3, 1)
    assert (folder / "outside" / "a.txt.json").read_text() == "mine"
    run("in", "-O", "out", "--force", cwd=folder)
    assert (folder / "outside" / "a.txt.json").read_text() == "mine"


def test_what_is_no_file_is_passed_over_and_never_waited_for(folder: Path) -> None:
    inside = folder / "in"
    (inside / "a.txt").write_text(TEXT)
    os.mkfifo(inside / "pipe.txt")
    (inside / "loop").symlink_to(inside)
    (inside / "self.txt").symlink_to(inside / "self.txt")
    (inside / "gone.txt").symlink_to(folder / "nowhere.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(inside / "socket.txt"))
        assert outcome(folder) == (1, 1, 0)
        result = run("in/pipe.txt", "in/socket.txt", "in/self.txt", "/dev/zero", "in/a.txt", cwd=folder)
    assert result.returncode == 1
    assert result.stderr.count(b"\n") == 4


def test_a_fifo_where_the_output_should_be(folder: Path) -> None:
    (folder / "in" / "a.txt").write_text(TEXT)
    (folder / "out").mkdir()
    os.mkfifo(folder / "out" / "a.txt.json")
    result = run("in", "-O", "out", cwd=folder)
    assert (result.returncode, result.stderr.count(b"\n")) == (3, 1)


UNREADABLE = """
import os, sys
import newsparse, newsparse.batch.convert, newsparse.batch.sorting
from newsparse.cli import main
newsparse.parse("The harbour board met.").to_json()  # what is loaded on the way may be nobody's to read
os.setegid(65534); os.seteuid(65534)
main(sys.argv[1:])
"""


def test_unreadable_files_and_folders_are_said(folder: Path) -> None:
    command = None
    if os.geteuid() == 0:
        command = [sys.executable, "-c", UNREADABLE]
        for place in (folder, *folder.parents):
            if place.stat().st_uid == 0 and place.name.startswith(("pytest-", "popen-", folder.name)):
                place.chmod(0o755)
    for name in ("a.txt", "closed.txt", "shut/b.txt"):
        (folder / "in" / name).parent.mkdir(exist_ok=True)
        (folder / "in" / name).write_text(TEXT)
    (folder / "in" / "closed.txt").chmod(0)
    (folder / "in" / "shut").chmod(0)
    result = run("in", cwd=folder, command=command)
    (folder / "in" / "shut").chmod(0o755)
    assert result.stderr.decode().splitlines() == [
        "in/closed.txt: cannot be read: Permission denied; check its permissions",
        "in/shut: cannot be read: Permission denied; check its permissions",
    ]
    assert (result.returncode, len(lines(result.stdout))) == (1, 1)


def test_folders_as_deep_as_paths_go(folder: Path) -> None:
    descriptor = os.open(folder / "in", os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("d", dir_fd=descriptor)
        deeper = os.open("d", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = deeper
    file = os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=descriptor)
    os.write(file, TEXT.encode())
    os.close(file)
    os.close(descriptor)
    result = run("in", cwd=folder)
    subprocess.run(["rm", "-rf", str(folder / "in")], check=True)  # too deep for Python's own
    assert (result.returncode, len(lines(result.stdout))) == (0, 1)


def test_more_names_than_are_held_at_once_come_in_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsparse.batch import sorting
    from newsparse.batch.walk import find_inputs

    monkeypatch.setattr(sorting, "RUN", 7)
    names = sorted(f"{number * 7919 % 1000:03}.txt" for number in range(100))
    for name in reversed(names):
        (folder / "in" / name).touch()
    assert [found.name for found in find_inputs([str(folder / "in")], [])] == names


def test_a_file_that_vanishes_costs_itself(folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / "in" / name).write_text(TEXT)
    child = "import os, sys, newsparse.batch.convert as batch\nhonest = batch.convert\n"
    child += (
        "def convert(inputs, *rest):\n    inputs = list(inputs); os.unlink('in/a.txt'); return honest(inputs, *rest)\n"
    )
    child += "batch.convert = convert\nfrom newsparse.cli import main; main(sys.argv[1:])"
    result = run("in", cwd=folder, command=[sys.executable, "-c", child])
    assert (result.returncode, result.stderr) == (1, b"in/a.txt: no such file or folder; check the path\n")
