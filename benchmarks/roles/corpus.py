"""Labelled pages for training and evaluation: the development dumps beside the project, as lines and states."""

import json
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

DUMPS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "dumps"
EXTRA = Path(__file__).resolve().parent / "labels"
ROLE_OF = {"related_banner": "banner"}
RELATED_OF = {
    "timestamp": "related_timestamp",
    "byline": "related_byline",
    "nav": "related_nav",
    "other": "related_other",
}
_SUFFIXES = frozenset(["co", "com", "org", "net", "gov", "ac", "edu", "gv", "or", "ne", "go"])


class Page(NamedTuple):
    """One page: its lines, their numbers in the file, the state of each; ``scored`` leaves out doubtful lines."""

    name: str
    site: str
    texts: list[str]
    numbers: list[int]
    states: list[str]
    scored: list[bool]
    gold: bool


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


def _page(name: str, folder: Path, labels: list[dict[str, str]], gold: bool) -> Page:
    physical = (folder / f"{name}.txt").read_bytes().decode("utf-8").split("\n")
    texts = [physical[int(label["n"]) - 1].strip() for label in labels]
    return Page(
        name,
        site_of(name, folder),
        texts,
        [int(label["n"]) for label in labels],
        [_state(label) for label in labels],
        [not label.get("uncertain") for label in labels],
        gold,
    )


def gold_pages(folder: Path = DUMPS) -> list[Page]:
    """Return the pages that were labelled by hand for scoring."""
    found = sorted(folder.glob("*.gold.json"))
    return [
        _page(path.name.removesuffix(".gold.json"), folder, json.loads(path.read_text("utf-8"))["lines"], True)
        for path in found
    ]


def extra_pages(folder: Path = DUMPS) -> list[Page]:
    """Return the pages of the same folder that have no gold and were labelled for training (``labels/*.tsv``)."""
    pages = []
    for path in sorted(EXTRA.glob("*.tsv")):
        if (folder / f"{path.stem}.gold.json").exists():
            continue
        rows = [row.split("\t") for row in path.read_text("utf-8").splitlines() if row and row[0] != "#"]
        labels = [{"n": number, "role": role, "of": "related" if of else ""} for number, role, *of in rows]
        pages.append(_page(path.stem, folder, labels, False))
    return pages
