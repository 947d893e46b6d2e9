"""成文 templates: making drafts, checking them, laying them out, exporting them."""
