"""The chosen clause in full, and taking it into the draft."""
