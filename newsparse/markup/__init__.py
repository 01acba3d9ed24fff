"""Markup of a text: its signs of Markdown, numbered links, bare addresses and header block in; what they say out."""
