"""The command: options in, exit code out. What it promises is in the README; exit codes are part of the contract."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from newsparse import __version__

EXAMPLES = """\b
Examples:
  newsparse page.txt                          one record, indented on a terminal
  newsparse page.txt | jq -r '.similar[].headline'
  newsparse dumps/ > records.jsonl            a folder: one record per line
  newsparse dumps/ -O records/                a folder: one file per dump, same tree
  newsparse --reference-date 2024-06-19 page.txt
  newsparse --check dumps/                    prove the record's laws
"""
DESCRIPTION = """\
Turn scraped news dumps into structured JSON. Each INPUT is a file, a folder that is searched for dumps, or - for
standard input. Every value of a record points at its place in the source, and every character of the source is
accounted for.
"""
EXIT_CODES = """\b
Exit codes:
  0  every input parsed and written, or the reader closed the pipe
  1  some inputs failed, the others were written
  2  usage error
  3  nothing could be parsed
  4  output could not be written
  5  --check found a broken law
  130, 143  interrupted, terminated
"""
_SIZES = {"": 1, "k": 1024, "m": 1024**2, "g": 1024**3}


class _Size(click.ParamType[int]):
    """A number of bytes, with K, M or G for powers of 1024."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value).strip().lower().removesuffix("b")
        number, unit = text.rstrip("kmg"), text[len(text.rstrip("kmg")) :]
        if not number.isdecimal() or unit not in _SIZES:
            self.fail(f"{value!r} is no size; try 500K or 20M", param, ctx)
        return int(number) * _SIZES[unit]


class _Path(click.Path):
    """The name of a file or folder; none is empty, as that of a shell variable which is not set."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not value:
            self.fail("the name is empty", param, ctx)
        return super().convert(value, param, ctx)


class _Command(click.Command):
    """A command whose help, version, lists and schema a reader may leave unread: click's own answer is exit code 1."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        try:
            return super().make_context(*args, **extra)
        except BrokenPipeError:
            raise click.exceptions.Exit(0) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise click.exceptions.Exit(0) from None


@click.command(
    cls=_Command,
    help=f"{EXAMPLES}\n{DESCRIPTION}",
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=_Path(),
    help="Write everything to one file, which appears only when it is complete.",
)
@click.option(
    "-O",
    "--output-dir",
    metavar="DIR",
    type=_Path(),
    help="Write one file per input, mirroring the tree of the inputs.",
)
@click.option(
    "--indent/--compact", default=None, help="Indent records, or write one per line. Default: indent on a terminal."
)
@click.option("--array", is_flag=True, help="Write all records as one JSON array.")
@click.option(
    "--from",
    "source_format",
    type=click.Choice(["auto", "text", "html"]),
    default="auto",
    help="How to read inputs. Default: auto, by their content.",
)
@click.option(
    "-e",
    "--encoding",
    metavar="NAME",
    help="Encoding of the inputs. Default: what a byte order mark says, UTF-8, what a page declares, a guess.",
)
@click.option(
    "--layout",
    metavar="NAME|FILE.toml",
    default="auto",
    help="Layout of the pages. Default: the one that fits; generic rules all out.",
)
@click.option("--list-layouts", is_flag=True, help="List the layouts and exit.")
@click.option(
    "--reference-date",
    metavar="DATE",
    help="A day (YYYY-MM-DD) on which the dumps were public; it settles years that they leave open.",
)
@click.option("--language", metavar="TAG", help="Language of the inputs (BCP 47, as en or pt-BR). Default: detected.")
@click.option(
    "--glob",
    "globs",
    metavar="GLOB",
    multiple=True,
    help="Read the files of a folder that match; can be repeated. Default: *.txt, *.text, *.md, *.markdown, *.html, "
    "*.htm, *.xhtml, compressed or not.",
)
@click.option(
    "--files-from",
    metavar="FILE",
    type=_Path(),
    help="Read the names of more inputs from a file (- for standard input), one per line.",
)
@click.option(
    "-0", "--null", is_flag=True, help="With --files-from: names are separated by NUL, as find -print0 writes them."
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 1024),
    help="Worker processes. Default: one per core for more than 50 inputs, else none.",
)
@click.option(
    "--resume",
    is_flag=True,
    help="With -O: skip inputs that have an output made from the same bytes with the same options.",
)
@click.option("--force", is_flag=True, help="With -O: overwrite even files that newsparse did not write.")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0),
    help="Give up on an input after so many seconds; 0 never does. Default: 120 with workers, else 0.",
)
@click.option("--max-size", metavar="SIZE", type=_Size(), help="Refuse inputs larger than this, as 500K or 20M.")
@click.option(
    "--text-field",
    metavar="NAME",
    help="Field that holds the text of a row (JSON Lines, Parquet); standard input is then JSON Lines. Default: text.",
)
@click.option(
    "--manifest",
    metavar="FILE",
    type=_Path(),
    help="Write what became of each document, one JSON object per line, at the end.",
)
@click.option(
    "--progress",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Show a progress bar. Default: auto, on a terminal after one second.",
)
@click.option("--fail-fast", is_flag=True, help="Stop at the first input that fails.")
@click.option(
    "--errors", type=click.Choice(["text", "json"]), default="text", help="Form of the error messages on stderr."
)
@click.option(
    "--check", is_flag=True, help="Instead of records: prove their laws and count how much text has which role."
)
@click.option("--explain", is_flag=True, help="Instead of records: say which rule labelled each line.")
@click.option("--print-schema", is_flag=True, help="Print the JSON Schema of a record and exit.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour the JSON on standard output. Default: auto, on a terminal unless NO_COLOR is set.",
)
@click.option("-q", "--quiet", is_flag=True, help="Do not print the final counts.")
@click.option("-v", "--verbose", is_flag=True, help="Name each input when it is done.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error; use no workers.")
@click.version_option(__version__, "-V", "--version", message="newsparse %(version)s")
@click.pass_context
def command(context: click.Context, /, **given: Any) -> int:
    """Run what the options ask for and return the exit code."""
    if given["print_schema"]:
        return _print_schema()
    if given["list_layouts"]:
        return _list_layouts()
    from newsparse.batch.convert import say_failure
    from newsparse.errors import NewsparseError
    from newsparse.start import run

    try:
        return run(_arguments(context, given), given)
    except NewsparseError as error:
        say_failure(None, error, given["errors"])
        return 4 if error.kind == "output" else 2


