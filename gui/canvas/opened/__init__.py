"""Layers opened in place: neurons, weights, kernels, gates."""
