"""条款库 as a tree: measures in groups, their clauses, and what can be done with a measure."""
