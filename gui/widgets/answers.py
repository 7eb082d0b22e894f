"""The answers that a box offers, each with a letter that Alt presses; Qt gives most of them none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox


def give_letters(box: QMessageBox | QDialogButtonBox) -> None:
    """Write the letters into the standard buttons, in the window's language."""
    answer = QDialogButtonBox.StandardButton
    lettered = {
        answer.Save: QCoreApplication.translate("Answers", "&Save"),
        answer.Discard: QCoreApplication.translate("Answers", "&Discard"),
        answer.Cancel: QCoreApplication.translate("Answers", "&Cancel"),
        answer.Close: QCoreApplication.translate("Answers", "&Close"),
    }
    buttons = box if isinstance(box, QDialogButtonBox) else box.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    for button in buttons.buttons():
        standard = buttons.standardButton(button)
        if standard in lettered:
            button.setText(lettered[standard])
