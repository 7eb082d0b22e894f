"""Run all benchmarks, or those that are named."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Callable

# One thread for everybody: read by the BLAS of NumPy and PyTorch when they load.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("MKL_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from rich.console import Console

import tests.benchmarks


def benchmarks() -> dict[str, Callable[[Console], None]]:
    """Every module of the package that has a `run` function, by name."""
    found = {}
    for info in pkgutil.iter_modules(tests.benchmarks.__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"tests.benchmarks.{info.name}")
        if hasattr(module, "run"):
            found[info.name] = module.run
    return found


def main(wanted: list[str]) -> int:
    """Run what is wanted, or everything; 2 where a name is unknown."""
    known = benchmarks()
    if unknown := [name for name in wanted if name not in known]:
        print(f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    console = Console()
    for name in wanted or known:
        known[name](console)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
