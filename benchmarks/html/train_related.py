"""Learn which groups of links are related stories: labelled pages in, ``newsparse/html/related/related_model.json`` out.

usage: python -m benchmarks.html.train_related FOLDER [--folds N] [--out FILE]

FOLDER holds the extracted page sets. With ``--folds`` nothing is written: each page, and so each site, is judged by a
forest that was learned from the other folds, and precision and recall of that are printed. Needs numpy and
LightGBM, which the package itself does not. Deterministic: equal pages and versions give an equal file.
"""

import argparse
import hashlib
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import lightgbm
import numpy as np

from benchmarks.html.boosting import Array, exported, fit, flags_and_cues, table, write_model
from benchmarks.html.evaluate_related import LABELS, element_path, host, print_scores
from benchmarks.html.gold import page_sets, source_of
from newsparse.html import HtmlPage, read_html
from newsparse.html.body.find import find_body
from newsparse.html.body.outline import Outline, outline_of
from newsparse.html.metadata.titles import same
from newsparse.html.related.find import headlines_of
from newsparse.html.related.group_rows import (
    NUMBERS,
    TAGS,
    Row,
    address_of_page,
    ground_of,
    may_be_headlines,
    quartiles,
    row_of,
)
from newsparse.html.related.groups import groups_of

OUT = Path(__file__).parents[2] / "newsparse" / "html" / "related" / "related_model.json"
TREES = 80
PARAMETERS = {"learning_rate": 0.1, "min_data_in_leaf": 20, "feature_fraction_bynode": 0.3}


class Labelled(NamedTuple):
    """A page with its labels: what is learned from, and what is needed to judge it again."""

    labels: str
    file: str
    page: HtmlPage
    outline: Outline
    body: set[int]
    wanted: set[str]
    paths: list[str]
    """For each line the path of its innermost block element."""
    rows: list[Row]
    counts: list[tuple[int, int]]
    """For each row how many of its lines are no headlines, and how many are."""


def read_labelled(folder: Path) -> Iterator[Labelled]:
    """Read the labelled pages."""
    for labels in LABELS:
        for label in map(json.loads, labels.read_text("utf-8").splitlines()):
            page = read_html(source_of(folder / label["set"], label))
            yield _labelled(labels.stem, label["file"], page, set(label["related"]))


def _labelled(labels: str, file: str, page: HtmlPage, wanted: set[str]) -> Labelled:
    outline = outline_of(page.tree, [line.text for line in page.lines])
    headline = page.said("headline")
    body = find_body(outline, page.told()).lines
    paths = [element_path(page.tree, host(page.tree, block.element)) for block in page.tree.blocks]
    found = groups_of(page, outline)
    ground = ground_of(page, outline, body, found)
    measured = [(group, quartiles(outline, group)) for group in found]
    groups = [pair for pair in measured if may_be_headlines(outline, *pair)]
    own = address_of_page(page)
    counts = []
    for group, _ in groups:
        others = [
            line
            for line in group
            if page.links.page_of(line) != own and not (headline and same(outline.texts[line]) == same(headline))
        ]
        related = sum(paths[line] in wanted for line in others)
        counts.append((len(others) - related, related))
    rows = [row_of(ground, *pair) for pair in groups]
    return Labelled(labels, file, page, outline, body, wanted, paths, rows, counts)


def bit_widths() -> list[int]:
    """Return how many bits each feature of bits has."""
    flags, cues = flags_and_cues(broad=True)
    return [len(TAGS) + 1, flags, flags, flags, cues]


def _columns(rows: list[Row]) -> Array:
    return table([row.numbers for row in rows], [row.flags for row in rows], bit_widths())


def learn(pages: list[Labelled]) -> lightgbm.Booster:
    """Fit the forest; neither a page nor a group weighs as much as its number of links."""
    rows, labels, weights = [], [], []
    for page in pages:
        size = sum(itertools.chain(*page.counts)) or 1
        for row, counts in zip(page.rows, page.counts, strict=True):
            for label, count in enumerate(counts):
                if count:
                    rows.append(row)
                    labels.append(label)
                    weights.append(count**0.6 * size**-0.25)
    return fit(_columns(rows), np.array(labels), np.array(weights), TREES, **PARAMETERS)


def left_out(pages: list[Labelled], folds: int) -> None:
    """Judge each page by a forest of the other folds, and print how it did."""
    scored: dict[str, list[tuple[int, int, int]]] = {}
    fold_of = [hashlib.md5(page.file.encode(), usedforsecurity=False).digest()[0] % folds for page in pages]
    for fold in range(folds):
        model = learn([page for page, own in zip(pages, fold_of, strict=True) if own != fold])
        for page in (page for page, own in zip(pages, fold_of, strict=True) if own == fold):
            known = dict(zip(page.rows, _odds(model, page.rows), strict=True))
            heads = headlines_of(page.page, page.outline, page.body, known.__getitem__)
            found = {page.paths[head] for head in heads}
            scored.setdefault(page.labels, []).append((len(found & page.wanted), len(found), len(page.wanted)))
    for name, rows in {**scored, "all": [*itertools.chain(*scored.values())]}.items():
        print_scores(name, rows)


def _odds(model: lightgbm.Booster, rows: list[Row]) -> list[float]:
    return list(model.predict(_columns(rows), raw_score=True)) if rows else []


def main() -> None:
    """Learn and write the model, or score it on sites left out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=page_sets)
    parser.add_argument("--folds", type=int)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    pages = list(read_labelled(args.folder))
    if args.folds:
        left_out(pages, args.folds)
    else:
        write_model(args.out, exported(learn(pages), NUMBERS, bit_widths()))


if __name__ == "__main__":
    main()
