"""Score the line roles as ``score_dumps.py`` beside the project scores records, straight from ``label_lines``.

usage: python benchmarks/roles/evaluate.py [--data FOLDER] [--shipped] [--folds N] [--worst N]

Without ``--shipped`` the model is trained anew for each fold on the pages of other sites, and judged on the pages of
the sites left out: these are the figures to believe. ``--shipped`` judges the weights in the package, which have
seen the labelled pages.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

from corpus import Page, extra_pages, gold_pages
from html_pages import open_pages
from train import DATA, fit, rows_of

from newsparse.roles import label_lines, model

CLASSES = {
    "body": frozenset(["body", "heading", "quote", "list_item"]),
    "related": frozenset(["related_item", "related_headline", "related_summary"]),
}
Counts = dict[str, list[int]]


def count(page: Page, roles: Sequence[str]) -> Counts:
    """Return right, wrong and missed lines of each class; a headline is counted once, its first printing."""
    found: Counts = {}
    for name, members in CLASSES.items():
        want = {at for at, state in enumerate(page.states) if state in members and page.scored[at]}
        have = {at for at, role in enumerate(roles) if role in members and page.scored[at]}
        found[name] = [len(have & want), len(have - want), len(want - have)]
    want = {at for at, state in enumerate(page.states) if state == "headline" and page.scored[at]}
    first = next((at for at, role in enumerate(roles) if role == "headline"), -1)
    have = {first} if first >= 0 and page.scored[first] else set()
    right = bool(want & have)
    found["headline"] = [int(right), len(have - want), int(bool(want) and not right)]
    return found


def scores(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def use(weights: str) -> "mock._patch[object]":
    """Make the model read these weights instead of the packaged ones."""
    file = mock.Mock()
    file.joinpath.return_value.read_text.return_value = weights
    model.load_model.cache_clear()
    model.feature_weight.cache_clear()
    model.group_total.cache_clear()
    return mock.patch.object(model.resources, "files", return_value=file)


def _left_out(data: Path, folds: int) -> Iterator[tuple[Page, list[str]]]:
    """Give every labelled page with the roles found by a model that has seen no page of its site."""
    gold, extra = gold_pages(data / "dumps"), extra_pages(data / "dumps")
    open_ = open_pages(data / "html" / "fundus_tests.tar.xz")
    sites = sorted({page.site for page in [*gold, *extra, *open_]}, key=lambda s: hashlib.sha256(s.encode()).digest())
    fold_of = {site: at % folds for at, site in enumerate(sites)}
    for fold in range(folds):
        known = [page for page in [*gold, *extra] if fold_of[page.site] != fold]
        weights = rows_of(fit(known, [page for page in open_ if fold_of[page.site] != fold], data))
        with use(weights):
            model.load_model()
        for page in gold:
            if fold_of[page.site] == fold:
                yield page, [label.role for label in label_lines(page.texts)]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--shipped", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--worst", type=int, default=10)
    options = parser.parse_args()
    if not (options.data / "dumps").is_dir():
        sys.exit(f"no folder {options.data / 'dumps'}: the development data is a folder beside the project")
    gold = gold_pages(options.data / "dumps")
    shipped = ((page, [label.role for label in label_lines(page.texts)]) for page in gold)
    pages = [
        (page, count(page, roles))
        for page, roles in (shipped if options.shipped else _left_out(options.data, options.folds))
    ]
    for name in ("body", "related", "headline"):
        right, wrong, missed = (sum(counts[name][at] for _, counts in pages) for at in range(3))
        precision, recall, f1 = scores(right, wrong, missed)
        mean = sum(scores(*counts[name])[2] for _, counts in pages) / len(pages)
        print(f"{name:9} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  mean over {len(pages)} documents {mean:.4f}")
    worst = sorted(pages, key=lambda pair: (scores(*pair[1]["body"])[2] + scores(*pair[1]["related"])[2], pair[0].name))
    for page, counts in worst[: options.worst]:
        print(f"  {page.name}: " + ", ".join(f"{name} {scores(*counts[name])[2]:.2f}" for name in counts))


if __name__ == "__main__":
    main()
