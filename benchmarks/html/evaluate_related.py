"""Score related stories against hand-made labels: precision and recall of headlines, by page and in all.

usage: python -m benchmarks.html.evaluate_related FOLDER [--misses]

FOLDER holds the extracted page sets (``fundus_tests/html/...``). Exits with 2 when it is not there.
"""

import argparse
import json
from pathlib import Path

from benchmarks.html.gold import page_sets, source_of
from newsparse.html import HtmlPage, label_html, read_html
from newsparse.html.body.outline import INLINE
from newsparse.html.reading.tree import Tree

LABELS = tuple(
    Path(__file__).with_name(f"{name}.jsonl") for name in ("related", "related_fresh", "related_world", "related_last")
)


def element_path(tree: Tree, element: int) -> str:
    """Name an element by the tags above it, each with its number among siblings of its name."""
    steps = []
    while element > 0:
        parent = tree.parents[element]
        likes = [one for one in range(parent + 1, element + 1) if tree.parents[one] == parent]
        number = sum(tree.tags[one] == tree.tags[element] for one in likes)
        steps.append(f"{tree.tags[element]}[{number}]")
        element = parent
    return "/" + "/".join(reversed(steps))


def host(tree: Tree, element: int) -> int:
    """Step out of inline elements, as the labels do."""
    while tree.tags[element] in INLINE and tree.parents[element] > 0:
        element = tree.parents[element]
    return element


def found_paths(page: HtmlPage) -> dict[str, str]:
    """Return the element path of each related headline, with its text for the list of misses."""
    return {
        element_path(page.tree, host(page.tree, page.tree.blocks[piece.line].element)): page.lines[piece.line].text
        for piece in label_html(page)
        if piece.role == "related_headline"
    }


def main() -> None:
    """Print precision and recall."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=page_sets)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    for labels in LABELS:
        _score(labels, args.folder, args.misses)


def _score(labels: Path, folder: Path, misses: bool) -> None:
    rows = []
    for label in map(json.loads, labels.read_text("utf-8").splitlines()):
        found = found_paths(read_html(source_of(folder / label["set"], label)))
        wanted = set(label["related"])
        rows.append((len(wanted & found.keys()), len(found), len(wanted)))
        if misses and set(found) != wanted:
            print(label["set"], label["file"], rows[-1])
            for path in sorted(set(found) - wanted):
                print("   extra  ", found[path][:70], path[-60:])
            for path in sorted(wanted - set(found)):
                print("   missing", path[-90:])
    print_scores(labels.name, rows)


def print_scores(name: str, rows: list[tuple[int, int, int]]) -> None:
    """Print precision and recall of pages, each given by its numbers of hits, of found and of wanted headlines."""
    hits, given, all_wanted = (sum(column) for column in zip(*rows, strict=True))
    print(f"{name}: {len(rows)} pages, {all_wanted} stories; ", end="")
    print(f"all: precision {hits / (given or 1):.4f} recall {hits / all_wanted:.4f}")
    precisions = [hit / got for hit, got, _ in rows if got]
    recalls = [hit / want for hit, _, want in rows if want]
    print(f"by page: precision {sum(precisions) / (len(precisions) or 1):.4f} recall {sum(recalls) / len(recalls):.4f}")


if __name__ == "__main__":
    main()
