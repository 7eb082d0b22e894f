"""The direction of imports, read from the source itself; and how long files and functions may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
QT = ("PySide6", "pyqtgraph", "shiboken6", "pytestqt")

# A module may import from the floors that stand before its own; within a package that says so also from its own.
ENGINE_FLOORS: tuple[tuple[str, ...], ...] = (
    (
        "engine.errors",
        "engine.arithmetic",
        "engine.classes",
        "engine.direction",
        "engine.memory",
        "engine.numerals",
        "engine.random_streams",
        "engine.remembering",
        "engine.scratch",
        "engine.shapes",
        "engine.symbols",
    ),
    ("engine.dealing", "engine.examples", "engine.files"),
    ("engine.hyperparameters", "engine.archive", "engine.atomic_file", "engine.normal_distribution"),
    ("engine.weights_file",),
    (
        "within engine.activations",
        "engine.clipping",
        "engine.constraints",
        "engine.initializers",
        "within engine.losses",
        "within engine.metrics",
        "engine.regularizers",
        "engine.schedules",
        "within engine.optimizers",
    ),
    ("engine.class_weights", "engine.training_config"),
    # What a source brings and what training takes is known without a graph.
    ("within engine.data", "within engine.layers", "engine.planned_rates"),
    ("engine.annotations", "engine.initial_weights", "engine.places", "engine.tiles"),
    ("engine.alignment",),
    ("engine.clearance",),
    ("engine.frames",),
    ("engine.graph_edits",),
    ("engine.graph",),
    ("engine.graph_json", "engine.groups", "engine.sharing"),
    (
        "engine.edits",
        "engine.neighbours",
        "engine.part_text",
        "engine.subgraph",
        "within engine.layout",
        "engine.logits",
    ),
    ("engine.floor", "engine.problems", "engine.redrawing", "engine.replacing", "engine.wiring"),
    ("engine.fixes", "engine.room"),
    ("engine.company", "engine.data_problems", "engine.landing", "engine.loss_problems"),
    ("engine.inference",),
    ("engine.adapters", "engine.first_network", "engine.fitting", "engine.summary", "engine.weight_check"),
    ("engine.plan",),
    ("engine.network",),
    ("engine.fixed_samples", "engine.judging", "engine.probes"),
    (
        "engine.answers",
        "engine.observation",
        "engine.evaluation",
        "engine.gradient_check",
        "engine.layer_probe",
        "engine.unit_health",
    ),
    ("engine.answer_curves", "engine.distributions", "engine.histogram_stack", "engine.trial", "engine.watching"),
    ("engine.feature_maps", "engine.landscape", "engine.representation", "engine.weight_tiles"),
    ("engine.events",),
    ("engine.history", "engine.early_stopping", "engine.goals", "engine.stepper", "engine.training_memory"),
    ("engine.checkpoint",),
    ("engine.resuming",),
    ("engine.trainer", "within engine.variations"),
    ("engine.timeline",),
    ("engine.last_finite",),
    ("within engine.runs",),
    ("engine.project", "engine.range_test", "within engine.export"),
    ("within engine.diagnosis",),
    (
        "engine.catalog",
        "engine.command_options",
        "engine.interruption",
        "engine.race",
        "engine.tables",
        "within engine.sweep",
    ),
    (
        "engine.check_command",
        "engine.evaluation_command",
        "engine.import_command",
        "engine.predict_command",
        "engine.range_command",
        "engine.reference",
        "engine.runs_command",
        "engine.training_command",
    ),
    ("engine.sweep_command",),
    ("engine.cli",),
)
CANVAS = "gui.canvas"
CANVAS_FLOORS: tuple[tuple[str, ...], ...] = tuple(
    tuple(f"within {CANVAS}.{room}" for room in floor.split())
    for floor in (
        "camera exposed geometry inks",
        "grid layer_picture",
        "look",
        "cards",
        "annotations wires",
        "opened",
        "scene",
        "overlays",
        "display",
    )
)
"""The rooms of the canvas; gestures and commands stand above them, and use each other."""

VIEWS = ("panels", "canvas", "plots")
"""Packages of the window that must not know each other; a panel must not know another panel either."""

MAX_LINES, MAX_FUNCTION_LINES = 450, 60
LONG_FILES: Mapping[str, str] = {}
LONG_FUNCTIONS: Mapping[str, str] = {}
"""What is longer, by path or by path::name, and the reason."""


def sources(*packages: str) -> dict[str, tuple[Path, ast.Module]]:
    """The parsed modules of these packages by dotted name."""
    found = {}
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            found[name] = (path, ast.parse(path.read_text(encoding="utf-8")))
    return found


def imports(tree: ast.Module, types_too: bool = True) -> Iterator[str]:
    """Every imported module, `from a import b` as both "a" and "a.b"; with or without those for types only."""
    skipped: set[ast.AST] = set()
    if not types_too:
        for node in ast.walk(tree):
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                skipped.update(below for statement in node.body for below in ast.walk(statement))
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that they can be read"
            assert node.module
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def floor_of(name: str, floors: tuple[tuple[str, ...], ...]) -> tuple[int, str] | None:
    """The floor a module stands on and the entry that says so."""
    for number, floor in enumerate(floors):
        for entry in floor:
            package = entry.removeprefix("within ")
            if name == package or (entry != package and is_within(name, package)):
                return number, entry
    return None


def upward_imports(name: str, tree: ast.Module, floors: tuple[tuple[str, ...], ...]) -> list[str]:
    """Imports from the same floor or from a later one."""
    here = floor_of(name, floors)
    wrong = []
    for imported in imports(tree, types_too=False):
        there = floor_of(imported, floors)
        if here is None or there is None or (here[1] == there[1] and here[1].startswith("within ")):
            continue
        if there[0] >= here[0] and imported != name:
            wrong.append(f"{name} imports {imported}")
    return wrong


def window_crossings(name: str, tree: ast.Module) -> list[str]:
    """Imports from one view package to another, and from one panel to another."""
    home = next((view for view in VIEWS if is_within(name, f"gui.{view}")), None)
    wrong = []
    for imported in imports(tree, types_too=False):
        target = next((view for view in VIEWS if is_within(imported, f"gui.{view}")), None)
        if home is None or target is None:
            continue
        sideways = home == target == "panels" and not is_within(imported, name) and imported != "gui.panels"
        if home != target or sideways:
            wrong.append(f"{name} imports {imported}")
    return wrong


def outside_imports(tree: ast.Module, forbidden: tuple[str, ...]) -> list[str]:
    return [imported for imported in imports(tree) for package in forbidden if is_within(imported, package)]


ENGINE, GUI = sources("engine"), sources("gui")


def test_there_is_something_to_read() -> None:
    assert {"engine", "engine.graph", "engine.layers.core"} <= set(ENGINE)
    assert "gui.document" in GUI


@pytest.mark.parametrize("name", ENGINE)
def test_the_engine_knows_neither_qt_nor_the_window(name: str) -> None:
    assert outside_imports(ENGINE[name][1], (*QT, "gui", "main", "tests")) == []


@pytest.mark.parametrize("name", GUI)
def test_the_window_knows_neither_the_entry_nor_the_tests(name: str) -> None:
    assert outside_imports(GUI[name][1], ("main", "tests")) == []


@pytest.mark.parametrize("name", [name for name in ENGINE if name != "engine"])
def test_the_engine_is_built_floor_upon_floor(name: str) -> None:
    if floor_of(name, ENGINE_FLOORS) is None:
        pytest.fail(f"{name} stands on no floor. Give it a place in ENGINE_FLOORS.")
    assert upward_imports(name, ENGINE[name][1], ENGINE_FLOORS) == []


@pytest.mark.parametrize("name", GUI)
def test_the_window_is_built_floor_upon_floor(name: str) -> None:
    assert window_crossings(name, GUI[name][1]) == []
    if any(is_within(name, package) for package in ("gui.document", "gui.training_session", "gui.widgets")):
        above = (
            "gui.main_window",
            "gui.app",
            "gui.dialogs",
            "gui.explorer",
            "gui.table_import",
            *(f"gui.{view}" for view in VIEWS),
        )
        assert outside_imports(GUI[name][1], above) == []


def test_only_the_main_window_opens_the_explorer() -> None:
    others = (name for name in GUI if name != "gui.main_window" and not is_within(name, "gui.explorer"))
    assert [name for name in others if outside_imports(GUI[name][1], ("gui.explorer",))] == []


def test_only_its_actions_open_the_window_of_sweeps_which_stands_upon_the_plots() -> None:
    for name in GUI:
        if is_within(name, "gui.sweep"):
            above = ("gui.main_window", "gui.app", "gui.dialogs", "gui.explorer", "gui.panels", "gui.canvas")
            assert outside_imports(GUI[name][1], above) == [], name
        elif name != "gui.sweep_actions":
            assert outside_imports(GUI[name][1], ("gui.sweep",)) == [], name


def test_the_assistant_for_tables_knows_nothing_of_the_project() -> None:
    """It carries what people want out by a signal; what becomes of the project stands in gui.table_actions."""
    outside = ("gui.document", "gui.main_window", "gui.training_session", *(f"gui.{view}" for view in VIEWS))
    for name in GUI:
        if is_within(name, "gui.table_import"):
            assert outside_imports(GUI[name][1], outside) == [], name


def test_the_explorer_stands_upon_the_plots() -> None:
    for name in GUI:
        if is_within(name, "gui.explorer"):
            above = ("gui.main_window", "gui.app", "gui.dialogs", "gui.panels", "gui.canvas")
            assert outside_imports(GUI[name][1], above) == []


@pytest.mark.parametrize("name", [name for name in GUI if name.startswith(f"{CANVAS}.")])
def test_the_canvas_is_built_room_upon_room(name: str) -> None:
    assert upward_imports(name, GUI[name][1], CANVAS_FLOORS) == []
    if floor_of(name, CANVAS_FLOORS) is not None:
        above = tuple(f"{CANVAS}.{room}" for room in ("gestures", "commands", "glide", "view"))
        runtime = imports(GUI[name][1], types_too=False)
        assert [imported for imported in runtime if any(is_within(imported, room) for room in above)] == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("engine.errors", "from engine.hyperparameters import hyper", "engine.errors imports engine.hyperparameters"),
        ("engine.graph", "def f():\n    import engine.network", "engine.graph imports engine.network"),
        ("engine.losses", "from engine import optimizers", "engine.losses imports engine.optimizers"),
        ("engine.layers.core", "from engine.graph import Graph", "engine.layers.core imports engine.graph"),
    ],
)
def test_an_import_the_wrong_way_is_found(name: str, text: str, told: str) -> None:
    assert told in upward_imports(name, ast.parse(text), ENGINE_FLOORS)


def test_an_import_the_right_way_is_not() -> None:
    text = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from engine.network import Network"
    assert upward_imports("engine.plan", ast.parse(text), ENGINE_FLOORS) == []
    assert upward_imports("engine.network", ast.parse("from engine.graph import Graph"), ENGINE_FLOORS) == []
    assert upward_imports("engine.layers.merge", ast.parse("import engine.layers.base"), ENGINE_FLOORS) == []


def test_qt_in_the_engine_and_panels_that_meet_are_found() -> None:
    assert outside_imports(ast.parse("def f():\n    from PySide6.QtCore import QObject"), QT) != []
    assert outside_imports(ast.parse("import gui.document"), ("gui",)) == ["gui.document"]
    assert window_crossings("gui.panels.inspector", ast.parse("from gui.panels.palette import Palette")) != []
    assert window_crossings("gui.canvas.scene", ast.parse("from gui.plots.loss import LossPlot")) != []
    assert window_crossings("gui.canvas.scene", ast.parse("from gui.canvas.items import NodeItem")) == []
    assert window_crossings("gui.main_window", ast.parse("from gui.panels.palette import Palette")) == []


COMMANDS = (
    "engine.check_command",
    "engine.cli",
    "engine.import_command",
    "engine.range_command",
    "engine.runs_command",
    "engine.sweep_command",
    "engine.tables",
    "engine.training_command",
)


@pytest.mark.parametrize("name", [name for name in ENGINE if name not in COMMANDS])
def test_the_engine_prints_nothing(name: str) -> None:
    printed = [
        node.lineno
        for node in ast.walk(ENGINE[name][1])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printed == []


def test_files_and_functions_are_short() -> None:
    files, functions = {}, {}
    for path, tree in sources("engine", "gui", "tests").values():
        place = path.relative_to(ROOT).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MAX_LINES:
            files[place] = lines
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > MAX_FUNCTION_LINES:
                    functions[f"{place}::{node.name}"] = length
    assert {place: lines for place, lines in files.items() if place not in LONG_FILES} == {}
    assert {place: lines for place, lines in functions.items() if place not in LONG_FUNCTIONS} == {}
    assert set(LONG_FILES) <= set(files), "a reason for a file that is short by now"
    assert set(LONG_FUNCTIONS) <= set(functions), "a reason for a function that is short by now"
