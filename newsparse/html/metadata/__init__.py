"""Metadata: what a page says of its own article, in tags, scripts and marked lines."""
