"""The program explains itself: first steps, the keys and gestures, and what it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine import VERSION
from gui.actions import ACTIONS, menu_titles
from gui.widgets.answers import give_letters

SIZE = 640, 480
WIDEST_KEY = 230
"""Longer ones are broken, so that what they do has room beside them."""


def first_steps() -> tuple[str, ...]:
    """What people may try one after the other."""
    return (
        QCoreApplication.translate(
            "Help", "Press Run (or the space bar). The loss falls, wires pulse with their gradients."
        ),
        QCoreApplication.translate(
            "Help", "Drag layers from the left onto the canvas. Drag from one port to another to connect them."
        ),
        QCoreApplication.translate("Help", "Select a layer to change its units or activation on the right."),
        QCoreApplication.translate(
            "Help",
            "Choose data and training settings on the right; learning rate and all else may change while it runs.",
        ),
        QCoreApplication.translate(
            "Help",
            "The Data menu brings in your own tables, time series and pictures, or lets you draw points or a function.",
        ),
        QCoreApplication.translate(
            "Help", "Draw a digit of your own with Ctrl+Alt+D, and see what the network takes it for while it learns."
        ),
        QCoreApplication.translate("Help", "Problems shows what keeps the network from running, and how to mend it."),
        QCoreApplication.translate(
            "Help", "Colour and width of a wire show how large the gradient is that flows back along it."
        ),
        QCoreApplication.translate(
            "Help",
            "File > Save keeps drawing, settings, weights and runs. File > Export weights writes .npz or "
            ".safetensors, with the preparation of the data.",
        ),
    )


def lab_steps() -> tuple[str, ...]:
    """What they may try then, to see more of a run and to compare several."""
    return (
        QCoreApplication.translate(
            "Help",
            "The arrow beside Run lets it go on until a goal: an accuracy, a loss, a time, a plateau. Ctrl+Alt+- and "
            "Ctrl+Alt+= change the speed, down to one step every two seconds.",
        ),
        QCoreApplication.translate(
            "Help",
            "Drag the line below the canvas to look back in time: everything shows that moment, and Run goes on from "
            "there as another run.",
        ),
        QCoreApplication.translate(
            "Help", "Coach says what goes wrong in a run, by which numbers it knows, and what to try."
        ),
        QCoreApplication.translate(
            "Help",
            "View > Panels opens more views of a run: learning rate, distributions over time, dead and saturated units.",
        ),
        QCoreApplication.translate(
            "Help",
            "Training > Compare runs shows the curves of what was trained over each other: tick runs to compare them, "
            "their settings, results and weights; Enter opens one where it was.",
        ),
        QCoreApplication.translate(
            "Help",
            "Training > Race of variants compares up to eight settings side by side; the range test beside it suggests a "
            "learning rate.",
        ),
        QCoreApplication.translate(
            "Help",
            "Training > Sweep over settings tries many learning rates, layer sizes and the like by itself, also while "
            "its window is closed, and opens the best.",
        ),
    )


def show_guide(parent: QWidget) -> None:
    """A page of first steps."""
    _show(
        parent,
        QCoreApplication.translate("Help", "First steps"),
        [(f"{number}.", text) for number, text in enumerate((*first_steps(), *lab_steps()), 1)],
    )


def gestures() -> list[tuple[str, str]]:
    """What the mouse and single keys do on the canvas."""
    return [*_mouse_gestures(), *_canvas_keys(), *_drawing_keys(), *_keys_of_pictures(), *_race_keys()]


def _drawing_keys() -> list[tuple[str, str]]:
    """What keys do where data are drawn by hand, and in the list of runs."""
    return [
        (
            QCoreApplication.translate("Help", "Runs: Enter, space bar, S, F2, Delete"),
            QCoreApplication.translate("Help", "Open a run where it was; compare, star, name and delete runs"),
        ),
        (
            QCoreApplication.translate("Help", "Drawing points: space bar, Delete"),
            QCoreApplication.translate(
                "Help", "Paint, or erase, at the pointer that the arrow keys move; 1, 2, … and E choose"
            ),
        ),
    ]


def _keys_of_pictures() -> list[tuple[str, str]]:
    """What keys do where weights and maps are shown as pictures."""
    return [
        (
            QCoreApplication.translate("Help", "Weights and maps as pictures: arrow keys, Enter, Escape"),
            QCoreApplication.translate(
                "Help", "Walk through the pictures and their numbers; enlarge one as a click does, and show all again"
            ),
        ),
        (
            QCoreApplication.translate("Help", "Weights and maps as pictures: + and −, Ctrl and the wheel"),
            QCoreApplication.translate("Help", "Zoom; drag to move what is larger than the panel"),
        ),
    ]


def _race_keys() -> list[tuple[str, str]]:
    """What keys and the mouse do in the windows of races and sweeps."""
    return [
        (
            QCoreApplication.translate("Help", "Race: space bar, arrow keys"),
            QCoreApplication.translate(
                "Help", "Pause or go on; in a chart, walk through the epochs of all variants at once"
            ),
        ),
        (
            QCoreApplication.translate("Help", "Sweep: drag along an axis; arrow keys, Shift, Ctrl, Delete"),
            QCoreApplication.translate(
                "Help",
                "Keep the trials within; choose an axis, move the upper and the lower end of what is kept, keep all "
                "again",
            ),
        ),
    ]


def _mouse_gestures() -> list[tuple[str, str]]:
    return [
        (QCoreApplication.translate("Help", "Drag a port"), QCoreApplication.translate("Help", "Connect two layers")),
        (
            QCoreApplication.translate("Help", "Drop a wire on the canvas"),
            QCoreApplication.translate("Help", "Choose the layer that it leads to"),
        ),
        (
            QCoreApplication.translate("Help", "Drag the end of a wire"),
            QCoreApplication.translate("Help", "Connect it elsewhere"),
        ),
        (
            QCoreApplication.translate("Help", "Drop a layer on a wire"),
            QCoreApplication.translate("Help", "Put it between the two"),
        ),
        (
            QCoreApplication.translate("Help", "Drag a layer"),
            QCoreApplication.translate("Help", "Move it and all that is selected"),
        ),
        (
            QCoreApplication.translate("Help", "Alt or Ctrl while you drag a layer"),
            QCoreApplication.translate("Help", "Move it freely, off the grid and the guides, and onto other layers"),
        ),
        (
            QCoreApplication.translate("Help", "Drag a layer into the outline of a group, or out of it"),
            QCoreApplication.translate("Help", "Let it belong to the group, or no longer"),
        ),
        (
            QCoreApplication.translate("Help", "Drag on the canvas"),
            QCoreApplication.translate("Help", "Select what the frame touches"),
        ),
        (QCoreApplication.translate("Help", "Wheel"), QCoreApplication.translate("Help", "Zoom to the pointer")),
        (QCoreApplication.translate("Help", "Middle button"), QCoreApplication.translate("Help", "Move the view")),
        (
            QCoreApplication.translate("Help", "Double-click a group"),
            QCoreApplication.translate("Help", "Enter it; on the title of an open one: collapse it"),
        ),
    ]


def _canvas_keys() -> list[tuple[str, str]]:
    return [
        (
            QCoreApplication.translate("Help", "Tab, A or a double-click"),
            QCoreApplication.translate("Help", "Add a layer behind the selected one, or into the selected wire"),
        ),
        (
            QCoreApplication.translate("Help", "Escape, then Tab"),
            QCoreApplication.translate("Help", "Leave the canvas for what follows it"),
        ),
        ("E", QCoreApplication.translate("Help", "Go through the wires of the selected layer")),
        ("R", QCoreApplication.translate("Help", "Replace the selected layer, or reconnect the selected wire")),
        ("C", QCoreApplication.translate("Help", "Connect the selected layer")),
        *_gestures_inside(),
        ("F", QCoreApplication.translate("Help", "Fit the drawing")),
        (
            QCoreApplication.translate("Help", "Shift + F"),
            QCoreApplication.translate("Help", "Fit what is selected"),
        ),
        ("N", QCoreApplication.translate("Help", "Add a note at the pointer")),
        ("Ctrl+1 … 6", QCoreApplication.translate("Help", "Give the selection a colour, or take it away")),
        (
            QCoreApplication.translate("Help", "Escape, Alt + Up"),
            QCoreApplication.translate("Help", "Leave the group"),
        ),
        ("F5, Escape", QCoreApplication.translate("Help", "Begin a presentation, and end it")),
        (
            QCoreApplication.translate("Help", "Alt + Shift + arrow keys"),
            QCoreApplication.translate("Help", "Resize the selected notes and frames"),
        ),
        (QCoreApplication.translate("Help", "Arrow keys"), QCoreApplication.translate("Help", "Go to the next layer")),
        (
            QCoreApplication.translate("Help", "Ctrl + arrow keys"),
            QCoreApplication.translate("Help", "Move the selected layers"),
        ),
        (QCoreApplication.translate("Help", "Delete"), QCoreApplication.translate("Help", "Delete what is selected")),
        (
            QCoreApplication.translate("Help", "Enter"),
            QCoreApplication.translate("Help", "Edit the selected layer, enter the group"),
        ),
    ]


def _gestures_inside() -> list[tuple[str, str]]:
    """Those that concern opened layers."""
    return [
        (
            QCoreApplication.translate("Help", "Wheel, nearer still"),
            QCoreApplication.translate("Help", "See the neurons and weights inside the layers"),
        ),
        ("O", QCoreApplication.translate("Help", "Open the selected layers in place, or all in view, or close them")),
        (
            QCoreApplication.translate("Help", "I, then arrows, Enter"),
            QCoreApplication.translate("Help", "Walk through the neurons and weights inside a layer, and pin a number"),
        ),
        ("W", QCoreApplication.translate("Help", "Show the next quantity on weights")),
        (
            QCoreApplication.translate("Help", "Shift + W"),
            QCoreApplication.translate(
                "Help", "Fill neurons with the next quantity; the heat map shows what each says over the plane"
            ),
        ),
        (
            QCoreApplication.translate("Help", "Layers in a panel: arrow keys, Enter, or a click"),
            QCoreApplication.translate("Help", "Select the layer on the canvas"),
        ),
        (
            QCoreApplication.translate("Help", "Click a weight or a neuron"),
            QCoreApplication.translate(
                "Help", "Pin its number to the inspector, or unpin it; a neuron is shown in the decision boundary too"
            ),
        ),
    ]


def show_shortcuts(parent: QWidget) -> None:
    """All keys, from the table of actions, and the canvas's gestures."""
    titles = menu_titles()
    native = QKeySequence.SequenceFormat.NativeText
    rows = []
    for spec in ACTIONS:
        keys = [key for key in spec.all_keys() if key != QKeySequence(spec.canvas_key)]
        if keys:
            text = f"{titles[spec.menu]} > {spec.text()}".replace("&", "").rstrip("…")
            rows.append((", ".join(key.toString(native) for key in keys), text))
    _show(parent, QCoreApplication.translate("Help", "Keyboard and mouse"), gestures() + rows)


def show_about(parent: QWidget) -> None:
    """What this program is."""
    text = QCoreApplication.translate("Help", "Rambat {version}").format(version=VERSION)
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("Help", "About Rambat"))
    box.setText(text)
    box.setIconPixmap(QApplication.windowIcon().pixmap(48, 48))
    box.setInformativeText(
        QCoreApplication.translate(
            "Help",
            "Draw a neural network, train it, and watch backpropagation happen. "
            "Rambat is Indonesian for “to propagate”. Free software under the MIT licence.",
        )
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _show(parent: QWidget, title: str, rows: list[tuple[str, str]]) -> None:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.resize(*SIZE)
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(24, 18, 24, 18)
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(12)
    for left, right in rows:
        key, text = QLabel(left), QLabel(right)
        key.setProperty("role", "label")
        key.setAlignment(Qt.AlignmentFlag.AlignTop)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        text.setWordWrap(True)
        if key.sizeHint().width() > WIDEST_KEY:
            key.setWordWrap(True)
            key.setFixedWidth(WIDEST_KEY)
        form.addRow(key, text)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(page)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    give_letters(buttons)
    buttons.setContentsMargins(18, 8, 18, 12)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)
    column.addWidget(buttons)
    dialog.open()
