"""Readers of file formats: the bytes of a file to the lines that the later stages sort."""
