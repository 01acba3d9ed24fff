"""The worker's side of the pool: jobs in, outcomes out, and no life of its own after its parent's."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import NamedTuple, NoReturn

from newsparse.batch.inputs import Input
from newsparse.batch.work import Outcome

_FLUSH = 1 << 16
"""Bytes of outcomes that are worth a message."""
_PR_SET_PDEATHSIG = 1


class WorkerSetup(NamedTuple):
    """What a worker is started with."""

    work: Callable[[Input], Outcome]
    timeout: float
    """Seconds for one input, 0 for any number; the kernel ends a worker that takes longer, whatever it is busy with."""
    parent: int
    """The process without which the worker has no reason to go on."""


def serve(connection: Connection, unused: Sequence[Connection], setup: WorkerSetup) -> None:
    """Do the jobs that come through the connection until it closes."""
    _detach(setup.parent)
    for other in unused:  # a forked worker holds its siblings' pipes, which must close when their owner does
        other.close()
    chunks: SimpleQueue[Sequence[Input]] = SimpleQueue()
    Thread(target=_receive, args=(connection, chunks), daemon=True).start()
    while True:
        outcomes, size = [], 0
        for job in chunks.get():
            _set_alarm(setup.timeout)
            outcomes.append(setup.work(job))
            _set_alarm(0)
            size += len(outcomes[-1].data)
            if size > _FLUSH:
                _send(connection, outcomes)
                outcomes, size = [], 0
        if outcomes:
            _send(connection, outcomes)


def _detach(parent: int) -> None:
    """Take leave of the terminal and of the parent's files, and tie this process's life to the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)


def _receive(connection: Connection, chunks: "SimpleQueue[Sequence[Input]]") -> NoReturn:
    """Take in jobs while others are done, so that the parent never waits; its end is the worker's end."""
    try:
        while True:
            chunks.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)


def _send(connection: Connection, outcomes: list[Outcome]) -> None:
    try:
        connection.send(outcomes)
    except OSError:
        os._exit(1)


def _set_alarm(seconds: float) -> None:
    """Have the kernel end this process after so long: SIGALRM is not caught, so that nothing can be deaf to it."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
