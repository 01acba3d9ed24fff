"""Layout profiles: from a TOML file to a checked Layout, or an error that names file, line and key."""

import os
import re
from functools import cache
from typing import Literal, get_args

import msgspec

from newsparse.errors import NewsparseError
from newsparse.labels import LineRole
from newsparse.lazy import pattern
from newsparse.package_data import read_data

Zone = Literal["header", "lead", "similar"]
Shape = Literal["place-twice", "guillemet-end"]

COMPILED = "compiled.json"
GENERIC = "generic"
"""The name of what is used when no layout fits: the evidence of the lines alone."""
_PLACE = "place"
_PATH_RE = pattern(r"`\$\.?(?P<path>[^`]*)`$")
_STEP_RE = pattern(r"(?P<name>\w+)(?:\[(?P<index>\d+|\.\.\.)\])?")
_UNKNOWN_RE = pattern(r"unknown field `(?P<key>[^`]+)`")


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a line of this layout can look like; every condition given must hold."""

    role: LineRole
    pattern: str | None = None
    """Regular expression, searched in the line. A group named after a role claims that part of the line."""
    contains: str | None = None
    shape: Shape | None = None
    zone: Zone | None = None
    after: tuple[LineRole, ...] = ()
    before: tuple[LineRole, ...] = ()
    max_length: int = 400
    min_count: int = 1
    """The rule counts only when at least this many lines of the dump match it."""
    weight: float = 0.0
    """Evidence for the layout; it is chosen when the weights of the rules that matched reach 1."""


class Similar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the block of related stories is built."""

    start: LineRole = "banner"
    item: Literal["glued", "headline", "headline+summary"] = "glued"
    end: LineRole | None = None
    """The role of the line that closes each item; without it every line is an item."""
    stop: LineRole | None = None
    """The role of a line after which the lead story goes on."""


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of one aggregator's pages."""

    name: str
    rule: tuple[Rule, ...]
    description: str = ""
    lead: Literal["body", "evidence"] = "body"
    """What the lines of the lead are that no rule claims: its body, or what their words and places tell."""
    similar: Similar = Similar()


def names() -> list[str]:
    """Return the names of the layouts in the package, sorted."""
    return sorted(_packaged())


@cache
def _packaged() -> dict[str, Layout]:
    """Return the package's layouts from their compiled form: reading TOML would double the cost of reading a dump."""
    return msgspec.json.decode(read_data(__file__, COMPILED), type=dict[str, Layout])


def compile_layouts() -> bytes:
    """Return the compiled form of the package's TOML files, which ``python -m tests.golden`` writes beside them."""
    folder = os.path.dirname(__file__)
    files = sorted(name for name in os.listdir(folder) if name.endswith(".toml"))
    layouts = {name[:-5]: parse_layout(read_data(__file__, name).decode(), name) for name in files}
    return msgspec.json.format(msgspec.json.encode(layouts), indent=1) + b"\n"


def load(name: str) -> Layout:
    """Read a layout of the package by name, or a user's by its path (which ends in ``.toml``).

    Raises NewsparseError of kind ``layout`` with file, line and key.
    """
    if name.endswith(".toml"):
        try:
            with open(name, encoding="utf-8") as stream:
                text = stream.read()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "is not UTF-8 text"
            raise NewsparseError("layout", f"{name}: cannot read layout: {reason}", "give a TOML file") from None
        layout = parse_layout(text, name)
        _check_patterns(layout, text, name)
        return layout
    if name not in _packaged():
        raise NewsparseError("layout", f"unknown layout {name!r}", "see --list-layouts, or give a file ending in .toml")
    return _packaged()[name]


def parse_layout(text: str, name: str) -> Layout:
    """Read the TOML text of a layout; ``name`` is what an error calls it."""
    import tomllib

    try:
        return msgspec.convert(tomllib.loads(text), Layout)
    except tomllib.TOMLDecodeError as error:
        raise NewsparseError("layout", f"{name}: not valid TOML: {error}", "see the README on layouts") from None
    except msgspec.ValidationError as error:
        raise _located(text, name, str(error)) from None


def _check_patterns(layout: Layout, text: str, name: str) -> None:
    """Refuse patterns that do not compile or name a group that is no role."""
    for index, rule in enumerate(layout.rule):
        if rule.pattern is None and rule.contains is None and rule.shape is None:
            line = _line_of(text, [("rule", index)], "role")
            raise _error(name, line, f"rule[{index}]", "needs a pattern, contains or shape")
        try:
            groups = re.compile(rule.pattern or "").groupindex
        except re.error as error:
            line = _line_of(text, [("rule", index)], "pattern")
            raise _error(name, line, f"rule[{index}].pattern", f"is no regular expression: {error}") from None
        for group in groups:
            if group != _PLACE and group not in get_args(LineRole):
                line = _line_of(text, [("rule", index)], "pattern")
                raise _error(name, line, f"rule[{index}].pattern", f"has a group {group!r} that is no role")


def _located(text: str, name: str, message: str) -> NewsparseError:
    """Turn a validation message, which ends in a path, into an error with the line of that key."""
    found = _PATH_RE.search(message)
    path = found["path"] if found else ""
    reason = message[: found.start()].removesuffix(" - at ") if found else message
    steps = [(m["name"], int(m["index"] or 0)) for m in _STEP_RE.finditer(path.replace("[...]", ""))]
    unknown = _UNKNOWN_RE.search(message)
    if unknown:
        key, tables = unknown["key"], steps
    else:
        key, tables = (steps[-1][0], steps[:-1]) if steps else ("", [])
    dotted = ".".join(filter(None, [path, unknown["key"] if unknown else ""]))
    return _error(name, _line_of(text, tables, key), dotted or "layout", reason)


def _error(name: str, line: int, key: str, reason: str) -> NewsparseError:
    return NewsparseError("layout", f"{name}:{line}: {key}: {reason}", "see the README on layouts")


def _line_of(text: str, tables: list[tuple[str, int]], key: str) -> int:
    """Return the number of the line where a key stands below its table, or where the table begins."""
    lines = text.split("\n")
    start = 0
    for table, index in tables:
        heads = [n for n, line in enumerate(lines) if re.match(rf"\s*\[\[?\s*{re.escape(table)}\s*\]", line)]
        start = heads[index] if index < len(heads) else start
    for number in range(start + bool(tables), len(lines)):
        if re.match(rf"\s*\[?\[?\s*[\"']?{re.escape(key)}[\"']?\s*[=\]]", lines[number]):
            return number + 1
        if tables and re.match(r"\s*\[", lines[number]):
            break
    return start + 1
