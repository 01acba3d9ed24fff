"""The body: which blocks of a page are the article's own text."""
