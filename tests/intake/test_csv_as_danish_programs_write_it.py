"""Text files as Danish programs write them: read as they are, or refused with what to do. Never garbled."""

from __future__ import annotations

import codecs

import pytest

from intake.small_tables import NAMES, cells, lines, malformed, read
from pejl.intake.faults import Refused

HEAD = ";".join(NAMES)
ROW = "1;B1;31-12-2025;bus;1.234,56"
AS_READ = ("1", "B1", "31-12-2025", "bus", "1.234,56")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_are_found(encoding: str, end: str) -> None:
    batches = read(f"{HEAD}{end}1;Bø1;31-12-2025;færge;1{end}2;B2;1-1-2025;;{end}".encode(encoding))
    assert cells(batches) == [("1", "Bø1", "31-12-2025", "færge", "1"), ("2", "B2", "1-1-2025", "", "")]
    assert lines(batches) == [2, 3]


def test_ten_megabytes_of_ascii_before_the_first_danish_letter() -> None:
    head = (HEAD.replace("å", "a").replace("ø", "o") + "\n").encode()
    rows = b"1;B1;31-12-2025;bus;1.234,56\n" * 400_000
    batches = read(head + rows + "2;B2;1-1-2025;f\xe6rge;2\n".encode("latin-1"))
    assert cells(batches[-1:])[-1] == ("2", "B2", "1-1-2025", "færge", "2")
    assert lines(batches[-1:])[-1] == 400_002


def test_two_encodings_in_one_file_are_refused() -> None:
    with pytest.raises(Refused, match="sat sammen af flere"):
        read(f"{HEAD}\n1;B1;1-1-2025;færge;1\n".encode() + "2;B2;1-1-2025;færge;1\n".encode("cp1252"))


def test_letters_made_utf8_twice_are_refused() -> None:
    with pytest.raises(Refused, match="kodet to gange"):
        read(f"{HEAD}\n1;B1;1-1-2025;færge;1\n".encode().decode("cp1252").encode())


def test_letters_as_dos_wrote_them_are_refused_until_it_is_stated() -> None:
    data = f"{HEAD}\n1;B1;1-1-2025;færge;1\n".encode("cp850")
    with pytest.raises(Refused, match='encoding = "cp850"'):
        read(data)
    assert cells(read(data, encoding="cp850"))[0][3] == "færge"


@pytest.mark.parametrize(
    ("written", "stated"), [("cp1252", "utf-8"), ("utf-8", "windows-1252"), ("utf-16", "utf-8"), ("utf-8", "utf-16")]
)
def test_a_stated_encoding_that_does_not_hold_is_refused(written: str, stated: str) -> None:
    with pytest.raises(Refused, match="encoding"):
        read(f"{HEAD}\n1;B1;1-1-2025;færge;1\n".encode(written), encoding=stated)


def test_utf16_without_its_mark_is_refused_until_it_is_stated() -> None:
    data = f"{HEAD}\n{ROW}\n".encode("utf-16-le")
    with pytest.raises(Refused, match="utf-16-le"):
        read(data)
    assert cells(read(data, encoding="utf-16-le")) == [AS_READ]


def test_a_byte_that_is_no_letter_sends_its_row_away_and_no_other() -> None:
    batches = read(f"{HEAD}\n{ROW}\n".encode("cp1252") + b"2;B\x81;1-1-2025;;\n3;B3;1-1-2025;;\n")
    assert [row[0] for row in cells(batches)] == ["1", "3"]
    assert lines(batches) == [2, 4]
    assert malformed(batches) == [(3, "unreadable_bytes")]


def test_a_byte_that_is_no_letter_in_the_stated_encoding_is_refused_with_its_line() -> None:
    with pytest.raises(Refused, match="linje 3"):
        read(f"{HEAD}\n{ROW}\n".encode("cp1252") + b"2;B\x81;1-1-2025;;\n", encoding="windows-1252")


def test_a_byte_of_nought_sends_its_row_away() -> None:
    batches = read(f"{HEAD}\n1;B\0;1-1-2025;;\n{ROW}\n")
    assert (lines(batches), malformed(batches)) == ([3], [(2, "unreadable_bytes")])


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_sign_between_cells_is_found(delimiter: str) -> None:
    data = delimiter.join(NAMES) + "\n" + delimiter.join(["1", "B1", "31-12-2025", "bus", '"1.234,56"']) + "\n"
    assert cells(read(data)) == [AS_READ]


def test_commas_within_cells_do_not_make_a_semicolon_file_a_comma_file() -> None:
    assert cells(read(f"{HEAD}\n1;B1;1-1-2025;a,b,c;1,5\n")) == [("1", "B1", "1-1-2025", "a,b,c", "1,5")]


def test_two_signs_that_explain_the_names_equally_well_are_refused_with_the_line() -> None:
    with pytest.raises(Refused, match=r"semikolon og komma.*delimiter"):
        read("Nr;a,Borger,b\n")


def test_a_sign_stated_by_excel_is_no_row() -> None:
    batches = read(f"sep=;\n{HEAD}\n{ROW}\n")
    assert (cells(batches), lines(batches)) == ([AS_READ], [3])


