from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import skops.io
from sklearn.linear_model import LinearRegression

from pejl.screening.model.design import Unfit
from pejl.screening.model.files import read_model, write_model
from pejl.screening.model.hazard_model import HazardModel, model_from
from pejl.screening.model.packed import unpacked
from pejl.screening.spells import chosen
from screening.model.planted import Drawn


def test_a_model_comes_back_from_its_file_bit_for_bit(plain: Drawn, model: HazardModel, tmp_path: Path) -> None:
    again = replace(model, recalibration=model.recalibrated(plain.spells).recalibration)
    for number, each in enumerate((model, again)):
        path = tmp_path / f"{number}.skops"
        told = write_model(each, path)
        assert told == each.sha256
        read = read_model(path, told)
        columns = chosen(plain.spells.columns, np.arange(20))
        one, other = (some.score(columns, np.zeros(20), (13.0, 26.0)) for some in (each, read))
        assert np.array_equal(one.high, other.high)
        assert read.terms() == each.terms()
        assert read.sha256 == told
        assert read.recipe == each.recipe


def test_a_file_that_was_touched_is_refused(model: HazardModel, tmp_path: Path) -> None:
    path = tmp_path / "model.skops"
    told = write_model(model, path)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(Unfit, match="not the one that was trained and approved"):
        read_model(path, told)


def test_a_file_that_is_gone_is_told_of_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="cannot be read"):
        read_model(tmp_path / "model.skops", "0" * 64)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (skops.io.dumps({"plain": "{}", "arrays": LinearRegression()}), "sklearn.*LinearRegression"),
        (skops.io.dumps({"plain": "{}", "path": Path()}), "it holds what no model holds"),
        (skops.io.dumps({"plain": "{}", "text": "x"}), "no arrays of numbers: text"),
        (skops.io.dumps([1, 2]), "cannot be taken apart"),
        (skops.io.dumps({"plain": "{", "a": np.zeros(1)}), "cannot be taken apart"),
        (b"no archive at all", "cannot be taken apart"),
    ],
)
def test_a_file_that_holds_anything_else_than_a_model_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(Unfit, match=says):
        model_from(*unpacked(data))


def test_a_model_without_one_of_its_parts_is_refused(model: HazardModel) -> None:
    plain, arrays = unpacked(model.packed())
    with pytest.raises(Unfit, match="parameters"):
        model_from(plain, {name: value for name, value in arrays.items() if name != "parameters"})


def test_the_file_holds_arrays_and_text_and_no_classes_of_ours(model: HazardModel) -> None:
    with zipfile.ZipFile(io.BytesIO(model.packed())) as archive:
        schema = archive.read("schema.json").decode()
    assert "pejl" not in schema
    assert "pickle" not in schema
