"""Docks around the canvas; none knows another."""
