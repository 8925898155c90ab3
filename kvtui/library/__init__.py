"""Many documents: finding files, reading them, listing them, and going from one to another.

Knows no screen and keeps nothing on the disk.
"""
