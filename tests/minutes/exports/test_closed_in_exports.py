"""Nothing that an export has closed can be read from the public version, and nothing of the people behind it at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from pejl.minutes.exports.xml_tree import parse_xml
from pejl.minutes.public import public_version
from pejl.minutes.reader import read, read_bytes, source_bytes

from .samples_read import PERSONAL, SECRET, alone, bytes_of, exports, text_inside


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_the_public_version_holds_no_word_of_what_is_closed(path: Path) -> None:
    assert SECRET not in public_version(read(path)).as_json()


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_no_line_of_an_open_item_shows_what_is_closed(path: Path) -> None:
    minutes = read(path)
    lines = source_bytes(path.name, bytes_of(path)).lines
    for item in minutes.items:
        if not item.closed:
            assert SECRET not in "\n".join(lines[item.lines.first - 1 : item.lines.last])


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_initials_login_names_addresses_and_servers_are_in_no_version(path: Path) -> None:
    whole = read(path).as_json().casefold()
    assert not [mark for mark in PERSONAL if mark in whole]


def test_the_samples_hold_what_they_must_not_tell() -> None:
    """A guard of the guards: words that are in no sample prove nothing by their absence."""
    texts = {path: text_inside(path) for path in exports()}
    assert sum(SECRET in text for text in texts.values()) >= 7
    for mark in PERSONAL:
        assert any(mark in text.casefold() for text in texts.values()), mark
    closed = [item for path in texts for item in read(path).items if item.closed]
    assert len(closed) >= 7 and any(item.attachments for item in closed)


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_a_closed_item_has_number_and_title_and_nothing_else(path: Path) -> None:
    for item in public_version(read(path)).items:
        if item.closed:
            told = item.model_dump(exclude_defaults=True, by_alias=True)
            assert set(told) <= {"number", "label", "title", "closed", "lines"}


@pytest.mark.parametrize("path", exports(), ids=name_of)
def test_the_attachments_of_a_closed_item_are_closed(path: Path) -> None:
    for item in read(path).items:
        assert all(each.closed for each in item.attachments) or not item.closed


def first_agenda(**point: object) -> bytes:
    told = {"Number": "1", "Caption": "Sag", "IsOpen": True, "Felter": [{"Html": "<p>Tekst.</p>"}]} | point
    tree = {"Udvalg": {"Navn": "Byrådet"}, "Moede": {"Dato": "2026-03-11T16:00:00+01:00"}, "Dagsordenpunkter": [told]}
    return json.dumps(tree).encode()


@pytest.mark.parametrize("flag", [False, None, "true", 0, "Åben"])
def test_an_item_that_is_not_said_to_be_open_is_closed(flag: object) -> None:
    assert read_bytes("m.json", first_agenda(IsOpen=flag)).items[0].closed


def test_a_title_that_says_closed_closes_an_item_that_is_flagged_open() -> None:
    item = read_bytes("m.json", first_agenda(Caption="Lukket: Køb af grund")).items[0]
    assert (item.closed, item.title) == (True, "Køb af grund")


def test_all_of_a_closed_meeting_document_is_closed() -> None:
    data = first_agenda().replace(b'"Dato"', b'"Navn": "Lukket referat", "Dato"')
    assert read_bytes("m.json", data).items[0].closed


SBSYS = """<Publication><PublicationTypeAsValue>2</PublicationTypeAsValue><Agendas><Agenda>
<Meeting><When>25-06-2026 17:00:00</When></Meeting><Committee><Name>Byrådet</Name></Committee><Items><Item>
<Number>1</Number><Caption>Sag</Caption><IsPublic>True</IsPublic><Fields>{fields}</Fields>
<Enclosures>{files}</Enclosures></Item></Items></Agenda></Agendas></Publication>"""


@pytest.mark.parametrize(
    ("flags", "closed"),
    [
        ("<IsPublic>True</IsPublic>", False),
        ("<IsPublic>False</IsPublic>", True),
        ("<IsProtected>False</IsProtected>", False),
        ("<IsProtected>True</IsProtected>", True),
        ("<IsPublic>False</IsPublic><IsProtected>False</IsProtected>", True),
        ("", True),
    ],
)
def test_an_attachment_is_open_only_where_the_export_says_so(flags: str, closed: bool) -> None:
    files = f"<Enclosure><Name>Notat</Name>{flags}</Enclosure>"
    item = read_bytes("p.xml", SBSYS.format(fields="", files=files).encode()).items[0]
    assert [each.closed for each in item.attachments] == [closed]


def test_a_text_that_lists_attachments_does_not_name_the_closed_ones() -> None:
    fields = (
        "<ItemField><Caption>Bilag</Caption><Content>&lt;p&gt;Åbent notat&lt;/p&gt;&lt;p&gt;Hemmelig liste&lt;/p&gt;"
    )
    fields += "</Content><HasContent>True</HasContent></ItemField>"
    files = "<Enclosure><Name>Åbent notat</Name><IsPublic>True</IsPublic></Enclosure>"
    files += "<Enclosure><Name>Hemmelig liste</Name><IsPublic>False</IsPublic></Enclosure>"
    public = public_version(read_bytes("p.xml", SBSYS.format(fields=fields, files=files).encode()))
    assert "Hemmelig" not in public.as_json()
    assert [each.title for each in public.items[0].attachments] == ["Åbent notat"]


UNKNOWN = "Udenforstående"


def with_unknown_fields(path: Path) -> bytes:
    """The export with a field that nobody knows in every place that has fields, and on every element."""
    if path.suffix == ".json":
        return json.dumps(_with_unknown(json.loads(path.read_bytes().decode("utf-8-sig")))).encode()
    root = parse_xml(path.read_bytes())
    for element in list(root.iter()):
        inside_text = any(str(above.tag) in ("Indhold", "field") for above in (element, *element.iterancestors()))
        element.set("Ukendt", UNKNOWN)
        if len(element) and not inside_text:
            etree.SubElement(element, "Ukendt").text = UNKNOWN
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _with_unknown(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_unknown(part) for key, part in value.items()} | {"Ukendt": UNKNOWN, "Email": UNKNOWN}
    return [_with_unknown(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", alone(), ids=name_of)
def test_only_fields_that_are_known_are_read(path: Path) -> None:
    changed = read_bytes(path.name, with_unknown_fields(path))
    assert UNKNOWN not in changed.as_json()
    assert public_version(changed).items == public_version(read_bytes(path.name, path.read_bytes())).items


@pytest.mark.parametrize("text", ["<p>Punktet er lukket</p><p>Skjult.</p>", "<h3>Lukket punkt</h3><p>Skjult.</p>"])
def test_a_text_that_begins_by_saying_closed_closes_an_item_that_is_flagged_open(text: str) -> None:
    public = public_version(read_bytes("m.json", first_agenda(Felter=[{"Html": text}])))
    assert public.items[0].closed and "Skjult" not in public.as_json()


@pytest.mark.parametrize("name", ["Skjult (lukket)", "Lukket: Skjult", "Skjult - fortroligt", "Skjult_lukket.pdf"])
def test_an_attachment_whose_name_says_closed_is_closed_where_the_export_has_no_flag(name: str) -> None:
    public = public_version(read_bytes("m.json", first_agenda(Bilag=[{"Navn": "Notat"}, {"Navn": name}])))
    assert "Skjult" not in public.as_json()
    assert ([each.title for each in public.items[0].attachments], public.items[0].closed) == (["Notat"], False)


@pytest.mark.parametrize("label", ["Lukket sagsfremstilling", "Fortrolig tekst", "Beslutning (lukket)"])
def test_a_field_that_is_called_closed_is_not_read(label: str) -> None:
    fields = f"<ItemField><Caption>{label}</Caption><Content>&lt;p&gt;Skjult&lt;/p&gt;</Content>"
    fields += "<HasContent>True</HasContent></ItemField>"
    data = SBSYS.format(fields=fields, files="").encode()
    assert "Skjult" not in public_version(read_bytes("p.xml", data)).as_json()
    assert "Skjult" not in "\n".join(source_bytes("p.xml", data).lines)
