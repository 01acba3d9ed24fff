"""Score the line roles as ``score_dumps.py`` beside the project scores records, straight from ``label_lines``.

usage: python benchmarks/roles/evaluate.py [--data FOLDER] [--pages FOLDER] [--shipped] [--folds N] [--salt WORD]
       [--worst N]

Without ``--shipped`` the model is trained anew for each fold on the pages of other sites, and judged on the pages of
the sites left out: these are the figures to believe. ``--salt`` divides the sites into other folds. ``--shipped``
judges the weights in the package, which have seen the labelled pages.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from corpus import Page, gold_pages, labelled_pages
from html_pages import open_pages
from train import DATA, fit, fit_open, rows_of, unpacked

from newsparse.roles import label, label_lines, model

CLASSES = {
    "body": frozenset(["body", "heading", "quote", "list_item"]),
    "related": frozenset(["related_item", "related_headline", "related_summary"]),
}
COPIED = 120
"""Characters of a line that two pages do not share by chance."""

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


@contextmanager
def use(weights: str) -> Iterator[None]:
    """Make the model read these weights instead of the packaged ones."""
    forgetful = [value for module in (label, model) for value in vars(module).values() if hasattr(value, "cache_clear")]
    with mock.patch.object(model, "read_data", lambda *_: weights.encode()):
        for cached in forgetful:
            cached.cache_clear()
        yield
    for cached in forgetful:
        cached.cache_clear()


def groups_by_site(pages: Sequence[Page]) -> dict[str, str]:
    """Return for each site the first of those that share a long line with it: copies of one story are one site."""
    first: dict[str, str] = {}
    names = {page.site: page.site for page in pages}
    for page in pages:
        for text in page.texts:
            if len(text) > COPIED:
                owner = names[first.setdefault(text[: 2 * COPIED], page.site)]
                names = {site: owner if name == names[page.site] else name for site, name in names.items()}
    return names


def _left_out(options: argparse.Namespace) -> Iterator[tuple[Page, list[str]]]:
    """Give every labelled page with the roles found by a model that has seen no page of its site."""
    with unpacked(options.data, options.pages) as folder:
        pages = labelled_pages(options.data / "dumps", folder)
        open_ = list(open_pages(folder))
    names = groups_by_site(pages)
    sites = sorted(set(names.values()), key=lambda site: hashlib.sha256((options.salt + site).encode()).digest())
    fold_of = {site: at % options.folds for at, site in enumerate(sites)}
    for fold in range(options.folds):
        left_out = {site for site, name in names.items() if fold_of[name] == fold}
        known = fit_open([page for page in open_ if page.site not in left_out], options.data)
        learned = [page for page in pages if page.site not in left_out]
        with use(rows_of(fit(learned, known, options.data))):
            for page in pages:
                if page.site in left_out:
                    yield page, [found.role for found in label_lines(page.texts)]


def _report(pages: Sequence[tuple[Page, Counts]]) -> None:
    for name in ("body", "related", "headline"):
        right, wrong, missed = (sum(counts[name][at] for _, counts in pages) for at in range(3))
        precision, recall, f1 = scores(right, wrong, missed)
        mean = sum(scores(*counts[name])[2] for _, counts in pages) / len(pages)
        print(f"{name:9} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  mean over {len(pages)} documents {mean:.4f}")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--shipped", action="store_true")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--salt", default="")
    parser.add_argument("--worst", type=int, default=10)
    options = parser.parse_args()
    if not (options.data / "dumps").is_dir():
        sys.exit(f"no folder {options.data / 'dumps'}: the development data is a folder beside the project")
    shipped = ((page, [found.role for found in label_lines(page.texts)]) for page in gold_pages(options.data / "dumps"))
    pages = [(page, count(page, roles)) for page, roles in (shipped if options.shipped else _left_out(options))]
    _report([pair for pair in pages if pair[0].gold])
    if not options.shipped:
        print("with the dumps that were labelled for training:")
        _report([pair for pair in pages if not pair[0].saved])
        print("dumps of saved pages:")
        _report([pair for pair in pages if pair[0].saved])
    worst = sorted(pages, key=lambda pair: (scores(*pair[1]["body"])[2] + scores(*pair[1]["related"])[2], pair[0].name))
    for page, counts in worst[: options.worst]:
        print(f"  {page.name}: " + ", ".join(f"{name} {scores(*counts[name])[2]:.2f}" for name in counts))


if __name__ == "__main__":
    main()
