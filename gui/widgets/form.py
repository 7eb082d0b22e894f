"""Forms generated from declarations: one row a field, and below a chosen kind the rows of its own fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.errors import HyperparameterError
from engine.hyperparameters import Configurable, Hyperparameter
from gui.i18n import sentence, words
from gui.widgets.controls import MIXED, Entry, PickBox, TickBox
from gui.widgets.fold import MoreSettings
from gui.widgets.number_field import NumberField
from gui.widgets.row import Row

SPACING = 6
Control = PickBox | TickBox | NumberField


def none_word() -> str:
    """How an optional field calls the absence of a value."""
    return QCoreApplication.translate("ConfigurableForm", "none")


def is_family(field: Hyperparameter) -> bool:
    """Whether the field's value is a kind with fields of its own."""
    return isinstance(field.kind, type) and issubclass(field.kind, Configurable)


def make_control(field: Hyperparameter, value: Any) -> Control:
    """The control that the declaration of a plain field asks for."""
    if field.kind is bool:
        return TickBox(value)
    if not field.choices:
        return NumberField(field, value)

    def describe() -> list[Entry]:
        entries = [Entry(choice, words(choice).replace("_", " ")) for choice in field.choices]
        return [Entry(None, none_word()), *entries] if field.optional else entries

    return PickBox(describe, value)


