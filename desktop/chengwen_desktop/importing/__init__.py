"""Files into the library: what was read is looked at and mended before it is kept."""
