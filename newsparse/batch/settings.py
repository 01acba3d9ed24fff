"""Settings: what the command line asked for, checked once."""

from typing import Literal

import msgspec

from newsparse.options import Options

Task = Literal["convert", "check", "explain"]


class Settings(msgspec.Struct, frozen=True, gc=False):
    """How a run of the command behaves beside the reading of each input."""

    options: Options
    task: Task = "convert"
    indent: bool = False
    colour: bool = False
    array: bool = False
    max_size: int | None = None
    jobs: int | None = None
    """How many worker processes; None is by the number of inputs, 1 is none."""
    timeout: float | None = None
    """Seconds for one input, 0 for any number; None is the default, which needs workers."""
    resume: bool = False
    fingerprint: str = ""
    """Stands for the version and every option that outputs depend on."""
    text_field: str | None = None
    manifest: str | None = None
    progress: Literal["auto", "always", "never"] = "auto"
    fail_fast: bool = False
    errors: Literal["text", "json"] = "text"
    verbose: bool = False
    debug: bool = False
    summary: bool = False
    """Whether the last line on stderr counts what was read, written and failed."""
