"""What can go wrong, as types, and the sentences that say so.

RambatError
├── HyperparameterError   a value that its declaration does not allow
├── GraphError            an edit that the graph refuses, or a graph that cannot run
│   └── ShapeError        shapes that do not fit a layer
├── DataError             data that cannot be read or do not fit the network
├── ProjectError          a project file that is damaged, foreign or incomplete
├── ExportError           a target that cannot hold this network, or a file that cannot be written
└── DivergenceError       a training run whose numbers are no longer finite
"""

from __future__ import annotations

from typing import Any


class Message:
    """A translatable sentence: an English template and the values that it names.

    The window translates the template and then fills in the values; `str()` gives English.
    A value may itself be a Message.
    """

    __slots__ = ("template", "values")

    def __init__(self, template: str, /, **values: Any) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template

    def __repr__(self) -> str:
        return f"Message({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.template, self.values) == (other.template, other.values)

    def __hash__(self) -> int:
        return hash((self.template, str(self)))


class RambatError(Exception):
    """The root of all errors that a user can cause: it carries one Message or more."""

    def __init__(self, *messages: Message) -> None:
        super().__init__(*messages)
        self.messages = messages

    def __str__(self) -> str:
        return "\n".join(str(message) for message in self.messages)


class HyperparameterError(RambatError):
    """A value that its declaration does not allow."""


class GraphError(RambatError):
    """An edit that the graph refuses, or a graph that cannot run."""


class ShapeError(GraphError):
    """Shapes that do not fit a layer."""


class DataError(RambatError):
    """Data that cannot be read or do not fit the network."""


class ProjectError(RambatError):
    """A project file that is damaged, foreign or incomplete; one message for each thing wrong."""


class ExportError(RambatError):
    """A target that cannot hold this network, or a file that cannot be written."""


class DivergenceError(RambatError):
    """A training run whose numbers are no longer finite.

    `step` counts from 1 over the whole run; `node` is the layer where the first bad number stands.
    """

    def __init__(self, message: Message, step: int, node: str) -> None:
        super().__init__(message)
        self.step = step
        self.node = node
