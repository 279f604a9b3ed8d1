"""The door: a file or its bytes in, numbered lines or a refusal out."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.minutes.sources import limits
from pejl.minutes.sources.kinds import Kind, kind_of
from pejl.minutes.sources.pdf_streams import is_heavy
from pejl.minutes.sources.plain import read_text
from pejl.minutes.sources.source_text import SourceText
from pejl.minutes.sources.unreadable import Refusal, Unreadable, Words

# What reads PDF files brings half a second of other people's code with it.
if TYPE_CHECKING:
    from pejl.minutes.sources import pdf, pdf_apart, web_page, word
else:
    pdf = when_used.module("pejl.minutes.sources.pdf")
    pdf_apart = when_used.module("pejl.minutes.sources.pdf_apart")
    web_page = when_used.module("pejl.minutes.sources.web_page")
    word = when_used.module("pejl.minutes.sources.word")

EMPTY = Words("it is empty", "den er tom")
NO_TEXT = Words("it holds no text, only space", "den rummer ingen tekst, kun mellemrum")
DIRECTORY = Words("it is a folder, not a file", "den er en mappe, ikke en fil")
NOT_A_FILE = Words("it is a device or a pipe, not a file", "den er en enhed eller en kanal, ikke en fil")

_CANNOT_OPEN: dict[int | None, Words] = {
    errno.ENOENT: Words("there is no such file", "der er ingen fil med det navn"),
    errno.ENOTDIR: Words("there is no such file", "der er ingen fil med det navn"),
    errno.EACCES: Words("you have no permission to read it", "du har ikke lov til at læse den"),
    errno.EPERM: Words("you have no permission to read it", "du har ikke lov til at læse den"),
    errno.EISDIR: DIRECTORY,
    errno.ELOOP: Words("it is a link that leads back to itself", "den er et link, der fører tilbage til sig selv"),
    errno.ENAMETOOLONG: Words("its name is too long", "navnet er for langt"),
}
_CANNOT_READ = Words("the disk could not deliver it", "disken kunne ikke levere den")


def open_source(path: Path) -> SourceText:
    """The text of the file at `path`. `Unreadable` names the path as it was given, so that the file can be found."""
    return open_bytes(path.name, file_bytes(path), str(path))


def open_bytes(name: str, data: bytes, called: str | None = None) -> SourceText:
    """The text of a file that is in memory. Its name tells the kind only where the content does not.

    `called` is how the sentence of `Unreadable` names the file, where that is not by its name alone.
    """
    try:
        return _open(name, data)
    except Refusal as refusal:
        raise Unreadable(called or name, refusal.reason, refusal.place) from refusal


def file_bytes(path: Path) -> bytes:
    """The bytes of the file at `path`, and no more of them than shows that it is too large. Raises `Unreadable`."""
    try:
        return _file_bytes(path)
    except Refusal as refusal:
        raise Unreadable(str(path), refusal.reason, refusal.place) from refusal


def _open(name: str, data: bytes) -> SourceText:
    if not data:
        raise Refusal(EMPTY)
    if len(data) > limits.FILE_BYTES:
        raise limits.too_large(limits.FILE_BYTES)
    kind = kind_of(name, data)
    if kind not in (Kind.PDF, Kind.WORD) and len(data) > limits.TEXT_BYTES:
        raise limits.too_large(limits.TEXT_BYTES)
    lines, pages = _lines(kind, data)
    _check(lines)
    return SourceText(name, hashlib.sha256(data).hexdigest(), kind.value, tuple(lines), pages)


def _lines(kind: Kind, data: bytes) -> tuple[list[str], tuple[int, ...]]:
    match kind:
        case Kind.PDF:
            return pdf_apart.read_pdf_apart(data) if is_heavy(data) else pdf.read_pdf(data)
        case Kind.WORD:
            return word.read_word(data), ()
        case Kind.WEB_PAGE:
            return web_page.read_web_page(data), ()
        case Kind.TEXT | Kind.MARKDOWN:
            return read_text(data), ()


def _check(lines: list[str]) -> None:
    """Refuse a text without words, and one with a line that no minutes can have."""
    if not any(line.strip() for line in lines):
        raise Refusal(NO_TEXT)
    for number, line in enumerate(lines, start=1):
        if len(line) > limits.LINE_CHARACTERS:
            raise Refusal(limits.LONG_LINE, Words(f"line {number}", f"linje {number}"))


def _file_bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise Refusal(DIRECTORY if path.is_dir() else NOT_A_FILE)
        with path.open("rb") as file:
            return file.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise Refusal(_CANNOT_OPEN.get(error.errno, _CANNOT_READ)) from error
    except ValueError as error:
        # A name with a NUL in it: no file system has such a file.
        raise Refusal(_CANNOT_OPEN[errno.ENOENT]) from error
