"""kvtui: the terminal reader for Kamervragen, the written questions of the Dutch parliament."""

__version__ = "0.1.0"
