"""Pairs: the development data, read in the order in which the scorer of the glue cut reads it."""

import json
import random
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "pairs"
EVALUATION_ONLY = {"babel_briefings_sample"}


class Pair(NamedTuple):
    """A headline and its summary, in one language of one data set."""

    data_set: str
    language: str
    headline: str
    summary: str


def _one_line(text: str) -> str:
    return " ".join(text.split())


def read(folder: Path = FOLDER) -> dict[tuple[str, str], list[Pair]]:
    """Return the pairs of every data set and language, shuffled with a fixed seed."""
    if not folder.is_dir():
        raise SystemExit(f"no pairs at {folder}: the development data lies beside the project, in ../shared")
    groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                headline, summary = _one_line(row["headline"]), _one_line(row["summary"])
                if headline and summary:
                    language = row.get("lang") or "?"
                    groups[path.stem, language].append(Pair(path.stem, language, headline, summary))
    for pairs in groups.values():
        random.Random(7).shuffle(pairs)
    return dict(groups)
