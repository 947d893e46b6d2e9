"""References inside a measure as objects: read, bound to the units they mean, and written anew after every change."""
