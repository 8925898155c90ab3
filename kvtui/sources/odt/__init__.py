"""OpenDocument texts (.odt): what the printed pages show becomes lines."""
