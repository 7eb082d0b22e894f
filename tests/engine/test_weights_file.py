"""Named arrays: exact round trips, and files that would run code, claim sizes or hold no numbers."""

from __future__ import annotations

import io
import json
import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.errors import DataError
from engine.weights_file import npz_arrays, npz_bytes, read_weights, safetensors_arrays, safetensors_bytes

ARRAYS = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}_[0-9]\.(kernel|bias)", fullmatch=True),
    hnp.arrays(st.sampled_from([np.float32, np.float64]), hnp.array_shapes(min_dims=0, max_dims=4, max_side=4)),
    max_size=4,
)
FORMATS = [(npz_bytes, npz_arrays), (safetensors_bytes, safetensors_arrays)]


@pytest.mark.parametrize(("write", "read"), FORMATS)
@given(ARRAYS)
def test_round_trip_to_the_bit(write: Any, read: Any, arrays: dict[str, np.ndarray]) -> None:
    content = write(arrays)
    back = read(content)
    assert back.keys() == arrays.keys()
    for name, array in arrays.items():
        assert back[name].dtype == array.dtype
        assert back[name].shape == array.shape
        assert back[name].tobytes() == array.tobytes()
    assert write(dict(arrays)) == content


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_arrays_that_are_not_contiguous(write: Any, read: Any) -> None:
    table = np.arange(12, dtype=np.float32).reshape(3, 4)
    for array in (table.T, table[:, ::2], table[::-1], np.asfortranarray(table)):
        assert np.array_equal(read(write({"w": array}))["w"], array)


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_reads_what_numpy_writes(save: Any) -> None:
    buffer = io.BytesIO()
    arrays = {"a": np.arange(6).reshape(2, 3), "b": np.asfortranarray(np.ones((2, 3))), "c": np.array([1.5], ">f8")}
    save(buffer, **arrays)
    back = npz_arrays(buffer.getvalue())
    assert all(np.array_equal(back[name], array) for name, array in arrays.items())
    assert back["c"].dtype.isnative
    assert back["a"].flags.writeable


def test_numpy_reads_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "w.npz"
    path.write_bytes(npz_bytes({"dense_1.kernel": np.eye(3)}))
    with np.load(path) as archive:
        assert np.array_equal(archive["dense_1.kernel"], np.eye(3))


class Trap:
    """Unpickling this would be noticed."""

    def __reduce__(self) -> tuple[Any, ...]:
        return pytest.fail, ("a pickle was loaded",)


def npz_with(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("w.npy", content)
    return buffer.getvalue()


def npy(header: str, data: bytes = b"") -> bytes:
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header.encode() + data


OBJECTS = npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", pickle.dumps(Trap()))


@pytest.mark.parametrize(
    "content",
    [
        OBJECTS,
        pickle.dumps(Trap()),
        b"",
        b"\x93NUMPY",
        npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,), }", bytes(8)),
        npy("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }", bytes(8)),
        npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1.0,), }", bytes(8)),
        npy("{'descr': '<f8', 'fortran_order': False, 'shape': 1, }", bytes(8)),
        npy("{'descr': '<f8', 'shape': (1,), }", bytes(8)),
        npy("{'descr': '<f7', 'fortran_order': False, 'shape': (1,), }", bytes(7)),
        npy("{'descr': '<U2', 'fortran_order': False, 'shape': (1,), }", bytes(8)),
        npy("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }", bytes(8)),
        npy("__import__('os').abort()"),
        npy("[" * 500),
        npy("7"),
    ],
)
def test_members_that_are_no_plain_numbers(content: bytes) -> None:
    with pytest.raises(DataError, match=r"w\.npy is not a plain array of numbers"):
        npz_arrays(npz_with(content))


def test_other_members_do_not_belong() -> None:
    with pytest.raises(DataError, match="does not belong"):
        npz_arrays(npz_with(b"").replace(b"w.npy", b"w.txt"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\xff" * 8 + b"{}",
        (100).to_bytes(8, "little") + b"{}",
        safetensors_bytes({"w": np.ones(4)})[:-1],
        safetensors_bytes({"w": np.ones(4)}).replace(b"F64", b"X64"),
        safetensors_bytes({"w": np.ones(4)}).replace(b"[4]", b"[5]"),
        pickle.dumps(Trap()),
    ],
)
def test_damaged_safetensors(content: bytes) -> None:
    with pytest.raises(DataError, match="neither"):
        safetensors_arrays(content)


def test_half_precision_of_others_is_read_or_refused() -> None:
    header = json.dumps({"w": {"dtype": "BF16", "shape": [2], "data_offsets": [0, 4]}}).encode()
    content = len(header).to_bytes(8, "little") + header + bytes(4)
    try:
        assert safetensors_arrays(content)["w"].shape == (2,)
    except DataError as error:
        assert "neither" in str(error)  # noqa: PT017


def test_files_are_told_apart_by_content(tmp_path: Path) -> None:
    for name, content in (("a.bin", npz_bytes({"w": np.ones(2)})), ("b.npz", safetensors_bytes({"w": np.ones(2)}))):
        (tmp_path / name).write_bytes(content)
        assert read_weights(tmp_path / name)["w"].tolist() == [1, 1]


def test_errors_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "text.npz").write_text("not an archive")
    for name in ("text.npz", "missing.npz", "."):
        with pytest.raises(DataError) as caught:
            read_weights(tmp_path / name)
        assert str(tmp_path) in str(caught.value)
