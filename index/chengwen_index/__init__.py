"""成文 index: finding and comparing clauses."""
