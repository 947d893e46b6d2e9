"""The faces of a document as they are printed: on paper, in a PDF, on the screen."""
