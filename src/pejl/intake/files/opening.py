"""A delivery, opened: a folder or a zip, read as streams and never unpacked or written.

Every file that a table names is read once to be hashed, and what its bytes tell of its text is noted on the way. So a
delivery has its id before its first row is read.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from pejl.intake.contract import Contract
from pejl.intake.description.described import DescribedTable, Description
from pejl.intake.description.reading import LONGEST, NAME, read_description
from pejl.intake.faults import Refused
from pejl.intake.files.containers import Container, container
from pejl.intake.files.delivered import DeliveredFile
from pejl.intake.files.names import meant
from pejl.intake.files.signs import SignReader
from pejl.intake.rows.of_file import KINDS

_PIECE = 1 << 20
_NEARLY = (NAME, f"{NAME}.txt", "delivery.txt")


@dataclass(frozen=True)
class OpenDelivery:
    """A delivery whose description makes sense and whose files are there.

    `id` is the SHA-256 over the description and the name and hash of every file that a table names: the same content
    has the same id as a folder and as a zip. `left_out_files` are files that no table names.
    """

    id: str
    description: Description
    left_out_files: tuple[str, ...]
    _files: Mapping[str, tuple[DeliveredFile, ...]] = field(repr=False)

    def files(self, table: DescribedTable) -> list[DeliveredFile]:
        """The files of one table, in the order of their names; never none."""
        return list(self._files[table.table.name])


@contextmanager
def opened(path: Path, contract: Contract) -> Iterator[OpenDelivery]:
    """Open a delivery. Raises `Refused` with a Danish sentence."""
    with container(path) as held:
        written = _description(path, held, contract)
        description = read_description(written, contract)
        names = {described.table.name: _named(held, described) for described in description.tables}
        files = {name: _hashed(held, name) for name in sorted({each for every in names.values() for each in every})}
        of_tables = {table: tuple(files[name] for name in of_table) for table, of_table in names.items()}
        for table, several in of_tables.items():
            _see_none_is_a_copy(table, several)
        left_out = tuple(name for name in held.names if name not in files and name != NAME)
        yield OpenDelivery(_id(written, files.values()), description, left_out, of_tables)


def _description(path: Path, held: Container, contract: Contract) -> bytes:
    """The bytes of delivery.toml."""
    if NAME not in held.names:
        raise Refused(_what_to_write(path, held, contract))
    _see_readable(held, NAME)
    with held.open(NAME) as file:
        return file.read(LONGEST + 1)


def _what_to_write(path: Path, held: Container, contract: Contract) -> str:
    """A description to begin with, for the files that are there."""
    nested = next((name for name in held.names if name.endswith(f"/{NAME}")), None)
    if nested is not None:
        return f"{path.name}: {NAME} ligger i mappen {nested.removesuffix(f'/{NAME}')}. Levér den mappe alene."
    nearly = next((name for name in held.names if name.casefold() in _NEARLY), None)
    if nearly is not None:
        return (
            f"{path.name}: beskrivelsen hedder {nearly}. Giv den navnet {NAME}; Windows skjuler ofte det sidste .txt."
        )
    files = [name for name in held.names if _suffix(name) in KINDS][:20]
    listed = ", ".join(f'"{name}"' for name in files) or '"…csv"'
    tables = ", ".join(table.name for table in contract.tables)
    return (
        f"{path.name}: {NAME} mangler. Den siger, hvad filerne er. Læg en tekstfil med det navn ved siden af dem og "
        f"skriv (én [[table]] for hver tabel; tabellerne hedder {tables}):\n"
        '[delivery]\nsource = "hvem der leverer"\nknown = 2025-12-31\n\n'
        f'[[table]]\nname = "{contract.tables[0].name if contract.tables else "…"}"\nfiles = [{listed}]\n\n'
        '[table.columns]\nperson = { from = "CPR", identifier = "cpr" }'
    )


def _named(held: Container, described: DescribedTable) -> list[str]:
    """The files that a table names."""
    where = f"{NAME}, tabellen {described.table.name}"
    found: set[str] = set()
    for pattern in described.files:
        names = [name for name in meant(pattern, held.names) if name != NAME]
        if not names:
            there = ", ".join(name for name in held.names[:10] if name != NAME) or "ingen filer"
            raise Refused(f"{where}: ingen fil hedder »{pattern}«. Leverancen holder {there}.")
        found.update(names)
    for name in sorted(found):
        if _suffix(name) not in KINDS:
            raise Refused(
                f"{where}: {name} er ikke en fil, der kan læses. Det kan {', '.join(KINDS)}; "
                "pak en zip ud, og gem gamle regneark som .xlsx."
            )
        _see_readable(held, name)
    return sorted(found)


def _see_readable(held: Container, name: str) -> None:
    if name in held.odd:
        raise Refused(f"{name} {held.odd[name]}.")


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _hashed(held: Container, name: str) -> DeliveredFile:
    """The file with its hash and the signs of its text, each byte read once."""
    digest, size = hashlib.sha256(), 0
    signs = SignReader() if _suffix(name) in (".csv", ".txt") else None
    with held.open(name) as file:
        before = _state(file)
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
            if signs is not None:
                signs.see(piece)
    seen = {"signs": signs.signs()} if signs is not None else {}
    return DeliveredFile(name, size, digest.hexdigest(), _opener(held, name, before), packed=held.packed, **seen)


def _opener(held: Container, name: str, before: tuple[int, int] | None) -> Callable[[], BinaryIO]:
    """Opens the file again, as long as it is the one that was hashed."""

    def again() -> BinaryIO:
        file = held.open(name)
        if _state(file) != before:
            file.close()
            raise Refused(
                f"{name}: filen blev ændret, mens leverancen blev læst. Levér igen, når den er skrevet færdig."
            )
        return file

    return again


def _state(file: BinaryIO) -> tuple[int, int] | None:
    """Size and time of change of a file of the file system, None within a zip."""
    try:
        found = os.fstat(file.fileno())
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _see_none_is_a_copy(table: str, files: tuple[DeliveredFile, ...]) -> None:
    """Raise `Refused` where two files of a table are the same: each row would be there twice."""
    seen: dict[str, str] = {}
    for file in files:
        if file.sha256 in seen:
            raise Refused(f"{file.name} er en kopi af {seen[file.sha256]} (tabellen {table}). Fjern den ene.")
        seen[file.sha256] = file.name


def _id(written: bytes, files: Iterable[DeliveredFile]) -> str:
    digest = hashlib.sha256(b"pejl.delivery/1\0")
    digest.update(hashlib.sha256(written).digest())
    for file in files:
        digest.update(f"{file.sha256} {file.name}\n".encode())
    return digest.hexdigest()
