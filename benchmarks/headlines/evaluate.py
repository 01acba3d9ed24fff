"""Evaluate: how often the cut is exactly right, how well its confidence is calibrated, how often whole lines are cut.

Items are given to the package six at a time, in the order of the scorer ``score_glue.py``.

usage: python benchmarks/headlines/evaluate.py [SET ...] [--unglued] [--held-out] [--folds N] [--limit N]
                                               [--failures FILE] [--pairs FOLDER]

Without --held-out the shipped data file is scored, mostly on lines that it was trained on. With it every data set is
scored by a model that has not seen it, and in folds the languages that have one set only.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from install import install
from pairs import EVALUATION_ONLY, FOLDER, Pair, read
from tally import Tally, reliability, table
from train import train, training_pairs

from newsparse.headlines import HeadlineCut, cut_items

SETS_HELD_OUT = (
    (
        "news_ag_2021",
        "top_headlines_2023",
        "globalvoices_2022",
        "fundus_testdata",
        "mocks_es_pt",
        "navya_pt_2012",
        "detik_id_2025",
    ),
    ("newsapi_2020",),
    ("newsapi_2022",),
    ("wire_pool_2026", "frontpages_de_2026"),
)
"""Held out together: a model trained without all of them has seen none of them."""

TRAINED_ON = ("de", "en", "es", "fr", "id", "it", "pt", "ru")
"""What the models of held-out sets learn from; the folds add the languages of one set."""

ONE_SET_ONLY = ("hi", "id", "indic", "it", "ja")
FOLDS = 5
HELD_OUT_PAIRS = 30000
FOLD_PAIRS = 2000
"""Most pairs of one language of one data set that these models are trained on (the shipped one has all of them)."""

Held = Callable[[Pair], bool]


class Failure(NamedTuple):
    """A glued line that was not cut exactly."""

    data_set: str
    language: str
    headline: str
    summary: str
    got: str | None
    confidence: float


def main() -> None:
    """Score and print."""
    options = _options()
    pairs = {
        name: [p for p in group[: options.limit] if p.data_set in options.sets or not options.sets]
        for name, group in read(options.pairs).items()
    }
    tallies: dict[tuple[str, str], Tally] = {}
    failures: list[Failure] = []
    for tested in _rounds(pairs, options) if options.held_out else [pairs]:
        for name, group in tested.items():
            if not group:
                continue
            tally = tallies.setdefault(name, Tally())
            failures += score(group, tally)
            if options.unglued:
                score_whole(group, tally)
            print(table({name: tally})[-1], flush=True)
    print("\n", *table(tallies), "", *reliability(tallies), sep="\n")
    if options.failures:
        rows = (json.dumps(failure._asdict(), ensure_ascii=False) + "\n" for failure in failures)
        options.failures.write_text("".join(rows), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score the cut between headline and summary.")
    parser.add_argument("sets", nargs="*", help="data sets to score; all when none is named")
    parser.add_argument("--unglued", action="store_true", help="also score headlines alone and summaries alone")
    parser.add_argument("--held-out", action="store_true", help="score models that have not seen the lines")
    parser.add_argument("--folds", type=int, default=FOLDS, help="how many of the five folds to run")
    parser.add_argument("--limit", type=int, default=2000, help="pairs of one language of one data set")
    parser.add_argument("--failures", type=Path, help="write the failures here, as JSON Lines")
    parser.add_argument("--pairs", type=Path, default=FOLDER, help="the folder of the pairs")
    return parser.parse_args()


Groups = dict[tuple[str, str], list[Pair]]


def _rounds(pairs: Groups, options: argparse.Namespace) -> Iterator[Groups]:
    """Train a model for each set of held-out pairs, install it, and yield the pairs that it may be scored on."""
    others = [p for p in training_pairs(options.pairs, HELD_OUT_PAIRS) if p.language in TRAINED_ON]
    wanted = {data_set for (data_set, _), group in pairs.items() if group}
    for sets in SETS_HELD_OUT:
        if wanted.intersection(sets):
            install(train([p for p in others if p.data_set not in sets]))
            yield {k: group for k, group in pairs.items() if k[0] in sets and k[1] not in ONE_SET_ONLY}
    learned = [p for p in training_pairs(options.pairs, FOLD_PAIRS) if p.language not in ONE_SET_ONLY]
    folded = [p for p in training_pairs(options.pairs) if p.language in ONE_SET_ONLY]
    folds = options.folds if any(group for k, group in pairs.items() if k[1] in ONE_SET_ONLY) else 0
    for fold in range(folds):
        install(train(learned + [p for p in folded if _fold(p) != fold]))
        yield {
            k: [p for p in group if _fold(p) == fold]
            for k, group in pairs.items()
            if k[1] in ONE_SET_ONLY and k[0] not in EVALUATION_ONLY
        }


def _fold(pair: Pair) -> int:
    return crc32(pair.headline.encode()) % FOLDS


def _dumps(lines: Sequence[str]) -> Iterator[tuple[int, HeadlineCut]]:
    for first in range(0, len(lines), 6):
        yield from enumerate(cut_items(lines[first : first + 6]), first)


def score(pairs: Sequence[Pair], tally: Tally) -> list[Failure]:
    """Count glued lines; return those that were not cut exactly."""
    failures = []
    for k, cut in _dumps([p.headline + p.summary for p in pairs]):
        pair = pairs[k]
        line = pair.headline + pair.summary
        right = cut.headline == (0, len(pair.headline)) and cut.summary == (len(pair.headline), len(line))
        tally.glued += 1
        tally.right += right
        tally.left_whole += cut.summary is None or cut.headline is None
        tally.see(cut.confidence, right)
        if not right:
            got = line[slice(*cut.headline)] if cut.headline else None
            failures.append(Failure(*pair, got, cut.confidence))
    return failures


def score_whole(pairs: Sequence[Pair], tally: Tally) -> None:
    """Count headlines alone and summaries alone that were cut all the same."""
    for _, cut in _dumps([p.headline for p in pairs]):
        tally.headlines += 1
        tally.headlines_cut += cut.summary is not None and cut.headline is not None
    for _, cut in _dumps([p.summary for p in pairs]):
        tally.summaries += 1
        tally.summaries_cut += cut.summary is not None and cut.headline is not None


if __name__ == "__main__":
    main()
