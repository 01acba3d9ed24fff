"""A linear-chain conditional random field, trained with numpy: feature lists and states in, integer weights out."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Chain(NamedTuple):
    """A trained model: weight per feature and state, and per pair of states (with a row for the page's first line)."""

    states: list[str]
    features: list[str]
    emit: Array
    step: Array


class _Batch(NamedTuple):
    """All pages side by side, padded to the longest."""

    matrix: NDArray[np.float32]
    place: NDArray[np.int64]
    lengths: NDArray[np.int64]
    gold: NDArray[np.int64]
    weight: Array


def _select(pages: Sequence[Sequence[Sequence[str]]], least: int) -> list[str]:
    """Return the features that at least so many pages have."""
    counts = Counter(name for page in pages for name in {name for line in page for name in line})
    return sorted(name for name, count in counts.items() if count >= least)


def _batch(
    pages: Sequence[Sequence[Sequence[str]]], gold: Sequence[Sequence[int]], number: dict[str, int], weight: Sequence[float]
) -> _Batch:
    total = sum(map(len, pages))
    matrix = np.zeros((total, len(number)), np.float32)
    place = np.full((len(pages), max(map(len, pages))), total)
    row = 0
    for page_at, page in enumerate(pages):
        for line_at, line in enumerate(page):
            for name in line:
                if name in number:
                    matrix[row, number[name]] = 1.0
            place[page_at, line_at] = row
            row += 1
    flat = np.array([state for states in gold for state in states])
    return _Batch(matrix, place, np.array([len(page) for page in pages]), flat, np.array(weight))


def _loss(batch: _Batch, emit: Array, step: Array) -> tuple[float, Array, Array]:
    """Return the negative log likelihood and its gradients, by scaled forward and backward passes."""
    states = emit.shape[1]
    scores = (batch.matrix @ emit.astype(np.float32)).astype(np.float64)
    peak = scores.max(1)
    raised = np.vstack([np.exp(scores - peak[:, None]), np.ones((1, states))])
    moves, first = np.exp(step[1:]), np.exp(step[0])
    pages, longest = batch.place.shape
    live = np.arange(longest)[None, :] < batch.lengths[:, None]
    forward = np.zeros((longest, pages, states))
    scale = np.ones((longest, pages))
    state = first[None, :] * raised[batch.place[:, 0]]
    for at in range(longest):
        if at:
            moved = (state @ moves) * raised[batch.place[:, at]]
            state = np.where(live[:, at, None], moved, state)
        scale[at] = np.where(live[:, at], state.sum(1), 1.0)
        state = state / scale[at][:, None]
        forward[at] = state
    per_line = np.repeat(batch.weight, batch.lengths)
    log_z = (np.log(scale).sum(0) * batch.weight).sum() + (peak * per_line).sum()
    grad_emit_rows = np.zeros((batch.matrix.shape[0] + 1, states))
    grad_step = np.zeros_like(step)
    back = np.ones((pages, states))
    for at in range(longest - 1, -1, -1):
        belief = forward[at] * back
        belief /= belief.sum(1, keepdims=True)
        grad_emit_rows[batch.place[:, at]] = np.where(live[:, at, None], belief, 0.0)
        if at:
            carried = raised[batch.place[:, at]] * back / scale[at][:, None]
            alive = live[:, at, None]
            before = np.where(alive, forward[at - 1], 0.0) * batch.weight[:, None]
            grad_step[1:] += moves * (before.T @ np.where(alive, carried, 0.0))
            back = np.where(alive, carried @ moves.T, back)
        else:
            grad_step[0] += batch.weight @ belief
    rows = grad_emit_rows[:-1]
    score = (scores[np.arange(len(batch.gold)), batch.gold] * per_line).sum()
    rows[np.arange(len(batch.gold)), batch.gold] -= 1.0
    rows *= per_line[:, None]
    row = 0
    for length, weight in zip(batch.lengths, batch.weight, strict=True):
        path = batch.gold[row : row + length]
        score += weight * (step[0, path[0]] + step[1 + path[:-1], path[1:]].sum())
        grad_step[0, path[0]] -= weight
        np.add.at(grad_step, (1 + path[:-1], path[1:]), -weight)
        row += length
    return float(log_z - score), (batch.matrix.T @ rows.astype(np.float32)).astype(np.float64), grad_step


def _minimise(function: Callable[[Array], tuple[float, Array]], start: Array, rounds: int, memory: int = 8) -> Array:
    """Minimise by L-BFGS with backtracking."""
    here = start
    value, slope = function(here)
    steps: list[tuple[Array, Array, float]] = []
    for _ in range(rounds):
        direction = slope.copy()
        alphas = []
        for move, change, inverse in reversed(steps):
            alphas.append(inverse * (move @ direction))
            direction -= alphas[-1] * change
        if steps:
            move, change, _ = steps[-1]
            direction *= (move @ change) / (change @ change)
        else:
            direction /= max(1.0, float(np.abs(slope).sum()))
        for (move, change, inverse), alpha in zip(steps, reversed(alphas), strict=True):
            direction += move * (alpha - inverse * (change @ direction))
        size, descent = 1.0, float(slope @ direction)
        while True:
            there = here - size * direction
            next_value, next_slope = function(there)
            if next_value <= value - 1e-4 * size * descent or size < 1e-6:
                break
            size /= 2
        move, change = there - here, next_slope - slope
        if move @ change > 1e-10:
            steps = [*steps[-memory + 1 :], (move, change, 1.0 / float(move @ change))]
        done = value - next_value < 1e-5 * abs(value)
        here, value, slope = there, next_value, next_slope
        if done:
            break
    return here


def train(
    pages: Sequence[Sequence[Sequence[str]]],
    gold: Sequence[Sequence[str]],
    weight: Sequence[float],
    spread: float = 1.0,
    least: int = 2,
    rounds: int = 120,
) -> Chain:
    """Train on pages (a list of features per line) and their states; ``spread`` is the width of the Gaussian prior."""
    states = sorted({state for page in gold for state in page})
    features = _select(pages, least)
    index = {state: at for at, state in enumerate(states)}
    batch = _batch(pages, [[index[s] for s in page] for page in gold], {f: at for at, f in enumerate(features)}, weight)
    width, cut = len(states), len(features) * len(states)

    def function(flat: Array) -> tuple[float, Array]:
        emit, step = flat[:cut].reshape(-1, width), flat[cut:].reshape(-1, width)
        value, grad_emit, grad_step = _loss(batch, emit, step)
        value += float(flat @ flat) / (2 * spread)
        return value, np.concatenate([grad_emit.ravel(), grad_step.ravel()]) + flat / spread

    flat = _minimise(function, np.zeros(cut + (width + 1) * width), rounds)
    return Chain(states, features, flat[:cut].reshape(-1, width), flat[cut:].reshape(-1, width))


def decode(chain: Chain, page: Sequence[Sequence[str]]) -> list[str]:
    """Return the best path of states of one page."""
    index = {name: at for at, name in enumerate(chain.features)}
    scores = np.array([chain.emit[[index[name] for name in line if name in index]].sum(0) for line in page])
    best = chain.step[0] + scores[0]
    trail = []
    for row in scores[1:]:
        reached = best[:, None] + chain.step[1:]
        trail.append(reached.argmax(0))
        best = reached.max(0) + row
    path = [int(best.argmax())]
    for links in reversed(trail):
        path.append(int(links[path[-1]]))
    return [chain.states[at] for at in reversed(path)]
