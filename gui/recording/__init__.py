"""Animations of a run: frames are taken while it goes on, kept on disk, and written as a GIF or as pictures."""
