"""Related stories: which lines of a page tell of other stories."""
