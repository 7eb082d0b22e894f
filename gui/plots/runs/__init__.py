"""The panel of runs: their list, and those that are ticked side by side."""
