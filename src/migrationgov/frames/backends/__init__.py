"""How each kind of table looks answers up in a grid: one module for each way of doing it."""
