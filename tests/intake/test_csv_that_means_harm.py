"""Files made to break the reader, or the machine it runs on: refused with a sentence, in little memory."""

from __future__ import annotations

import io
import subprocess
import sys
import textwrap

import pytest

from intake.small_tables import NAMES, delivered, described, lines, malformed, read
from pejl.intake.faults import Refused
from pejl.intake.files.delivered import DeliveredFile
from pejl.intake.rows.csv_rows import MALFORMED
from pejl.intake.rows.of_file import read_rows

HEAD = ";".join(NAMES) + "\n"


class Endless(io.RawIOBase):
    """A file of one letter, of a given size, that is never in memory."""

    def __init__(self, start: bytes, size: int) -> None:
        self.start, self.left = start, size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self.start:
            piece, self.start = self.start[:size], self.start[size:]
            return piece
        piece = b"x" * min(size, self.left)
        self.left -= len(piece)
        return piece


@pytest.mark.parametrize("start", [HEAD, HEAD + "1;B1;1-1-2025;;\n2;", HEAD + '1;"'])
def test_a_line_of_200_megabytes_is_refused(start: str) -> None:
    file = DeliveredFile("a.csv", 200 << 20, "", lambda: Endless(start.encode(), 200 << 20))  # type: ignore[arg-type,return-value]
    with pytest.raises(Refused, match="fylder mere end"):
        list(read_rows(file, described()))


def test_a_first_line_of_200_megabytes_is_refused() -> None:
    file = DeliveredFile("a.csv", 200 << 20, "", lambda: Endless(b"", 200 << 20))  # type: ignore[arg-type,return-value]
    with pytest.raises(Refused, match="første linje"):
        list(read_rows(file, described()))


def test_a_file_of_another_layout_is_refused_before_it_fills_the_memory() -> None:
    with pytest.raises(Refused, match="mere end halvdelen"):
        read(HEAD + "1;2;3\n" * (MALFORMED + 10))


def test_many_rows_of_another_width_among_more_good_ones_are_told_of() -> None:
    batches = read(HEAD + "1;B;1-1-2025;;\n1;2;3\n1;B;1-1-2025;;\n" * 12_000)
    assert len(malformed(batches)) == 12_000
    assert lines(batches)[-1] == 36_001


def test_damage_that_is_met_while_reading_is_told_as_it_is() -> None:
    class Damaged(Endless):
        def read(self, size: int = -1) -> bytes:
            if not self.start:
                raise Refused("a.csv: filen er beskadiget i zip-filen.")
            return super().read(size)

    start = (HEAD + "1;B;1-1-2025;;\n" * 400_000).encode()
    file = DeliveredFile("a.csv", 1, "", lambda: Damaged(start, 1))  # type: ignore[arg-type,return-value]
    with pytest.raises(Refused, match="beskadiget"):
        list(read_rows(file, described()))


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(Refused):
        read(bytes(range(256)) * 4000)


def test_the_parser_never_shows_what_stands_in_a_row() -> None:
    with pytest.raises(Refused) as refused:
        read(HEAD + '1;"0101701234;1-1-2025;;\n' + "2;0202802345;1-1-2025;;\n" * 500)
    assert "0101701234" not in str(refused.value)


def test_letters_cut_in_two_between_pieces_are_whole() -> None:
    data = (HEAD + "1;Bæøå€;1-1-2025;😀;1\n" * 200_000).encode()
    for batch in read_rows(delivered(data, piece=3), described()):
        assert set(batch.columns.column("Borger").to_pylist()) == {"Bæøå€"}
        assert set(batch.columns.column("Måde").to_pylist()) == {"😀"}


def test_the_memory_does_not_grow_with_the_file() -> None:
    program = """
        import resource, sys
        from intake.small_tables import NAMES, described
        from pejl.intake.files.delivered import DeliveredFile
        from pejl.intake.rows.of_file import read_rows
        import io

        class Rows(io.RawIOBase):
            def __init__(self, megabytes):
                self.left, self.head = megabytes, (";".join(NAMES) + "\\n").encode()
                self.rows = b"1;B1;1-1-2025;bus;1.234,56\\n" * 38000
                self.rest = b""
            def readable(self):
                return True
            def read(self, size=-1):
                if self.head:
                    piece, self.head = self.head, b""
                    return piece
                if not self.rest and self.left:
                    self.left, self.rest = self.left - 1, self.rows
                piece, self.rest = self.rest[:size], self.rest[size:]
                return piece

        def peak(megabytes):
            file = DeliveredFile("a.csv", 1, "", lambda: Rows(megabytes))
            rows = sum(len(batch.columns) for batch in read_rows(file, described()))
            assert rows == 38000 * megabytes
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

        first, then = peak(60), peak(200)
        print(then - first)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < 60
