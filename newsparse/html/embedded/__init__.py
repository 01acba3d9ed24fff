"""Embedded text: the article that a page carries in its scripts without showing it."""
