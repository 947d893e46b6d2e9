"""How the window looks: tokens, and the palette, style sheet and icons made from them."""
