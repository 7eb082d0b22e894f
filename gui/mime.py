"""What goes from one place to another in a drag or through the clipboard."""

LAYER_MIME = "application/x-rambat-layer"
"""The data are the layer kind's name, in UTF-8."""

BLOCK_MIME = "application/x-rambat-block"
"""The data are the name of a block that people keep, in UTF-8."""

PART_MIME = "application/x-rambat+json"
"""The data are a part of a drawing as `engine.part_text` writes it, in UTF-8."""
