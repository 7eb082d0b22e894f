"""The learned arrays alone, by the names of `Network.state_dict`."""

from __future__ import annotations

from engine.export.base import Exporter
from engine.network import Network
from engine.weights_file import npz_bytes, safetensors_bytes


class NumpyArchive(Exporter, name="npz"):
    label = "NumPy arrays"
    summary = "All weights as named arrays in one .npz file, for numpy.load."
    suffixes = (".npz",)

    def content(self, network: Network) -> bytes:
        return npz_bytes(network.state_dict())


class Safetensors(Exporter, name="safetensors"):
    label = "Safetensors"
    summary = "All weights as named arrays in one .safetensors file, as PyTorch and others read it."
    suffixes = (".safetensors",)

    def content(self, network: Network) -> bytes:
        return safetensors_bytes(network.state_dict())
