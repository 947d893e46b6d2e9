"""设置: what an office says of itself and what a person prefers; each page kept in a file that people can read."""
