"""Train the line-role model on every labelled page and write its weights.

usage: python benchmarks/roles/train.py [--dumps FOLDER] [--out newsparse/roles/data/weights.txt]
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sums in one order: the same bytes on every run

from corpus import DUMPS, Page, extra_pages, gold_pages
from crf import Chain, train

from newsparse.roles.features import line_features

OUT = Path(__file__).resolve().parents[2] / "newsparse" / "roles" / "data" / "weights.txt"
UNIT = 14.0
ZERO = 0x50
SPAN = 46
SPREAD = 0.5
LEAST = 2


def fit(pages: Sequence[Page]) -> Chain:
    """Train on pages as the shipped model is trained."""
    features = [line_features(page.texts) for page in pages]
    return train(features, [page.states for page in pages], SPREAD, LEAST)


def rows_of(chain: Chain) -> str:
    """Return the weights as text: the states, a row of steps per state and one for the page's top, then the features."""

    def row(weights: Sequence[float]) -> str:
        return "".join(chr(ZERO + max(-SPAN, min(SPAN, round(weight * UNIT)))) for weight in weights)

    rows = [" ".join(chain.states), *map(row, chain.step[1:]), row(chain.step[0])]
    neutral = chr(ZERO) * len(chain.states)
    for name, weights in zip(chain.features, chain.emit, strict=True):
        if row(weights) != neutral:
            rows.append(f"{name}\t{row(weights)}")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dumps", type=Path, default=DUMPS)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    pages = [*gold_pages(options.dumps), *extra_pages(options.dumps)]
    if not pages:
        sys.exit(f"no labelled dumps in {options.dumps}: the development data is a folder beside the project")
    options.out.write_text(rows_of(fit(pages)), "utf-8")


if __name__ == "__main__":
    main()
