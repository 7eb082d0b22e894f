"""The window of Rambat: it shows the engine and lets people change what it holds."""
