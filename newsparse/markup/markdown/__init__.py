"""Markdown: text in which signs stand for headings, lists, links and weight, as crawlers write pages down."""

from newsparse.markup.markdown.lines import Marked, mark_lines, plain_line
from newsparse.markup.markdown.links import Link, find_links, is_address

__all__ = ["Link", "Marked", "find_links", "is_address", "mark_lines", "plain_line"]
