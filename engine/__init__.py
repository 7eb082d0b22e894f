"""The engine of Rambat: graphs of layers, compiled to NumPy and trained. It knows no window."""
