"""PDF: pdfium finds text and its places in a process of its own; here lines are made of them."""
