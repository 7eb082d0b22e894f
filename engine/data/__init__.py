"""Data sets: arrays at hand, and sources that make or load them."""

from engine.data.dataset import Dataset

__all__ = ["Dataset"]
