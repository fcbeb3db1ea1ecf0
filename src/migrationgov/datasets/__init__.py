"""Whole datasets: read, written, merged, filtered by source and compared."""
