"""Header blocks: what a text states of its story in lines of labels, codes and stamps of time."""

from newsparse.markup.headers.front_matter import fenced
from newsparse.markup.headers.read import Header, read_header
from newsparse.markup.headers.stamps import read_stamps

__all__ = ["Header", "fenced", "read_header", "read_stamps"]
