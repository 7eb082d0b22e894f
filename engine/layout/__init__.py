"""Automatic arrangement of a drawing, after Sugiyama, Tagawa and Toda (1981): ranks, then order, then coordinates."""

from engine.layout.arrangement import arrange

__all__ = ["arrange"]
