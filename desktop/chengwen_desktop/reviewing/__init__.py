"""审阅: remarks on clauses, written, listed and resolved; a draft that can be read and remarked on but not changed."""