@pytest.mark.parametrize(
    "data",
    [
        f"{HEAD};\n{ROW};\n",
        f"{HEAD};;;\n{ROW};;;\n",
        f"{HEAD}\n{ROW};\n",
        f"{HEAD};\n{ROW}\n",
        f"{HEAD}\n{ROW}\n;;;;\n;;;;\n\n   \n",
        f"{HEAD}\n{ROW}\n\x1a",
    ],
)
def test_empty_columns_and_rows_at_the_end_are_nothing(data: str) -> None:
    batches = read(data)
    assert (cells(batches), malformed(batches)) == ([AS_READ], [])


def test_a_column_without_a_name_that_holds_something_is_refused_with_its_line() -> None:
    with pytest.raises(Refused, match=r"kolonne nummer 6 har intet navn.*linje 3"):
        read(f"{HEAD};\n{ROW};\n2;B2;1-1-2025;;;huskes\n")


def test_title_lines_are_refused_with_what_to_write() -> None:
    data = f"Udtræk for december\n\n{HEAD}\n{ROW}\n"
    with pytest.raises(Refused, match="Skriv header = 3"):
        read(data)
    batches = read(data, header=3)
    assert (cells(batches), lines(batches)) == ([AS_READ], [4])


def test_names_that_differ_in_spaces_and_capitals_are_the_names() -> None:
    batches = read(f" NR ;borger;Start\u00a0dato;måde;beløb\n{ROW}\n".replace("Start\u00a0dato", "STARTDATO"))
    assert batches[0].columns.schema.names == list(NAMES)


def test_a_name_twice_is_refused() -> None:
    with pytest.raises(Refused, match="»nr« står to gange"):
        read(f"{HEAD};nr\n")


def test_a_name_twice_that_nobody_wants_is_left_out() -> None:
    batches = read(f"{HEAD};Navn;Navn\n{ROW};Ib;Bo\n", left_out=("Navn",))
    assert batches[0].columns.schema.names == [*NAMES, "Navn"]


def test_names_again_further_down_are_no_row() -> None:
    batches = read(f"{HEAD}\n{ROW}\n\ufeff{HEAD}\n{ROW}\n")
    assert (cells(batches), lines(batches)) == ([AS_READ, AS_READ], [2, 4])


def test_names_again_are_known_in_the_files_own_spelling() -> None:
    assert cells(read(f"{HEAD.upper()}\n{ROW}\n{HEAD.upper()}\n")) == [AS_READ]


def test_a_row_over_several_lines_at_the_end_is_read() -> None:
    batches = read(f'{HEAD}\n1;2;3\n1;B;1-1-2025;"bus\nog tog";')
    assert (lines(batches), malformed(batches)) == ([3], [(2, "wrong_number_of_cells")])


def test_a_file_without_names_shows_no_number_of_a_person() -> None:
    with pytest.raises(Refused) as refused:
        read("0101701234;1;2;3;4\n")
    assert "0101701234" not in str(refused.value)
    assert "header" in str(refused.value)


def test_cells_are_without_spaces_at_their_ends() -> None:
    assert cells(read(f"{HEAD}\n 1 ;\u00a0B1\u00a0;31-12-2025;\tbus;1.234,56  \n")) == [AS_READ]


def test_rows_of_another_width_are_told_of_by_their_line_only() -> None:
    batches = read(f"{HEAD}\n1;2\n{ROW}\n\n1;2;3;4;5;6\n{ROW}\n7\n")
    assert lines(batches) == [3, 6]
    assert malformed(batches) == [
        (2, "wrong_number_of_cells"),
        (5, "wrong_number_of_cells"),
        (7, "wrong_number_of_cells"),
    ]
    assert all(not fault.shown and not fault.column for batch in batches for _, fault in batch.malformed)


def test_lines_are_right_where_cells_hold_line_breaks() -> None:
    batches = read(f'{HEAD}\n1;"a\r\nb\nc";1-1-2025;;\n\n2;B;1-1-2025;"x\ry";\n3;"z\nz"\n4;B;1-1-2025;;\n')
    assert lines(batches) == [2, 6, 10]
    assert malformed(batches) == [(8, "wrong_number_of_cells")]
    assert cells(batches)[0][1] == "a\r\nb\nc"


@pytest.mark.parametrize(
    "data",
    [
        f'{HEAD}\n1;"B1;1-1-2025;;\n2;B2;1-1-2025;;\n3;B3;1-1-2025;;\n',
        f'{HEAD}\n1;B;1-1-2025;"bus;1\n2;B;1-1-2025;"bus;1\n3;B;1-1-2025;bus;1\n',
        f'{HEAD}\n1;B;1-1-2025;bus;"1\n2\n',
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_refused_with_its_line(data: str) -> None:
    with pytest.raises(Refused, match="linje 2: et citationstegn"):
        read(data)


def test_a_quotation_mark_within_a_cell_is_a_letter() -> None:
    assert cells(read(f'{HEAD}\n1;5" rør;1-1-2025;"sagde ""nej""";1\n'))[0][1:4] == (
        '5" rør',
        "1-1-2025",
        'sagde "nej"',
    )


@pytest.mark.parametrize("data", [b"", b"\n\n \n", codecs.BOM_UTF8])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="tom"):
        read(data)


def test_names_without_rows_are_no_rows() -> None:
    assert cells(read(HEAD)) == []
