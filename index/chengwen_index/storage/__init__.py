"""The index on disk and in memory: segments of clauses and their postings."""
