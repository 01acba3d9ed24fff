"""Containers: what holds documents, or one document in fewer bytes; each is read as a stream."""
