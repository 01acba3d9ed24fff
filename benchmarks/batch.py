"""Batches: documents a second with one and two workers beside reading and encoding alone, and memory as inputs grow.

usage: python benchmarks/batch.py [COUNT [short]]

Makes COUNT (100,000) small dumps about invented events in a temporary folder, and in turn, in one run: reads each and
writes its text as JSON (the floor), then ``newsparse -j 1`` and ``-j 2``, to a file that is thrown away. Wall time says
what a user waits; on a machine that others use as well, CPU says more: twice the workers can be no faster than
2 × CPU(-j 1) / CPU(-j 2). Memory is the peak of the largest process; it is taken for a tenth of the dumps as well.
``short`` makes dumps of one line, which brings out what a batch costs beside the reading of dumps.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

COUNT = 100_000
FOLDER = 1000
"""Dumps in one folder."""
ROOT = Path(__file__).parent.parent
FLOOR = """
import json, os, sys
for folder, folders, names in os.walk(sys.argv[1]):
    folders.sort()
    for name in sorted(names):
        with open(os.path.join(folder, name), "rb") as file:
            sys.stdout.write(json.dumps({"name": name, "text": file.read().decode()}) + "\\n")
"""
DUMP = """\
The harbour board of Port {place} voted on Monday to close pier {number} for repairs.
Ferries will leave from pier {other} until the work is done, the board said.
{place} Latest News, {place} Headlines
Similar News:You can also read news stories similar to this one that we have collected from other news sources.
Pier {number} closes for repairsPORT {upper}: Ferries leave from pier {other} from Tuesday (June {day}).
Read more »
Crane number {number} lifted after stormThe crane that fell in May was lifted on Friday, a board spokesman said.
Read more »
"""
SHORT = "The harbour board of Port {place} voted to close pier {number}.\n"
PLACES = ("Arda", "Belmar", "Corvo", "Dunmore", "Esk")


class Cost(NamedTuple):
    """What one process and its workers took."""

    wall: float
    cpu: float
    peak: int
    """Kilobytes of the largest of the processes."""


def main() -> None:
    """Make the dumps, run everything, print a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory(prefix="newsparse-bench-") as name:
        folder = Path(name)
        dump = SHORT if sys.argv[2:] == ["short"] else DUMP
        make(folder / "all", count, dump)
        make(folder / "tenth", count // 10, dump)
        ours = [sys.executable, "-m", "newsparse", "-q"]
        floor = measure([sys.executable, "-c", FLOOR, str(folder / "all")])
        rows = {"read and encode": floor}
        for jobs in ("1", "2"):
            rows[f"newsparse -j {jobs}"] = measure([*ours, "-j", jobs, str(folder / "all")])
        tenths = [measure([*ours, "-j", jobs, str(folder / "tenth")]) for jobs in ("1", "2")]
        tree = [*ours, "-j", "2", "-O", str(folder / "out")]
        trees = [measure([*tree, str(folder / each)]) for each in ("tenth", "all")]
    for label, cost in rows.items():
        print(f"{label:<16} {count / cost.wall:8.0f} docs/s wall  {count / cost.cpu:8.0f} docs/s of CPU", end="  ")
        print(f"peak {cost.peak / 1024:6.1f} MB")
    one, two = rows["newsparse -j 1"], rows["newsparse -j 2"]
    print(f"two workers over one: wall {one.wall / two.wall:.2f}, at most {2 * one.cpu / two.cpu:.2f} by CPU")
    pairs = {"-j 1": (tenths[0], one), "-j 2": (tenths[1], two), "-j 2 -O": (trees[0], trees[1])}
    for label, (small, large) in pairs.items():
        print(f"peak from {count // 10} to {count}, {label}: {small.peak} to {large.peak} kB", end=" ")
        print(f"({100 * large.peak / small.peak - 100:+.1f} %)")


def make(folder: Path, count: int, dump: str) -> None:
    """Write so many dumps, each different."""
    for number in range(count):
        place = PLACES[number % len(PLACES)]
        path = folder / f"{number // FOLDER:03}" / f"{number:06}.txt"
        if number % FOLDER == 0:
            path.parent.mkdir(parents=True)
        text = dump.format(place=place, upper=place.upper(), number=number, other=number + 1, day=number % 28 + 1)
        path.write_text(text, encoding="utf-8")


def measure(command: list[str]) -> Cost:
    """Run a command to its end and return what it took, with its workers."""
    begin = time.perf_counter()
    child = os.fork()
    if child == 0:
        with tempfile.TemporaryFile() as sink:
            os.dup2(sink.fileno(), 1)
            os.environ["PYTHONPATH"] = str(ROOT)
            os.execv(command[0], command)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{' '.join(command)} ended with status {status}")
    return Cost(time.perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss)


if __name__ == "__main__":
    main()
