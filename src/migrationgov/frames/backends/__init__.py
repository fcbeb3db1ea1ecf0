"""How each engine looks up answers: one module for each way of doing it."""
