"""Several layers at once: the fields that they have in common, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from engine import edits
from engine.errors import Message
from engine.graph import natural_key
from engine.layers import Flatten, Layer
from gui.document import Document
from gui.i18n import grouped
from gui.widgets.common_form import Change, CommonForm
from gui.widgets.facts import Facts
from gui.widgets.panel import GAP, text_label

OFFERED = (
    ("open_layer", "group", "arrange", "duplicate", "delete"),
    ("align_left", "align_centre", "align_right", "align_top", "align_middle", "align_bottom",
     "distribute_across", "distribute_down"),
)  # fmt: skip
"""Two rows of actions."""
ICON, INSET = 18, 8


class SeveralPage(QWidget):
    """The selected layers and those in selected groups; of the window's `actions`, by id, some are offered."""

    def __init__(self, document: Document, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._actions = actions
        self._nodes: tuple[str, ...] = ()
        self.title = text_label("title", "several_title")
        self.facts = Facts()
        self.form = CommonForm([Flatten()])  # no fields yet; made now to have its place in the order of Tab
        self.form.changed.connect(self._take)
        self.note = text_label("note", "several_note")
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        tools = QVBoxLayout()
        tools.setSpacing(0)
        for names in OFFERED:
            tools.addLayout(self._row(names))
        column.addLayout(tools)
        for widget in (self.facts, self.form, self.note):
            column.addWidget(widget)

    def _row(self, names: Iterable[str]) -> QHBoxLayout:
        """Tool buttons that say in their tooltips what they do, with the key that does it too."""
        row = QHBoxLayout()
        row.setSpacing(0)  # eight stand in the narrowest dock
        row.setContentsMargins(-INSET, 0, 0, 0)
        for name in names:
            if (action := self._actions.get(name)) is not None:
                tool = QToolButton()
                tool.setObjectName(f"several_{name}")
                tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                tool.setDefaultAction(action)
                tool.setIconSize(QSize(ICON, ICON))
                row.addWidget(tool)
        row.addStretch()
        return row

    def refresh(self) -> None:
        """Show the layers that are selected, as they stand in the document."""
        document = self._document
        self._nodes = tuple(sorted(document.selected_layers(), key=natural_key))
        if not self._nodes:
            return
        layers = [document.graph[node].layer for node in self._nodes]
        kinds = {layer.label or layer.name for layer in layers}
        count = self.tr("{count} layers").format(count=len(layers))
        kind = QCoreApplication.translate("engine", next(iter(kinds)))
        self.title.setText(f"{kind} \N{MULTIPLICATION SIGN} {len(layers)}" if len(kinds) == 1 else count)
        held = sum(document.inference.parameters.get(node, 0) for node in self._nodes)
        others = [
            (self.tr("Parameters"), held),
            (self.tr("Wires"), len(document.selection.edges)),
            (self.tr("Groups, notes, frames"), len(document.selection.annotations)),
        ]
        self.facts.set_facts([(name, grouped(number)) for name, number in others if number])
        self.form.set_values(layers)
        self.note.setVisible(next(self.form.controls(), None) is None)

    def commit(self) -> None:
        """Take what is half typed before something else is shown."""
        if self._nodes and all(node in self._document.graph for node in self._nodes):
            self.form.commit()

    def _take(self, change: Change) -> None:
        """One step for all; layers that share weights are changed with their owner."""
        graph, document = self._document.graph, self._document
        wanted = dict(zip(map(graph.owner, self._nodes), change.values, strict=True))
        others = {k: layer for k, layer in wanted.items() if isinstance(layer, Layer) and graph[k].layer != layer}
        changes = [edit for owner, layer in others.items() for edit in edits.change(graph, owner, layer)]
        said = Message(
            "{field} of {what}",
            field=Message(change.field.label),
            what=Message("{count} layers", count=len(self._nodes)),
        )
        merge = f"{' '.join(self._nodes)} {change.field.name}"
        if not document.push(said, changes, merge=merge):
            self.refresh()

    def _retranslate(self) -> None:
        self.note.setText(self.tr("These layers have no settings in common."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
