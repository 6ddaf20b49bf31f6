"""Tests of the site that blocks ask."""
