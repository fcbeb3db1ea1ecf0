"""The machine: all evidence on one institution becomes one timeline for each party."""

from migrationgov.timelines.gather import timelines_of

__all__ = ["timelines_of"]
