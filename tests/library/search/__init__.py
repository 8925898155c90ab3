"""Tests of `kvtui.library.search`."""
