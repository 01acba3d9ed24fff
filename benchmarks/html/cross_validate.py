"""Score the bodies of pages on sites that the models have not seen.

usage: python -m benchmarks.html.cross_validate FOLDER [--worst N]

FOLDER holds the extracted page sets. The sites are dealt into five folds by a hash of their names; the pages of each
fold are read by the whole of newsparse, with models that learned from the other four. Needs what ``train_body.py``
needs. Deterministic; takes some minutes.
"""

import argparse
import contextlib
from collections.abc import Iterator, Sequence
from unittest import mock

from benchmarks.html.gold import Page, page_sets, read_pages
from benchmarks.html.scores import scores
from benchmarks.html.train_body import FOLDS, SETS, Models, learn, tables
from newsparse import parse
from newsparse.html.body import find, neighbours
from newsparse.html.body.forest import forest_of
from newsparse.html.body.measures import NUMBERS
from newsparse.html.body.rows import BITS

READ = ("paragraph", "heading", "quote", "list_item")
"""Kinds of paragraphs that count as body; gold bodies leave captions out."""


@contextlib.contextmanager
def use(models: Models) -> Iterator[None]:
    """Let the package judge with models other than its own."""
    first, second = forest_of(models[0], NUMBERS, len(BITS)), forest_of(models[1], [neighbours.NAMES], 0)
    with (
        mock.patch.object(find, "first_forest", lambda: first),
        mock.patch.object(find, "second_forest", lambda: second),
    ):
        yield


def read_unseen(pages: Sequence[Page]) -> Iterator[tuple[Page, str]]:
    """Read the body of every page with models that have not seen its site."""
    known = tables(pages)
    for fold in range(FOLDS):
        with use(learn([one for one in known if one.page.fold(FOLDS) != fold])):
            for page in pages:
                if page.fold(FOLDS) == fold:
                    lead = parse(page.source).lead
                    yield page, "\n".join(part.text for part in lead.body if part.kind in READ)


def main() -> None:
    """Score every set, and list the worst pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=page_sets)
    parser.add_argument("--worst", type=int, default=0)
    options = parser.parse_args()
    pages = [page for name in SETS for page in read_pages(options.folder / name)]
    read = list(read_unseen(pages))
    for name in SETS:
        of_set = [one for one in read if one[0].dataset == name]
        total = scores(of_set)
        strings = "" if total.strings is None else f"  strings F {total.strings:.4f}"
        body = f"  P {total.precision:.4f} R {total.recall:.4f} F1 {total.f1:.4f}" if total.f1 else ""
        print(f"{name:13} {total.pages:4} pages{body}{strings}")
        if total.f1:
            each = sorted((scores([one]).f1, one[0].record["id"]) for one in of_set)
            for f1, page in each[: options.worst]:
                print(f"   {f1:.3f} {page}")


if __name__ == "__main__":
    main()
