"""Model: keys in, scores and probabilities out. A conditional log-linear model over the places of one line."""

from functools import lru_cache
from zlib import crc32

from newsparse.headlines.store import WEIGHT_SLOTS, load


def slot(key: str) -> int:
    """Return where the weight of a key is kept."""
    return crc32(key.encode("utf-8", "surrogatepass")) & (WEIGHT_SLOTS - 1)


@lru_cache(maxsize=1 << 17)
def weight(key: str) -> int:
    """Return the weight of a key, in steps."""
    return load().weights[slot(key)]
