"""Saved news pages: HTML source in; lines with roles, metadata and related stories out, every value with its place."""

from newsparse.html.labelling import label_html
from newsparse.html.page import HtmlPage, read_html
from newsparse.html.reading.visible import visible_text

__all__ = ["HtmlPage", "label_html", "read_html", "visible_text"]
