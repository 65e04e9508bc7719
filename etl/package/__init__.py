"""The whole database as a Frictionless data package: what it holds, how it is described, how it comes back.

Not here: writing its folder (``etl.export``).
"""
