"""Headlines: the item lines of one dump in, the exact cut between headline and summary out."""

from newsparse.headlines.cut import UNCERTAIN, HeadlineCut, cut_items

__all__ = ["UNCERTAIN", "HeadlineCut", "cut_items"]
