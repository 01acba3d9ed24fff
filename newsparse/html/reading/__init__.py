"""Reading: a page's source in; its tree of elements and blocks of text, with their places, out."""
