"""Dates as their sources give them, and the answers yes, no and unknown."""
