"""版式预览: the faces as they will print."""
