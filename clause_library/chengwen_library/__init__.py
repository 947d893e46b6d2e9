"""成文 clause library: what a measure is, reading it from any file, keeping it."""
