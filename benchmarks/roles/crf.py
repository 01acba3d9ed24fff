"""A linear-chain conditional random field, trained with numpy: features and allowed states in, weights out.

A line may have a set of allowed states instead of one; training then sums over all paths that keep to the sets.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Places = NDArray[np.int64]


class Example(NamedTuple):
    """One page to learn from."""

    features: Sequence[Sequence[str]]
    allowed: Sequence[frozenset[str]]
    weight: float


class Chain(NamedTuple):
    """A trained model: weight per feature and state, and per pair of states (first row: the page's top)."""

    states: list[str]
    features: list[str]
    emit: Array
    step: Array


class _Batch(NamedTuple):
    """All pages side by side, padded to the longest; features as places in two sort orders."""

    by_line: Places
    line_starts: Places
    by_feature: Places
    feature_starts: Places
    place: Places
    live: NDArray[np.bool_]
    mask: Array
    weight: Array
    line_weight: Array


def _select(pages: Sequence[Example], least: int) -> list[str]:
    """Return the features that at least so many pages have."""
    counts = Counter(name for page in pages for name in {name for line in page.features for name in line})
    return sorted(name for name, count in counts.items() if count >= least)


def _batch(pages: Sequence[Example], features: Sequence[str], states: Sequence[str]) -> _Batch:
    number = {name: at for at, name in enumerate(features)}
    lines = [sorted({number[name] for name in line if name in number}) for page in pages for line in page.features]
    sizes = np.array([len(line) for line in lines])
    by_line = np.array([at for line in lines for at in line])
    owner = np.repeat(np.arange(len(lines)), sizes)
    order = np.argsort(by_line, kind="stable")
    lengths = np.array([len(page.features) for page in pages])
    place = np.full((len(pages), lengths.max()), len(lines))
    for at, (length, end) in enumerate(zip(lengths, np.cumsum(lengths), strict=True)):
        place[at, :length] = np.arange(end - length, end)
    allowed = [names for page in pages for names in page.allowed]
    mask = np.array([[state in names for state in states] for names in allowed], float)
    weight = np.array([page.weight for page in pages])
    return _Batch(
        by_line,
        np.concatenate([[0], np.cumsum(sizes)[:-1]]),
        owner[order],
        np.searchsorted(by_line[order], np.arange(len(features))),
        place,
        np.arange(lengths.max())[None, :] < lengths[:, None],
        np.vstack([mask, np.ones((1, len(states)))]),
        weight,
        np.repeat(weight, lengths),
    )


def _sums(batch: _Batch, raised: Array, step: Array) -> tuple[float, Array, Array]:
    """Return the weighted sum of the pages' log partition functions, and the beliefs in states and in steps."""
    states = raised.shape[1]
    moves, first = np.exp(step[1:]), np.exp(step[0])
    pages, longest = batch.place.shape
    forward = np.zeros((longest, pages, states))
    scale = np.ones((longest, pages))
    state = first[None, :] * raised[batch.place[:, 0]]
    for at in range(longest):
        live = batch.live[:, at]
        if at:
            state = np.where(live[:, None], (state @ moves) * raised[batch.place[:, at]], state)
        scale[at] = np.where(live, state.sum(1), 1.0)
        state = state / scale[at][:, None]
        forward[at] = state
    beliefs = np.zeros((len(raised), states))
    steps = np.zeros_like(step)
    back = np.ones((pages, states))
    for at in range(longest - 1, -1, -1):
        live = batch.live[:, at, None]
        belief = forward[at] * back
        belief /= belief.sum(1, keepdims=True)
        beliefs[batch.place[:, at]] = np.where(live, belief, 0.0)
        if at:
            carried = raised[batch.place[:, at]] * back / scale[at][:, None]
            before = np.where(live, forward[at - 1], 0.0) * batch.weight[:, None]
            steps[1:] += moves * (before.T @ np.where(live, carried, 0.0))
            back = np.where(live, carried @ moves.T, back)
        else:
            steps[0] += batch.weight @ belief
    return float((np.log(scale).sum(0) * batch.weight).sum()), beliefs[:-1], steps


def _loss(batch: _Batch, emit: Array, step: Array) -> tuple[float, Array, Array]:
    """Return the negative log likelihood of the allowed paths and its gradients."""
    scores = np.add.reduceat(emit.astype(np.float32)[batch.by_line], batch.line_starts, axis=0).astype(float)
    raised = np.vstack([np.exp(scores - scores.max(1, keepdims=True)), np.ones((1, emit.shape[1]))])
    whole, beliefs, steps = _sums(batch, raised, step)
    kept, allowed, allowed_steps = _sums(batch, raised * np.maximum(batch.mask, 1e-30), step)
    rows = ((beliefs - allowed) * batch.line_weight[:, None]).astype(np.float32)
    grad = np.add.reduceat(rows[batch.by_feature], batch.feature_starts, axis=0).astype(float)
    return whole - kept, grad, steps - allowed_steps


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


def train(pages: Sequence[Example], spread: float, least: int, rounds: int) -> Chain:
    """Train on pages; ``spread`` is the width of the Gaussian prior, ``least`` how many pages a feature needs."""
    states = sorted({state for page in pages for names in page.allowed for state in names})
    features = _select(pages, least)
    batch = _batch(pages, features, states)
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
