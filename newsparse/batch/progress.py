"""The progress bar: documents, rate, failures and time left, on stderr, once a batch has run for a second."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tqdm import tqdm  # type: ignore[import-untyped, unused-ignore]

from newsparse.batch.inputs import Input

_COUNTED = 100_000
"""Inputs that are counted beforehand, for the time left; more would take too long to count."""


class Bar:
    """A bar that gets out of the way of messages."""

    def __init__(self, total: int | None, delay: float) -> None:
        tqdm.monitor_interval = 0  # no thread of its own: workers are forked
        columns, rows = _size()
        self._bar: tqdm[object] = tqdm(
            total=total, unit=" documents", delay=delay, ncols=columns, nrows=rows, leave=False
        )
        self._failed = 0

    def advance(self, failed: bool) -> None:
        """Count one more document."""
        if failed:
            self._failed += 1
            self._bar.set_postfix_str(f"{self._failed} failed", refresh=False)
        self._bar.update()

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the bar away while a message is written."""
        with self._bar.external_write_mode():
            yield

    def close(self) -> None:
        """Take the bar away for good."""
        self._bar.close()


def _size() -> tuple[int, int]:
    """Return the columns and rows of stderr's terminal; some call themselves 0 wide, where tqdm would show nothing."""
    try:
        columns, rows = os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError):
        columns = rows = 0
    return columns or 80, rows or 24


def count(inputs: Iterable[Input]) -> int | None:
    """Return how many inputs there are, or None when there are too many to count first."""
    number = 0
    for _ in inputs:
        number += 1
        if number > _COUNTED:
            return None
    return number
