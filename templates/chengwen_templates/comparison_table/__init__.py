"""条文对照表: a draft beside its precedents, or two measures side by side, as a Word document."""
