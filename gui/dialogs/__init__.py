"""Dialogs: each asks one thing and tells it by a signal."""
