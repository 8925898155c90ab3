"""Tests of the reference finder, one small case a rule."""
