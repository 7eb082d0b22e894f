"""The runs of a project: what each was made with, what became of it, and how it differs from others."""
