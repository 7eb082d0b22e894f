"""Tests; they mirror the source, file by file."""
