"""Exports that are cut off, damaged or made to harm give a sentence, or what can be read of them; nothing else."""

from __future__ import annotations

import io
import json
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.minutes.exports import MeetingList, open_export
from pejl.minutes.public import public_version
from pejl.minutes.reader import read_bytes
from pejl.minutes.sources import Unreadable

from .samples_read import SECRET, alone, bytes_of, exports

LIST = Path(__file__).parent / "samples" / "firstagenda" / "udvalgsliste.json"
HUGE = "x" * 11_000_000


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def tried(name: str, data: bytes) -> str | None:
    """What is said of a file that cannot be read; None for one that can, after a look that nothing closed is told."""
    try:
        minutes = read_bytes(name, data)
    except Unreadable as refused:
        assert str(refused).count("\n") == 0 and refused.danish
        return str(refused)
    assert SECRET not in public_version(minutes).as_json()
    return None


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_an_export_cut_off_anywhere_is_refused(path: Path) -> None:
    data = path.read_bytes().rstrip()
    for twentieth in range(1, 20):
        assert tried(path.name, data[: len(data) * twentieth // 20]), twentieth


@pytest.mark.parametrize("path", exports(), ids=name_of)
@pytest.mark.parametrize("name", ["referat.txt", "referat", "referat.html", "referat.docx"])
def test_a_cut_off_export_is_not_read_as_text_under_another_name(path: Path, name: str) -> None:
    data = path.read_bytes()
    assert tried(name, data[: len(data) // 2])


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_an_archive_of_an_export_cut_off_anywhere_is_refused(path: Path) -> None:
    data = zipped({path.name: path.read_bytes()})
    for twentieth in range(1, 20):
        assert tried(f"{path.name}.zip", data[: len(data) * twentieth // 20]), twentieth


@pytest.mark.parametrize("path", alone(), ids=name_of)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
def test_an_export_is_read_whatever_encoding_it_is_written_in(path: Path, encoding: str) -> None:
    text = path.read_bytes().decode("latin-1" if path.parent.name == "fics" else "utf-8-sig")
    expected = public_version(read_bytes(path.name, text.encode("utf-8")))
    found = public_version(read_bytes(path.name, text.encode(encoding, "replace")))
    assert [item.closed for item in found.items] == [item.closed for item in expected.items]
    if encoding.startswith("utf"):
        assert found.items == expected.items


@pytest.mark.parametrize("path", alone(), ids=name_of)
@settings(max_examples=examples(25), deadline=None)
@given(st.data())
def test_a_damaged_export_gives_a_reading_or_a_sentence(path: Path, data: st.DataObject) -> None:
    damaged = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), min_size=1, max_size=6)):
        damaged[place] = data.draw(st.integers(0, 255))
    try:
        read_bytes(path.name, bytes(damaged))
    except Unreadable as refused:
        assert str(refused).count("\n") == 0


def without(tree: Any, path: tuple[Any, ...]) -> Any:
    """A copy of the tree without what stands at the path."""
    if isinstance(tree, dict):
        return {key: without(part, path[1:]) for key, part in tree.items() if path != (key,)}
    if isinstance(tree, list):
        return [without(part, path[1:]) for place, part in enumerate(tree) if path != (place,)]
    return tree


def paths_in(tree: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    parts = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path for key, part in parts for path in ((*above, key), *paths_in(part, (*above, key)))]


def test_a_meeting_with_any_field_missing_or_of_another_kind_is_read_or_refused() -> None:
    path = next(path for path in exports() if path.name.startswith("referat-"))
    tree = json.loads(path.read_bytes().decode("utf-8-sig"))
    for place in {place[-1]: place for place in paths_in(tree)}.values():
        tried("m.json", json.dumps(without(tree, place)).encode())
    for value in (None, 7, [], {}, "x", True, [None], {"Navn": []}):
        for key in list(tree):
            tried("m.json", json.dumps(tree | {key: value}).encode())
        for key in list(tree["Dagsordenpunkter"][0]):
            points = [point | {key: value} for point in tree["Dagsordenpunkter"]]
            if key != "IsOpen":
                tried("m.json", json.dumps(tree | {"Dagsordenpunkter": points}).encode())


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_an_export_without_its_texts_still_has_its_items(path: Path) -> None:
    if path.suffix == ".json":
        return
    text = path.read_bytes().decode("latin-1" if path.parent.name == "fics" else "utf-8-sig")
    for name in (
        "Meeting",
        "Møde",
        "edoc:MeetingDateTime",
        "MeetingDate",
        "edoc:Name",
        "Title",
        "Caption",
        "DocContent",
    ):
        cut = text.replace(f"<{name}>", "<Borte>").replace(f"</{name}>", "</Borte>")
        tried(path.name, cut.encode("utf-8"))


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "x">{ENTITIES}]><Publication>&a11;</Publication>'.encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"a": 1}', "none of the exports"),
        (b"[[[]]]", "none of the exports"),
        (b"[" * 100_000, "too deep"),
        (b'{"a":' * 100_000, "too deep"),
        (b'{"Udvalg": {}}', "no meeting"),
        (b'{"a": ' + b"9" * 100_000 + b"}", "damaged"),
        (b'<?xml version="1.0"?><hund/>', "none of the exports"),
        (b'<?xml version="1.0"?><Publication><Agendas>', "damaged"),
        (BOMB, "entities"),
        (b'<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/passwd"><Publication/>', "entities"),
        (b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><root>&a;</root>', "entities"),
        (b"<?xml version='1.0'?>" + b"<a>" * 5_000 + b"</a>" * 5_000, "too deep"),
        (f"<Publication><Agendas>{HUGE}</Agendas></Publication>".encode(), "limit"),
    ],
    ids=[
        "other JSON", "lists", "deep lists", "deep objects", "empty list", "long number", "other XML", "cut off",
        "entity bomb", "outside type", "outside entity", "deep XML", "huge text",
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    started = time.monotonic()
    said = tried("m.xml" if data.startswith(b"<") else "m.json", data)
    assert said and reason in said
    assert time.monotonic() - started < 5


def zipped(parts: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return archive.getvalue()


ONE = b"<Publication><Agendas/></Publication>"


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"a.xml": b" " * 40_000_000}, "far more"),
        ({"a.xml": b" " * 60_000_000}, "limit"),
        ({"a.txt": b"Referat"}, "none of the exports"),
        ({"a.xml": ONE, "b.xml": ONE}, "several exports"),
        ({"a.xml": ONE, "b.json": b'{"Dagsordenpunkter": [], "Moede": {}}'}, "several exports"),
        ({"a.xml": b"<hund/>"}, "none of the exports"),
        ({"a.xml": b"<root"}, "damaged"),
    ],
    ids=["bomb", "large", "no export", "two", "two kinds", "other XML", "damaged"],
)
def test_an_archive_that_is_no_export_is_refused_with_its_reason(parts: dict[str, bytes], reason: str) -> None:
    said = tried("m.zip", zipped(parts))
    assert said and reason in said


