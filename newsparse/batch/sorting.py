"""Sorting of any number of byte strings in flat memory: sorted runs go to an unnamed file and are merged from there."""

import heapq
import marshal
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO

RUN = 4096
"""How many strings are held at once."""
_BLOCK = 256


def sort_flat(strings: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the strings in byte order, equal ones as often as they came."""
    source = iter(strings)
    run = sorted(islice(source, RUN))
    if len(run) < RUN:
        yield from run
        return
    from tempfile import TemporaryFile

    with TemporaryFile(prefix="newsparse-") as file:
        places = []
        while run:
            places.append(_spill(file, run))
            run.clear()
            run = sorted(islice(source, RUN))
        yield from heapq.merge(*(_read_back(file, place, count) for place, count in places))


def _spill(file: IO[bytes], run: list[bytes]) -> tuple[int, int]:
    """Write one sorted run and return its place and its number of blocks."""
    place = file.tell()
    blocks = range(0, len(run), _BLOCK)
    for start in blocks:
        marshal.dump(run[start : start + _BLOCK], file)
    return place, len(blocks)


def _read_back(file: IO[bytes], place: int, blocks: int) -> Iterator[bytes]:
    for _ in range(blocks):
        file.seek(place)
        block: list[bytes] = marshal.load(file)
        place = file.tell()
        yield from block
