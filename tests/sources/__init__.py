"""Tests of the sources that posts are read from."""
