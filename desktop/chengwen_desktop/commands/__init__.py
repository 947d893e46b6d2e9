"""The commands of `chengwen`, a module for each family."""
