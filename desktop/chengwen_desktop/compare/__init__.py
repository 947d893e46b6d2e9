"""The draft beside its precedents."""
