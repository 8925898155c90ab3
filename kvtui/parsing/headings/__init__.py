"""Headings of questions and answers: what they are, which there are, what is done where they were lost."""
