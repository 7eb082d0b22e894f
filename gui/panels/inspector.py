"""What is selected, and its fields to change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine import edits, groups
from engine.annotations import Group, Note
from engine.graph import Edge, natural_key
from engine.layers import Flatten, Layer, shape_text
from gui import names, theme, undo_words, weight_sharing
from gui.document import Document, Selection
from gui.edit_command import DocumentEdit
from gui.i18n import grouped, words
from gui.pinned import PinnedNumbers
from gui.training_session import TrainingSession
from gui.widgets.controls import Button, Entry, PickBox
from gui.widgets.facts import Facts
from gui.widgets.form import ConfigurableForm, order_tabs, tab_place
from gui.widgets.formula import Formulas
from gui.widgets.icons import icon
from gui.widgets.layer_details import UNKNOWN, formulas, idle_fields, shapes_text
from gui.widgets.panel import GAP, Panel, hairline, text_label
from gui.widgets.problem_row import ProblemRow
from gui.widgets.row import Row
from gui.widgets.several_page import SeveralPage


class InspectorPanel(Panel):
    """One page for a layer, one for several, one for all else: a wire, a note, a group, or the whole network.

    Above stand the numbers that were pinned, in sight whatever is selected, where there is a `session` that tells them.
    `actions` are the window's.
    """

    def __init__(
        self,
        document: Document,
        session: TrainingSession | None = None,
        actions: Mapping[str, QAction] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("inspector", parent)
        self._document = document
        self.layer_page = LayerPage(document)
        self.several_page = SeveralPage(document, actions or {})
        self.summary_page = SummaryPage(document)
        self.pinned = PinnedNumbers(document, session) if session is not None else None
        if self.pinned is not None:
            self.column.addWidget(self.pinned)
        for page in (self.layer_page, self.several_page, self.summary_page):
            self.column.addWidget(page)
        document.selection_changed.connect(self._follow_selection)
        document.inferred.connect(lambda _inference: self._refresh())
        document.scope_changed.connect(lambda _scope: self._refresh())
        document.edited.connect(self._follow_names)
        self._refresh()

    def focus_first_field(self) -> None:
        """Put the cursor into the first field of what is selected."""
        if self._document.selection.single_node is not None:
            self.layer_page.focus_first_field()
        elif self._document.several_selected:
            self.several_page.form.focus_first()
        if (field := self.focusWidget()) is not None:
            self.ensureWidgetVisible(field)

    def _follow_selection(self, _selection: Selection) -> None:
        self.layer_page.commit()
        self.several_page.commit()
        self._refresh()
        self.verticalScrollBar().setValue(0)

    def _follow_names(self, edit: DocumentEdit) -> None:
        if names.renames(edit):
            self._refresh()

    def _refresh(self) -> None:
        document = self._document
        node, several = document.selection.single_node, document.several_selected
        if any(key not in document.graph and key not in document.graph.annotations for key in document.selection.keys):
            return  # the selection follows
        self.layer_page.setVisible(node is not None)
        self.several_page.setVisible(several)
        self.summary_page.setVisible(node is None and not several)
        if node is not None:
            self.layer_page.show_node(node)
        elif several:
            self.several_page.refresh()
        else:
            self.summary_page.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)


class LayerPage(QWidget):
    """One layer: its name, what it does, its fields, shapes, formulas and problems."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._node = ""
        self.form = ConfigurableForm(Flatten())  # no fields yet; made now to have its place in the order of Tab
        self.weights = WeightsRow(document)
        self.title = text_label("title", "inspector_title")
        self.note = text_label("note")
        self.hint = text_label("note", "inspector_hint")
        self.shapes = QLabel()
        self.shapes.setObjectName("inspector_shapes")
        self.parameters = QLabel()
        self.parameters.setObjectName("inspector_parameters")
        self.parameters.setProperty("role", "muted")
        self.formulas = Formulas()
        self.problems = QVBoxLayout()
        self.problems.setSpacing(0)
        self.problem_rows: list[ProblemRow] = []
        self._place = tab_place(self)
        self._lay_out()
        self.form.changed.connect(self._take)

    def _lay_out(self) -> None:
        self.shapes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.shapes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        figures = QHBoxLayout()
        figures.setSpacing(GAP)
        figures.addWidget(self.shapes, 1)
        figures.addWidget(self.parameters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        heading = QVBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(self.title)
        heading.addWidget(self.note)
        column.addLayout(heading)
        column.addLayout(self.problems)
        column.addWidget(self.form)
        column.addWidget(self.weights)
        column.addWidget(self.hint)
        column.addSpacing(2)
        column.addWidget(hairline())
        column.addSpacing(2)
        column.addLayout(figures)
        column.addSpacing(2)
        column.addWidget(self.formulas)

    def show_node(self, node: str) -> None:
        """Show a layer as it stands in the document; its form stays where the kind is the same."""
        layer = self._document.graph[node].layer
        self._node = node
        self.title.setText(f"{names.heading(self._document.graph[node])} · {node}")
        self.note.setText(words(layer.summary))
        self.form.set_value(layer)
        self.weights.show_node(node)
        self._show_hint(idle_fields(layer))
        self._show_figures(node)
        self.formulas.set_formulas(formulas(layer))
        self._show_problems(node)

    def commit(self) -> None:
        """Take what is half typed before another layer is shown."""
        if self._node in self._document.graph:
            self.form.commit()

    def focus_first_field(self) -> None:
        """Put the cursor into the first field, if there is one."""
        self.form.focus_first()

    def _take(self, layer: Layer) -> None:
        node, before = self._node, self._document.graph[self._node].layer
        changed = undo_words.setting(before, layer, names.name_of(self._document.graph, node))
        if changed is None:
            return
        said, part = changed
        changes = edits.change(self._document.graph, node, layer)
        if not self._document.push(said, changes, merge=f"{node} {part}"):
            self.form.set_value(before)

    def _show_hint(self, idle: list[str]) -> None:
        text = self.tr("The layer is frozen, so this has no effect: {names}.")
        self.hint.setText(text.format(names=", ".join(idle)))
        self.hint.setVisible(bool(idle))

    def _show_figures(self, node: str) -> None:
        inference = self._document.inference
        count = inference.parameters.get(node)
        self.shapes.setFont(theme.number_font())
        self.shapes.setText(shapes_text(self._document.graph, inference, node))
        frozen = not getattr(self._document.graph[node].layer, "trainable", True)
        shared = len(self._document.graph.users(node)) > 1
        self.parameters.setText("" if count is None else self._parameters_text(count, frozen, shared))
        self.parameters.setVisible(self._document.graph[node].shares is None)

    def _parameters_text(self, count: int, frozen: bool, shared: bool) -> str:
        if frozen:
            return self.tr("{count} parameters, frozen").format(count=grouped(count))
        if shared:
            return self.tr("{count} parameters, shared").format(count=grouped(count))
        if count == 1:
            return self.tr("1 parameter")
        return self.tr("{count} parameters").format(count=grouped(count))

    def _show_problems(self, node: str) -> None:
        problems = [problem for problem in self._document.inference.problems if problem.node == node]
        while len(self.problem_rows) < len(problems):
            row = ProblemRow(leads=False)
            row.fix_requested.connect(self._document.mend)
            self.problems.addWidget(row)
            self.problem_rows.append(row)
            order_tabs(self._place, [row.fix for row in self.problem_rows])
        for index, row in enumerate(self.problem_rows):
            row.setVisible(index < len(problems))
            if index < len(problems):
                row.show_problem(problems[index], self._document.graph)


class WeightsRow(QWidget):
    """Whether a layer learns weights of its own or uses those of another; hidden where there is no choice."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._node = ""
        self._owners: list[str] = []
        self.control = PickBox(self._entries, None)
        self.control.setObjectName("shared_weights")
        self.row = Row(self.control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.control.value_changed.connect(self._take)

    def show_node(self, node: str) -> None:
        """Show whose weights a layer uses as it stands in the document, and whose it could use."""
        used = self._document.graph[node].shares
        offered = weight_sharing.offered(self._document, node)
        self._node, self._owners = node, sorted({*offered, *([used] if used else [])}, key=natural_key)
        self.row.set_words(
            self.tr("Weights"),
            self.tr("Layers that share weights have the same settings: a change of one changes all."),
        )
        self.control.retranslate()
        self.control.set_value(used)
        self.setVisible(bool(self._owners))

    def _entries(self) -> list[Entry]:
        shared = self.tr("of {node}")
        called = ((owner, names.name_of(self._document.graph, owner)) for owner in self._owners)
        return [Entry(None, self.tr("its own")), *(Entry(owner, shared.format(node=name)) for owner, name in called)]

    def _take(self, owner: str | None) -> None:
        weight_sharing.use_weights_of(self._document, self._node, owner)


class SummaryPage(QWidget):
    """A wire, a note, a frame or a group; where nothing is selected, the entered group or the whole network."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.title = text_label("title", "summary_title")
        self.note = text_label("note", "summary_note")
        self.facts = Facts()
        self.delete = Button("delete_selected")
        self.delete.clicked.connect(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self.title, self.facts, self.note):
            column.addWidget(widget)
        column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Tell what is selected as it stands in the document."""
        selection = self._document.selection
        self.delete.setVisible(bool(selection))
        self.delete.setText(self.tr("Delete"))
        self.delete.setIcon(icon("trash"))
        if not selection and self._document.scope:
            self._show_group(self._document.scope)
        elif not selection:
            self._show_network()
        elif (key := selection.single) is not None:
            self._show_annotation(key)
        elif len(selection.edges) == 1 and not selection.keys:
            self._show_wire(next(iter(selection.edges)))
        else:
            self._show_several(selection)
        self.note.setVisible(bool(self.note.text()))

    def _show_network(self) -> None:
        graph, inference = self._document.graph, self._document.inference
        self.title.setText(self.tr("Network"))
        self.facts.set_facts(
            [
                (self.tr("Layers"), grouped(len(graph))),
                (self.tr("Wires"), grouped(len(graph.edges()))),
                (self.tr("Parameters"), grouped(sum(inference.parameters.values()))),
            ]
        )
        self.note.setText(self.tr("Select a layer to change it."))

    def _show_wire(self, edge: Edge) -> None:
        document = self._document
        shape = document.inference.edge_shape(edge)
        self.title.setText(" → ".join(names.name_of(document.graph, end) for end in (edge.source, edge.target)))
        facts = [(self.tr("Shape"), shape_text(shape) if shape is not None else UNKNOWN)]
        if len(document.graph.incoming(edge.target)) > 1:
            facts.append((self.tr("Enters as input"), str(edge.port + 1)))
        self.facts.set_facts(facts)
        self.note.setText("")

    def _show_annotation(self, key: str) -> None:
        annotation = self._document.graph.annotations[key]
        if isinstance(annotation, Group):
            self._show_group(key)
            return
        note = isinstance(annotation, Note)
        self.title.setText(names.annotation_kind(annotation) if note else names.name_of(self._document.graph, key))
        self.facts.set_facts([])
        self.note.setText(annotation.text if isinstance(annotation, Note) else names.annotation_kind(annotation))

    def _show_group(self, key: str) -> None:
        """What it holds and learns, and where wires enter and leave it."""
        graph, inference = self._document.graph, self._document.inference
        self.title.setText(names.name_of(graph, key))
        layers = [inner for inner in groups.within(graph, key) if inner in graph]
        border = groups.border(graph, layers)
        inner = sum(isinstance(graph.annotations.get(each), Group) for each in groups.within(graph, key))
        counts = [
            (self.tr("Layers"), len(layers)),
            (self.tr("Groups in it"), inner),
            (self.tr("Parameters"), sum(inference.parameters.get(node, 0) for node in layers)),
            (self.tr("Inputs"), len(border.inputs)),
            (self.tr("Outputs"), len(border.outputs)),
        ]
        self.facts.set_facts([(name, grouped(count)) for name, count in counts if count])
        kinds = Counter(names.kind(graph[node].layer) for node in graph.order() if node in set(layers))
        held = (f"{kind} \N{MULTIPLICATION SIGN} {count}" if count > 1 else kind for kind, count in kinds.items())
        self.note.setText(" \N{MIDDLE DOT} ".join(held))

    def _show_several(self, selection: Selection) -> None:
        self.title.setText(self.tr("Several selected"))
        facts = [
            (self.tr("Layers"), len(selection.nodes)),
            (self.tr("Wires"), len(selection.edges)),
            (self.tr("Groups, notes, frames"), len(selection.annotations)),
        ]
        self.facts.set_facts([(name, grouped(count)) for name, count in facts if count])
        self.note.setText("")

    def _delete(self) -> None:
        self._document.delete_selection(undo_words.deletion(self._document))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "delete"):
            self.delete.setIcon(icon("trash"))
        super().changeEvent(event)
