"""帮助: the guide (F1), the five steps of the first use, the log of faults, what the program is made of."""
