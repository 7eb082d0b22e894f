"""How long it takes to make a drawn graph ready to run."""

from __future__ import annotations

import statistics
import time

from rich.console import Console

from engine.graph import Graph
from engine.layers import Add, Dense, Input, Output
from engine.network import Network

LAYERS, BATCH, ROUNDS = 200, 32, 9


def deep(layers: int, skips: bool) -> Graph:
    """Dense layers one after the other; with skips every third is added to the one before it."""
    graph = Graph()
    last = graph.add(Input(shape=(8,)))
    for number in range(layers):
        before, last = last, graph.add(Dense(units=8, activation="tanh"), after=last)
        if skips and number % 3 == 2:
            last = graph.add(Add(), after=[last, before])
    graph.add(Output(), after=last)
    return graph


def run(console: Console) -> None:
    """Shapes, weights, buffers and calls of a graph of 200 layers."""
    for skips in (False, True):
        graph = deep(LAYERS, skips)
        times = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            Network(graph).plan(BATCH)
            times.append(time.perf_counter() - started)
        manner = "with skips" if skips else "in a chain"
        console.print(f"Compile {LAYERS} Dense layers {manner}: {statistics.median(times) * 1e3:.1f} ms (goal 50 ms)")
