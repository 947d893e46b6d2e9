"""命令、条款、设置: one field that leads to every command, every clause of the draft, the library and the settings."""
