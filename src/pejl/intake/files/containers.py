"""What a delivery lies in, a folder or a zip: its files and their bytes. Nothing is unpacked to disk or written."""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, BinaryIO, Protocol

from pejl.intake.faults import Refused
from pejl.intake.files.names import leads_out, of_the_system, spelled

FILES = 10_000
"""How many files a delivery may hold."""
UNPACKED = 200 << 30
"""How large the files of a zip may be together."""
RATIO = 300
"""How many times larger than in the zip a file may be. Text of tables is ten to sixty times larger."""
SMALL = 4 << 20
"""Up to this size the ratio does not matter."""
_DEEP = 8
_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)


class Container(Protocol):
    """A folder or a zip. `names` are the files; `odd` says of those that cannot be read why."""

    names: list[str]
    odd: dict[str, str]
    packed: bool

    def open(self, name: str) -> BinaryIO:
        """The bytes of a file from the start. Raises `Refused`."""


@contextmanager
def container(path: Path) -> Iterator[Container]:
    """What lies at a path, as a folder or a zip. Raises `Refused`."""
    if path.is_dir():
        yield Folder(path)
    elif not path.exists():
        raise Refused(f"{path}: der er ingen mappe eller fil med det navn.")
    elif not path.is_file() or not zipfile.is_zipfile(path):
        raise Refused(
            f"{path.name}: en leverance er en mappe eller en zip, som foruden filerne med rækker holder delivery.toml. "
            "Læg filen i en mappe sammen med delivery.toml, og levér mappen."
        )
    else:
        try:
            opened = zipfile.ZipFile(path)
        except _DAMAGED:
            raise Refused(f"{path.name}: zip-filen er beskadiget og kan ikke læses. Pak den på ny.") from None
        with opened:
            yield Zip(path.name, opened)


class Folder:
    """A folder of the file system. Links that lead out of it, pipes and devices cannot be read."""

    packed = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self._root = path.resolve()
        self._paths: dict[str, Path] = {}
        self.odd: dict[str, str] = {}
        try:
            self._look_into(path, "", 0)
        except OSError as trouble:
            raise Refused(f"{path}: mappen kan ikke læses ({trouble.strerror}).") from None
        self.names = sorted(self._paths)

    def open(self, name: str) -> BinaryIO:
        """The bytes of a file from the start. Raises `Refused`."""
        try:
            # A pipe that took the file's place would be waited for without O_NONBLOCK.
            descriptor = os.open(self._paths[name], os.O_RDONLY | os.O_NONBLOCK)
        except OSError as trouble:
            raise Refused(f"{name}: filen kan ikke læses ({trouble.strerror}).") from None
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise Refused(f"{name}: det er ikke en almindelig fil. Læg en kopi af filen i mappen.")
        return os.fdopen(descriptor, "rb")

    def _look_into(self, folder: Path, above: str, depth: int) -> None:
        for entry in os.scandir(folder):
            name = above + spelled(os.fsencode(entry.name).decode("utf-8", "replace"))
            if of_the_system(name):
                continue
            if entry.is_dir(follow_symlinks=False):
                if depth < _DEEP:
                    self._look_into(Path(entry.path), name + "/", depth + 1)
                continue
            if name in self._paths:
                raise Refused(f"{name}: to filer har samme navn. Giv den ene et andet navn.")
            self._paths[name] = Path(entry.path)
            if why := self._why_odd(entry):
                self.odd[name] = why
            if len(self._paths) > FILES:
                raise Refused(f"{self._path}: mappen holder mere end {FILES} filer. Er det den rigtige mappe?")

    def _why_odd(self, entry: os.DirEntry[str]) -> str:
        if not entry.name.isprintable():
            return "har et navn med tegn, som ikke kan skrives; giv den et andet navn"
        if entry.is_symlink():
            try:
                target = Path(entry.path).resolve(strict=True)
            except (OSError, RuntimeError):
                return "er en henvisning til noget, som ikke findes"
            if not target.is_relative_to(self._root):
                return "er en henvisning til noget uden for mappen"
            return "" if target.is_file() else "er en henvisning og ikke en almindelig fil"
        return "" if entry.is_file() else "er ikke en almindelig fil"


@dataclass
class Zip:
    """A zip whose files are read as they are unpacked, a piece at a time."""

    called: str
    opened: zipfile.ZipFile
    packed: bool = True
    names: list[str] = field(default_factory=list)
    odd: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """See that the zip is no trap, and which files it holds."""
        members = [member for member in self.opened.infolist() if not member.is_dir()]
        if len(members) > FILES:
            raise Refused(f"{self.called}: zip-filen holder mere end {FILES} filer. Er det den rigtige fil?")
        if sum(member.file_size for member in members) > UNPACKED:
            raise Refused(f"{self.called}: pakket ud fylder zip-filen mere end {UNPACKED >> 30} GB. Levér en mappe.")
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in members:
            self._take(_called(member), member)
        inner = _inner_folder(list(self._members))
        self._members = {name.removeprefix(inner): member for name, member in self._members.items()}
        self.odd = {name.removeprefix(inner): why for name, why in self.odd.items()}
        self.names = sorted(self._members)

    def open(self, name: str) -> BinaryIO:
        """The bytes of a file from the start, as they are unpacked. Raises `Refused`."""
        try:
            return io.BufferedReader(_Unpacked(name, self.opened.open(self._members[name])), 1 << 20)
        except _DAMAGED:
            raise _damaged(name) from None

    def _take(self, name: str, member: zipfile.ZipInfo) -> None:
        if leads_out(name):
            raise Refused(
                f"{self.called}: zip-filen holder et navn, som fører ud af den (»{name[:60]!r}«). "
                "Sådan laves en almindelig zip ikke; pak leverancen på ny."
            )
        if of_the_system(name):
            return
        if name in self._members:
            raise Refused(f"{self.called}: filen {name} er der to gange. Pak leverancen på ny.")
        self._members[name] = member
        if member.flag_bits & 0x1:
            self.odd[name] = "er låst med adgangskode; pak den uden"
        elif stat.S_ISLNK(member.external_attr >> 16):
            self.odd[name] = "er en henvisning og ikke en almindelig fil"
        elif member.file_size > SMALL and member.file_size > RATIO * member.compress_size:
            self.odd[name] = f"fylder mere end {RATIO} gange så meget, når den er pakket ud; levér den i en mappe"


class _Unpacked(io.RawIOBase):
    """A member as it is unpacked. What is wrong with it is told as a sentence."""

    def __init__(self, name: str, member: IO[bytes]) -> None:
        super().__init__()
        self._name = name
        self._member = member

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes."""
        try:
            target = memoryview(buffer).cast("B")
            piece = self._member.read(len(target))
        except _DAMAGED:
            raise _damaged(self._name) from None
        target[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close the member too."""
        self._member.close()
        super().close()


def _damaged(name: str) -> Refused:
    return Refused(f"{name}: filen er beskadiget i zip-filen. Pak leverancen på ny.")


def _called(member: zipfile.ZipInfo) -> str:
    """The member's name. Older programs write it as DOS did, others as UTF-8 without saying so."""
    if member.flag_bits & 0x800 or member.orig_filename.isascii():
        return spelled(member.orig_filename)
    try:
        written = member.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return spelled(member.orig_filename)
    try:
        return spelled(written.decode("utf-8"))
    except UnicodeDecodeError:
        return spelled(written.decode("cp850"))


def _inner_folder(names: list[str]) -> str:
    """The folder that everything lies in, as where a whole folder was packed; "" where there is none."""
    tops = {name.split("/")[0] for name in names}
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in names) else ""
