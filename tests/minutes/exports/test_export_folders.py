"""A folder with an export holds one delivery: its parts and its attachments are not minutes of their own."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from pathlib import Path

import pytest

from pejl.minutes.exports import deliveries, with_parts
from pejl.minutes.reader import read, read_bytes

from .samples_read import SAMPLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a case system leaves in its folder, with a set of minutes that has nothing to do with it."""
    for name in ("acadre/311", "sbsys", "sbsys-dagsorden/441", "edoc-fujitsu", "fics"):
        shutil.copytree(SAMPLES / name, tmp_path / name.partition("/")[0], ignore=shutil.ignore_patterns("*.twin.txt"))
    for attachment in (
        "sbsys/Enclosures/beregning.pdf",
        "sbsys/Enclosures/uden for listen.pdf",
        "sbsys/Referat.pdf",
        "acadre/Files_311_9001/9001.docx",
        "fics/Bilag/1234561.PDF",
    ):
        path = tmp_path / attachment
        path.parent.mkdir(exist_ok=True)
        path.write_text("Referat")
    (tmp_path / "sbsys" / "andet referat.txt").write_text("Referat")
    return tmp_path


def taken(folder: Path) -> list[str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in deliveries(files)]


def test_a_folder_gives_exports_and_minutes_and_none_of_their_parts(folder: Path) -> None:
    assert taken(folder) == [
        "acadre/XML_311.xml",
        "edoc-fujitsu/Dagsorden_m2.xml",
        "edoc-fujitsu/Referat_m1.xml",
        "edoc-fujitsu/meddelelser/offentliggjort.xml",
        "edoc-fujitsu/meddelelser/trukket.xml",
        "fics/PUB_501.xml",
        "fics/PUB_502.xml",
        "sbsys/Publication1017.xml",
        "sbsys/Publication2044.xml",
        "sbsys/andet referat.txt",
        "sbsys-dagsorden/441.xml",
    ]


def test_content_that_a_manifest_names_and_does_not_publish_is_no_delivery(folder: Path) -> None:
    assert not [name for name in taken(folder) if "Files_" in name]


def test_a_manifest_is_packed_with_the_content_that_counts(folder: Path) -> None:
    path = folder / "acadre" / "XML_311.xml"
    with zipfile.ZipFile(io.BytesIO(with_parts(path, path.read_bytes()))) as packed:
        assert packed.namelist() == ["Files_311_9001/9001.xml", "XML_311.xml"]


def test_an_agenda_is_packed_with_its_page_whatever_capitals_it_is_named_in(folder: Path) -> None:
    path = folder / "sbsys-dagsorden" / "441.xml"
    with zipfile.ZipFile(io.BytesIO(with_parts(path, path.read_bytes()))) as packed:
        assert packed.namelist() == ["441.xml", "Dagsorden.html"]


def test_the_same_files_are_packed_into_the_same_bytes(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = tmp_path_factory.mktemp("kopi") / "acadre"
    shutil.copytree(folder / "acadre", copy)
    one, other = (
        hashlib.sha256(with_parts(path, path.read_bytes())).hexdigest()
        for path in (folder / "acadre" / "XML_311.xml", copy / "XML_311.xml")
    )
    assert one == other


def test_a_packed_export_is_read_as_its_files_are(folder: Path) -> None:
    path = folder / "acadre" / "XML_311.xml"
    packed = read_bytes("hvad som helst.zip", with_parts(path, path.read_bytes()))
    assert read(path).items == packed.items


def test_a_file_outside_the_folder_is_no_part(folder: Path) -> None:
    notice = folder / "edoc-fujitsu" / "meddelelser" / "trukket.xml"
    text = notice.read_text("utf-8").replace("Ud\\Referat_m1.xml", "..\\Referat_m1.xml")
    assert with_parts(notice, text.encode()) == text.encode()


def test_a_link_out_of_the_folder_is_no_part(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("andet") / "9001.xml"
    content = folder / "acadre" / "Files_311_9001" / "9001.xml"
    shutil.move(content, outside)
    content.symlink_to(outside)
    path = folder / "acadre" / "XML_311.xml"
    assert with_parts(path, path.read_bytes()) == path.read_bytes()


def test_other_files_are_delivered_as_they_are(tmp_path: Path) -> None:
    for name, data in (("a.txt", b"Referat"), ("b.xml", b"<hund/>"), ("c.xml", b"<root"), ("d.json", b"{}")):
        path = tmp_path / name
        path.write_bytes(data)
        assert with_parts(path, data) == data
    assert [path.name for path in deliveries(sorted(tmp_path.iterdir()))] == ["a.txt", "c.xml"]


def test_data_of_somebodys_own_in_a_folder_is_no_delivery_and_damaged_data_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "forventet.json").write_text('{"items": [1, 2]}', encoding="utf-8")
    (tmp_path / "projekt.xml").write_text("<project><name>Fjordby</name></project>", encoding="utf-8")
    (tmp_path / "afbrudt.json").write_text('{"Dagsordenpunkter": [', encoding="utf-8")
    (tmp_path / "referat.txt").write_text("Referat", encoding="utf-8")
    left = [path.name for path in deliveries(sorted(tmp_path.iterdir()))]
    assert left == ["afbrudt.json", "referat.txt"]
