"""Tests of `kvtui.library.index`, and of the records that it is given."""
