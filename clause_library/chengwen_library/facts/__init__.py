"""Facts read from the words of a clause: who is responsible, what is to be reached, what it is about."""
