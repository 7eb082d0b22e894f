"""Data drawn by hand: points painted into the plane, and functions sketched."""
