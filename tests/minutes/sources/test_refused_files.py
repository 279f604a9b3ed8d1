"""Files that cannot be read: one sentence with the file, the place and the reason, in both languages, and at once."""

from __future__ import annotations

import errno
import io
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from patience import examples
from pejl.minutes.sources import SourceText, Unreadable, limits, open_bytes, open_source

from .made_files import FONT, encrypted_pdf, one_page, paragraph, stream, typeset, word_of, zipped

ENDINGS = (".txt", ".md", ".pdf", ".docx", ".html", ".htm", ".doc", "")


def picture_pdf() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(file, "PDF")
    return file.getvalue()


def laughing_word() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12)
    )
    return zipped({"word/document.xml": f"<!DOCTYPE d [{entities}]><d>&a11;</d>"})


def lying_word() -> bytes:
    """A Word file whose archive states a small size for a part that unpacks to sixty megabytes."""
    archive = bytearray(zipped({"word/document.xml": b" " * 60_000_000}))
    entry = archive.rindex(b"PK\x01\x02")
    archive[entry + 24 : entry + 28] = struct.pack("<I", 500)
    return bytes(archive)


def bomb_pdf() -> bytes:
    """A PDF whose one page uses a form that uses another twice, and so on thirty times."""
    forms = [
        stream(
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (6 + number),
            b"/X Do /X Do",
        )
        for number in range(30)
    ]
    last = stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<%b>>" % FONT, b"BT /F1 9 Tf (x) Tj ET")
    return one_page(stream(b"", b"/X Do"), b"/XObject<</X 5 0 R>>", [*forms, last])


