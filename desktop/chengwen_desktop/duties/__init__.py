"""责任分工 of the clause with the caret: asked for in a dialog, written as its note."""
