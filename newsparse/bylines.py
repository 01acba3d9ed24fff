def read_authors(b, language=None): return ()
