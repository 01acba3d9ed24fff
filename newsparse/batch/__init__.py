"""Batches: inputs in, whatever they are and however many; an output with what became of each, in their order, out."""
