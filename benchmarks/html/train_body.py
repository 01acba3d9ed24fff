"""Learn the body model: page sets with gold bodies in, ``newsparse/html/body_model.json`` out.

usage: python -m benchmarks.html.train_body FOLDER [--half 0|1] [--out FILE]

FOLDER holds the extracted page sets. With ``--half`` only sites of that half (by hash of the site's name) are learned
from, so that the other half can be scored honestly; the shipped model learns from both. Needs numpy and scikit-learn,
which the package itself does not. Deterministic: equal pages and versions give an equal file.
"""

import argparse
import itertools
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from benchmarks.html.gold import Page, block_labels, read_pages
from newsparse.html import read_html
from newsparse.html.flags import flag_names, words_of
from newsparse.html.measures import NUMBERS
from newsparse.html.outline import outline_of
from newsparse.html.rows import TAG_BITS, rows_of

SETS = {"fundus_tests": 1.0, "wcxb_dev": 1.0, "trafilatura": 0.4}
"""Page sets and the weight of one page; assertions on a few strings tell less than a gold body."""
OUT = Path(__file__).parents[2] / "newsparse" / "html" / "body_model.json"
NAMES: list[str] = json.loads(OUT.read_text("utf-8"))["numbers"]
"""Columns stand in the order of the model in place: of equal splits the first column's is taken."""
TREES, LEAVES, RATE = 128, 8, 0.13

Array = np.ndarray[Any, np.dtype[Any]]


def bit_widths() -> list[int]:
    """Return how many bits each feature of bits has."""
    flags, cues = len(flag_names()), len(words_of("cues.txt")[0])
    return [flags, flags, len(TAG_BITS) + 1, cues, cues]


def table(page: Page) -> tuple[Array, Array, Array]:
    """Return a page's rows with bits spread to columns, which of them are body, and their weights."""
    read = read_html(page.source)
    texts = [line.text for line in read.lines]
    headline = str(read.fields["headline"][0]) if "headline" in read.fields else ""
    rows = list(rows_of(outline_of(read.tree, texts), headline, read.is_article, lambda _, values: values))
    labels = block_labels(page, texts)
    numbers = [[*row.numbers, *itertools.chain(*row.shared)] for row in rows]
    order = [list(itertools.chain(*NUMBERS)).index(name) for name in NAMES]
    columns = [np.array(numbers, dtype=np.float32).reshape(-1, len(NAMES))[:, order]]
    for number, width in enumerate(bit_widths()):
        bits = np.array([row.flags[number] for row in rows], dtype=np.int64)
        columns.append(((bits[:, None] >> np.arange(width)) & 1).astype(np.float32))
    chosen = [labels[row.block] for row in rows]
    shares = np.array([share for share, _ in chosen], dtype=np.float32)
    words = np.array([count for _, count in chosen], dtype=np.float32)
    weights = np.where(shares >= 0, np.clip(words, 1, 150) ** 0.7, 0)
    return np.concatenate(columns, 1), shares > 0.5, SETS[page.dataset] * weights / (weights.sum() or 1)


def learn(pages: list[Page]) -> HistGradientBoostingClassifier:
    """Fit the forest."""
    tables = [part for part in map(table, pages) if len(part[0])]
    rows, labels, weights = (np.concatenate(column) for column in zip(*tables, strict=True))
    used = weights > 0
    model = HistGradientBoostingClassifier(
        max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=RATE, min_samples_leaf=40, l2_regularization=1.0,
        max_bins=64, random_state=0, early_stopping=False,
    )  # fmt: skip
    return model.fit(rows[used], labels[used].astype(int), weights[used] / weights[used].mean())


def exported(model: Any, names: list[str], widths: list[int]) -> dict[str, Any]:
    """Turn a fitted forest into the data that the package reads: nested ``[feature, threshold, below, above]``."""
    starts = np.cumsum([len(names), *widths])

    def node(nodes: Any, index: int) -> Any:
        one = nodes[index]
        if one["is_leaf"]:
            return round(float(one["value"]), 4)
        column = int(one["feature_idx"])
        feature, threshold = column, float(f"{one['num_threshold']:.6g}")
        if column >= len(names):
            group = int(np.searchsorted(starts, column, side="right")) - 1
            feature, threshold = len(names) + group, 1 << int(column - starts[group])
        return [feature, threshold, node(nodes, int(one["left"])), node(nodes, int(one["right"]))]

    trees = [node(stage[0].nodes, 0) for stage in model._predictors]
    return {"numbers": names, "bias": round(float(np.ravel(model._baseline_prediction)[0]), 4), "trees": trees}


def main() -> int:
    """Learn and write the model."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    if not args.folder.is_dir():
        print(f"no page sets in {args.folder}: extract ../shared/data/html/*.tar.xz there", file=sys.stderr)
        return 2
    pages = [page for name in SETS for page in read_pages(args.folder / name) if args.half in {None, page.half}]
    model = learn(pages)
    args.out.write_text(json.dumps(exported(model, NAMES, bit_widths()), separators=(",", ":")), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
