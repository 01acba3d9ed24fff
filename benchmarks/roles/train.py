"""Train the line-role model on every labelled page and write its weights.

usage: python benchmarks/roles/train.py [--data FOLDER] [--out FILE]
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sums in one order: the same bytes on every run

from augment import variant
from corpus import Page, extra_pages, gold_pages
from crf import Chain, Example, train
from html_pages import OpenPage, open_pages

from newsparse.language import detect_language
from newsparse.roles.features import line_features
from newsparse.roles.model import ZERO

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
OUT = Path(__file__).resolve().parents[2] / "newsparse" / "roles" / "data" / "weights.txt"
UNIT = 14.0
SPAN = 60
SPREAD = 0.15
LEAST = 2
ROUNDS = 50
VARIANTS = 1
VARIANT_WEIGHT = 0.5
OPEN_WEIGHT = 0.6
SHIFT = {"headline": 10, "caption": 4, "standfirst": 3, "promo": 3}
"""Units added to every step into a state: the variants make headlines rarer than they are. Set on pages left out."""


def examples(pages: Sequence[Page], open_: Sequence[OpenPage], data: Path) -> list[Example]:
    """Return what is learned from: the labelled pages, variants of them, and partly labelled pages."""
    found = [Example(line_features(page.texts), [frozenset([s]) for s in page.states], 1.0) for page in pages]
    for page in pages:
        language = detect_language("\n".join(page.texts)) or "en"
        for number in range(VARIANTS):
            texts, states = variant(page, language, number, data / "pairs", pages)
            found.append(Example(line_features(texts), [frozenset([s]) for s in states], VARIANT_WEIGHT))
    found += [Example(line_features(page.texts), page.allowed, OPEN_WEIGHT) for page in open_]
    return found


def fit(pages: Sequence[Page], open_: Sequence[OpenPage], data: Path) -> Chain:
    """Train as the shipped model is trained."""
    return train(examples(pages, open_, data), SPREAD, LEAST, ROUNDS)


def rows_of(chain: Chain) -> str:
    """Return the weights as text: the states, a row of steps per state and for the page's top, then the features."""

    def row(weights: Sequence[float]) -> str:
        return "".join(chr(ZERO + max(-SPAN, min(SPAN, round(weight * UNIT)))) for weight in weights)

    shift = [SHIFT.get(state, 0) / UNIT for state in chain.states]
    rows = [" ".join(chain.states), *map(row, chain.step[1:] + shift), row(chain.step[0] + shift)]
    neutral = chr(ZERO) * len(chain.states)
    for name, weights in zip(chain.features, chain.emit, strict=True):
        if row(weights) != neutral:
            rows.append(f"{name}\t{row(weights)}")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if not (options.data / "dumps").is_dir():
        sys.exit(f"no folder {options.data / 'dumps'}: the development data is a folder beside the project")
    pages = [*gold_pages(options.data / "dumps"), *extra_pages(options.data / "dumps")]
    open_ = open_pages(options.data / "html" / "fundus_tests.tar.xz")
    options.out.write_text(rows_of(fit(pages, open_, options.data)), "utf-8")


if __name__ == "__main__":
    main()
