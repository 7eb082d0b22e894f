"""The engine of Rambat: graphs of layers, compiled to NumPy and trained. It knows no window."""

VERSION = "0.1.0"
