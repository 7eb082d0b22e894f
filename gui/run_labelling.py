"""Runs named, starred, deleted and restored by people: each an undoable step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from engine.errors import Message
from engine.runs.labels import LONGEST_NAME, PLAIN, RunLabel, labelled, title
from engine.runs.run import Run
from gui.document import Document


def label_of(document: Document, run: Run) -> RunLabel:
    """What people have said of a run."""
    return document.project.run_labels.get(run.number, PLAIN)


def name_run(document: Document, run: Run, name: str) -> None:
    """Call a run so; by its number where nothing is left."""
    name = " ".join(name.split())[:LONGEST_NAME]
    if name == str(Message("Run {number}", number=run.number)):
        name = ""
    label = replace(label_of(document, run), name=name)
    labels = labelled(document.project.run_labels, run.number, label)
    document.set_setting(Message("Name a run"), "run_labels", labels, f"name {run.number}")


def star_runs(document: Document, runs: Iterable[Run]) -> None:
    """Give all of them a star, or take it from all where each has one."""
    listed = list(runs)
    starred = not all(label_of(document, run).starred for run in listed)
    said = Message("Star {what}") if starred else Message("Take the star from {what}")
    _change(document, said, listed, starred=starred)


def delete_runs(document: Document, runs: Iterable[Run], deleted: bool = True) -> None:
    """Take runs from the list until they are restored; with the project they are closed for good."""
    _change(document, Message("Delete {what}") if deleted else Message("Restore {what}"), list(runs), deleted=deleted)


def _change(document: Document, said: Message, runs: list[Run], **values: Any) -> None:
    """One step for all of them; the same step on others is another."""
    if not runs:
        return
    labels = document.project.run_labels
    called = title(runs[0], labels) if len(runs) == 1 else Message("{count} runs", count=len(runs))
    for run in runs:
        labels = labelled(labels, run.number, replace(labels.get(run.number, PLAIN), **values))
    part = " ".join((said.template, *(str(run.number) for run in runs)))
    document.set_setting(Message(said.template, what=called), "run_labels", labels, part)
