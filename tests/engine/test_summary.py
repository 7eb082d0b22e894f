"""The summary of a network: what each layer learns and does, counted by hand, and the sums."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.graph import Graph, SetNode
from engine.inference import infer_shapes
from engine.layers import Add, BatchNormalization, Conv2D, Dense, Flatten, Input, MaxPooling2D, Output
from engine.summary import COLUMNS, Bytes, amount, cell_text, cells, summarize, totals

HEADINGS = [str(column.heading) for column in COLUMNS]


def summary_of(graph: Graph) -> dict[str, dict[str, str]]:
    """Every line as it is read, by layer."""
    lines = summarize(graph, infer_shapes(graph))
    rows = [[cell_text(cell) for cell in row] for row in (*map(cells, lines), totals(lines))]
    return {row[0]: dict(zip(HEADINGS, row, strict=True)) for row in rows}


def lenet() -> Graph:
    """LeCun et al. 1998 as it is usually built today: pooling layers without weights, C3 connected to all maps."""
    graph = Graph()
    chain = [
        Input(shape=(28, 28, 1)),
        Conv2D(filters=6, kernel_size=5, padding="same", activation="tanh"),
        MaxPooling2D(),
        Conv2D(filters=16, kernel_size=5, activation="tanh"),
        MaxPooling2D(),
        Flatten(),
        Dense(units=120, activation="tanh"),
        Dense(units=84, activation="tanh"),
        Dense(units=10, activation="softmax"),
        Output(loss="sparse_categorical_crossentropy"),
    ]
    last: tuple[str, ...] = ()
    for layer in chain:
        last = (graph.add(layer, after=last),)
    return graph


def test_lenet_by_hand() -> None:
    rows = summary_of(lenet())
    work = {name: row["Multiply-adds"] for name, row in rows.items() if row["Multiply-adds"] != "0"}
    assert work == {
        "conv2d_1": "117,600",  # 28·28 places × 5·5·1·6
        "conv2d_2": "240,000",  # 10·10 places × 5·5·6·16
        "dense_1": "48,000",
        "dense_2": "10,080",
        "dense_3": "840",
        "Total": "416,520",
    }
    assert rows["Total"]["Parameters"] == "61,706"
    assert rows["conv2d_1"]["Activations"] == "18.8 kB"  # 4·28·28·6
    assert rows["Total"]["Weights"] == "246.8 kB"


def test_what_is_frozen_or_kept_is_not_trainable() -> None:
    graph = Graph()
    source = graph.add(Input(shape=(3,)))
    hidden = graph.add(Dense(units=4, trainable=False), after=source)
    graph.add(Output(), after=graph.add(BatchNormalization(), after=hidden))
    rows = summary_of(graph)
    assert (rows["dense_1"]["Parameters"], rows["dense_1"]["Trainable"]) == ("16", "0")
    assert (rows["batch_normalization_1"]["Parameters"], rows["batch_normalization_1"]["Trainable"]) == ("16", "8")
    assert rows["Total"]["Trainable"] == "8"


def test_shared_weights_count_once_and_work_twice() -> None:
    graph = Graph()
    source = graph.add(Input(shape=(2,)))
    first = graph.add(Dense(units=4), after=source)
    second = graph.add(Dense(units=4), after=source, shares=first)
    graph.add(Output(), after=graph.add(Add(), after=[first, second]))
    rows = summary_of(graph)
    assert rows[second]["Parameters"] == f"those of {first}"
    assert (rows["Total"]["Parameters"], rows["Total"]["Multiply-adds"]) == ("12", "16")


def test_what_is_not_known_yet_is_said_so_and_the_rest_is_summed() -> None:
    graph = Graph()
    graph.add(Dense(units=2), after=graph.add(Input(shape=(3,))))
    graph.add(Dense(units=5))
    rows = summary_of(graph)
    assert rows["dense_2"]["Output shape"] == rows["dense_2"]["Multiply-adds"] == rows["dense_2"]["Parameters"] == "?"
    assert rows["Total"]["Parameters"] == "8"


def test_a_title_stands_before_the_id() -> None:
    graph = Graph()
    graph.add(Input())
    graph.apply(SetNode(graph["input_1"], replace(graph["input_1"], title="Picture")))
    assert "Picture (input_1)" in summary_of(graph)


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (1_536_000, "1.5 MB"), (10**16, "10000.0 TB")]
)
def test_bytes_in_words(size: int, text: str) -> None:
    assert amount(size) == cell_text(Bytes(size)) == text
