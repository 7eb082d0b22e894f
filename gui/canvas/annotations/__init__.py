"""Notes, frames and groups, and the cards that stand for groups."""
