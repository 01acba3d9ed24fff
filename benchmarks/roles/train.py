"""Train the line-role model on all pages and write its weights.

usage: python benchmarks/roles/train.py [--data FOLDER] [--pages FOLDER] [--out FILE]

In two steps: first on dumps of saved pages, of whose lines only a part is known (``html_pages.py``), then on the pages
that were labelled by hand, with the weights of the first step as what to believe where these say nothing else.
``--pages`` names a folder with the page sets already unpacked; otherwise they are unpacked for the run.
"""

import argparse
import os
import sys
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sums in one order: the same bytes on every run
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from augment import variant
from corpus import OPEN, Page, labelled_pages
from crf import Chain, Example, Setting, mean, train
from html_pages import OpenPage, open_pages, variants_of

from newsparse.language import detect_language
from newsparse.roles.features import WORD
from newsparse.roles.groups import Group, page_groups
from newsparse.roles.model import WORDS, ZERO
from newsparse.roles.page import look_at

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
OUT = Path(__file__).resolve().parents[2] / "newsparse" / "roles" / "data" / "weights.txt"
UNIT = 14.0
SPAN = 60
OPEN_SETTING = Setting(spread=0.15, least=4, rounds=30)
SETTING = Setting(spread=0.08, least=2, rounds=30, dropped=0.15)
SAVED_WEIGHT = 0.5
"""What a labelled dump of a saved page counts for, beside one of the dumps that the project is for."""

VARIANTS, VARIANT_WEIGHT = 3, 0.25
TURNS = 4
"""How many times the second step is taken, each time with other variants."""

OPEN_VARIANTS, OPEN_WEIGHT = 2, 0.15
FULL_GOLD, FULL_GOLD_WEIGHT = "fundus_tests", 0.3
"""The set of news pages, whose gold names body, headline and authors; it counts for more."""

SHIFT = {
    **{"headline": 5, "standfirst": 3, "body": -3, "promo": -2, "other": -1},
    **dict.fromkeys(("related_item", "related_headline", "related_summary"), -8),
}
"""Units added to every step into a state: the variants make headlines rarer than they are. Set on pages left out."""


def groups_of(texts: Sequence[str]) -> list[list[Group]]:
    """Return the groups of features of every line of a page."""
    return [list(groups) for groups in page_groups(look_at(texts))]


def fit_open(open_: Sequence[OpenPage], data: Path) -> Chain:
    """Train on partly labelled dumps, and on variants of those of the extractor that most labelled dumps come from."""
    main = [page for page in open_ if page.name.endswith("/main")]
    made = [page for number in range(OPEN_VARIANTS) for page in variants_of(main, number, data / "pairs")]
    examples = []
    for page in [*open_, *made]:
        weight = FULL_GOLD_WEIGHT if page.name.startswith(FULL_GOLD) else OPEN_WEIGHT
        examples.append(Example(groups_of(page.texts), page.allowed, weight, page.site))
    return train(examples, OPEN_SETTING)


def fit(pages: Sequence[Page], known: Chain, data: Path) -> Chain:
    """Train on labelled pages and variants of them, from what another model knows: the mean of some turns."""
    return mean([_turn(pages, known, data, turn) for turn in range(TURNS)])


def _turn(pages: Sequence[Page], known: Chain, data: Path, turn: int) -> Chain:
    """Train on labelled pages and this turn's variants of them."""
    found = []
    for page in pages:
        weight = SAVED_WEIGHT if page.saved else 1.0
        found.append(Example(groups_of(page.texts), _allowed(page.states, known), weight, page.site))
        language = detect_language("\n".join(page.texts)) or "en"
        for number in range(turn * VARIANTS, (turn + 1) * VARIANTS):
            texts, states = variant(page, language, number, data / "pairs", pages)
            found.append(Example(groups_of(texts), _allowed(states, known), VARIANT_WEIGHT * weight, page.site))
    return train(found, SETTING._replace(seed=turn), known)


def _allowed(states: Sequence[str], known: Chain) -> list[frozenset[str]]:
    """Return the states that each line may have: its own, or all that the model knows for an open one."""
    return [frozenset(known.states if state == OPEN else [state]) for state in states]


@contextmanager
def unpacked(data: Path, pages: Path | None) -> Iterator[Path]:
    """Give a folder with the page sets, unpacked."""
    if pages:
        yield pages
        return
    with TemporaryDirectory() as folder:
        for archive in sorted((data / "html").glob("*.tar.xz")):
            with tarfile.open(archive) as packed:
                packed.extractall(folder, filter="data")
        yield Path(folder)


def rows_of(chain: Chain) -> str:
    """Return the weights as text: the states, a row of steps per state and for the page's top, then the features."""

    def row(weights: Sequence[float]) -> str:
        return "".join(chr(ZERO + max(-SPAN, min(SPAN, round(weight * UNIT)))) for weight in weights)

    shift = [SHIFT.get(state, 0) / UNIT for state in chain.states]
    rows = [" ".join(chain.states), *map(row, chain.step[1:] + shift), row(chain.step[0] + shift)]
    neutral = chr(ZERO) * len(chain.states)
    words = []
    for name, weights in zip(chain.features, chain.emit, strict=True):
        if row(weights) != neutral:
            part = words if name.startswith(WORD) else rows
            part.append(f"{name.removeprefix(WORD)}\t{row(weights)}")
    return "\n".join(rows) + WORDS + "\n".join(words)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if not (options.data / "dumps").is_dir():
        sys.exit(f"no folder {options.data / 'dumps'}: the development data is a folder beside the project")
    with unpacked(options.data, options.pages) as folder:
        known = fit_open(open_pages(folder), options.data)
        labelled = labelled_pages(options.data / "dumps", folder)
    options.out.write_text(rows_of(fit(labelled, known, options.data)), "utf-8")


if __name__ == "__main__":
    main()
