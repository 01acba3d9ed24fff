"""Boosted forests for ``newsparse.html.body.forest``: rows of numbers and bits in, a fitted forest and its data out.

Needs numpy and LightGBM, which the package itself does not. Deterministic: equal rows and versions give equal data.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from newsparse.html.body.flags import broad_names, flag_names, words_of

PARAMETERS = {
    "objective": "binary", "num_leaves": 8, "learning_rate": 0.13, "min_data_in_leaf": 40, "lambda_l2": 1.0,
    "max_bin": 63, "seed": 0, "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip

Array = np.ndarray[Any, np.dtype[Any]]


def fit(rows: Array, labels: Array, weights: Array, trees: int, **other: float) -> lightgbm.Booster:
    """Fit a forest; ``other`` are parameters that differ from the common ones."""
    parameters = {**PARAMETERS, **other}
    data = lightgbm.Dataset(rows, labels.astype(int), weight=weights / weights.mean(), params=parameters)
    return lightgbm.train(parameters, data, trees)


def exported(model: lightgbm.Booster, numbers: Sequence[str], widths: Sequence[int]) -> dict[str, Any]:
    """Turn a fitted forest into the data that the package reads: nested ``[feature, threshold, below, above]``."""
    starts = np.cumsum([len(numbers), *widths])

    def node(one: dict[str, Any]) -> Any:
        if "leaf_value" in one:
            return round(float(one["leaf_value"]), 4)
        column = int(one["split_feature"])
        feature, threshold = column, float(f"{one['threshold']:.6g}")
        if column >= len(numbers):
            group = int(np.searchsorted(starts, column, side="right")) - 1
            feature, threshold = len(numbers) + group, 1 << int(column - starts[group])
        return [feature, threshold, node(one["left_child"]), node(one["right_child"])]

    trees = [node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    return {"numbers": list(numbers), "trees": trees}


def write_model(path: Path, data: dict[str, Any]) -> None:
    """Write the data of a forest, as short as JSON can be."""
    path.write_text(json.dumps(data, separators=(",", ":")), "utf-8")


def table(numbers: Sequence[Sequence[float]], flags: Sequence[Sequence[int]], widths: Sequence[int]) -> Array:
    """Return the rows as one array, their bits spread to columns."""
    columns = [np.array(numbers, dtype=np.float64).reshape(len(numbers), -1)]
    for at, width in enumerate(widths):
        bits = np.array([row[at] for row in flags], dtype=np.int64)
        columns.append(((bits[:, None] >> np.arange(width)) & 1).astype(np.float64))
    return np.concatenate(columns, 1)


def flags_and_cues(*, broad: bool = False) -> tuple[int, int]:
    """Return how many bits the flags of an element have, or the broad ones of them, and the cues of a text."""
    return len(broad_names() if broad else flag_names()), len(words_of("cues.txt")[0])
