"""成文 desktop: the Qt window and the command line."""