def _print_schema() -> int:
    import json

    from newsparse.schema import schema

    click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0


def _list_layouts() -> int:
    from newsparse.layouts.profile import GENERIC, load, names

    for name in names():
        click.echo(f"{name:<12} {load(name).description}")
    click.echo(f"{GENERIC:<12} any page: the role of each line by the evidence of all lines")
    return 0


def _arguments(context: click.Context, given: dict[str, Any]) -> list[str]:
    """Return the inputs that were named; with none, standard input, unless that is a person's keyboard."""
    from newsparse.batch.inputs import read_list

    arguments = [*given["inputs"]]
    if given["files_from"]:
        arguments += read_list(given["files_from"], "\0" if given["null"] else "\n")
        if not arguments:
            raise click.UsageError(f"--files-from: {given['files_from']} lists no files")
    elif not arguments and sys.stdin is not None and not sys.stdin.isatty():
        arguments = ["-"]
    if not arguments:
        click.echo(context.get_usage() + "\n\n" + EXAMPLES.replace("\b\n", "") + "\nSee newsparse --help.", err=True)
        context.exit(2)
    return arguments


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit with its code; what click would do otherwise (1, traceback) is overridden here."""
    from newsparse.terminal import say

    gc.freeze()  # what the imports made stays: no collection need look at it, no forked worker copies it for that
    _occupy()
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = command.main(args=arguments, prog_name="newsparse", standalone_mode=False)
    except click.ClickException as error:
        say(f"newsparse: {error.format_message().rstrip('.')} (see newsparse --help)")
        code = 2
    except OSError as error:  # of the help, the version, a list or the schema
        from newsparse.batch.outputs import OutputError

        say(f"newsparse: {OutputError('standard output', error)}")
        code = 4
    except (KeyboardInterrupt, click.Abort):
        code = 130
    _leave(code or 0)


def _occupy() -> None:
    """Open what the caller closed of the standard streams, so that no other file gets their numbers."""
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)
    if sys.stdout is None:  # for reading: who writes there must hear that nothing arrives
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115 - until the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _terminate(number: int, frame: object) -> NoReturn:
    sys.exit(128 + number)


def _leave(code: int) -> NoReturn:
    """Exit without the interpreter's own complaint about a closed or full standard output."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    gc.freeze()  # the system takes back all at once what a last collection would look through
    sys.exit(code)
