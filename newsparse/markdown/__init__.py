"""Markdown: text in which signs stand for headings, lists, links and weight, as crawlers write pages down."""

from newsparse.markdown.lines import Marked, mark_lines
from newsparse.markdown.links import Link, find_links

__all__ = ["Link", "Marked", "find_links", "mark_lines"]
