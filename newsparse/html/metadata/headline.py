"""The headline: what a page calls its article, in the words that the signs speak for.

``h1``, JSON-LD, OpenGraph, Twitter and ``title`` often differ: one is cut, one names the site or the section, one is
written for search engines. Each sign of what one of them says has a weight, learned by
``benchmarks/html/train_headline.py``.
"""

import functools
import re
from collections import Counter

from newsparse.html.metadata.signs import Signs, signs_of
from newsparse.html.metadata.sources import Metadata, Said
from newsparse.html.metadata.titles import Site, same
from newsparse.html.metadata.voices import voices_of
from newsparse.html.reading.tree import Tree
from newsparse.html.reading.visible import visible_text
from newsparse.package_data import read_lists

_GLUED_RE = re.compile(r"[:?!]\w|\s[:?!](?=\s)|[a-zà-öø-ÿ][A-ZÀ-ÖØ-Þ]")


def choose_headline(tree: Tree, data: Metadata, site: Site) -> Said | None:
    """Return the headline that the signs speak for, grounded where its text can be shown."""
    voices = voices_of(tree, data, site)
    found = signs_of(voices)
    if not found:
        return None
    best = max(found, key=lambda key: _weight(found[key]))
    return spelled(tree, [said for _, said in voices.said if same(said.value) == best])


@functools.cache
def _weights() -> dict[str, float]:
    """Read how much each sign speaks for a headline, or against it."""
    return {sign: float(weight) for sign, weight in read_lists(__file__, "headline_signs.txt")}


def _weight(signs: Signs) -> float:
    weights = _weights()
    return sum(weights.get(sign, 0.0) * much for sign, much in signs.items())


def spelled(tree: Tree, voices: list[Said]) -> Said:
    """Of one headline in several spellings return the commonest, from a place that shows it if there is one."""
    spellings = Counter(said.value for said in dict.fromkeys(voices))
    value = max(spellings, key=lambda spelling: (not _GLUED_RE.search(spelling), spellings[spelling]))
    for said in voices:
        if said.value == value and said.place and visible_text(tree.source[said.place[0] : said.place[1]]) == value:
            return said
    return Said(value, None)
