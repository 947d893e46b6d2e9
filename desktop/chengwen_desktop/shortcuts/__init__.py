"""快捷键: the keys of commands, as they come and as a person has changed them."""
