"""What was seen of the layers during a run: the statistics of some of its steps, a bounded number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median

from engine.observation import LayerStatistics, Observation

MOST_LOOKS = 32
"""Looks that are kept: the first, and the newest of those that came later."""
FEW = 4
"""Looks that are judged together, where there are so many: a batch that happens to fit has hardly a gradient."""


@dataclass(frozen=True)
class Seen:
    """One step: the layers that learn, and for each the gradient that came back to its output."""

    step: int = 0
    layers: Mapping[str, LayerStatistics] = field(default_factory=dict)
    arriving: Mapping[str, float] = field(default_factory=dict)


class Trail:
    """Looks at steps in their order; a step that comes again takes those behind it away."""

    def __init__(self) -> None:
        self._seen: list[Seen] = []

    def add(self, step: int, observation: Observation) -> None:
        """Keep what was seen of the layers at this step."""
        while self._seen and self._seen[-1].step >= step:
            self._seen.pop()
        arriving: dict[str, float] = {}
        for edge, flow in observation.edges.items():
            if edge.source in observation.layers:
                arriving[edge.source] = max(arriving.get(edge.source, 0.0), flow.rms)
        in_order = {node: arriving[node] for node in observation.layers if node in arriving}
        self._seen.append(Seen(step, observation.layers, in_order))
        if len(self._seen) > MOST_LOOKS:
            del self._seen[1]

    def clear(self) -> None:
        """Forget everything."""
        self._seen.clear()

    def __len__(self) -> int:
        return len(self._seen)

    @property
    def first(self) -> Seen:
        """The step that was looked at first; an empty one where nobody has looked."""
        return self._seen[0] if self._seen else Seen()

    @property
    def usual(self) -> Mapping[str, LayerStatistics]:
        """The median of the newer half of the looks, or of a few where there are hardly more, figure by figure."""
        recent = [seen.layers for seen in self._seen[-max(FEW, (len(self._seen) + 1) // 2) :]]
        if not recent:
            return {}
        return {
            node: LayerStatistics(*map(median, zip(*(_figures(layers[node]) for layers in recent), strict=True)))
            for node in recent[-1]
            if all(node in layers for layers in recent)
        }


def _figures(statistics: LayerStatistics) -> tuple[float, ...]:
    return statistics.weights, statistics.gradients, statistics.activations, statistics.update_ratio
