"""Text files: every encoding and line end that municipal systems leave behind."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.sources import open_bytes, open_source
from pejl.minutes.sources.characters import fold

TEXT = "Mødested: Rådhuset\n\n1. at ændringen godkendes – “straks”"
LINES = ("Mødested: Rådhuset", "", "1. at ændringen godkendes – “straks”")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
def test_every_encoding_gives_the_same_lines(encoding: str) -> None:
    assert open_bytes("m.txt", TEXT.encode(encoding)).lines == LINES


def test_text_in_latin1_is_read() -> None:
    assert open_bytes("m.txt", "Grøn å\næble".encode("latin-1")).lines == ("Grøn å", "æble")


def test_big_endian_utf16_with_its_mark_is_read() -> None:
    assert open_bytes("m.txt", b"\xfe\xff" + TEXT.encode("utf-16-be")).lines == LINES


def test_one_line_in_another_encoding_does_not_spoil_the_rest() -> None:
    data = "Første på dansk\n".encode() + "Anden på dansk\n".encode("cp1252")
    assert open_bytes("m.txt", data).lines == ("Første på dansk", "Anden på dansk")


def test_ellipsis_of_windows_1252_is_no_line_end() -> None:
    assert open_bytes("m.txt", "Så … på".encode("cp1252")).lines == ("Så … på",)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\u2028", "\u2029", "\u0085"])
def test_every_line_end_starts_a_new_line(end: str) -> None:
    assert open_bytes("m.txt", f"Første{end}anden{end}".encode()).lines == ("Første", "anden")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("side 1\fside 2", ("side 1", "side 2")),
        ("side 1\n\fside 2\n", ("side 1", "side 2")),
        ("side 1\f\nside 2\f", ("side 1", "side 2")),
        ("side 1\n\n\fside 2", ("side 1", "", "side 2")),
    ],
)
def test_page_break_starts_a_line_but_adds_none_beside_a_line_end(text: str, lines: tuple[str, ...]) -> None:
    assert open_bytes("m.txt", text.encode()).lines == lines


def test_signs_that_nobody_sees_do_not_part_or_join_words() -> None:
    text = "beskæf\u00adtigelse 5\u00a0kr. \u200bofﬁciel\ufeff a\u030ar"
    assert open_bytes("m.txt", text.encode()).lines == ("beskæftigelse 5 kr. officiel år",)


def test_soft_hyphen_at_a_line_end_shows_as_a_hyphen() -> None:
    assert open_bytes("m.txt", "beskæf\u00ad\ntigelse".encode()).lines == ("beskæf-", "tigelse")


def test_tabs_of_a_table_row_stay_also_before_empty_cells() -> None:
    assert open_bytes("m.txt", b"\t2025\t2026\nUdgift\t\t3\t").lines == ("\t2025\t2026", "Udgift\t\t3\t")


def test_blank_lines_before_the_text_keep_their_numbers() -> None:
    assert open_bytes("m.txt", b"\n\nReferat").lines == ("", "", "Referat")


def test_hash_is_that_of_the_bytes_and_markdown_is_known_by_its_ending(tmp_path: Path) -> None:
    data = "# Referat på dansk".encode("cp1252")
    path = tmp_path / "møde.md"
    path.write_bytes(data)
    source = open_source(path)
    assert source == open_bytes("møde.md", data)
    assert (source.name, source.sha256) == ("møde.md", hashlib.sha256(data).hexdigest())
    assert source.media_type == "text/markdown"
    assert source.pages == ()


def test_real_minutes_keep_every_line_as_it_stands(shared: Path) -> None:
    files = sorted((shared / "minutes").glob("*/*.txt"))
    assert files
    for path in files:
        written = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
        assert list(open_source(path).lines) == [line.rstrip(" ") for line in written], path.name


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), st.sampled_from(["utf-8", "utf-16"]))
def test_no_visible_sign_is_lost(text: str, encoding: str) -> None:
    # A text may begin as another kind of file does; here it may not.
    folded = open_bytes("m.txt", f"x{text}".encode(encoding)).lines
    assert len(folded) == 1
    assert len(folded[0]) >= 1 + len([sign for sign in text if sign.isascii() and sign.isprintable()])


@given(st.text() | st.text(st.sampled_from("aé\u0301\u00ad\ufb01\u00a0²\u200d -")))
def test_a_sign_that_nobody_sees_changes_nothing_of_its_line(line: str) -> None:
    assert fold(f"\u200b{line}") == fold(line)
