"""What the palette hands to the canvas in a drag."""

LAYER_MIME = "application/x-rambat-layer"
"""The data are the layer kind's name, in UTF-8."""

BLOCK_MIME = "application/x-rambat-block"
"""The data are the name of a block that people keep, in UTF-8."""
