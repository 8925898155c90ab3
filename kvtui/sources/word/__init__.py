"""Word files (.docx): python-docx opens them; what the printed pages show becomes lines."""
