"""The machine: all evidence on one institution becomes one timeline for each party."""
