"""Speed: the two ratios that newsparse promises, measured side by side on one machine in one run.

usage: python benchmarks/speed.py [DUMP]

Start: CPU of a whole ``newsparse DUMP`` process over that of ``python -c "import click"``, medians of alternating runs.
Warm: CPU of one record (parse and encode) over decoding the dump's bytes and ``json.dumps`` of its text.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

DEFAULT = Path(__file__).parent.parent / "fixtures" / "headtopics" / "short-philippines.txt"
RUNS = 21
ROUNDS = 7
SECONDS = 0.2


def main() -> None:
    """Print both ratios."""
    dump = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    start(dump)
    warm(dump.read_bytes())


def start(dump: Path) -> None:
    """Compare whole processes, in turn, so that a drifting machine slows both."""
    ours, floor = [], []
    for _ in range(RUNS):
        ours.append(process_cpu([sys.executable, "-m", "newsparse", str(dump)]))
        floor.append(process_cpu([sys.executable, "-c", "import click"]))
    a, b = statistics.median(ours), statistics.median(floor)
    print(f"start  newsparse {1000 * a:.1f} ms  import click {1000 * b:.1f} ms  ratio {a / b:.2f}")


def process_cpu(command: list[str]) -> float:
    """Return the CPU seconds of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONHASHSEED": "0"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def warm(data: bytes) -> None:
    """Compare one warm record with decoding and dumping its text."""
    from newsparse import parse

    ours, floor = [], []
    for _ in range(ROUNDS):
        ours.append(per_call(lambda: parse(data).to_json()))
        floor.append(per_call(lambda: json.dumps(data.decode())))
    a, b = statistics.median(ours), statistics.median(floor)
    print(f"warm   record {1e6 * a:.0f} µs  decode and dumps {1e6 * b:.1f} µs  ratio {a / b:.1f}  ({len(data)} bytes)")


def per_call(function: Callable[[], object]) -> float:
    """Return the CPU seconds of one call."""
    function()
    count, begin = 0, time.process_time()
    while time.process_time() - begin < SECONDS:
        function()
        count += 1
    return (time.process_time() - begin) / count


if __name__ == "__main__":
    main()