REFUSED: list[tuple[str, str, Callable[[], bytes], str, str]] = [
    ("empty", "m.txt", lambda: b"", "it is empty", "den er tom"),
    ("space", "m.md", lambda: b" \n\t\r\n\xc2\xa0", "only space", "kun mellemrum"),
    ("bytes", "m.txt", lambda: b"Referat\0\x01\x02", "not a text", "ikke en tekst"),
    ("controls", "m.txt", lambda: bytes(range(1, 9)) * 9, "not a text", "ikke en tekst"),
    ("long line", "m.txt", lambda: b"hej " * 260_000, "longer than 1,000,000 characters", "længere end 1.000.000 tegn"),
    ("large text", "m.txt", lambda: b"hej\n" * 6_300_000, "larger than 25 MB", "mere end 25 MB"),
    ("no PDF", "m.pdf", lambda: b"Referat", "called a PDF", "hedder PDF"),
    ("cut PDF", "m.pdf", lambda: typeset("Referat")[:-40], "cut short", "afbrudt"),
    ("half PDF", "m.txt", lambda: (pdf := typeset("Referat"))[: len(pdf) // 2], "cut short", "afbrudt"),
    ("damaged PDF", "m.pdf", lambda: b"%PDF-1.4 Referat %%EOF", "the PDF is damaged", "beskadiget"),
    ("encrypted PDF", "m.pdf", lambda: encrypted_pdf(b"hemmelig"), "encrypted", "krypteret"),
    ("picture PDF", "m.pdf", picture_pdf, "the pages are pictures; run text recognition first", "tekstgenkendelse"),
    ("blank PDF", "m.pdf", lambda: typeset("#pagebreak()"), "only space", "kun mellemrum"),
    ("picture", "m.txt", lambda: b"\x89PNG\r\n\x1a\n", "it is a picture", "et billede"),
    (
        "old Word",
        "m.doc",
        lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 99,
        "save it as .docx",
        "gem den som .docx",
    ),
    (
        "locked Word",
        "m.docx",
        lambda: bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
        "the Office file is encrypted",
        "krypteret",
    ),
    ("RTF", "m.txt", lambda: b"{\\rtf1 Referat}", "RTF file: save it as .docx", "RTF-fil"),
    ("no Word", "m.docx", lambda: b"Referat", "not a Word document", "ikke et Word-dokument"),
    ("any zip", "m.docx", lambda: zipped({"a.txt": "hej"}), "a zip archive, but not a Word document", "zip-arkiv"),
    ("spreadsheet", "m.docx", lambda: zipped({"xl/workbook.xml": "<x/>"}), "a spreadsheet", "regneark"),
    ("cut Word", "m.docx", lambda: word_of(paragraph("a"))[:-30], "the Word file is damaged", "beskadiget"),
    ("wordless Word", "m.docx", lambda: word_of(paragraph("")), "only space", "kun mellemrum"),
    ("zip bomb", "m.docx", lambda: zipped({"word/document.xml": b" " * 40_000_000}), "far more than", "langt mere"),
    ("large part", "m.docx", lambda: zipped({"word/document.xml": b" " * 60_000_000}), "larger than 50 MB", "50 MB"),
    ("lying zip", "m.docx", lying_word, "damaged", "beskadiget"),
    (
        "many parts",
        "m.docx",
        lambda: zipped({f"{n}": "" for n in range(5_100)}),
        "more than 5,000 files",
        "5.000 filer",
    ),
    (
        "long list",
        "m.docx",
        lambda: zipped({"x" * 900 + f"{n}": "" for n in range(1_200)}),
        "5,000 files",
        "5.000 filer",
    ),
    ("only a list", "m.docx", lambda: b"PK\x05\x06" + b"\0" * 18, "not a Word document", "ikke et Word"),
    ("laughing", "m.docx", laughing_word, "declares entities", "erklærer entiteter"),
    ("deep XML", "m.docx", lambda: word_of("<w:sdt>" * 999 + "</w:sdt>" * 999), "damaged", "beskadiget"),
    ("nested tables", "m.html", lambda: b"<table><tr><td>x" * 999, "too deep", "for dybt"),
    ("wide cells", "m.html", lambda: b"<table><tr>" + b"<td colspan=99>x" * 20_000, "25 MB of text", "25 MB tekst"),
    ("menu only", "m.html", lambda: b"<html><nav>Menu</nav>", "only space", "kun mellemrum"),
]


@pytest.mark.parametrize(
    ("name", "data", "reason", "danish"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_refusal_is_one_sentence_that_says_why(name: str, data: Callable[[], bytes], reason: str, danish: str) -> None:
    with pytest.raises(Unreadable) as refused:
        open_bytes(name, data())
    error = refused.value
    assert error.name == name
    assert reason in error.reason
    assert str(error) == f"Cannot read {name} ({error.place}): {error.reason}."
    assert danish in error.danish
    assert error.danish.startswith(f"Kan ikke læse {name} (")
    assert error.danish.endswith(".")


def test_place_is_told_where_it_is_known() -> None:
    with pytest.raises(Unreadable, match=r"Cannot read m.txt \(line 3\): ") as refused:
        open_bytes("m.txt", b"a\nb\n" + b"c" * 1_000_001)
    assert "(linje 3)" in refused.value.danish
    with pytest.raises(Unreadable, match=r"\(word/document.xml\)"):
        open_bytes("m.docx", zipped({"word/document.xml": "<a>"}))


@pytest.mark.long
def test_pdf_that_unfolds_without_end_is_stopped() -> None:
    with pytest.raises(Unreadable, match="seconds or 1500 MB of memory"):
        open_bytes("m.pdf", bomb_pdf())


def test_pdf_whose_stream_fills_the_memory_is_read_apart_and_stopped() -> None:
    content = zlib.compress(b"BT /F1 9 Tf (x) Tj ET " * 6_000_000)
    with pytest.raises(Unreadable, match="seconds or 1500 MB of memory"):
        open_bytes("m.pdf", one_page(stream(b"/Filter/FlateDecode", content)))


def test_file_over_the_limit_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    with path.open("wb") as file:
        file.truncate(50 * limits.FILE_BYTES)
    with pytest.raises(Unreadable, match="larger than 100 MB"):
        open_source(path)


def test_paths_that_are_no_readable_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    reasons = {
        tmp_path: "a folder",
        tmp_path / "missing.txt": "no such file",
        tmp_path / "loop.txt": "leads back to itself",
        tmp_path / "pipe.txt": "a device or a pipe",
        tmp_path / "missing.txt" / "m.txt": "no such file",
        tmp_path / ("x" * 300): "too long",
        Path("a\0b"): "no such file",
    }
    for path, reason in reasons.items():
        with pytest.raises(Unreadable) as refused:
            open_source(path)
        assert reason in refused.value.reason
        assert refused.value.name == str(path)


def test_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "m.txt"
    path.write_text("Referat")

    def denied(self: Path, mode: str = "r") -> IO[bytes]:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    # The tests may run as root, whom no permission stops.
    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Unreadable, match="no permission to read it"):
        open_source(path)


def test_name_cannot_break_the_sentence() -> None:
    with pytest.raises(Unreadable) as refused:
        open_bytes("a\n\x1b[31mb.txt", b"")
    assert str(refused.value) == "Cannot read a��[31mb.txt (the whole file): it is empty."


def test_encrypted_entry_of_a_zip_is_refused() -> None:
    data = bytearray(zipped({"word/document.xml": "<a/>"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    with pytest.raises(Unreadable, match="the Word file is encrypted"):
        open_bytes("m.docx", bytes(data))


_BEGINNINGS = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html>",
    b"\xff\xfe",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
)


@settings(max_examples=examples(300), deadline=None)
@given(st.sampled_from(_BEGINNINGS), st.binary(max_size=300), st.sampled_from(ENDINGS), st.booleans())
@example(b"%PDF-1.4\n", b"/Encrypt", ".pdf", True)
@example(b"", b"\xff\xfe\x00\xd8a\x00", ".txt", False)
def test_any_bytes_give_text_or_one_sentence(beginning: bytes, rest: bytes, ending: str, closed: bool) -> None:
    check(f"m{ending}", beginning + rest + (b"\n%%EOF" if closed else b""))


@settings(max_examples=examples(150), deadline=None)
@given(st.data())
def test_damaged_files_give_text_or_one_sentence(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from(WHOLE)))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=20)):
        whole[place] = data.draw(st.integers(0, 255))
    check("m.pdf", bytes(whole))


@settings(max_examples=examples(150), deadline=None)
@given(
    st.text("abc<>&;/= \"'\n\t!-\0" + "æ\u00ad\u2028\ud800", max_size=200),
    st.sampled_from(["", "<p>", "<table><td>", "<ol><li>"]),
)
def test_any_markup_gives_lines_or_one_sentence(text: str, opening: str) -> None:
    check("m.html", (opening + text).encode("utf-8", "surrogatepass"))


WHOLE = (
    typeset("#table(columns: 2, [a], [b], [c], [d])\nReferat"),
    one_page(stream(b"", b"BT /F1 9 Tf (Referat) Tj ET")),
    word_of(paragraph("Referat")),
    zipped({"word/document.xml": word_of(paragraph("Referat")) * 3}),
)


def check(name: str, data: bytes) -> None:
    try:
        source = open_bytes(name, data)
    except Unreadable as error:
        assert str(error).count("\n") == 0
        return
    assert isinstance(source, SourceText)
    assert any(line.strip() for line in source.lines)
    assert not any(sign in line for line in source.lines for sign in "\n\r\0\f\v\u2028")
    assert not any(line.endswith(" ") for line in source.lines)
    assert all(1 <= page <= len(source.lines) for page in source.pages)
    "\n".join(source.lines).encode()
