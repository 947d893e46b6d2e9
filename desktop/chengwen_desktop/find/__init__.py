"""Finding and replacing words in the draft."""
