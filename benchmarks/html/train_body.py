"""Learn the models of bodies: page sets with gold bodies in, ``body_model.json`` and ``doubt_model.json`` out.

usage: python -m benchmarks.html.train_body FOLDER [--out FOLDER]

FOLDER holds the extracted page sets. The second model learns from odds that the first one gives to sites which it has
not learned from. Needs numpy and LightGBM, which the package itself does not. Deterministic: equal pages and versions
give equal files.
"""

import argparse
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from msgspec.structs import replace

from benchmarks.html.boosting import Array, exported, fit, flags_and_cues, table, write_model
from benchmarks.html.gold import Page, block_labels, page_sets, read_pages
from newsparse.html import read_html
from newsparse.html.body import neighbours
from newsparse.html.body.measures import NUMBERS
from newsparse.html.body.outline import Outline, outline_of
from newsparse.html.body.rows import TAG_BITS, rows_of

SETS = {"fundus_tests": 1.0, "wcxb_dev": 1.0, "trafilatura": 0.4}
"""Page sets and the weight of one page; assertions on a few strings tell less than a gold body."""
OUT = Path(__file__).parents[2] / "newsparse" / "html" / "body"
NAMES = list(itertools.chain(*NUMBERS))
FOLDS = 5
TREES, DOUBT_TREES = 128, 64
Models = tuple[dict[str, Any], dict[str, Any]]


class Table(NamedTuple):
    """A page as the models learn from it: a row for each block that may be body."""

    page: Page
    outline: Outline
    blocks: list[int]
    rows: Array
    shares: Array
    """How much of each block is body; less than 0 where nobody knows."""
    weights: Array


def tables(pages: Sequence[Page]) -> list[Table]:
    """Describe the pages that have any block to learn from."""
    return [one for one in map(_table, pages) if one.blocks]


def _table(page: Page) -> Table:
    """Describe a page's blocks, bits spread to columns."""
    read = read_html(page.source)
    texts = [line.text for line in read.lines]
    outline = outline_of(read.tree, texts)
    rows = list(rows_of(outline, read.told(), lambda _, values: values)) if texts else []
    labels = block_labels(page, texts)
    numbers = [[*row.numbers, *itertools.chain(*row.shared)] for row in rows]
    chosen = [labels[row.block] for row in rows]
    shares, words = (np.array([label[at] for label in chosen]) for at in (0, 1))
    weights = np.where(shares >= 0, np.clip(words, 1, 150) ** 0.7, 0)
    kept = replace(outline, texts=(), tree=replace(outline.tree, source=""))
    return Table(
        page._replace(source=""),
        kept,
        [row.block for row in rows],
        table(numbers, [row.flags for row in rows], bit_widths()),
        shares,
        SETS[page.dataset] * weights / (weights.sum() or 1),
    )


def bit_widths() -> list[int]:
    """Return how many bits each feature of bits has."""
    flags, cues = flags_and_cues()
    return [flags, flags, len(TAG_BITS) + 1, cues, cues]


def learn(known: Sequence[Table]) -> Models:
    """Learn both models, as the data that the package reads."""
    first = _fit([(one.rows, one.shares, one.weights) for one in known], TREES)
    parts = []
    for one, odds in _unseen_odds(known):
        doubtful = list(neighbours.doubtful(one.outline, one.blocks, odds))
        if doubtful:
            at = [place for place, _ in doubtful]
            numbers = np.array([values for _, values in doubtful], dtype=np.float64)
            parts.append((numbers, one.shares[at], one.weights[at]))
    return exported(first, NAMES, bit_widths()), exported(_fit(parts, DOUBT_TREES), neighbours.NAMES, [])


def _unseen_odds(known: Sequence[Table]) -> Iterator[tuple[Table, list[float]]]:
    """Give every page with the odds of its blocks by a model that has seen no page of its site."""
    for fold in sorted({one.page.fold(FOLDS) for one in known}):
        others = [one for one in known if one.page.fold(FOLDS) != fold]
        model = _fit([(one.rows, one.shares, one.weights) for one in others], TREES)
        for one in known:
            if one.page.fold(FOLDS) == fold:
                yield one, [float(odd) for odd in model.predict(one.rows, raw_score=True)]


def _fit(parts: Sequence[tuple[Array, Array, Array]], trees: int) -> lightgbm.Booster:
    rows, shares, weights = (np.concatenate(column) for column in zip(*parts, strict=True))
    used = weights > 0
    return fit(rows[used], shares[used] > 0.5, weights[used], trees)


def main() -> None:
    """Learn and write the models."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=page_sets)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    pages = itertools.chain.from_iterable(read_pages(args.folder / name) for name in SETS)
    for name, model in zip(("body_model.json", "doubt_model.json"), learn(tables(list(pages))), strict=True):
        write_model(args.out / name, model)


if __name__ == "__main__":
    main()
