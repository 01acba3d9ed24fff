"""Readers: from bytes or text to a document whose every character knows its place."""
