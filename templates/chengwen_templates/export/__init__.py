"""Export: a draft as .docx, .txt, .md."""
