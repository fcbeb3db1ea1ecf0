"""Tests of the built documentation in a browser; `make test-browser` runs them."""
