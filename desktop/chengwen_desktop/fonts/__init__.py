"""The fonts of the page, and what stands for those that the machine lacks."""
