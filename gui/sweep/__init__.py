"""A window beside the main one in which settings are searched: what varies at the left, the trials at the right."""
