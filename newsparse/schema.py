"""The schema: JSON Schema 2020-12 of a record, from the very types that build it."""

from typing import Any

import msgspec

from newsparse.record import SCHEMA, Record


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a record; unknown fields are allowed, since version 1 may still add some."""
    (reference,), definitions = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": SCHEMA,
        **reference,
        "$defs": definitions,
    }
