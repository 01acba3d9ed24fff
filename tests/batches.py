"""Batches for tests: folders of small dumps, the command run on them, and faults that are put into it."""

import json
import os
import select
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.cases import FIXTURES, ROOT

COMMAND = [sys.executable, "-m", "newsparse"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
DUMPS = sorted((FIXTURES / "headtopics").glob("*.txt"))[:5]

FAULTS = """
import os, sys, time
import newsparse.pipeline as pipeline
honest = pipeline.run_all
def run_all(data, *rest):
    text = data if isinstance(data, bytes) else data.encode()
    if b"HANG" in text:
        while True:
            pass
    if b"KILL" in text:
        os.kill(os.getpid(), 9)
    if b"EXIT" in text:
        os._exit(3)
    if b"RAISE" in text:
        raise RuntimeError("made to fail")
    return honest(data, *rest)
pipeline.run_all = run_all
from newsparse.cli import main
main(sys.argv[1:])
"""


def make_dumps(folder: Path, count: int) -> Path:
    """Fill a folder with so many small dumps, all different, in three folders."""
    for number in range(count):
        path = folder / f"part-{number % 3}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(DUMPS[number % len(DUMPS)].read_bytes() + b"\n%d\n" % number)
    return folder


def run(
    *arguments: str | Path,
    cwd: Path | None = None,
    command: list[str] | None = None,
    environment: dict[str, str] | None = None,
    stdin: bytes = b"",
) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end."""
    return subprocess.run(
        [*(command or COMMAND), *map(str, arguments)],
        capture_output=True,
        input=stdin,
        env={**ENVIRONMENT, **(environment or {})},
        cwd=cwd,
        check=False,
        timeout=120,
    )


def run_with_faults(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command, in which a dump can hang, kill, end or fail its worker."""
    return run(*arguments, cwd=cwd, command=[sys.executable, "-c", FAULTS])


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def lines(data: bytes) -> list[dict[str, Any]]:
    """Return the objects of JSON Lines."""
    return [json.loads(line) for line in data.splitlines()]


def read_terminal(descriptor: int, process: "subprocess.Popen[bytes]") -> str:
    """Return what a process shows on a pseudo-terminal until it closes it, and wait for the process."""
    shown = b""
    while select.select([descriptor], [], [], 20)[0]:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not chunk:
            break
        shown += chunk
    process.wait()
    os.close(descriptor)
    return shown.decode()
