"""What the library keeps of one document, as plain values that go from one process to another."""
