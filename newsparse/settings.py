"""Settings: what the command line asked for, checked once."""

from typing import Literal, NamedTuple

from newsparse.options import Options

Task = Literal["convert", "check", "explain"]


class Settings(NamedTuple):
    """How a run of the command behaves beside the reading of each input."""

    options: Options
    task: Task = "convert"
    indent: bool = False
    colour: bool = False
    array: bool = False
    max_size: int | None = None
    fail_fast: bool = False
    errors: Literal["text", "json"] = "text"
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    summary: bool = False
    """Whether the last line on stderr counts what was read, written and failed."""
