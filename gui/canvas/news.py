"""What the edits of one command leave to be shown anew, by id: each once, however many edits concern it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from engine.annotations import AddAnnotation, RemoveAnnotation, SetAnnotation
from engine.graph import AddEdge, AddNode, Graph, RemoveEdge, RemoveNode, SetId, SetNode
from gui import names
from gui.edit_command import DocumentEdit, SetSetting


@dataclass
class News:
    """Layers that are `there` or `gone` now, and of the former what is another.

    `changed` are to be laid out anew, `rewired` have other wires and `moved` stand elsewhere; about what is `touched`
    there is something else to show on the cards of groups and in annotations.
    """

    there: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    new_ids: dict[str, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    rewired: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    wires: bool = False
    renamed: bool = False
    turned: bool = False

    def laid_out(self, node_id: str) -> None:
        """A layer's card is new, and shows all that there is to show."""
        for waiting in (self.changed, self.rewired, self.moved):
            waiting.discard(node_id)


def read_news(changes: Iterable[DocumentEdit], graph: Graph) -> News:
    """What edits that were applied to this graph leave to be shown."""
    news = News()
    for edit in changes:
        news.renamed |= names.renames(edit)
        _note(news, edit, graph)
    named = news.there
    news.there, news.gone = {key for key in named if key in graph}, {key for key in named if key not in graph}
    news.changed |= news.there
    for waiting in (news.changed, news.rewired, news.moved):
        waiting.intersection_update(key for key in tuple(waiting) if key in graph)
    return news


def _note(news: News, edit: DocumentEdit, graph: Graph) -> None:
    match edit:
        case AddNode(node) | RemoveNode(node):
            news.there.add(node.id)
            news.touched.add(node.id)
            news.wires = True
        case AddEdge(edge) | RemoveEdge(edge):
            news.rewired |= {edge.source, edge.target}
            news.touched |= {edge.source, edge.target}
            news.wires = True
        case SetNode(_, after) if edit.only_moves:
            news.moved.add(after.id)
        case SetNode(_, after):
            told = names.renames(edit) and after.id in graph
            news.changed.update(graph.users(after.id) if told else (after.id,))
            news.touched.add(after.id)
        case SetId(old, new):
            news.there |= {old, new}
            news.new_ids[old] = new
            news.changed.update(graph.users(new) if new in graph else ())
            news.touched |= {old, new}
            news.wires = True
        case SetAnnotation(_, annotation) | AddAnnotation(annotation) | RemoveAnnotation(annotation):
            news.touched.add(annotation.id)
        case SetSetting(name="direction"):
            news.turned = news.wires = True
        case SetSetting():
            pass
