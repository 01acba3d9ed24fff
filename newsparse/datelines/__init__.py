"""Datelines as data: where, when and by which agency a story was filed."""

from newsparse.datelines.find import find_dateline
from newsparse.datelines.found import FoundDateline

__all__ = ["FoundDateline", "find_dateline"]