class FieldForm(QWidget):
    """One plain field: its row."""

    value_changed = Signal(object)

    def __init__(self, field: Hyperparameter, value: Any, depth: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.control = make_control(field, value)
        self.row = Row(self.control, depth)
        column = _column(self)
        column.addWidget(self.row)
        self.control.value_changed.connect(self.value_changed.emit)
        if isinstance(self.control, NumberField):
            self.control.complained.connect(self.row.complain)
        self.retranslate()

    def set_value(self, value: Any) -> None:
        """Show another value and emit nothing."""
        self.control.set_value(value)

    def controls(self) -> Iterator[Control]:
        """The one control."""
        yield self.control

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.row.set_words(words(self._field.label), words(self._field.help))
        if isinstance(self.control, TickBox | NumberField):
            self.control.setToolTip(self.row.complaint.text() or words(self._field.help))


class KindForm(QWidget):
    """A choice among the kinds of a family and, below it, a form of the chosen kind's own fields."""

    value_changed = Signal(object)
    rows_changed = Signal()

    def __init__(
        self,
        family: type[Configurable],
        value: Configurable | None,
        optional: bool = False,
        depth: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._family = family
        self._optional = optional
        self._depth = depth
        self._form: ConfigurableForm | None = None
        self.value = value
        self.control = PickBox(self._describe, _name(value))
        self.row = Row(self.control, depth)
        self._layout = _column(self)
        self._layout.addWidget(self.row)
        self.control.value_changed.connect(self._choose)
        self._show_fields()

    def _describe(self) -> list[Entry]:
        kinds = self._family.kinds().items()
        entries = [
            Entry(name, words(kind.label) + ("…" if kind.brought else ""), words(kind.summary), kind.brought)
            for name, kind in kinds
        ]
        return [Entry(None, none_word()), *entries] if self._optional else entries

    def set_words(self, label: str, help: str = "") -> None:
        """Name the choice and say what it means."""
        self.row.set_words(label, help)

    def set_value(self, value: Configurable | None) -> None:
        """Show another value and emit nothing; the fields stay where the kind is the same."""
        self.value = value
        self.control.set_value(_name(value))
        self._show_fields()

    def controls(self) -> Iterator[Control]:
        """The choice and the fields below it, from top to bottom."""
        yield self.control
        if self._form is not None:
            yield from self._form.controls()

    def _choose(self, name: str | None) -> None:
        self.value = None if name is None else self._family.resolve(name)
        self._show_fields()
        self.value_changed.emit(self.value)

    def _take(self, value: Configurable) -> None:
        self.value = value
        self.value_changed.emit(value)

    def _show_fields(self) -> None:
        value, form = None if self.value is MIXED else self.value, self._form
        if form is not None and value is not None and form.value.same_kind(value):
            form.set_value(value)
            return
        if form is not None:
            _discard(form)
            self._form = None
        if value is not None and any(not field.hidden for field in value.hyperparameters()):
            self._form = ConfigurableForm(value, self._depth + 1)
            self._form.changed.connect(self._take)
            self._form.rows_changed.connect(self.rows_changed)
            self._layout.addWidget(self._form)
            self._form.show()  # at once, so that it can take the focus; a layout would wait for the event loop
            order_tabs(self.control, self._form.controls())
        self.rows_changed.emit()


class ConfigurableForm(QWidget):
    """All fields of an instance; `changed` carries another instance for every valid change by the user.

    `set_value` follows the document: it emits nothing, keeps focus and cursor, and makes rows anew only where a
    kind has changed. A change that conflicts with another field is shown below its row and not taken. Fields that
    are declared as advanced stand in a fold below the others.
    """

    changed = Signal(object)
    rows_changed = Signal()

    def __init__(self, value: Configurable, depth: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self._depth = depth
        self._layout = _column(self)
        self._forms: dict[str, FieldForm | KindForm] = {}
        self._place = tab_place(self)
        self.fold = MoreSettings(SPACING)
        self._make_rows()

    def set_value(self, value: Configurable) -> None:
        """Show another instance."""
        rebuilt = not self.value.same_kind(value)
        self.value = value
        self._show_anew(rebuilt)

    def _show_anew(self, rebuilt: bool) -> None:
        """Show what is to be shown now, in other rows or in the same."""
        if rebuilt:
            self._make_rows()
            self._order()
        else:
            for name, form in self._forms.items():
                form.set_value(self._shown(name))
        self._tell_changes()

    def form_of(self, name: str) -> FieldForm | KindForm:
        """The row or rows of one field."""
        return self._forms[name]

    def controls(self) -> Iterator[Control]:
        """All controls from top to bottom, as the Tab key visits them."""
        for form in self._forms.values():
            yield from form.controls()

    def stops(self) -> Iterator[QWidget]:
        """Where the Tab key stops: the controls, and before the advanced ones what shows them."""
        plain = [name for name, field in self._fields() if not self._folds(field)]
        for name in plain:
            yield from self._forms[name].controls()
        if not self._depth:
            yield self.fold.button
        for name, form in self._forms.items():
            if name not in plain:
                yield from form.controls()

    def _fields(self) -> list[tuple[str, Hyperparameter]]:
        return [(field.name, field) for field in self.value.hyperparameters() if not field.hidden]

    def _shown(self, name: str) -> Any:
        """The value that a field shows."""
        return getattr(self.value, name)

    def _set(self, name: str, value: Any) -> object:
        """Take another value of a field, or raise HyperparameterError; what `changed` carries comes back."""
        self.value = self.value.replace(**{name: value})
        return self.value

    def _folds(self, field: Hyperparameter) -> bool:
        """The fields of a chosen kind are not folded once more."""
        return field.advanced and not self._depth

    def commit(self) -> None:
        """Take what is half typed, as leaving the field would."""
        for control in list(self.controls()):  # what is taken may lay out the form anew
            if isinstance(control, NumberField):
                control.commit()

    def focus_first(self) -> bool:
        """Put the cursor into the first field; False where there is none."""
        first = next(self.controls(), None)
        if first is None:
            return False
        first.setFocus()
        if isinstance(first, NumberField):
            first.selectAll()
        return True

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        for name, field in self._fields():
            form = self._forms[name]
            if isinstance(form, KindForm):
                form.set_words(words(field.label), words(field.help))
            else:
                form.retranslate()

    def _make_rows(self) -> None:
        for form in self._forms.values():
            _discard(form)
        self._forms.clear()
        self._layout.removeWidget(self.fold)
        folded = False
        for name, field in self._fields():
            form = self._make_row(field, self._shown(name))
            form.value_changed.connect(lambda value, name=name: self._take(name, value))
            folds = self._folds(field)
            (self.fold.add if folds else self._layout.addWidget)(form)
            folded = folded or folds
            form.show()
            self._forms[name] = form
        self._layout.addWidget(self.fold)
        self.fold.setVisible(folded)
        self._tell_changes()
        self.retranslate()

    def _tell_changes(self) -> None:
        """Let the fold say how many fields within it are not as declared."""
        folded = [field for _, field in self._fields() if self._folds(field)]
        self.fold.tell(sum(self._shown(field.name) != field.initial for field in folded))

    def _make_row(self, field: Hyperparameter, value: Any) -> FieldForm | KindForm:
        if not is_family(field):
            return FieldForm(field, value, self._depth)
        form = KindForm(field.kind, value, field.optional, self._depth)
        form.rows_changed.connect(self._order)
        return form

    def _take(self, name: str, value: Any) -> None:
        row = self._forms[name].row
        try:
            told = self._set(name, value)
        except HyperparameterError as error:
            self._forms[name].set_value(self._shown(name))
            row.complain(sentence(error.messages[0]))
            return
        row.complain("")
        self._tell_changes()
        self.changed.emit(told)

    def _order(self) -> None:
        """Let Tab visit new rows where they stand, not after all else in the window."""
        if self._depth:
            self.rows_changed.emit()
            return
        order_tabs(self._place, self.stops())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def tab_place(parent: QWidget) -> QWidget:
    """A widget that nobody sees and that keeps a form's place in the order of the Tab key while its rows change."""
    place = QWidget(parent)
    place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    place.hide()
    return place


def order_tabs(anchor: QWidget, controls: Iterable[QWidget]) -> None:
    """Let Tab visit these controls one after the other, behind an anchor."""
    for control in controls:
        QWidget.setTabOrder(anchor, control)
        anchor = control


def _name(value: Configurable | None) -> Any:
    """What a choice among kinds shows for a value."""
    return MIXED if value is MIXED else value.name if value is not None else None


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACING)
    return column


def _discard(form: QWidget) -> None:
    """Take a form away, soon also out of its layout; what was half typed in it concerns a kind that is gone."""
    form.blockSignals(True)
    form.hide()
    form.deleteLater()
