"""Export targets, one module each; importing this package declares them."""

from engine.export.arrays import NumpyArchive, Safetensors
from engine.export.base import Exporter, exporter_for

__all__ = ["Exporter", "NumpyArchive", "Safetensors", "exporter_for"]
