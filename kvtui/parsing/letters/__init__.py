"""The heads of ministers' letters."""
