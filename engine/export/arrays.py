"""The learned arrays by the names of `Network.state_dict`, and how data are prepared for them."""

from __future__ import annotations

from engine.data import Fitted
from engine.export import preparation
from engine.export.base import Exporter
from engine.network import Network
from engine.weights_file import npz_bytes, safetensors_bytes


class NumpyArchive(Exporter, name="npz"):
    label = "NumPy arrays"
    summary = "All weights, and how data are prepared for them, as named arrays in one .npz file, for numpy.load."
    suffixes = (".npz",)

    def content(self, network: Network, fitted: Fitted | None = None) -> bytes:
        beside = preparation.as_arrays(fitted) if fitted is not None else {}
        return npz_bytes({**network.state_dict(), **beside})


class Safetensors(Exporter, name="safetensors"):
    label = "Safetensors"
    summary = (
        "All weights as named arrays in one .safetensors file, as PyTorch and others read it; "
        "its metadata tell how data are prepared."
    )
    suffixes = (".safetensors",)

    def content(self, network: Network, fitted: Fitted | None = None) -> bytes:
        beside = preparation.as_metadata(fitted) if fitted is not None else {}
        return safetensors_bytes(network.state_dict(), beside)
