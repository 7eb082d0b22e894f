"""The drawing of a network on paper and in files: all of it, in light colours, without the marks of editing."""
