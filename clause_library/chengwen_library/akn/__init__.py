"""Akoma Ntoso 3.0: how measures and drafts are kept as files."""
