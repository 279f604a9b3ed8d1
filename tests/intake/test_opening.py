"""A delivery is opened as it was sent, a folder or a zip, and what might be a trap is refused with a sentence."""

from __future__ import annotations

import os
import stat
import unicodedata
import zipfile
from pathlib import Path

import pytest

from intake.small_tables import CONTRACT, NAMES, cells
from pejl.intake.faults import Refused
from pejl.intake.files.opening import opened
from pejl.intake.rows.of_file import read_rows

TOML = """[delivery]
source = "Fjordby"
known = 2025-12-31

[[table]]
name = "grants"
files = ["grants*.csv"]

[table.columns]
person = { from = "Borger", identifier = "own" }
id = "Nr"
start = "Startdato"
mode = "Måde"
cost = "Beløb"
"""
ROWS = ";".join(NAMES) + "\n1;B1;31-12-2025;bus;1.234,56\n"


def folder(path: Path, toml: str = TOML, **files: str | bytes) -> Path:
    """A delivery as a folder; `_` in a name stands for a full stop."""
    path.mkdir(parents=True, exist_ok=True)
    (path / "delivery.toml").write_text(toml, encoding="utf-8")
    for name, data in (files or {"grants_csv": ROWS}).items():
        (path / name.replace("_", ".")).write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def packed(path: Path, members: dict[str, str | bytes], **how: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return path


def test_the_same_content_has_the_same_id_as_folder_and_as_zip(tmp_path: Path) -> None:
    as_folder = folder(tmp_path / "a")
    plain = packed(tmp_path / "a.zip", {"grants.csv": ROWS, "delivery.toml": TOML})
    within = packed(tmp_path / "b.zip", {"sendt/delivery.toml": TOML, "sendt/grants.csv": ROWS, "__MACOSX/._x": "x"})
    ids = set()
    for path in (as_folder, plain, within):
        with opened(path, CONTRACT) as delivery:
            ids.add(delivery.id)
            described = delivery.description.tables[0]
            assert [row for file in delivery.files(described) for row in cells(read_rows(file, described))] == [
                ("1", "B1", "31-12-2025", "bus", "1.234,56")
            ]
    assert len(ids) == 1


def test_other_content_has_another_id(tmp_path: Path) -> None:
    ids = set()
    for number, (toml, rows) in enumerate([(TOML, ROWS), (TOML, ROWS + "\n"), (TOML + "\n", ROWS)]):
        with opened(folder(tmp_path / str(number), toml, grants_csv=rows), CONTRACT) as delivery:
            ids.add(delivery.id)
    assert len(ids) == 3


def test_files_that_no_table_names_are_listed(tmp_path: Path) -> None:
    path = folder(tmp_path / "a", grants_csv=ROWS, notes_docx="x")
    (path / ".DS_Store").write_text("x")
    with opened(path, CONTRACT) as delivery:
        assert delivery.left_out_files == ("notes.docx",)


def test_several_files_of_a_table_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    with opened(folder(tmp_path / "a", grants2_csv=ROWS + "2;", GRANTS1_CSV=ROWS), CONTRACT) as delivery:
        assert [file.name for file in delivery.files(delivery.description.tables[0])] == ["GRANTS1.CSV", "grants2.csv"]


def test_names_are_the_same_however_a_system_composes_them(tmp_path: Path) -> None:
    toml = TOML.replace("grants*.csv", "bevillinger-år.csv")
    path = folder(tmp_path / "a", toml, other_csv="x")
    (path / unicodedata.normalize("NFD", "bevillinger-år.csv")).write_text(ROWS)
    with opened(path, CONTRACT) as delivery:
        assert len(delivery.files(delivery.description.tables[0])) == 1


def test_a_delivery_without_description_is_told_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "borgere.csv").write_text(ROWS)
    with pytest.raises(Refused) as refused, opened(tmp_path, CONTRACT):
        pass
    assert '[[table]]\nname = "grants"\nfiles = ["borgere.csv"]' in str(refused.value)


def test_a_description_whose_name_windows_hides_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "delivery.toml.txt").write_text(TOML)
    with pytest.raises(Refused, match="Giv den navnet"), opened(tmp_path, CONTRACT):
        pass


@pytest.mark.parametrize(
    ("change", "files", "says"),
    [
        (("grants*.csv", "borgere*.csv"), {"grants_csv": ROWS}, "ingen fil hedder »borgere\\*.csv«"),
        (("grants*.csv", "*"), {"grants_docx": ROWS}, "grants.docx er ikke en fil, der kan læses"),
        (("x", "x"), {"grants1_csv": ROWS, "grants2_csv": ROWS}, "er en kopi af"),
        (("grants*.csv", "*.zip"), {"grants_zip": b"PK"}, "pak en zip ud"),
    ],
)
def test_files_that_are_not_what_the_description_says(
    tmp_path: Path, change: tuple[str, str], files: dict[str, str | bytes], says: str
) -> None:
    path = folder(tmp_path / "a", TOML.replace(*change), **files)
    with pytest.raises(Refused, match=says), opened(path, CONTRACT):
        pass


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(ROWS)
    path = folder(tmp_path / "a", other_csv="x")
    (path / "grants.csv").symlink_to(tmp_path / "secret")
    with pytest.raises(Refused, match="uden for mappen"), opened(path, CONTRACT):
        pass


