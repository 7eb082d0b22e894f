"""Collects every text that a user may read into the .ts files, and compiles those: `python -m gui.translations`.

lupdate reads the window's own texts. The engine knows no Qt, so its declared labels and sentences are handed to
lupdate as a list of calls that it understands, and so are the texts that Qt's own widgets show.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import PySide6

from gui.i18n import ENGINE_CONTEXT, LANGUAGES
from resources import EXAMPLES, TRANSLATIONS

PROJECT = Path(__file__).parents[1]
DECLARED = {"label", "summary", "help", "absent", "unit", "family", "choices", "origin", "licence"}
"""Names under which the engine declares words: class attributes and keyword arguments."""
MEANINGS = {"symbols", "SYMBOLS"}
"""Names of mappings whose values, not their keys, are words for people."""
COMMAND_LINE = ("add_argument", "add_parser")
"""Methods whose words are for the command line, which speaks English."""
SOURCE_LANGUAGE = "en"

QT_TEXTS = {
    "QPlatformTheme": (
        "OK", "Save", "Save All", "Open", "&Yes", "Yes to &All", "&No", "N&o to All", "Abort", "Retry", "Ignore",
        "Close", "Cancel", "Discard", "Help", "Apply", "Reset", "Restore Defaults",
    ),
    "QDialogButtonBox": ("OK",),
    "QMessageBox": ("Show Details...", "Hide Details..."),
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QWidgetTextControl": ("&Undo", "&Redo", "Cu&t", "&Copy", "Copy &Link Location", "&Paste", "Delete", "Select All"),
    "QDockWidget": ("Float", "Close", "Undocks and re-attaches the dock widget", "Closes the dock widget"),
    "QFileDialog": (
        "&Look in:", "File &name:", "Folder", "&Open", "&Save", "&Choose", "All Files (*)",
        "Directory:", "Parent Directory", "Back", "Forward", "Create New Folder", "List View", "Detail View", "Name",
        "Size", "Type", "Date Modified", "My Computer", "Computer", "New Folder", "&Rename", "&Delete",
        "Show &hidden files", "%1 already exists.\nDo you want to replace it?",
        "%1\nFile not found.\nPlease verify the correct file name was given.",
        "Are you sure you want to delete '%1'?", "Files of &type:", "Recent Places",
    ),
    "QFileSystemModel": ("Name", "Size", "Type", "Kind", "Date Modified", "My Computer", "Computer"),
    "QFileIconProvider": ("Drive", "File", "Folder", "Shortcut", "Unknown"),
}  # fmt: skip


def engine_texts() -> list[str]:
    """The engine's labels and help texts, every Message, and the titles of the examples, each once, sorted."""
    texts: set[str] = set()
    for path in (PROJECT / "engine").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts.update((*message_texts(tree), *declared_texts(tree)))
    for path in (PROJECT / "gui").rglob("*.py"):
        texts.update(message_texts(ast.parse(path.read_text(encoding="utf-8"))))
    for path in EXAMPLES.glob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        texts.update((document["title"], document["description"]))
    return sorted(text for text in texts if text)


def message_texts(tree: ast.AST) -> Iterator[str]:
    """The templates of a module's Message("...")."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message" and node.args:
            yield from _literals(node.args[0])


def declared_texts(tree: ast.AST) -> Iterator[str]:
    """The words that a module declares for people: label="...", summary = "...", categories."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if not (isinstance(node.func, ast.Attribute) and node.func.attr in COMMAND_LINE):
                for keyword in node.keywords:
                    if keyword.arg in DECLARED:
                        yield from _literals(keyword.value)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and _name(node) in MEANINGS:
            meanings = (value for told in ast.walk(node) if isinstance(told, ast.Dict) for value in told.values)
            yield from (text for value in meanings for text in _literals(value))
        elif isinstance(node, ast.ClassDef):
            for keyword in node.keywords:
                if keyword.arg in DECLARED:
                    yield from _literals(keyword.value)
            for statement in node.body:
                if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                    is_category = node.name == "Category" and not statement.targets[0].id.startswith("_")
                    if statement.targets[0].id in DECLARED or is_category:
                        yield from _literals(statement.value)


def _name(assignment: ast.Assign | ast.AnnAssign) -> str:
    target = assignment.targets[0] if isinstance(assignment, ast.Assign) else assignment.target
    return target.id if isinstance(target, ast.Name) else ""


def _literals(value: ast.expr) -> Iterator[str]:
    for node in ast.walk(value):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def calls(texts: dict[str, Iterable[str]]) -> str:
    """A Python file in which lupdate finds these texts under their contexts."""
    lines = ["from PySide6.QtCore import QCoreApplication"]
    lines += [
        f"QCoreApplication.translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})"
        for context, of_context in texts.items()
        for text in of_context
    ]
    return "\n".join(lines) + "\n"


def update(folder: Path) -> None:
    """Bring the .ts file of each language in the folder up to date, keeping what is translated."""
    sources = sorted(path for path in (PROJECT / "gui").rglob("*.py") if path.name != Path(__file__).name)
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "engine_texts.py"
        listed.write_text(calls({ENGINE_CONTEXT: engine_texts(), **QT_TEXTS}), encoding="utf-8")
        for code in _translated():
            _run("lupdate", *sources, listed, "-locations", "none", "-no-obsolete", "-source-language",
                 SOURCE_LANGUAGE, "-target-language", code, "-ts", folder / f"rambat_{code}.ts")  # fmt: skip


def compile_all(folder: Path) -> None:
    """Make the .qm file of each language in the folder, which is what the program loads."""
    for code in _translated():
        _run("lrelease", folder / f"rambat_{code}.ts", "-qm", folder / f"rambat_{code}.qm")


def _translated() -> list[str]:
    return [code for code in LANGUAGES if code != SOURCE_LANGUAGE]


def _run(tool: str, *arguments: object) -> None:
    folder = Path(PySide6.__file__).parent
    program = next(path for path in (folder / tool, folder / f"{tool}.exe") if path.exists())
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


if __name__ == "__main__":
    update(TRANSLATIONS)
    compile_all(TRANSLATIONS)
