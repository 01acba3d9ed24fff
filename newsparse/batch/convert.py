"""The batch: every input to the output, in order, whoever does the work; one that fails costs itself alone."""

import contextlib
import os
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Literal

import msgspec

from newsparse.batch.inputs import STDIN, Input, container_kind, read_input, record_name
from newsparse.batch.outputs import SingleOutput
from newsparse.batch.settings import Settings
from newsparse.batch.work import Outcome, Work
from newsparse.errors import NewsparseError
from newsparse.terminal import safe_json, say

if TYPE_CHECKING:
    from newsparse.batch.manifest import Manifest
    from newsparse.batch.output_tree import OutputTree
    from newsparse.batch.progress import Bar

Finished = tuple[Input, Outcome]
MANY = 50
"""Above so many inputs, workers are worth their start."""
TIMEOUT = 120.0
"""Seconds that a worker may spend on one input unless told otherwise."""


class Counts(msgspec.Struct, frozen=True, gc=False):
    """How a batch went."""

    read: int = 0
    written: int = 0
    skipped: int = 0
    failed: int = 0
    unlawful: int = 0

    def add(self, outcome: Outcome) -> "Counts":
        """Return the counts with one more input."""
        failed = outcome.error is not None
        return Counts(
            self.read + 1,
            self.written + (not failed and not outcome.skipped),
            self.skipped + outcome.skipped,
            self.failed + failed,
            self.unlawful + (not outcome.lawful),
        )

    @property
    def exit_code(self) -> int:
        """0 all well, 1 some inputs failed, 3 nothing could be parsed, 5 a law was broken."""
        if self.unlawful:
            return 5
        if self.failed:
            return 1 if self.written or self.skipped else 3
        return 0

    def __str__(self) -> str:
        return f"{self.read} read, {self.written} written, {self.skipped} skipped, {self.failed} failed"


def convert(
    inputs: Iterable[Input], output: "SingleOutput | OutputTree", settings: Settings, bar: "Bar | None" = None
) -> Counts:
    """Parse every input and write what the task asks for; failures are said on stderr, one line each."""
    counts = Counts()
    with contextlib.ExitStack() as stack:
        manifest = stack.enter_context(_manifest(settings))
        finished = stack.enter_context(_open(inputs, output, settings))
        for source, outcome in finished:
            if outcome.fatal and outcome.error is not None:
                raise outcome.error
            if isinstance(output, SingleOutput) and outcome.error is None:
                output.write(_separator(counts, settings) + outcome.data)
            counts = counts.add(outcome)
            if manifest is not None:
                manifest.add(source, outcome)
            _report(source, outcome, settings, bar)
            if outcome.error is not None and settings.fail_fast:
                break
        if settings.array and isinstance(output, SingleOutput):
            output.write(b"]\n" if counts.written else b"[]\n")
    return counts


def _manifest(settings: Settings) -> "contextlib.AbstractContextManager[Manifest | None]":
    if settings.manifest is None:
        return contextlib.nullcontext()
    from newsparse.batch.manifest import Manifest

    return Manifest(settings.manifest)


@contextlib.contextmanager
def _open(
    inputs: Iterable[Input], output: "SingleOutput | OutputTree", settings: Settings
) -> Iterator[Iterator[Finished]]:
    """Open the output, and give what became of each input, in order; workers end before the output is closed."""
    if isinstance(output, SingleOutput):
        with output, contextlib.closing(_outcomes(inputs, Work(settings))) as outcomes:
            yield outcomes
        return
    from newsparse.batch.row_files import RowFiles

    output.prepare()
    work = Work(settings, output)
    with RowFiles(work, output) as files, contextlib.closing(_outcomes(inputs, work)) as outcomes:
        yield ((source, files.take(source, outcome)) for source, outcome in outcomes)


def _separator(counts: Counts, settings: Settings) -> bytes:
    return (b"," if counts.written else b"[") if settings.array else b""


def _outcomes(inputs: Iterable[Input], work: Work) -> Generator[Finished, None, None]:
    """Yield each input with what became of it, done here or by workers."""
    inputs = iter(_with_rows(inputs, work))
    head = list(islice(inputs, MANY + 1))
    inputs = chain(head, inputs)
    jobs = _job_count(work.settings, len(head))
    if not jobs:
        yield from ((source, work.do(source)) for source in inputs)
        return
    from newsparse.batch.pool import Pool

    timeout = TIMEOUT if work.settings.timeout is None else work.settings.timeout
    with Pool(work.do, jobs, timeout) as pool:
        yield from pool.run(_read_stdin(source, work.settings) for source in inputs)


def _read_stdin(source: Input, settings: Settings) -> Input:
    """Read what a worker cannot, which has no standard input."""
    if source.path != STDIN or source.row is not None or source.error is not None:
        return source
    try:
        data = read_input(source, settings.max_size)
    except NewsparseError as error:
        return msgspec.structs.replace(source, error=error)
    return msgspec.structs.replace(source, data=data if isinstance(data, bytes) else data.encode())


def _with_rows(inputs: Iterable[Input], work: Work) -> Iterator[Input]:
    """Yield the inputs, containers taken apart; what that needs is loaded at the first container."""
    for source in inputs:
        kind = container_kind(source, work.settings.text_field)
        if kind is None:
            yield source
            continue
        from newsparse.batch.row_files import rows_to_do

        yield from rows_to_do(source, kind, work)


def _job_count(settings: Settings, inputs: int) -> int:
    """Return how many workers to use; 0 where this process does the work itself."""
    if settings.debug:
        return 0  # a traceback is only of use where it can be seen
    wanted = settings.jobs or (_cores() if inputs > MANY else 1)
    jobs = min(wanted, inputs)
    if jobs <= 1:
        return 1 if settings.timeout and inputs else 0  # only a worker can be stopped
    return jobs


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _report(source: Input, outcome: Outcome, settings: Settings, bar: "Bar | None") -> None:
    if bar is not None:
        bar.advance(failed=outcome.error is not None)
    if outcome.error is None and not settings.verbose:
        return
    with contextlib.nullcontext() if bar is None else bar.hidden():
        if outcome.error is not None:
            say_failure(source.label, outcome.error, settings.errors)
        else:
            say(f"{source.label}: {'skipped' if outcome.skipped else 'written'}")


def say_failure(label: str | None, error: NewsparseError, form: Literal["text", "json"]) -> None:
    """Say in one line what became of an input; ``None`` is the run itself."""
    if form == "text":
        say(f"{label or 'newsparse'}: {error}")
        return
    path = None if label is None else record_name(label)
    fields = {"path": path, "kind": error.kind, "message": record_name(error.message), "hint": error.hint}
    say(safe_json(msgspec.json.encode(fields).decode()))
