"""Searching the clauses while typing."""
