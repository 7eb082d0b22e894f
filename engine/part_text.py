"""A part of a drawing as text that people can read: so it goes from window to window and through other programs."""

from __future__ import annotations

import json

from engine.errors import GraphError, Message
from engine.graph import Graph, excerpt
from engine.graph_json import graph_from_json, graph_to_json

LONGEST_PART = 4_000_000
"""Characters; some ten thousand layers."""


def part_to_text(part: Graph) -> str:
    """The part as indented JSON."""
    return json.dumps(graph_to_json(part), indent=1, ensure_ascii=False)


def part_from_text(text: str) -> Graph:
    """Read what `part_to_text` wrote, whoever held it meanwhile; GraphError says what is wrong with it."""
    if len(text) > LONGEST_PART:
        raise GraphError(
            Message("This text has {length} characters, more than the {longest} that can be pasted.",
                    length=len(text), longest=LONGEST_PART)
        )  # fmt: skip
    if not text.lstrip().startswith("{"):
        raise _foreign(text)
    try:
        written = json.loads(text)
    except json.JSONDecodeError as error:
        raise GraphError(
            Message("The copied layers cannot be read: their text is damaged in line {line}, column {column}.",
                    line=error.lineno, column=error.colno)
        ) from error  # fmt: skip
    except (RecursionError, ValueError) as error:  # thousands of brackets, or a number of thousands of digits
        raise _foreign(text) from error
    if "nodes" not in written:
        raise _foreign(text)
    part = graph_from_json(written)
    if not (len(part) or part.annotations):
        raise GraphError(Message("There are no layers in this text."))
    return part


def _foreign(text: str) -> GraphError:
    return GraphError(
        Message("Only layers that were copied in Rambat can be pasted. Received: {value}.", value=excerpt(text[:100]))
    )