def test_a_word_file_is_still_a_word_file() -> None:
    assert open_export("m.docx", zipped({"_rels/.rels": b"<a/>", "word/document.xml": b"<a/>"})) is None


def test_minutes_in_other_forms_are_no_exports() -> None:
    for name, data in {
        "m.txt": b"Referat", "m.md": b"# Referat\n[link](x)", "m.html": b"<html><body>Referat</body></html>",
        "m.xhtml": b'<?xml version="1.0"?><html><body>Referat</body></html>', "tom.txt": b"", "m.pdf": b"%PDF-1.4",
    }.items():  # fmt: skip
        assert open_export(name, data) is None, name


def test_lists_and_notices_are_not_read_as_minutes_but_said_to_be_what_they_are() -> None:
    opened = open_export(LIST.name, LIST.read_bytes())
    assert opened and isinstance(opened.export, MeetingList)
    assert "a list of meetings" in (tried(LIST.name, LIST.read_bytes()) or "")
    notice = LIST.parents[1] / "edoc-fujitsu" / "meddelelser" / "trukket.xml"
    assert "published or withdrawn" in (tried(notice.name, notice.read_bytes()) or "")


def test_a_manifest_without_its_content_says_what_to_deliver() -> None:
    path = LIST.parents[1] / "acadre" / "311" / "XML_311.xml"
    assert "9001.xml, must come with it" in (tried(path.name, path.read_bytes()) or "")


def test_the_same_bytes_are_read_the_same_again() -> None:
    for path in exports():
        assert read_bytes(path.name, bytes_of(path)) == read_bytes(path.name, bytes_of(path))
