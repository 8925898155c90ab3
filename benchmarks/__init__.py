"""The speed and the memory of kvtui, measured from outside and printed as tables: `make bench`."""
