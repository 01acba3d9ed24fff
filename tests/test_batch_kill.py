"""A batch that is killed: no half a file, no process left, and resuming gives what an undisturbed run gives.

The kills are few by default. ``NEWSPARSE_KILLS=100 python -m pytest tests/test_batch_kill.py`` is the long run.
"""

import contextlib
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batches import COMMAND, ENVIRONMENT, make_dumps, run, tree

KILLS = int(os.environ.get("NEWSPARSE_KILLS", "4"))
COUNT = 200
MANY, APART = 1000, 200
"""Dumps for workers that are killed, and how many are done between two kills: more than a worker has in its hands."""
pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="counts processes in /proc")


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kill")
    make_dumps(folder / "in", COUNT)
    assert run("in", "-O", "undisturbed", "-j", "2", cwd=folder).returncode == 0
    return folder


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, *arguments], cwd=folder, env=ENVIRONMENT, stderr=subprocess.PIPE)


def processes_in(folder: Path) -> list[int]:
    """Return the processes whose folder this is: a batch and its workers."""
    found = []
    for path in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            is_dead = path.joinpath("stat").read_text().rpartition(")")[2].split()[0] in "ZX"
            if path.name.isdigit() and path.joinpath("cwd").readlink() == folder and not is_dead:
                found.append(int(path.name))
    return found


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.005)
    return False


def count_files(folder: Path) -> int:
    return sum(1 for path in folder.rglob("*.json") if path.is_file()) if folder.exists() else 0


def assert_whole(folder: Path) -> int:
    """Check that every file is a whole record under its own name; return how many there are."""
    files = tree(folder)
    for name, data in files.items():
        assert name.endswith(".txt.json"), name
        assert data.endswith(b"\n")
        json.loads(data)
    return len(files)


def test_kill_9_at_any_moment(work: Path) -> None:
    seed = random.Random(20240619)
    unfinished = 0
    for number in range(KILLS):
        out = work / "out"
        if number % 4 == 0:
            shutil.rmtree(out, ignore_errors=True)
        wanted = seed.randint(count_files(out), COUNT)  # by what is done, not by time: machines differ in speed
        batch = start(work, "in", "-O", "out", "-j", "2", "--resume")
        wait_for(lambda: count_files(out) >= wanted or batch.poll() is not None)  # noqa: B023 - called here
        time.sleep(seed.uniform(0, 0.01))
        batch.kill()
        batch.communicate()
        assert wait_for(lambda: not processes_in(work), 2), "a worker lives on"
        unfinished += out.exists() and assert_whole(out) < COUNT
    assert unfinished, "every kill came too late to mean anything"
    assert run("in", "-O", "out", "-j", "2", "--resume", cwd=work).returncode == 0
    assert tree(work / "out") == tree(work / "undisturbed")


def test_what_a_kill_left_goes_with_the_next_attempt(tmp_path: Path) -> None:
    """Where files cannot be nameless, or one is replaced, a draft has a hidden name for a moment."""
    from newsparse.batch.draft import Draft

    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    killed = Draft(target)
    killed._link(spare := tmp_path / f".newsparse-{hashlib.sha256(b'a.json').hexdigest()[:16]}")
    killed.file.close()
    assert spare.exists()
    draft = Draft(target)
    draft.file.write(b"new")
    draft.keep(sync=False)
    assert tree(tmp_path) == {"a.json": b"new"}


def test_kill_9_leaves_nothing_of_a_whole_file(work: Path) -> None:
    for moment in (0.0, 0.05, 0.2):
        batch = start(work, "in", "-o", "all.jsonl", "--manifest", "manifest.jsonl", "-j", "2")
        wait_for(lambda: len(processes_in(work)) > 2)
        time.sleep(moment)
        batch.kill()
        batch.communicate()
        assert wait_for(lambda: not processes_in(work), 2)
        if not (work / "all.jsonl").exists():
            assert not [path for path in work.iterdir() if path.is_file()]
        (work / "all.jsonl").unlink(missing_ok=True)
        (work / "manifest.jsonl").unlink(missing_ok=True)


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    """The kernel may end a worker for its memory; its documents are given to another.

    Who dies with the same document alone twice is to blame, so the batch gets on between one kill and the next.
    """
    make_dumps(tmp_path / "in", MANY)
    assert run("in", "-O", "undisturbed", "-j", "2", cwd=tmp_path).returncode == 0
    seed = random.Random(7)
    batch = start(tmp_path, "in", "-O", "battered", "-j", "2", "--manifest", "battered.jsonl")
    killed, done = 0, 0
    while batch.poll() is None and killed < 3:
        workers = [process for process in processes_in(tmp_path) if process != batch.pid]
        made = count_files(tmp_path / "battered")
        if made > done and workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(seed.choice(workers), signal.SIGKILL)
                killed += 1
                done = made + APART
        time.sleep(0.01)
    _, said = batch.communicate(timeout=60)
    assert killed > 0
    assert (batch.returncode, said) == (0, b"")
    assert tree(tmp_path / "battered") == tree(tmp_path / "undisturbed")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_end_the_workers(work: Path, number: signal.Signals, code: int) -> None:
    batch = start(work, *["in"] * 400, "-o", "all.jsonl", "-j", "2")  # long enough to be there still
    assert wait_for(lambda: len(processes_in(work)) > 2)
    batch.send_signal(number)
    _, said = batch.communicate(timeout=20)
    assert (batch.returncode, said) == (code, b"")
    assert wait_for(lambda: not processes_in(work), 2)
    assert not (work / "all.jsonl").exists()


# ---- disks that are full


def test_full_device_in_a_batch(work: Path) -> None:
    result = run("in", "-o", "/dev/full", "-j", "2", cwd=work)
    assert result.returncode == 4
    assert result.stderr.decode() == (
        "newsparse: /dev/full: cannot be written: No space left on device; free space or write elsewhere\n"
    )


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
from newsparse.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_quota(work: Path, tmp_path: Path, jobs: str) -> None:
    """A limit on the size of files is a disk that fills up in the midst of a record."""
    command = [sys.executable, "-c", LIMITED]
    result = run("in", "-O", tmp_path / "out", "-j", jobs, cwd=work, command=command)
    assert result.returncode == 4
    assert result.stderr.decode().endswith(": cannot be written: File too large; free space or write elsewhere\n")
    assert result.stderr.count(b"\n") == 1
    assert_whole(tmp_path / "out")
    result = run("in", "-o", tmp_path / "all.jsonl", "-j", jobs, cwd=work, command=command)
    assert (result.returncode, result.stderr.count(b"\n")) == (4, 1)
    assert not (tmp_path / "all.jsonl").exists()


def test_small_file_system(work: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "none", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a file system cannot be mounted here")
    try:
        result = run("in", "-O", disk / "out", "-j", "2", cwd=work)
        assert result.returncode == 4
        assert result.stderr.decode().endswith("No space left on device; free space or write elsewhere\n")
        assert result.stderr.count(b"\n") == 1
        assert 0 < assert_whole(disk / "out") < COUNT
    finally:
        subprocess.run(["umount", str(disk)], check=True)
