from typing import NamedTuple
class Timestamp(NamedTuple):
    start: int; end: int; value: str; label: str
def read_timestamps(line, language, reference): return []
