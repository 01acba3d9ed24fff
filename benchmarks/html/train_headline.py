"""Learn what speaks for a headline: page sets with gold headlines in, ``newsparse/html/metadata/headline_signs.txt`` out.

usage: python -m benchmarks.html.train_headline FOLDER [--out FILE] [--folds N]

FOLDER holds the extracted page sets. A conditional logit: of all that a page says, the headline with the highest sum of
weighted signs should be the gold one. With ``--folds`` nothing is written; instead the sites are dealt to N folds, five
times over, and each page is judged by weights learned from the sites of the other folds. Needs numpy and scipy, which
the package itself does not. Deterministic: equal pages and versions give an equal file.
"""

import argparse
import random
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from benchmarks.html.gold import Page, page_sets, read_pages
from newsparse.html.metadata.headline import spelled
from newsparse.html.metadata.signs import Signs, signs_of
from newsparse.html.metadata.sources import read_metadata
from newsparse.html.metadata.titles import same
from newsparse.html.metadata.voices import site_of, voices_of
from newsparse.html.reading.reader import read_tree

SETS = {"fundus_tests": 2.5, "postlight": 1.0, "trafilatura": 0.7, "wcxb_dev": 0.5}
"""Page sets and the weight of one page: what is read is news, most of what is at hand is not."""
OUT = Path(__file__).parents[2] / "newsparse" / "html" / "metadata" / "headline_signs.txt"
SIGNS = (
    "h1", "node", "og", "alternative", "lesser", "echo",
    "h1 of news", "node of news", "og of news",
    "in story", "opens text", "lesser opens text", "linked",
    "whole", "in title", "begun", "cut off", "end of h1", "foreign", "like h1", "like og",
    "long", "bar", "quotes",
)  # fmt: skip
"""Signs that have a weight; what else ``signs`` tells did not help on sites left out."""
SHRINK, LEAST_SPREAD = 10.0, 0.05
REPEATS = 5
_MARKS = str.maketrans({**dict.fromkeys("‘’‚`´", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("–—−‐", "-")})

Array = np.ndarray[Any, np.dtype[Any]]


class Case(NamedTuple):
    """A page: the signs of its candidates, and which of them are the gold headline."""

    dataset: str
    site: str
    rows: Array
    right: Array
    """Whether a candidate is the gold headline but for case and marks: what is learned from."""
    exact: Array
    """Whether it is so in the spelling that would be shown: what is counted."""


def row(signs: Signs) -> list[float]:
    """Return the signs that have a weight."""
    return [signs.get(sign, 0.0) for sign in SIGNS]


def folded(text: str) -> str:
    """Return a headline as it is compared: quotes and dashes alike, case and white space folded."""
    text = unicodedata.normalize("NFKC", text.replace("\xad", "").replace("\u200b", "")).translate(_MARKS)
    return " ".join(text.split()).casefold().strip(" .")


def case(page: Page) -> Case | None:
    """Return what is learned from a page; None when it has no gold or says nothing."""
    gold = page.record.get("headline")
    tree = read_tree(page.source)
    data = read_metadata(tree)
    voices = voices_of(tree, data, site_of(data))
    found = signs_of(voices)
    if not gold or not found:
        return None
    told = {key: [said for _, said in voices.said if same(said.value) == key] for key in found}
    right = [any(folded(said.value) == folded(gold) for said in told[key]) or key == same(gold) for key in found]
    exact = [folded(spelled(tree, told[key]).value) == folded(gold) for key in found]
    return Case(page.dataset, page.site, np.array([row(found[key]) for key in found]), np.array(right), np.array(exact))


def fit(cases: Iterable[Case]) -> Array:
    """Return the weights under which the gold headlines are the likeliest, shrunk towards none."""
    known = [one for one in cases if one.right.any()]
    rows = np.concatenate([one.rows for one in known])
    right = np.concatenate([one.right for one in known]).astype(float)
    counts = np.array([len(one.rows) for one in known])
    starts, pages = np.cumsum([0, *counts[:-1]]), np.repeat(np.arange(len(known)), counts)
    worth = np.array([SETS[one.dataset] for one in known])
    spread = np.maximum(rows.std(0), LEAST_SPREAD)
    rows = rows / spread

    def loss(weights: Array) -> tuple[float, Array]:
        scores = rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[pages])
        everything, wanted = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        pull = (odds * right / wanted[pages] - odds / everything[pages]) * worth[pages]
        likely = float((worth * np.log(wanted / everything)).sum())
        return SHRINK * float(weights @ weights) - likely, 2 * SHRINK * weights - rows.T @ pull

    found = minimize(loss, np.zeros(len(SIGNS)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.round(found.x / spread, 2)


def judged(weights: Array, one: Case) -> bool:
    """Tell whether a page's headline comes out right."""
    return bool(one.exact[np.argmax(one.rows @ weights)])


def left_out(cases: list[Case], folds: int) -> dict[str, list[float]]:
    """Return for each set the share of right headlines on sites left out, once for each deal of the sites."""
    shares: dict[str, list[float]] = {name: [] for name in SETS}
    for repeat in range(REPEATS):
        sites = sorted({one.site for one in cases})
        random.Random(repeat).shuffle(sites)
        fold_of = {site: number % folds for number, site in enumerate(sites)}
        weights = [fit(one for one in cases if fold_of[one.site] != fold) for fold in range(folds)]
        for name in SETS:
            marks = [judged(weights[fold_of[one.site]], one) for one in cases if one.dataset == name]
            shares[name].append(sum(marks) / len(marks))
    return shares


def main() -> None:
    """Learn and write the weights, or print how good they are on sites left out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=page_sets)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds", type=int)
    args = parser.parse_args()
    cases = [found for name in SETS for page in read_pages(args.folder / name) if (found := case(page))]
    if args.folds:
        for name, shares in left_out(cases, args.folds).items():
            print(name, f"{sum(shares) / len(shares):.3f}", " ".join(f"{share:.3f}" for share in shares))
        return
    opening = re.match(r"(?:#.*\n)*", args.out.read_text("utf-8") if args.out.exists() else "")
    lines = [f"{sign}: {weight:g}\n" for sign, weight in zip(SIGNS, fit(cases), strict=True)]
    args.out.write_text((opening[0] if opening else "") + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
