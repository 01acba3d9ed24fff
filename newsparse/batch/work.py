"""Work: one input through the pipeline to the bytes that the task asks for, with everything that can go wrong."""

import hashlib
import os
from typing import TYPE_CHECKING

import msgspec

from newsparse.batch.inputs import Input, container_kind, read_input
from newsparse.batch.outputs import OutputError
from newsparse.batch.settings import Settings
from newsparse.errors import NewsparseError
from newsparse.terminal import colour, printable, safe_json

if TYPE_CHECKING:
    from newsparse.batch.output_tree import OutputTree
    from newsparse.options import Options
    from newsparse.pipeline import Reading


_COMPRESSED = (b"\x1f\x8b", b"BZ", b"\xfd7", b"(\xb5")
"""How compressed files begin; enough to spare all others the import of what unpacks them."""


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """What became of one input."""

    data: bytes = b""
    records: int = 0
    lawful: bool = True
    sha256: str | None = None
    error: NewsparseError | None = None
    skipped: bool = False
    """Whether the output was there already, made of the same bytes in the same way."""
    fatal: bool = False
    """Whether the error is one of the output, which no other input can escape."""


class Work(msgspec.Struct, frozen=True, gc=False):
    """What is done with each input; it can be sent to a worker."""

    settings: Settings
    tree: "OutputTree | None" = None
    """Where the worker itself writes; None hands the bytes back."""

    def do(self, source: Input) -> Outcome:
        """Do it; every error becomes an outcome, only KeyboardInterrupt is raised."""
        try:
            return self._do(source)
        except OutputError as error:
            return Outcome(error=error, fatal=True)
        except NewsparseError as error:
            return Outcome(error=error)
        except Exception as error:  # a fault of ours must cost one document, not the batch
            if self.settings.debug:
                raise
            message = f"internal error: {type(error).__name__}: {error}"
            return Outcome(error=NewsparseError("internal", message, "run with --debug and report it"))

    def _do(self, source: Input) -> Outcome:
        if container_kind(source, self.settings.text_field):
            return Outcome(skipped=True)  # a container comes whole only when its output is up to date
        data = _read(source, self.settings.max_size)
        if self.tree is None or source.row is not None:
            return run_task(source, data, self.settings)
        sha256 = hashlib.sha256(_bytes(data)).hexdigest()
        provenance = provenance_of(self.settings, source, sha256)
        if self.settings.resume and self.tree.is_made_of(source, provenance):
            return Outcome(sha256=sha256, skipped=True)
        outcome = run_task(source, data, self.settings)
        self.tree.write(source, outcome.data, provenance)
        return msgspec.structs.replace(outcome, data=b"")


def _read(source: Input, max_size: int | None) -> str | bytes:
    data = read_input(source, max_size)
    if isinstance(data, bytes) and data[:2] in _COMPRESSED and source.row is None:
        from newsparse.batch.containers.compressed import unpack_bytes

        return unpack_bytes(data, max_size)
    return data


def provenance_of(settings: Settings, source: Input, sha256: str) -> str:
    """Return the provenance of an output: how it was made, under which name, and of which bytes."""
    name = hashlib.sha256(os.fsencode(source.name)).hexdigest()[:16]
    return f"{settings.fingerprint} {name} {sha256}"


def run_task(source: Input, data: str | bytes, settings: Settings) -> Outcome:
    """Read one input and return what the task asks for; raises NewsparseError."""
    from newsparse.pipeline import run_all

    options, row = _row_options(source, settings.options)
    readings = list(run_all(data, source.record_name, options, row))
    if not readings[0].document.lines:
        raise NewsparseError("empty", "holds no text", "the download may have failed")
    is_lawful = True
    if settings.task == "explain":
        output = _explanation(source, readings).encode()
    elif settings.task == "check":
        again = run_all(data, source.record_name, options, row)
        checked = [_check(source, reading, other) for reading, other in zip(readings, again, strict=True)]
        output = "".join(report for report, _ in checked).encode()
        is_lawful = all(lawful for _, lawful in checked)
    else:
        separator = b"," if settings.array else b""
        output = separator.join(_laid_out(_json(reading, source), settings) for reading in readings)
    return Outcome(output, len(readings), is_lawful, readings[0].record.source.sha256)


def _row_options(source: Input, options: "Options") -> tuple["Options", int | None]:
    """Return the options of a row, whose container may say when it was published, and its number."""
    if source.row is None:
        return options, None
    if source.row.date and options.reference_date is None:
        from newsparse.batch.containers.fields import read_day

        options = msgspec.structs.replace(options, reference_date=read_day(source.row.date))
    return options, source.row.number


def _json(reading: "Reading", source: Input) -> bytes:
    """Return the record as JSON, with the address that a container gives where the document itself gives none."""
    record = reading.record
    if source.row is not None and source.row.url and record.lead.url is None:
        lead = msgspec.structs.replace(record.lead, url=source.row.url)
        record = msgspec.structs.replace(record, lead=lead)
    return record.to_json()


def _bytes(data: str | bytes) -> bytes:
    return data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")


def _explanation(source: Input, readings: "list[Reading]") -> str:
    """Return what ``--explain`` prints for the records of one input."""
    from newsparse.explain import explain

    label = printable(source.label)
    return "".join(f"{label}: " + "\n".join(map(printable, text.split("\n"))) for text in explain(readings))


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


def _laid_out(line: bytes, settings: Settings) -> bytes:
    """Give a record the white space and the colour that were asked for."""
    if settings.indent:
        line = msgspec.json.format(line, indent=2)
    if settings.colour:
        return colour(safe_json(line.decode())).encode() + b"\n"
    return line if settings.array else line + b"\n"
