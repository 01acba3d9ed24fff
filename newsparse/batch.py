"""The batch: every input in turn through the pipeline to the output; one that fails costs itself alone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from newsparse.errors import NewsparseError
from newsparse.inputs import Input, read_input, record_name
from newsparse.outputs import Output
from newsparse.settings import Settings
from newsparse.terminal import colour, printable, safe_json, say

if TYPE_CHECKING:
    from newsparse.pipeline import Reading


class Counts(NamedTuple):
    """How a batch went."""

    read: int = 0
    written: int = 0
    failed: int = 0
    unlawful: int = 0

    @property
    def exit_code(self) -> int:
        """0 all well, 1 some inputs failed, 3 nothing could be parsed, 5 a law was broken."""
        if self.unlawful:
            return 5
        if self.failed:
            return 1 if self.written else 3
        return 0


def convert(inputs: Iterable[Input], output: Output, settings: Settings) -> Counts:
    """Parse every input and write what the task asks for; failures are said on stderr, one line each."""
    counts = Counts()
    separator = b"[" if settings.array else b""
    with output:
        for source in inputs:
            counts = counts._replace(read=counts.read + 1)
            try:
                data, lawful = _produce(source, settings)
            except NewsparseError as error:
                say_failure(source.label, error, settings)
                counts = counts._replace(failed=counts.failed + 1)
                if settings.fail_fast:
                    break
                continue
            output.write(source, separator + data)
            separator = b"," if settings.array else b""
            counts = counts._replace(written=counts.written + 1, unlawful=counts.unlawful + (not lawful))
            if settings.verbose:
                say(f"{source.label}: written")
        if settings.array:
            output.write(Input("-", "-"), b"]\n" if counts.written else b"[]\n")
    if settings.summary:
        say(f"{counts.read} read, {counts.written} written, {counts.failed} failed")
    return counts


def _produce(source: Input, settings: Settings) -> tuple[bytes, bool]:
    """Return what one input gives, and whether every law holds of it."""
    data = read_input(source, settings.max_size)
    try:
        return _perform(source, data, settings)
    except (NewsparseError, KeyboardInterrupt):
        raise
    except Exception as error:  # a fault of ours must cost one document, not the batch
        if settings.debug:
            raise
        message = f"internal error: {type(error).__name__}: {error}"
        raise NewsparseError("internal", message, "run with --debug and report it") from None


def _perform(source: Input, data: bytes, settings: Settings) -> tuple[bytes, bool]:
    from newsparse.pipeline import run_all

    name = record_name(source.name)
    readings = list(run_all(data, name, settings.options))
    if not readings[0].document.lines:
        raise NewsparseError("empty", "holds no text", "the download may have failed")
    if settings.task == "explain":
        from newsparse.explain import explain

        return "".join(
            f"{printable(source.label)}: {_safe_lines(explain(reading))}" for reading in readings
        ).encode(), True
    if settings.task == "check":
        again = run_all(data, name, settings.options)
        checked = [_check(source, reading, other) for reading, other in zip(readings, again, strict=True)]
        return "".join(report for report, _ in checked).encode(), all(lawful for _, lawful in checked)
    separator = b"," if settings.array else b""
    return separator.join(_dress(reading.record.to_json(), settings) for reading in readings), True


def _check(source: Input, reading: "Reading", again: "Reading") -> tuple[str, bool]:
    """Return what ``--check`` prints for one record, and whether every law holds."""
    from newsparse.check import check

    report = check(reading.record, reading.document)
    broken = report.broken
    if again.record.to_json() != reading.record.to_json():
        broken = [*broken, "stable: a second run gave other bytes"]
    return _report(source, broken, report.roles), not broken


def _report(source: Input, broken: list[str], roles: dict[str, int]) -> str:
    """Return a check's findings, for people."""
    total = sum(roles.values())
    rows = [f"{printable(source.label)}: {'broken' if broken else 'every law holds'}, {total} characters"]
    rows += [f"  {problem}" for problem in broken]
    for role, count in sorted(roles.items(), key=lambda pair: (-pair[1], pair[0])):
        rows.append(f"  {count:>9} {100 * count / total:5.1f} %  {role}")
    return "\n".join(rows) + "\n"


def _dress(line: bytes, settings: Settings) -> bytes:
    """Give a record the white space and the colour that were asked for."""
    if settings.indent:
        line = msgspec.json.format(line, indent=2)
    if settings.colour:
        return colour(safe_json(line.decode())).encode() + b"\n"
    return line if settings.array else line + b"\n"


def _safe_lines(text: str) -> str:
    return "\n".join(printable(row) for row in text.split("\n"))


def say_failure(label: str, error: NewsparseError, settings: Settings) -> None:
    """Say in one line what became of an input."""
    if settings.errors == "json":
        fields = {"path": record_name(label), "kind": error.kind, "message": error.message, "hint": error.hint}
        say(msgspec.json.encode(fields).decode())
    else:
        say(f"{label}: {error}")
