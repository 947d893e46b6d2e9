"""The files of an office's own data: reading them with every fault told, writing them whole."""
