"""Header blocks: what a text states of its story in lines of labels, codes and stamps of time."""

from newsparse.headers.front_matter import fenced
from newsparse.headers.read import Header, read_header
from newsparse.headers.stamps import read_stamps

__all__ = ["Header", "fenced", "read_header", "read_stamps"]
