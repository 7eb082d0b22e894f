"""What screen readers say of the window: whatever takes the focus has a name, told apart from others in its panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QDockWidget, QLineEdit, QWidget

from gui.dock import Dock
from gui.plots.weights import WeightsPlot


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab may stop, in whatever tab of the docks; the parts of fields and lists answer for those."""
    kinds = (QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit)
    found = [widget for kind in kinds for widget in window.findChildren(kind)]
    own = [widget for widget in found if not any(isinstance(above, QComboBox) for above in parents(widget))]
    return [
        widget
        for widget in own
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None and not is_hidden(widget)
    ]


def parents(widget: QWidget) -> list[QWidget]:
    above = widget.parentWidget()
    return [above, *parents(above)] if above is not None else []


def is_hidden(widget: QWidget) -> bool:
    """Whether it would not be seen if its dock were."""
    dock = dock_of(widget)
    return not widget.isVisibleTo(dock if dock is not None else widget.window())


def dock_of(widget: QWidget) -> QDockWidget | None:
    return next((above for above in parents(widget) if isinstance(above, Dock)), None)


def name_of(widget: QWidget) -> str:
    """Its name as screen readers on Linux find it: that of its label, or else its own."""
    interface = QAccessible.queryAccessibleInterface(widget)
    labels = [label.text(QAccessible.Text.Name) for label, _ in interface.relations(QAccessible.RelationFlag.Label)]
    return labels[0] if labels else "" if isinstance(widget, QComboBox) else interface.text(QAccessible.Text.Name)


def names(window: QWidget) -> dict[tuple[str, str], QWidget]:
    """All stops by panel and name."""
    named: dict[tuple[str, str], QWidget] = {}
    for widget in stops(window):
        dock = dock_of(widget)
        place = dock.windowTitle() if dock is not None else "", name_of(widget)
        assert place[1].strip(), f"{widget} in {place[0]} has no name"
        assert place not in named, f"{place} is said of {widget} and of {named[place]}"
        named[place] = widget
    return named


def test_all_that_takes_the_focus_has_a_name_of_its_own_within_its_panel(window, qtbot):
    window.document.select(["output_1"])
    window.inspector.layer_page.form.fold.unfold()
    window.findChild(QDockWidget, "dock_results").raise_()
    results = window.findChild(QWidget, "results")
    qtbot.waitUntil(lambda: results.body.isVisible() and window.findChild(WeightsPlot).body.isVisible())
    named = names(window)
    menus = {name for _, name in named if name.endswith(": View and export")}
    assert {"Loss: View and export", "Gradients: View and export", "Weights: View and export"} <= menus
    assert {("Training", "Optimizer"), ("Weights", "Layer")} <= named.keys()
    for page in range(len(results.pages)):
        results.turn_to(page)
        assert names(window)
    window.document.select(["dense_1", "dense_2"])
    assert ("Inspector", "Activation") in names(window)
