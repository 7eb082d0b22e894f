"""What lies over the drawing: legends, map, search, lists and texts to write in."""
