"""Rows written in any of the ways that programs write them are read as the same rows, on the lines they stand on."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.small_tables import NAMES, cells, lines, malformed, read
from patience import examples
from pejl.intake.faults import Refused
from pejl.intake.rows import csv_rows

_LETTERS = "abzæøåÆØÅé019 .,;|\t\"'-/§€"
_WORDS = st.text(_LETTERS, max_size=8)
_MULTI = st.lists(st.text("abæø0 \"'", max_size=4), min_size=1, max_size=3)


@st.composite
def _files(draw: st.DrawFn) -> tuple[list[tuple[str, ...] | None], str, str, str, int]:
    row = st.tuples(_WORDS, _WORDS, _WORDS, _MULTI.map("\n".join), _WORDS)
    rows = draw(st.lists(st.one_of(st.none(), row), max_size=8))
    return (
        rows,
        draw(st.sampled_from([";", ",", "\t", "|"])),
        draw(st.sampled_from(["\n", "\r\n", "\r"])),
        draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"])),
        draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
    )


@settings(max_examples=examples(150), deadline=None)
@given(_files())
def test_rows_are_the_same_and_stand_on_their_lines(
    file: tuple[list[tuple[str, ...] | None], str, str, str, int],
) -> None:
    rows, delimiter, end, encoding, quoting = file
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerow(NAMES)
    wanted, places, line = [], [], 2
    for row in rows:
        if row is None:
            out.write(end)
            line += 1
            continue
        written = tuple(cell.replace("\n", end) for cell in row)
        writer.writerow(written)
        plain = tuple(cell.strip() for cell in written)
        if any(plain):
            wanted.append(plain)
            places.append(line)
        line += 1 + sum(len(re.findall(r"\r\n|\r|\n", cell)) for cell in written)
    # An apostrophe and letters only: nothing in these rows looks like another row of the table.
    batches = read(out.getvalue().encode(encoding))
    assert cells(batches) == wanted
    assert lines(batches) == places
    assert malformed(batches) == []


@settings(max_examples=examples(60), deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for whole in (data, ";".join(NAMES).encode() + b"\n" + data):
        try:
            read(whole)
        except Refused as refused:
            assert str(refused)


_KINDS = st.sampled_from(["row", "row", "row", "breaks", "blank", "narrow", "wide", "wide over lines", "unreadable"])
_WRITTEN = {
    "row": b"1;B\xf8;1-1-2025;bus;1",
    "breaks": b'1;B;1-1-2025;"b\ru\r\ns\n";1',
    "blank": b"",
    "narrow": b"1;2",
    "wide": b"1;2;3;4;5;6",
    "wide over lines": b'1;2;3;4;5;"6\n7"',
    "unreadable": b"1;B\x81;1-1-2025;bus;1",
}
_FAULTS = dict.fromkeys(("narrow", "wide", "wide over lines"), "wrong_number_of_cells") | {
    "unreadable": "unreadable_bytes"
}


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(_KINDS, max_size=60), st.integers(100, 400))
def test_lines_are_right_however_rows_fall_into_the_pieces_that_are_read(kinds: list[str], block: int) -> None:
    line, wanted, faults = 2, [], []
    for kind in kinds:
        if kind in _FAULTS:
            faults.append((line, _FAULTS[kind]))
        elif kind != "blank":
            wanted.append(line)
        line += 1 + len(re.findall(rb"\r\n|\r|\n", _WRITTEN[kind]))
    data = b"\n".join([";".join(NAMES).encode("cp1252"), *(_WRITTEN[kind] for kind in kinds), b""])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_rows, "BLOCK", block)
        batches = read(data)
    assert lines(batches) == wanted
    assert sorted(malformed(batches)) == faults
