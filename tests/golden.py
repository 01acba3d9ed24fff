"""Golden records: ``python -m tests.golden`` rewrites them all; read the change before committing it."""

import json
from pathlib import Path

from newsparse import parse
from newsparse.layouts.profile import COMPILED, compile_layouts
from tests.cases import FIXTURES, REFERENCE_DATE, ROOT, dumps, golden_path


def render(dump: Path) -> str:
    """Return the golden form of a dump's record: indented JSON, short lists on one line."""
    record = parse(dump.read_bytes(), name=dump.name, reference_date=REFERENCE_DATE).to_dict()
    return dump_json(record) + "\n"


def dump_json(value: object, indent: str = "") -> str:
    """Return JSON in which only objects and lists of objects are broken over lines."""
    inner = indent + "  "
    if isinstance(value, dict) and value:
        rows = [f"{inner}{json.dumps(key)}: {dump_json(entry, inner)}" for key, entry in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        return "[\n" + ",\n".join(f"{inner}{dump_json(entry, inner)}" for entry in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Rewrite the compiled layouts and every golden record, and remove those whose dump is gone."""
    (ROOT / "newsparse" / "layouts" / COMPILED).write_bytes(compile_layouts())
    for golden in FIXTURES.rglob("*.json"):
        if not golden.with_suffix("").exists():
            golden.unlink()
    for dump in dumps():
        golden_path(dump).write_text(render(dump), encoding="utf-8")


if __name__ == "__main__":
    main()
