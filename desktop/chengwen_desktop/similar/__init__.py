"""The clauses of the library that are like the one with the caret."""
