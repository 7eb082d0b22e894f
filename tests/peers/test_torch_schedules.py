"""100 steps of every schedule against torch.optim.lr_scheduler; inverse time is Keras's formula in a LambdaLR."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from engine.schedules import (
    ConstantRate,
    CosineDecay,
    CosineRestarts,
    Cyclical,
    ExponentialDecay,
    InverseTimeDecay,
    MultiStepDecay,
    OneCycle,
    PolynomialDecay,
    ReduceOnPlateau,
    Schedule,
    StepDecay,
    WarmUp,
)

pytestmark = pytest.mark.peer

Peer = Any

TOLERANCE = 1e-8
STEPS = 100
BASE = 0.3

# Settings of each kind, and how PyTorch is told the same; lengths that are left open are those of the run.
SETTINGS: dict[str, tuple[Schedule, ...]] = {
    "constant": (ConstantRate(),),
    "step": (StepDecay(), StepDecay(step_size=7, gamma=0.6)),
    "multi_step": (MultiStepDecay(), MultiStepDecay(milestones=(31, 10, 31), gamma=0.5)),
    "exponential": (ExponentialDecay(), ExponentialDecay(gamma=0.8)),
    "inverse_time": (InverseTimeDecay(), InverseTimeDecay(decay=0.5, decay_steps=3)),
    "polynomial": (PolynomialDecay(), PolynomialDecay(power=2.5, total_iters=60)),
    "cosine": (CosineDecay(), CosineDecay(T_max=40, eta_min=0.01)),
    "cosine_restarts": (
        CosineRestarts(),
        CosineRestarts(T_0=7, eta_min=0.01),
        CosineRestarts(T_0=5, T_mult=2),
        CosineRestarts(T_0=1, T_mult=3),
    ),
    "warm_up": (WarmUp(), WarmUp(start_factor=0.25, total_iters=33), WarmUp(total_iters=None)),
    "cyclical": (
        Cyclical(step_size_up=8),
        Cyclical(step_size_up=8, step_size_down=3, max_factor=10.0),
        Cyclical(mode="triangular2", step_size_up=5, step_size_down=9),
    ),
    "one_cycle": (OneCycle(), OneCycle(pct_start=0.13, div_factor=10.0, final_div_factor=100.0)),
    "reduce_on_plateau": (
        ReduceOnPlateau(),
        ReduceOnPlateau(factor=0.5, patience=0, threshold=0.05),
        ReduceOnPlateau(factor=0.5, patience=2, min_rate=0.02),
        ReduceOnPlateau(factor=0.1, patience=1),
    ),
}
torch_schedulers = torch.optim.lr_scheduler
PEERS: dict[str, Callable[[Any, Any], Peer]] = {
    "constant": lambda o, s: torch_schedulers.ConstantLR(o, 1.0),
    "step": lambda o, s: torch_schedulers.StepLR(o, s.step_size, s.gamma),
    "multi_step": lambda o, s: torch_schedulers.MultiStepLR(o, s.milestones, s.gamma),
    "exponential": lambda o, s: torch_schedulers.ExponentialLR(o, s.gamma),
    "inverse_time": lambda o, s: torch_schedulers.LambdaLR(
        o, lambda step: 1 / (1 + s.decay * step / (s.decay_steps or STEPS))
    ),
    "polynomial": lambda o, s: torch_schedulers.PolynomialLR(o, s.total_iters or STEPS, s.power),
    "cosine": lambda o, s: torch_schedulers.CosineAnnealingLR(o, s.T_max or STEPS, s.eta_min),
    "cosine_restarts": lambda o, s: torch_schedulers.CosineAnnealingWarmRestarts(
        o, s.T_0 or STEPS, s.T_mult, s.eta_min
    ),
    "warm_up": lambda o, s: torch_schedulers.LinearLR(o, s.start_factor, total_iters=s.total_iters or STEPS),
    "cyclical": lambda o, s: torch_schedulers.CyclicLR(
        o, BASE, BASE * s.max_factor, s.step_size_up, s.step_size_down, s.mode, cycle_momentum=False
    ),
    "one_cycle": lambda o, s: torch_schedulers.OneCycleLR(
        o,
        BASE,
        s.total_steps or STEPS,
        pct_start=s.pct_start,
        cycle_momentum=False,
        div_factor=s.div_factor,
        final_div_factor=s.final_div_factor,
    ),
    "reduce_on_plateau": lambda o, s: torch_schedulers.ReduceLROnPlateau(
        o, factor=s.factor, patience=s.patience, threshold=s.threshold, min_lr=s.min_rate
    ),
}
CASES = [(name, schedule) for name in Schedule.kinds() for schedule in SETTINGS.get(name, (None,))]


@pytest.mark.parametrize(("name", "schedule"), CASES, ids=str)
def test_schedule(name: str, schedule: Schedule | None, parity: Callable[[str, float, float], None]) -> None:
    if schedule is None or name not in PEERS:
        pytest.fail(f"{name} has no counterpart in PyTorch. Add it to tests/peers/test_torch_schedules.py.")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], BASE)
    peer = PEERS[name](optimizer, schedule)
    kernel = schedule.kernel()
    rng = np.random.default_rng(0)
    worst = 0.0
    for done in range(STEPS):
        wanted = optimizer.param_groups[0]["lr"]
        worst = max(worst, abs(kernel.rate(BASE, done, STEPS) - wanted))
        if done == STEPS - 1:
            break
        loss = float(1 / (1 + done // 20) + 0.05 * rng.random())
        kernel.end_epoch(loss)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that the optimiser itself takes no steps here
            peer.step(loss) if name == "reduce_on_plateau" else peer.step()
    parity(f"schedule {name}", worst, TOLERANCE)
