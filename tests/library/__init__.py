"""Finding, reading, listing and resolving many documents."""
