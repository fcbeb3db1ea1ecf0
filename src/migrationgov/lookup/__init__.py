"""The bundled facts, the active dataset, and the meaning of names and dates in queries."""
