"""What a query asks for, which clauses hold it, how well, and what of them is shown."""
