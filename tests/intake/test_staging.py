"""A delivery becomes files: accepted rows beside quarantined ones, always the same bytes, and nothing personal."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.small_tables import CONTRACT, GRANTS
from pejl.intake.ahead import Behind, ahead
from pejl.intake.checks.unknown_columns import holds_personal_numbers, is_running_text
from pejl.intake.faults import FaultKind, Refused
from pejl.intake.files.opening import opened
from pejl.intake.gathering import ROWS, gathered
from pejl.intake.key import Key
from pejl.intake.pseudonym import PSEUDONYM, Pseudonyms
from pejl.intake.rows.of_file import read_rows
from pejl.intake.staging import Staged, stage
from pejl.intake.table_file import ROWS_IN_GROUP, TableFile

DESCRIPTION = """
[delivery]
source = "Fjordby Kommunes fagsystem"
known = 2025-12-31
[[table]]
name = "grants"
files = ["*.csv"]
left_out = ["Navn"]
[table.columns]
id = "Nr"
person = { from = "CPR", identifier = "cpr" }
start = "Start"
mode = "Kørsel"
cost = "Beløb"
"""
HEAD = "Nr;CPR;Start;Kørsel;Beløb"
ROW = "{0};010180-1234;06-01-2025;Bus;1.234,50"


def delivered(folder: Path, **files: str) -> Path:
    folder.mkdir()
    (folder / "delivery.toml").write_text(DESCRIPTION, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="cp1252")
    return folder


def text(rows: int, more: str = "", first: int = 0) -> str:
    return "\n".join([HEAD + more, *(ROW.format(first + row) + (";x" if more else "") for row in range(rows))]) + "\n"


def staged(path: Path, into: Path, told: list[tuple[str, int, int]] | None = None) -> Staged:
    with opened(path, CONTRACT) as delivery:
        pseudonyms = Pseudonyms(Key(bytes(32)), delivery.description.source)
        return stage(delivery, CONTRACT, into, pseudonyms, lambda *far: None if told is None else told.append(far))


def test_rows_of_all_files_lie_in_one_table_with_their_file_and_line(tmp_path: Path) -> None:
    path = delivered(tmp_path / "d", a=text(2), b=text(1, first=9).replace("06-01-2025", "x") + ROW.format(10) + "\n")
    table = staged(path, tmp_path / "out").tables["grants"]
    rows = pq.read_table(table.path).to_pylist()
    assert [(row["id"], row["source_file"], row["source_line"]) for row in rows] == [
        ("0", "a.csv", 2),
        ("1", "a.csv", 3),
        ("10", "b.csv", 3),
    ]
    assert all(PSEUDONYM.match(row["person"]) for row in rows)
    assert (table.rows, table.quarantined, table.fault_counts) == (3, 1, {(FaultKind.NO_DAY, "start"): 1})
    assert sorted(str(each.relative_to(tmp_path / "out")) for each in (tmp_path / "out").rglob("*.*")) == [
        "grants.parquet",
        "quarantine/grants.parquet",
    ]


def test_the_same_delivery_gives_the_same_bytes(tmp_path: Path) -> None:
    path = delivered(tmp_path / "d", a=text(3_000), b=text(2_000, first=5_000))
    hashes = set()
    for out in ("one", "two", "three"):
        tables = staged(path, tmp_path / out).tables["grants"]
        hashes.add(hashlib.sha256(tables.path.read_bytes() + tables.quarantine_path.read_bytes()).hexdigest())
    assert len(hashes) == 1


def test_how_far_it_has_come_is_told_until_all_bytes_are_read(tmp_path: Path) -> None:
    path = delivered(tmp_path / "d", a=text(20_000), b=text(5, first=30_000))
    told: list[tuple[str, int, int]] = []
    staged(path, tmp_path / "out", told)
    total = (path / "a.csv").stat().st_size + (path / "b.csv").stat().st_size
    done = [each for _, each, _ in told]
    assert done == sorted(done)
    assert told[-1] == ("b.csv", total, total)


def test_columns_that_nobody_asked_for_are_told_of_and_not_stored(tmp_path: Path) -> None:
    table = staged(delivered(tmp_path / "d", a=text(2, ";Journalkode")), tmp_path / "out").tables["grants"]
    assert table.unknown_columns == ("Journalkode",)
    assert "Journalkode" not in pq.read_schema(table.path).names


def test_a_column_that_is_left_out_may_hold_anything(tmp_path: Path) -> None:
    body = text(2, ";Navn").replace(
        ";x", ";Anna Holm, 010180-1234, ringede i går og fortalte om sin sygdom og sit barn"
    )
    table = staged(delivered(tmp_path / "d", a=body), tmp_path / "out").tables["grants"]
    assert (table.rows, table.unknown_columns, table.left_out_columns) == (2, (), ("Navn",))


def test_a_personal_number_far_down_in_an_unknown_column_is_seen_if_it_is_in_the_sample(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="»Ref« holder CPR-numre") as refused:
        staged(delivered(tmp_path / "d", a=text(300, ";Ref") + ROW.format(999) + ";0101801234\n"), tmp_path / "out")
    assert "0101801234" not in str(refused.value)


def test_a_file_whose_name_holds_a_personal_number_is_refused(tmp_path: Path) -> None:
    path = delivered(tmp_path / "d", **{"borger 010180-1234": text(1)})
    with pytest.raises(Refused, match="CPR-nummer i sit navn") as refused:
        staged(path, tmp_path / "out")
    assert "1234" not in str(refused.value)


def test_nothing_is_written_before_every_file_has_the_columns_that_are_required(tmp_path: Path) -> None:
    path = delivered(tmp_path / "d", a=text(2), b=text(2).replace("Start", "Begyndt"))
    with pytest.raises(Refused, match=r"b.csv: der er ingen kolonne »Start«.*»Begyndt«"):
        staged(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("bad", "refused"), [(10, False), (11, True)])
def test_more_than_half_of_the_rows_wrong_in_one_way_is_a_wrong_description(
    bad: int, refused: bool, tmp_path: Path
) -> None:
    lines = text(20).replace("Bus", "Tog", bad)
    path = delivered(tmp_path / "d", a=lines)
    if refused:
        with pytest.raises(Refused, match=r"»Kørsel«: 11 af 20 rækker har samme fejl, for eksempel »Tog« i linje 2"):
            staged(path, tmp_path / "out")
    else:
        assert staged(path, tmp_path / "out").tables["grants"].quarantined == 10


def test_no_thread_is_left_when_a_delivery_is_refused_or_interrupted(tmp_path: Path) -> None:
    def interrupt(*far: object) -> None:
        if len(seen) > 1:
            raise KeyboardInterrupt
        seen.append(far)

    seen: list[object] = []
    path = delivered(tmp_path / "d", a=text(60_000))
    with opened(path, CONTRACT) as delivery, pytest.raises(KeyboardInterrupt):
        stage(delivery, CONTRACT, tmp_path / "out", Pseudonyms(Key(bytes(32)), "x"), interrupt)
    assert not [each for each in threading.enumerate() if each.name.startswith("pejl-")]


def test_batches_are_put_together_without_losing_rows_or_what_could_not_be_read(tmp_path: Path) -> None:
    path = delivered(tmp_path / "d", a=text(70_000).replace("Bus;", "Bus;;;", 3))
    with opened(path, CONTRACT) as delivery:
        (described,) = delivery.description.tables
        (file,) = delivery.files(described)
        batches = list(gathered(read_rows(file, described)))
    assert sum(len(batch.lines) for batch in batches) == 69_997
    assert [line for batch in batches for line, _ in batch.malformed] == [2, 3, 4]
    assert all(len(batch.lines) + len(batch.malformed) >= ROWS for batch in batches[:-1])


def test_groups_of_rows_have_one_size_however_the_rows_come(tmp_path: Path) -> None:
    rows = pq.read_table(staged(delivered(tmp_path / "d", a=text(50_000)), tmp_path / "o").tables["grants"].path)
    for number, size in enumerate((50_000, 777)):
        with Behind() as behind, TableFile(tmp_path / f"{number}.parquet", GRANTS.schema, behind.do) as file:
            for _ in range(3):
                for batch in rows.to_batches(size):
                    file.write(batch)
        metadata = pq.read_metadata(tmp_path / f"{number}.parquet")
        assert [metadata.row_group(group).num_rows for group in range(metadata.num_row_groups)] == [
            ROWS_IN_GROUP,
            150_000 - ROWS_IN_GROUP,
        ]
    assert (tmp_path / "0.parquet").read_bytes() == (tmp_path / "1.parquet").read_bytes()


@settings(deadline=None)
@given(st.lists(st.integers(), max_size=20))
def test_what_is_fetched_ahead_comes_in_its_order(items: list[int]) -> None:
    assert list(ahead(iter(items))) == items


def test_what_goes_wrong_ahead_is_raised_in_its_turn() -> None:
    def rows() -> object:
        yield 1
        raise Refused("nej")

    found = ahead(rows())  # type: ignore[arg-type]
    assert next(found) == 1
    with pytest.raises(Refused, match="nej"):
        next(found)


def test_what_goes_wrong_behind_is_raised_at_the_end() -> None:
    def fail() -> None:
        raise OSError("disken er fuld")

    with pytest.raises(OSError, match="fuld"), Behind() as behind:
        behind.do(fail)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["Anna Holm", "Bo Lund"], False),
        (["Fjordvej 12", "Havnegade 3"], False),
        (["17", "18"], False),
        (["Borgeren har det dårligt og kan ikke møde op i denne uge"], True),
        (["kort"] * 20 + ["Borgeren har det dårligt og kan ikke møde op i denne uge"], False),
        (["kort"] * 500 + ["Borgeren har det dårligt og kan ikke møde op i denne uge. " * 4], True),
    ],
)
def test_running_text_is_told_from_names_and_numbers(cells: list[str], found: bool) -> None:
    assert is_running_text(cells) is found


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["x", "se 010180-1234"], True),
        (["101801234", "202811234", "303821234", "404831234", "505841234"], True),
        (["12345678", "87654321"], False),
        (["999999999"] * 9, False),
    ],
)
def test_personal_numbers_are_seen_also_without_their_first_nought(cells: list[str], found: bool) -> None:
    assert holds_personal_numbers(cells) is found
