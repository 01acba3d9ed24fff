"""The pool: worker processes that do jobs in chunks, with the outcomes in the order of the jobs.

Each worker has a pipe of its own. That is why no pool library stands here: pebble, loky and concurrent.futures let
workers share one, so that a worker killed while it writes breaks the pool for all of them.
A worker that dies costs its parent nothing but the jobs in its hands, which are given out again, each alone; the one
that kills its worker alone, twice, or is killed by its alarm, is the one to blame.
"""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, NamedTuple, Self

from newsparse.batch.inputs import Input
from newsparse.batch.work import Outcome
from newsparse.batch.worker import WorkerSetup, serve
from newsparse.errors import NewsparseError

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

_CHUNK = 32
"""Most jobs of a chunk; the first ones are smaller, so that first outcomes come at once."""
_CHUNK_BYTES = 1 << 18
_AHEAD = 2
"""Chunks in the hands of one worker: one in work, one waiting in its memory."""
_WINDOW = 4096
"""Most jobs given out and not handed back yet: a slow one holds up those behind it only so far."""
_WINDOW_BYTES = 64 << 20


class _Job(NamedTuple):
    number: int
    source: Input
    deaths: int = 0
    """How many workers died with this job alone in their hands."""


class _Worker:
    """One worker, its pipe, and the chunks of jobs that it has."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.process = process
        self.connection = connection
        self.chunks: deque[deque[_Job]] = deque()

    def send(self, chunk: Sequence[_Job]) -> None:
        """Hand a chunk to the worker; a dead worker is noticed when its outcomes are received."""
        self.chunks.append(deque(chunk))
        with contextlib.suppress(OSError):
            self.connection.send([job.source for job in chunk])

    def receive(self) -> list[tuple[_Job, Outcome]]:
        """Return the outcomes that the worker has sent; raises EOFError or OSError when it is dead."""
        received = []
        for outcome in self.connection.recv():
            received.append((self.chunks[0].popleft(), outcome))
            if not self.chunks[0]:
                self.chunks.popleft()
        return received


class Pool:
    """Workers that do one kind of work; a context, whose end is the end of every worker."""

    def __init__(self, work: Callable[[Input], Outcome], size: int, timeout: float = 0) -> None:
        """Say what is done, by how many workers, and how many seconds one input may take (0: any number)."""
        self._setup = WorkerSetup(work, timeout, os.getpid())
        self._size = size
        self._workers: list[_Worker] = []
        self._waiting: deque[_Job] = deque()
        self._again: deque[list[_Job]] = deque()
        self._done: dict[int, Outcome] = {}
        self._held = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()

    def run(self, sources: Iterable[Input]) -> Iterator[tuple[Input, Outcome]]:
        """Yield each input with its outcome, in order; inputs are taken only as fast as they are done."""
        chunks = _cut(sources)
        while True:
            self._give(chunks)
            if not self._waiting:
                return
            if self._waiting[0].number not in self._done:
                self._wait()
            for _ in range(_CHUNK):
                if not self._waiting or self._waiting[0].number not in self._done:
                    break
                job = self._waiting.popleft()
                outcome = self._done.pop(job.number)
                self._held -= _weight(job.source) + len(outcome.data)
                yield job.source, outcome

    def _give(self, chunks: Iterator[list[_Job]]) -> None:
        """Keep every worker busy, as long as there is work and room for what comes of it."""
        while worker := self._free_worker():
            if self._again:
                chunk = self._again.popleft()
            elif len(self._waiting) >= _WINDOW or self._held >= _WINDOW_BYTES or not (chunk := next(chunks, [])):
                return
            else:
                self._waiting.extend(chunk)
                self._held += sum(_weight(job.source) for job in chunk)
            worker.send(chunk)

    def _free_worker(self) -> _Worker | None:
        """Return the worker with the least to do, a new one while there are too few, None when all have enough."""
        worker = min(self._workers, key=lambda worker: len(worker.chunks), default=None)
        if worker is not None and not worker.chunks:
            return worker
        if len(self._workers) < self._size:
            worker = self._start()
            self._workers.append(worker)
        return worker if worker is not None and len(worker.chunks) < _AHEAD else None

    def _start(self) -> _Worker:
        context = _context()
        ours, theirs = multiprocessing.Pipe()
        unused = (
            [ours, *(worker.connection for worker in self._workers)] if context.get_start_method() == "fork" else []
        )
        process = context.Process(target=serve, args=(theirs, unused, self._setup), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _wait(self) -> None:
        """Wait for a worker, and take in what it has done, or that it died."""
        ready = wait([worker.connection for worker in self._workers])
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            try:
                for job, outcome in worker.receive():
                    self._finish(job, outcome)
            except (EOFError, OSError):
                self._take_back(worker)

    def _finish(self, job: _Job, outcome: Outcome) -> None:
        self._done[job.number] = outcome
        self._held += len(outcome.data)

    def _take_back(self, worker: _Worker) -> None:
        """Give a dead worker's jobs out again, each suspect alone."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        suspects, *innocent = worker.chunks or [deque()]
        self._again.extendleft(list(chunk) for chunk in reversed(innocent))
        if len(suspects) > 1:
            self._again.extendleft([job] for job in reversed(suspects))
        for job in suspects if len(suspects) == 1 else ():
            if error := self._failure(job, worker.process.exitcode or 0):
                self._finish(job, Outcome(error=error))
            else:
                self._again.appendleft([job._replace(deaths=job.deaths + 1)])

    def _failure(self, job: _Job, exitcode: int) -> NewsparseError | None:
        """Say what a job died of that had a worker for itself; None when it may have been an accident."""
        if exitcode == -getattr(signal, "SIGALRM", 0):
            return NewsparseError("timeout", f"takes longer than {self._setup.timeout:g} s", "raise --timeout")
        if job.deaths == 0:
            return None
        cause = f"signal {-exitcode}" if exitcode < 0 else f"exit code {exitcode}"
        return NewsparseError("crashed", f"ended its worker ({cause})", "try it alone with --jobs 1, and report it")


def _cut(sources: Iterable[Input]) -> Iterator[list[_Job]]:
    """Cut the inputs into chunks, small ones first."""
    size, weight = 1.0, 0
    chunk: list[_Job] = []
    for number, source in enumerate(sources):
        chunk.append(_Job(number, source))
        weight += _weight(source)
        if len(chunk) >= int(size) or weight >= _CHUNK_BYTES:
            yield chunk
            chunk, weight, size = [], 0, min(size * 1.5, _CHUNK)
    if chunk:
        yield chunk


def _weight(source: Input) -> int:
    return len(source.data or b"") if source.row is None else len(source.row.data)


def _context() -> "SpawnContext | ForkContext":
    """Return how workers are started: forked, which takes a moment, unless other threads or the system forbid it."""
    may_fork = sys.platform == "linux" and threading.active_count() == 1 and "pyarrow" not in sys.modules
    return multiprocessing.get_context("fork") if may_fork else multiprocessing.get_context("spawn")
