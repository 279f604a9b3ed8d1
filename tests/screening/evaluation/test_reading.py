"""Any file of spells is read as a person would read it, and what cannot be used is told with its number."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pejl.screening.evaluation.chosen_times import times_for
from pejl.screening.evaluation.heavy_tails import steadied
from pejl.screening.evaluation.leaks import leaks_of
from pejl.screening.evaluation.recipe import bands_of
from pejl.screening.evaluation.spell_file import SpellFile, read_spells
from pejl.screening.evaluation.splits import folds_of, sites_of
from pejl.screening.evaluation.wish import Unusable, Wish
from pejl.screening.spells import NOT_ENDED
from screening.evaluation.spell_files import NAMES, rows, write


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "spells.csv", rows(200))


def read(path: Path, **asked: object) -> SpellFile:
    return read_spells(replace(Wish(path, "varighed", "slut"), **asked))  # type: ignore[arg-type]


def test_columns_are_taken_for_what_they_are(file: Path) -> None:
    found = read(file)
    assert found.features.kinds == {
        **{"alder": "number", "gren": "words", "sted": "words", "person": "words"},
        **{"forventer": "number", "dag": "number"},
    }
    assert found.features.codes == ("alder", "forventer")
    assert "altid is left out: it is the same in all lines." in found.remarks
    assert "dag holds days; it is taken as a number of days." in found.remarks
    assert len(found.spells) == 200
    assert not found.left_out


def test_names_of_cases_are_no_feature(tmp_path: Path) -> None:
    spells = [(*row[:5], f"sag {number}", *row[6:]) for number, row in enumerate(rows(200))]
    found = read(write(tmp_path / "spells.csv", spells))
    assert "person" not in found.features.names
    assert any("names, not a feature" in remark for remark in found.remarks)


def test_danish_and_english_files_and_parquet_are_read_alike(file: Path, tmp_path: Path) -> None:
    english = read(file)
    danish = read(write(tmp_path / "dansk.csv", rows(200), delimiter=";", comma=True))
    pq.write_table(pa.table(dict(zip(NAMES, zip(*rows(200), strict=True), strict=True))), tmp_path / "spells.parquet")
    for other in (danish, read(tmp_path / "spells.parquet")):
        assert np.array_equal(other.spells.ends.time, english.spells.ends.time)
        assert np.array_equal(other.spells.ends.exit, english.spells.ends.exit)
        assert np.array_equal(other.spells.columns["alder"], english.spells.columns["alder"])
        assert other.spells.columns["gren"].tolist() == english.spells.columns["gren"].tolist()


def test_lines_that_cannot_be_used_are_counted_by_the_reason(tmp_path: Path) -> None:
    spells = rows(200)
    spells[0] = (0, *spells[0][1:])
    spells[1] = ("", *spells[1][1:])
    spells[2] = (-3, *spells[2][1:])
    spells[3] = (spells[3][0], "NA", *spells[3][2:])
    path = write(tmp_path / "spells.csv", spells)
    path.write_text(path.read_text(encoding="utf-8") + "1,1,30\n", encoding="utf-8")
    found = read(path)
    assert found.left_out == {
        "another number of cells than the first line": 1,
        "the time is missing or no number": 1,
        "the time is 0 or below": 2,
        "it is not known how the spell ended": 1,
    }
    assert found.lines == 201
    assert len(found.spells) == 196


@pytest.mark.parametrize(
    ("words", "asked", "ended"),
    [
        (("1", "0"), {}, 1),
        (("True", "False"), {}, 1),
        (("dead", "alive"), {}, 1),
        (("1.0", "0.0"), {}, 1),
        (("2", "1"), {"censored": ("1",)}, 1),
        (("0", "1"), {"censored": ("1",)}, 1),
        (("arbejde", "igang"), {}, 1),
        (("arbejde", "igang"), {"exits": True}, 1),
    ],
)
def test_ends_are_read_as_files_write_them(
    tmp_path: Path, words: tuple[str, str], asked: dict[str, object], ended: int
) -> None:
    spells = [(row[0], words[0] if row[1] else words[1], *row[2:]) for row in rows(200)]
    found = read(write(tmp_path / "spells.csv", spells), **asked)
    assert found.spells.ends.ended.tolist() == [bool(row[1]) for row in rows(200)]
    assert len(found.exits) == ended


def test_exits_that_compete_are_told_apart(tmp_path: Path) -> None:
    exits = ("arbejde", "fleksjob")
    spells = [(row[0], exits[number % 2] if row[1] else "censored", *row[2:]) for number, row in enumerate(rows(200))]
    found = read(write(tmp_path / "spells.csv", spells), exits=True)
    assert found.exits == exits
    assert set(found.spells.ends.exit.tolist()) == {0, 1, NOT_ENDED}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"time": "tid"}, "has no column tid"),
        ({"time": "gren"}, "holds words"),
        ({"time": "dag"}, "holds days"),
        ({"features": ("alder", "varighed")}, "is the time itself"),
        ({"features": ("altid",)}, "None of the features tells anything"),
        ({"event": "alder"}, "not clear which of them is an end"),
        ({"event": "slut", "censored": ("9",)}, "--censored names 9"),
        ({"numbers": ("gren",)}, "the column holds words"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(file: Path, asked: dict[str, object], sentence: str) -> None:
    with pytest.raises(Unusable, match=sentence):
        read(file, **asked)


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="cannot be read: No such file"):
        read(tmp_path / "nowhere.csv")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\x00\x00\x01")
    with pytest.raises(Unusable, match="is no text and no Parquet file"):
        read(tmp_path / "picture.csv")
    (tmp_path / "empty.csv").write_bytes(b"")
    with pytest.raises(Unusable, match="the first line is empty"):
        read(tmp_path / "empty.csv")


def test_horizons_that_cannot_be_measured_are_told(file: Path) -> None:
    found, asked = read(file), Wish(file, "varighed", "slut", horizons=(4, 8, 900))
    times = times_for(asked, found.spells.ends)
    assert times.horizons == (4, 8)
    assert "no spell is seen beyond" in times.remarks[0]
    assert "No horizons were named" in times_for(replace(asked, horizons=()), found.spells.ends).remarks[0]
    for wrong, sentence in (({"horizons": (900,)}, "No horizon lies within"), ({"main": 5.0}, "is not one of")):
        with pytest.raises(Unusable, match=sentence):
            times_for(replace(asked, **wrong), found.spells.ends)
    with pytest.raises(Unusable, match="there is one"):
        sites_of(found.spells, np.array(["alene"] * 200, dtype=object), 5, seed=1)
    with pytest.raises(Unusable, match="need at least as many ends"):
        folds_of(found.spells.only(np.arange(30)), 40, 8, seed=1)


def test_too_few_spells_or_ends_are_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="20 spells can be used"):
        read(write(tmp_path / "few.csv", rows(20)))
    spells = [(row[0], 0, *row[2:]) for row in rows(200)]
    with pytest.raises(Unusable, match="No spell was seen to end"):
        read(write(tmp_path / "none.csv", spells))


def test_the_time_in_disguise_looks_like_a_leak(tmp_path: Path) -> None:
    spells = [(*row[:6], row[0] ** 2, *row[7:]) for row in rows(300)]
    found = read(write(tmp_path / "spells.csv", spells))
    leaks = leaks_of(found.spells, found.features, 8)
    assert [leak.feature for leak in leaks] == ["forventer"]
    assert "rank correlation 1.00" in leaks[0].sentence


def test_spells_of_one_person_are_never_divided(file: Path) -> None:
    found = read(file, same="person")
    for fold in folds_of(found.spells, 5, 8, seed=1):
        assert not set(found.spells.same[fold.train]) & set(found.spells.same[fold.test])
    every = np.concatenate([fold.test for fold in folds_of(found.spells, 5, 8, seed=1)])
    assert sorted(every.tolist()) == list(range(200))


def test_each_site_is_tested_on_by_what_the_others_teach(file: Path) -> None:
    found = read(file, hold_out="sted")
    assert found.site is not None
    folds = sites_of(found.spells, found.site, 5, seed=1)
    assert [fold.name for fold in folds] == ["sted 0", "sted 1", "sted 2"]
    for fold in folds:
        assert set(found.site[fold.test]) == {fold.name}
        assert fold.name not in set(found.site[fold.train])


def test_bands_are_cut_at_the_horizons_and_where_enough_spells_end() -> None:
    ended = np.repeat(np.arange(1.0, 21), 30)
    bands = bands_of(ended, 40.0, (8, 13, 26))
    assert bands[0] == 0
    assert {8, 13, 26, 40} <= set(bands)
    assert list(bands) == sorted(set(bands))
    assert bands_of(np.array([3.0] * 50), 3.0, (2,)) == (0.0, 2.0, 3.0)


def test_a_number_with_heavy_tails_is_told_on_another_scale() -> None:
    usual = np.random.default_rng(1).normal(size=500)
    heavy = np.append(usual[:-2], [5000.0, np.nan])
    steady = steadied({"usual": usual, "heavy": heavy})
    assert set(steady.scales) == {"heavy"}
    told = np.asarray(steady.columns({"usual": usual, "heavy": heavy})["heavy"], dtype=float)
    assert told[-2] < 12
    assert np.isnan(told[-1])
    assert np.array_equal(np.argsort(told[:-1]), np.argsort(heavy[:-1]))
