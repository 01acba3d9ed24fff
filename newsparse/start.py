"""The start of a run: from the options as given to inputs, settings and an output, and from the counts to a code."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from newsparse import __version__
from newsparse.api import make_options
from newsparse.batch.convert import convert
from newsparse.batch.inputs import Input
from newsparse.batch.outputs import SingleOutput, Stream, WholeFile
from newsparse.batch.settings import Settings, Task
from newsparse.batch.walk import find_inputs, is_wanted
from newsparse.terminal import say

if TYPE_CHECKING:
    from newsparse.batch.output_tree import OutputTree
    from newsparse.batch.progress import Bar

_LONGEST_TIMEOUT = 10**6


def run(arguments: list[str], given: dict[str, Any]) -> int:
    """Do what the options ask for with the inputs that were named; return the exit code."""
    settings = _settings(given, several=len(arguments) > 1 or os.path.isdir(arguments[0]))
    output = _output(given)
    _spare_files(arguments, given)
    if given["output_dir"] is not None:
        from newsparse.batch.output_tree import refuse_collisions

        refuse_collisions(find_inputs(arguments, given["globs"]), given["output_dir"])
    bar = _bar(settings, output, find_inputs(arguments, given["globs"]))
    try:
        counts = convert(find_inputs(arguments, given["globs"]), output, settings, bar)
    except BrokenPipeError:  # before click sees it, whose answer would be exit code 1
        return 0
    except KeyboardInterrupt:  # likewise; it would write an empty line
        return 130
    finally:
        if bar is not None:
            bar.close()
    if settings.summary:
        say(str(counts))
    return counts.exit_code


def _bar(settings: Settings, output: "SingleOutput | OutputTree", inputs: Iterable[Input]) -> "Bar | None":
    """Return a progress bar where somebody sees it and data does not run through it."""
    is_in_the_way = isinstance(output, Stream) and sys.stdout.isatty()
    if settings.progress == "never" or (settings.progress == "auto" and (is_in_the_way or not settings.summary)):
        return None
    from newsparse.batch.progress import Bar, count

    return Bar(count(inputs), delay=0 if settings.progress == "always" else 1)


def _settings(given: dict[str, Any], several: bool) -> Settings:
    _refuse_what_contradicts(given)
    try:
        options = make_options(
            given["source_format"], given["layout"], given["reference_date"], given["language"], given["encoding"]
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    streams = given["output"] in (None, "-") and given["output_dir"] is None  # a file is for programs: no colour
    terminal = streams and sys.stdout.isatty()
    colour = given["color"] == "always" or (given["color"] == "auto" and terminal and not os.environ.get("NO_COLOR"))
    task: Task = "check" if given["check"] else "explain" if given["explain"] else "convert"
    return Settings(
        options=options,
        task=task,
        indent=terminal if given["indent"] is None else given["indent"],
        colour=colour and streams and task == "convert",
        array=given["array"] and task == "convert",
        max_size=given["max_size"],
        jobs=given["jobs"],
        timeout=given["timeout"],
        resume=given["resume"],
        text_field=given["text_field"],
        manifest=given["manifest"],
        progress=given["progress"],
        fingerprint=_fingerprint(given) if given["output_dir"] is not None else "",
        fail_fast=given["fail_fast"],
        errors=given["errors"],
        verbose=given["verbose"],
        debug=given["debug"],
        summary=several and not given["quiet"] and sys.stderr.isatty(),
    )


def _refuse_what_contradicts(given: dict[str, Any]) -> None:
    """Refuse options that exclude or need each other, and a time that cannot be kept."""
    if given["check"] and given["explain"]:
        raise click.UsageError("--check and --explain exclude each other")
    if (given["resume"] or given["force"]) and given["output_dir"] is None:
        raise click.UsageError("--resume and --force need -O")
    if given["null"] and not given["files_from"]:
        raise click.UsageError("-0 needs --files-from")
    if given["timeout"]:
        import signal

        if not hasattr(signal, "setitimer"):
            raise click.UsageError("--timeout does not work on this system")
        if not given["timeout"] <= _LONGEST_TIMEOUT:  # NaN is not either
            raise click.UsageError(f"--timeout: at most {_LONGEST_TIMEOUT} s; 0 is any time")


def _fingerprint(given: dict[str, Any]) -> str:
    """Return what stands for the version and every option that an output depends on."""
    import hashlib
    import json

    named = (
        "source_format",
        "encoding",
        "layout",
        "reference_date",
        "language",
        "indent",
        "check",
        "explain",
        "text_field",
    )
    options: list[Any] = [__version__, *(given[name] for name in named)]
    if given["layout"].endswith(".toml"):
        with open(given["layout"], "rb") as file:
            options.append(hashlib.sha256(file.read()).hexdigest())
    return hashlib.sha256(json.dumps(options).encode()).hexdigest()[:16]


def _spare_files(arguments: list[str], given: dict[str, Any]) -> None:
    """Refuse to write over an input, and two outputs over each other."""
    output, manifest = given["output"], given["manifest"]
    for option, path in (("-o", output), ("--manifest", manifest)):
        if path and os.path.isfile(path) and any(_names(argument, path, given["globs"]) for argument in arguments):
            raise click.UsageError(f"{option}: {path} is an input; write elsewhere")
    if output and manifest and os.path.realpath(output) == os.path.realpath(manifest) and not _is_device(output):
        raise click.UsageError(f"--manifest: {manifest} is the output; write elsewhere")


def _names(argument: str, path: str, globs: Sequence[str]) -> bool:
    """Tell whether a file is the input that an argument names, or one below the folder that it names."""
    if not os.path.isdir(argument):
        return os.path.exists(argument) and os.path.samefile(path, argument)
    folder, file = os.path.realpath(argument), os.path.realpath(path)
    return file.startswith(os.path.join(folder, "")) and is_wanted(os.path.relpath(file, folder), globs)


def _is_device(path: str) -> bool:
    return os.path.exists(path) and not os.path.isfile(path)


def _output(given: dict[str, Any]) -> "SingleOutput | OutputTree":
    if given["output"] is not None and given["output_dir"] is not None:
        raise click.UsageError("-o and -O exclude each other")
    if given["output_dir"] is not None:
        if given["array"]:
            raise click.UsageError("--array needs one output; -O writes many")
        if os.path.exists(given["output_dir"]) and not os.path.isdir(given["output_dir"]):
            raise click.UsageError(f"-O: {given['output_dir']} is a file; use -o for one output file")
        from newsparse.batch.output_tree import OutputTree

        return OutputTree(given["output_dir"], given["force"])
    if given["output"] is not None and given["output"] != "-":
        if os.path.isdir(given["output"]):
            raise click.UsageError(f"-o: {given['output']} is a folder; use -O for one file per input")
        return WholeFile(given["output"])
    return Stream()
