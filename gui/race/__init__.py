"""A window in which variants of the network train side by side."""
