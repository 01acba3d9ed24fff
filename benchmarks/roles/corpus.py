"""Labelled pages for training and evaluation: dumps beside the project and dumps of saved pages, as lines and states."""

import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from extractors import lines_of

from benchmarks.html.gold import source_of

DUMPS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "dumps"
LABELS = Path(__file__).resolve().parent / "labels" / "dumps.tsv"
SAVED = Path(__file__).resolve().parent / "labels" / "saved"
OPEN = "?"
"""The state of a line that may be anything: it is neither learned from nor scored."""

ROLE_OF = {"related_banner": "banner"}
RELATED_OF = {
    "timestamp": "related_timestamp",
    "byline": "related_byline",
    "nav": "related_nav",
    "other": "related_other",
}
_SUFFIXES = frozenset(["co", "com", "org", "net", "gov", "ac", "edu", "gv", "or", "ne", "go"])


class Page(NamedTuple):
    """One page: its lines, their numbers in the file, the state of each; ``scored`` leaves out doubtful lines.

    ``gold`` pages were labelled for scoring; ``saved`` ones are dumps of saved pages.
    """

    name: str
    site: str
    texts: list[str]
    numbers: list[int]
    states: list[str]
    scored: list[bool]
    gold: bool
    saved: bool = False


def core_of(url: str) -> str:
    """Return the name of a site without its country and its subdomains: all editions of a paper are one site."""
    host = (urlsplit(url).hostname or url.partition("/")[0]).lower()
    parts = host.split(".")
    if len(parts) > 2 and parts[-2] in _SUFFIXES:
        parts = parts[:-1]
    return re.sub(r"[^a-z0-9]", "", parts[-2] if len(parts) > 1 else host)


def site_of(name: str, folder: Path) -> str:
    """Return the site that a dump comes from, so that no site is both trained on and judged."""
    url = json.loads((folder / f"{name}.meta.json").read_text("utf-8")).get("url")
    if url:
        return core_of(url)
    parts = name.split("-")
    return name if parts[0] == "hz" or "article" in name else parts[1]


def _state(label: dict[str, str]) -> str:
    role = label["role"]
    if label.get("of") == "related":
        return RELATED_OF.get(role, role)
    return ROLE_OF.get(role, role)


def _page(name: str, site: str, lines: Sequence[str], labels: list[dict[str, str]], gold: bool) -> Page:
    return Page(
        name,
        site,
        [lines[int(label["n"]) - 1].strip() for label in labels],
        [int(label["n"]) for label in labels],
        [_state(label) for label in labels],
        [not label.get("uncertain") and label["role"] != OPEN for label in labels],
        gold,
    )


def _dump(name: str, folder: Path, labels: list[dict[str, str]], gold: bool) -> Page:
    physical = (folder / f"{name}.txt").read_bytes().decode("utf-8").split("\n")
    return _page(name, site_of(name, folder), physical, labels, gold)


def _rows(runs: str) -> list[dict[str, str]]:
    """Return the labels that a row spells: ``3*nav headline 2*timestamp+R``, a role for each line of a dump in order.

    A number says how often a role comes in a row, ``+R`` that a line is a part of a related story; ``-`` stands for a
    line without a label.
    """
    labels: list[dict[str, str]] = []
    number = 0
    for run in runs.split():
        count, _, said = run.rpartition("*")
        role, _, of = said.partition("+")
        for _ in range(int(count or 1)):
            number += 1
            if role != "-":
                labels.append({"n": str(number), "role": role, "of": "related" if of else ""})
    return labels


def gold_pages(folder: Path = DUMPS) -> list[Page]:
    """Return the pages that were labelled by hand for scoring."""
    found = sorted(folder.glob("*.gold.json"))
    return [
        _dump(path.name.removesuffix(".gold.json"), folder, json.loads(path.read_text("utf-8"))["lines"], True)
        for path in found
    ]


def extra_pages(folder: Path = DUMPS) -> list[Page]:
    """Return the pages of the same folder that have no gold and were labelled for training."""
    labelled = [row.split("\t") for row in LABELS.read_text("utf-8").splitlines()]
    return [
        _dump(name, folder, _rows(runs), gold=False)
        for name, runs in labelled
        if not (folder / f"{name}.gold.json").exists()
    ]


def saved_pages(folder: Path) -> list[Page]:
    """Return the dumps of saved pages that were labelled for training: a file for each set, a row for each dump.

    A row names page and extractor, and the hash of the lines that were labelled.
    """
    pages = []
    for path in sorted(SAVED.glob("*.tsv")):
        for row in path.read_text("utf-8").splitlines():
            stem, extractor, told, runs = row.split("\t")
            name, record = f"{path.stem}.{stem}.{extractor}", _records(folder / path.stem)[stem]
            lines = lines_of(source_of(folder / path.stem, record), extractor)
            page = _page(name, core_of(record.get("url") or record["id"]), lines, _rows(runs), gold=False)
            if hashlib.sha256("\n".join(page.texts).encode()).hexdigest()[:16] != told:
                raise ValueError(f"{name}: the extractor prints other lines than those that were labelled")
            pages.append(page._replace(saved=True))
    return pages


def labelled_pages(dumps: Path, saved: Path) -> list[Page]:
    """Return all pages that were labelled by hand, from a folder of dumps and one of sets of saved pages."""
    return [*gold_pages(dumps), *extra_pages(dumps), *saved_pages(saved)]


@cache
def _records(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what is known of the pages of a set, by the names of their files."""
    records = [json.loads(row) for row in (folder / "pages.jsonl").read_text("utf-8").rstrip().split("\n")]
    return {Path(record["file"]).stem: record for record in records}
