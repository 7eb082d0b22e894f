"""A window in which people look at their data before a network trains on them."""
