"""Measurements against a reference timed in the same run: ``make bench``."""
