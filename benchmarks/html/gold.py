"""Gold bodies of page sets: a set's folder in; pages, and for each block of a page whether it is body, out."""

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

WORD_RE = re.compile(
    r"[\u0e00-\u0e7f\u1000-\u109f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]"
    r"|[^\W\u0e00-\u0e7f\u1000-\u109f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]+"
)
SHINGLE = 4
SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu", "gv", "or"}


class Page(NamedTuple):
    """A page of a set with what is known about it."""

    dataset: str
    record: dict[str, Any]
    source: str

    @property
    def site(self) -> str:
        """The name of the page's site, without what stands before it: all of a publisher's pages have it in common."""
        host = (urlsplit(self.record.get("url") or "").hostname or self.record["id"]).lower().removeprefix("www.")
        parts = host.split(".")
        return ".".join(parts[-3 if len(parts) > 2 and parts[-2] in SECOND_LEVEL else -2 :])

    def fold(self, count: int) -> int:
        """Tell which of so many parts of the sites the page's site belongs to."""
        return hashlib.md5(self.site.encode(), usedforsecurity=False).digest()[0] % count


def page_sets(folder: str) -> Path:
    """Return the folder of the extracted page sets, as an argument of a command gives it."""
    if not Path(folder).is_dir():
        raise argparse.ArgumentTypeError(f"no page sets in {folder}: extract ../shared/data/html/*.tar.xz there")
    return Path(folder)


def read_pages(folder: Path) -> Iterator[Page]:
    """Read a set: ``pages.jsonl`` and ``html/``."""
    for line in (folder / "pages.jsonl").read_text("utf-8").rstrip().split("\n"):
        record = json.loads(line)
        yield Page(folder.name, record, source_of(folder, record))


def source_of(folder: Path, record: Mapping[str, Any]) -> str:
    """Return the HTML of a page of a set."""
    raw = (folder / "html" / record["file"]).read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def words(text: str) -> list[str]:
    """Split a text into words; each CJK character is one."""
    return WORD_RE.findall(text)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the four-word shingles of a text; a shorter text is one shingle."""
    tokens = words(text)
    if len(tokens) < SHINGLE:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(zip(*(tokens[start:] for start in range(SHINGLE)), strict=False))


def gold_bodies(page: Page) -> list[str]:
    """Return the bodies that count as right: with and without the paragraphs that a set calls a summary."""
    body, paragraphs = page.record.get("body"), page.record.get("paragraphs") or []
    summary = page.record.get("n_summary") or 0
    if not summary:
        return [body] if body else []
    return ["\n".join(paragraphs), *(["\n".join(paragraphs[summary:])] if len(paragraphs) > summary else [])]


def block_labels(page: Page, texts: Sequence[str]) -> list[tuple[float, int]]:
    """Return for each block the share of it that is gold body, -1 where nothing is known, and its words."""
    if page.record.get("body") is None:
        return [(_asserted(page.record, text), len(words(text))) for text in texts]
    gold = page.record["body"]
    lines = Counter(" ".join(line.split()) for line in gold.split("\n"))
    known = shingles(gold)
    labels = [(_share(text, known, lines), len(words(text))) for text in texts]
    return _without_copies(texts, labels, lines)


def _asserted(record: dict[str, Any], text: str) -> float:
    include = [" ".join(string.split()) for string in record.get("include") or ()]
    exclude = [" ".join(string.split()) for string in record.get("exclude") or ()]
    if any(string in text for string in include) or (len(text) > 30 and any(text in string for string in include)):
        return 1.0
    return 0.0 if any(string in text for string in exclude) else -1.0


def _share(text: str, known: Counter[tuple[str, ...]], lines: Counter[str]) -> float:
    own = shingles(text)
    if len(words(text)) < SHINGLE:
        return float(text in lines)
    return sum(count for shingle, count in own.items() if shingle in known) / own.total()


def _without_copies(
    texts: Sequence[str], labels: list[tuple[float, int]], lines: Counter[str]
) -> list[tuple[float, int]]:
    """Of equal texts keep as many as the gold has, those in the company of other body."""
    places: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        if labels[index][0] > 0.5:
            places.setdefault(text, []).append(index)

    def company(index: int) -> float:
        near = range(max(0, index - 4), min(len(texts), index + 5))
        return sum(labels[other][0] * min(labels[other][1], 60) for other in near if other != index)

    kept = list(labels)
    for text, indexes in places.items():
        indexes.sort(key=company, reverse=True)
        for index in indexes[max(1, lines[text]) :]:
            kept[index] = 0.0, labels[index][1]
    return kept