def test_a_link_within_the_folder_is_a_file_and_one_to_itself_is_not(tmp_path: Path) -> None:
    path = folder(tmp_path / "a", rows_txt=ROWS)
    (path / "grants.csv").symlink_to(path / "rows.txt")
    with opened(path, CONTRACT) as delivery:
        assert delivery.files(delivery.description.tables[0])[0].size == len(ROWS.encode())
    (path / "grants2.csv").symlink_to(path / "grants2.csv")
    with pytest.raises(Refused, match="ikke findes"), opened(path, CONTRACT):
        pass


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = folder(tmp_path / "a", other_csv="x")
    os.mkfifo(path / "grants.csv")
    with pytest.raises(Refused, match="ikke en almindelig fil"), opened(path, CONTRACT):
        pass


def test_a_file_that_changes_after_it_was_hashed_is_refused(tmp_path: Path) -> None:
    path = folder(tmp_path / "a")
    with opened(path, CONTRACT) as delivery:
        described = delivery.description.tables[0]
        (path / "grants.csv").write_text(ROWS + "2;;;;\n")
        with pytest.raises(Refused, match="blev ændret"):
            list(read_rows(delivery.files(described)[0], described))


@pytest.mark.parametrize("name", ["../grants.csv", "/grants.csv", "a/../../grants.csv", "C:\\grants.csv", "..\\x.csv"])
def test_a_zip_with_names_that_lead_out_of_it_is_refused(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "a.zip", {"delivery.toml": TOML, name: ROWS})
    with pytest.raises(Refused, match="fører ud af den"), opened(path, CONTRACT):
        pass


def test_a_zip_that_unpacks_to_very_much_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"delivery.toml": TOML, "grants.csv": b"1" * (8 << 20)})
    with pytest.raises(Refused, match=r"gange så meget"), opened(path, CONTRACT):
        pass


def test_a_zip_of_a_zip_is_refused(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", {"delivery.toml": TOML, "grants.csv": ROWS})
    path = packed(tmp_path / "a.zip", {"inner.zip": inner.read_bytes()})
    with pytest.raises(Refused, match=r"delivery.toml mangler"), opened(path, CONTRACT):
        pass


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"delivery.toml": TOML, "grants.csv": ROWS})
    data = bytearray(path.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.rfind(sign)
        data[place + offset] |= 1
    path.write_bytes(bytes(data))
    with pytest.raises(Refused, match="adgangskode"), opened(path, CONTRACT):
        pass


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as out:
        out.writestr("delivery.toml", TOML)
        link = zipfile.ZipInfo("grants.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        out.writestr(link, "/etc/passwd")
    with pytest.raises(Refused, match="henvisning"), opened(tmp_path / "a.zip", CONTRACT):
        pass


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    rows = ROWS + "".join(f"{n};B{n};1-1-2025;bus;{n * 7}\n" for n in range(5000))
    path = packed(tmp_path / "a.zip", {"delivery.toml": TOML, "grants.csv": rows})
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 40] = bytes(40)
    path.write_bytes(bytes(data))
    with pytest.raises(Refused, match="beskadiget"), opened(path, CONTRACT):
        pass
    path.write_bytes(bytes(data[:middle]))
    with pytest.raises(Refused), opened(path, CONTRACT):
        pass


def test_the_same_name_twice_in_a_zip_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as out:
        for name in ("delivery.toml", "grants.csv"):
            out.writestr(name, TOML if name.endswith("toml") else ROWS)
        with pytest.warns(UserWarning, match="Duplicate"):
            out.writestr("grants.csv", ROWS)
    with pytest.raises(Refused, match="to gange"), opened(tmp_path / "a.zip", CONTRACT):
        pass


def test_names_in_an_old_zip_are_read_as_dos_wrote_them(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip", {"delivery.toml": TOML.replace("grants*.csv", "bevilling-ø.csv"), "b-X.csv": ROWS}
    )
    path.write_bytes(path.read_bytes().replace(b"b-X.csv", b"b-\x9b.csv"))
    with pytest.raises(Refused, match=r"b-ø.csv"), opened(path, CONTRACT):
        pass


@pytest.mark.parametrize("name", ["mangler", "fil.csv"])
def test_what_is_no_delivery_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "fil.csv").write_text(ROWS)
    with pytest.raises(Refused), opened(tmp_path / name, CONTRACT):
        pass


def test_nothing_is_written(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"delivery.toml": TOML, "grants.csv": ROWS})
    before = sorted(tmp_path.rglob("*"))
    with opened(path, CONTRACT) as delivery:
        described = delivery.description.tables[0]
        list(read_rows(delivery.files(described)[0], described))
    assert sorted(tmp_path.rglob("*")) == before
