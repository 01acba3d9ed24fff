"""A linear-chain conditional random field, trained with numpy: features and allowed states in, weights out.

A line may have a set of allowed states instead of one; training then sums over all paths that keep to the sets.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from newsparse.roles.features import WORD, group_features
from newsparse.roles.groups import Group

Array = NDArray[np.float64]


WORD_SITES = 20
"""Sites that use a word at least, so that it is learned from."""


class Example(NamedTuple):
    """One page to learn from."""

    groups: Sequence[Sequence[Group]]
    allowed: Sequence[frozenset[str]]
    weight: float
    site: str


class Chain(NamedTuple):
    """A trained model: weight per feature and state, and per pair of states (first row: the page's top)."""

    states: list[str]
    features: list[str]
    emit: Array
    step: Array


class _Batch(NamedTuple):
    """All pages side by side, the longest first; the lines of the pages' first lines, then of their second, and so on."""

    groups: csr_matrix
    """Which groups of features each line has."""
    members: csr_matrix
    """Which features each group has."""
    starts: list[int]
    """Where the lines of each depth begin: as many lines follow as there are pages of that length."""
    mask: Array
    page_weight: Array
    line_weight: Array


def _select(pages: Sequence[Example], least: int) -> list[str]:
    """Return the features that at least so many pages have, and the words that so many sites use: no site's own."""
    members = {group: group_features(group) for page in pages for line in page.groups for group in line}
    counts: Counter[str] = Counter()
    sites: dict[str, set[str]] = {}
    for page in pages:
        found = {name for group in {group for line in page.groups for group in line} for name in members[group]}
        counts.update(found)
        sites.setdefault(page.site, set()).update([name for name in found if name.startswith(WORD)])
    spread = Counter(name for names in sites.values() for name in names)
    return sorted(
        name for name, count in counts.items() if (spread[name] >= WORD_SITES if name in spread else count >= least)
    )


def _matrix(rows: Sequence[Sequence[int]], width: int) -> csr_matrix:
    """Return a sparse matrix of ones at the places that each row names; a place named twice counts twice."""
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    places = np.array([at for row in rows for at in row], np.int32)
    return csr_matrix((np.ones(len(places), np.float32), places, ends), shape=(len(rows), width))


def _batch(pages: Sequence[Example], features: Sequence[str], states: Sequence[str]) -> _Batch:
    pages = sorted(pages, key=lambda page: -len(page.groups))
    number = {name: at for at, name in enumerate(features)}
    group_at: dict[Group, int] = {}
    lines, allowed, weights, starts = [], [], [], [0]
    for depth in range(len(pages[0].groups)):
        for page in pages:
            if len(page.groups) <= depth:
                break
            lines.append([group_at.setdefault(group, len(group_at)) for group in page.groups[depth]])
            allowed.append(page.allowed[depth])
            weights.append(page.weight)
        starts.append(len(lines))
    members = [[number[name] for name in group_features(group) if name in number] for group in group_at]
    masks = {names: [float(state in names) for state in states] for names in set(allowed)}
    return _Batch(
        _matrix(lines, len(group_at)),
        _matrix(members, len(features)),
        starts,
        np.array([masks[names] for names in allowed]),
        np.array([page.weight for page in pages]),
        np.array(weights),
    )


def _thinned(batch: _Batch, share: float, seed: int) -> _Batch:
    """Leave out a share of the lines' groups by chance, the others counting for more: no role hangs on one sign alone."""
    groups = batch.groups.copy()
    kept = np.random.default_rng(seed).random(len(groups.data)) >= share
    groups.data = (kept / (1 - share)).astype(np.float32) * groups.data
    return batch._replace(groups=groups)


def _sums(batch: _Batch, raised: Array, step: Array) -> tuple[float, Array, Array]:
    """Return the weighted sum of the pages' log partition functions, and the beliefs in states and in steps."""
    moves, first = np.exp(step[1:]), np.exp(step[0])
    bounds = list(pairwise(batch.starts))
    forward = np.empty_like(raised)
    scale = np.empty(len(raised))
    for at, (start, end) in enumerate(bounds):
        before = forward[bounds[at - 1][0] :][: end - start] @ moves if at else first
        state = before * raised[start:end]
        scale[start:end] = state.sum(1)
        forward[start:end] = state / scale[start:end, None]
    beliefs = np.empty_like(raised)
    steps = np.zeros_like(step)
    back = np.ones((0, raised.shape[1]))
    for at in range(len(bounds) - 1, -1, -1):
        start, end = bounds[at]
        back = np.concatenate([back, np.ones((end - start - len(back), raised.shape[1]))])
        belief = forward[start:end] * back
        belief /= belief.sum(1, keepdims=True)
        beliefs[start:end] = belief
        weight = batch.page_weight[: end - start]
        if at:
            carried = raised[start:end] * back / scale[start:end, None]
            before = forward[bounds[at - 1][0] :][: end - start] * weight[:, None]
            steps[1:] += moves * (before.T @ carried)
            back = carried @ moves.T
        else:
            steps[0] += weight @ belief
    return float((np.log(scale) * batch.line_weight).sum()), beliefs, steps


def _loss(batch: _Batch, emit: Array, step: Array) -> tuple[float, Array, Array]:
    """Return the negative log likelihood of the allowed paths and its gradients."""
    scores = (batch.groups @ (batch.members @ emit.astype(np.float32))).astype(float)
    raised = np.exp(scores - scores.max(1, keepdims=True))
    whole, beliefs, steps = _sums(batch, raised, step)
    kept, allowed, allowed_steps = _sums(batch, raised * np.maximum(batch.mask, 1e-30), step)
    rows = ((beliefs - allowed) * batch.line_weight[:, None]).astype(np.float32)
    grad = (batch.members.T @ (batch.groups.T @ rows)).astype(float)
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


class Setting(NamedTuple):
    """How to train: the width of the Gaussian prior, how many pages a feature needs, and the rounds at most."""

    spread: float
    least: int
    rounds: int
    dropped: float = 0.0
    """The share of the lines' groups that is left out, by chance from ``seed``."""
    seed: int = 0


def train(pages: Sequence[Example], setting: Setting, prior: Chain | None = None) -> Chain:
    """Train on pages; the weights of another model, where given, hold where the pages say nothing else."""
    known = {state for page in pages for names in page.allowed for state in names}
    states = sorted(known.union(prior.states if prior else ()))
    features = sorted({*_select(pages, setting.least), *(prior.features if prior else ())})
    batch = _batch(pages, features, states)
    if setting.dropped:
        batch = _thinned(batch, setting.dropped, setting.seed)
    width, cut = len(states), len(features) * len(states)
    middle = _aligned(prior, states, features) if prior else np.zeros(cut + (width + 1) * width)

    def function(flat: Array) -> tuple[float, Array]:
        emit, step = flat[:cut].reshape(-1, width), flat[cut:].reshape(-1, width)
        value, grad_emit, grad_step = _loss(batch, emit, step)
        away = flat - middle
        value += float(away @ away) / (2 * setting.spread)
        return value, np.concatenate([grad_emit.ravel(), grad_step.ravel()]) + away / setting.spread

    flat = _minimise(function, middle.copy(), setting.rounds)
    return Chain(states, features, flat[:cut].reshape(-1, width), flat[cut:].reshape(-1, width))


def mean(chains: Sequence[Chain]) -> Chain:
    """Return the mean of models that have the same states; a feature that one does not know weighs nothing there."""
    features = sorted({name for chain in chains for name in chain.features})
    place = {name: at for at, name in enumerate(features)}
    emit = np.zeros((len(features), len(chains[0].states)))
    for chain in chains:
        emit[[place[name] for name in chain.features]] += chain.emit / len(chains)
    return Chain(chains[0].states, features, emit, sum(chain.step for chain in chains) / len(chains))


def _aligned(prior: Chain, states: Sequence[str], features: Sequence[str]) -> Array:
    """Return the weights of a model in the order of these features; it must have all states, in the same order."""
    if list(prior.states) != list(states):
        raise ValueError("the prior has other states")
    emit = np.zeros((len(features), len(states)))
    place = {name: at for at, name in enumerate(features)}
    emit[[place[name] for name in prior.features]] = prior.emit
    return np.concatenate([emit.ravel(), prior.step.ravel()])
