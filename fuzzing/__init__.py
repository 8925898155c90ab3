"""Coverage-guided fuzzing of every source and of the parser: `make fuzz`. Needs atheris; no test does."""
