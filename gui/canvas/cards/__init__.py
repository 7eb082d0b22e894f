"""The cards of layers, near and far."""
