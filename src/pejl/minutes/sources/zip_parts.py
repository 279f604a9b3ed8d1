"""The parts of a zip archive, taken out within limits.

Sizes in the archive's own list are checked first, because they cost nothing to read, and then not trusted: every part
is unpacked piece by piece and given up when it passes its limit.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from pejl.minutes.sources.limits import MEGABYTE, megabytes
from pejl.minutes.sources.unreadable import WHOLE_FILE, Refusal, Words

MOST_PARTS = 5_000
LARGEST_DIRECTORY = MEGABYTE
"""The largest list of an archive's files: 5,000 files with long names take half of it."""

LARGEST_PART = 50 * MEGABYTE
"""The largest part. As a tree in memory XML takes some ten times as much."""

MOST_UNPACKED = 100 * MEGABYTE
"""What all the parts that are read may come to together."""

MOST_TIMES_LARGER = 250
"""How many times larger than packed a part over a megabyte may be. Text and XML stay well under 100."""

_PIECE = 65_536

# The record at the end of a zip archive, and the one before it in archives of over 65,535 files or four gigabytes.
_LAST_MARK, _LAST_RECORD = b"PK\x05\x06", 22
_LARGE_FORMAT_MARK, _LARGE_FORMAT_RECORD = b"PK\x06\x07", 20

_TOO_MANY_PARTS = Words(
    f"the archive holds more than {MOST_PARTS:,} files, which is the limit",
    "arkivet rummer mere end {} filer, som er grænsen".format(f"{MOST_PARTS:,}".replace(",", ".")),
)
_TOO_LARGE = Words(
    f"the part is larger than {megabytes(LARGEST_PART)}, which is the limit",
    f"delen fylder mere end {megabytes(LARGEST_PART)}, som er grænsen",
)


@dataclass(frozen=True)
class ZipWords:
    """What is said of an archive that cannot be used, by the kind of file that it should be."""

    damaged: Words
    encrypted: Words
    bomb: Words


class ZipParts:
    """The parts of a zip archive by name. Nothing is unpacked before it is asked for."""

    def __init__(self, data: bytes, words: ZipWords) -> None:
        self._words = words
        _check_directory(data, words)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise Refusal(words.damaged) from error
        entries = self._archive.infolist()
        if len(entries) > MOST_PARTS:
            raise Refusal(_TOO_MANY_PARTS)
        self._entries = {entry.filename: entry for entry in entries}
        self._left = MOST_UNPACKED

    @property
    def names(self) -> list[str]:
        """The names of all parts, in the archive's order."""
        return list(self._entries)

    def data(self, name: str) -> bytes | None:
        """The bytes of a part, or None where the archive has no such part."""
        entry = self._entries.get(name)
        return None if entry is None else self._unpacked(entry)

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        place = Words(entry.filename, entry.filename)
        if entry.flag_bits & 0x1:
            raise Refusal(self._words.encrypted, WHOLE_FILE)
        limit = min(LARGEST_PART, self._left)
        if entry.file_size > limit:
            raise Refusal(_TOO_LARGE, place)
        if entry.file_size > max(MEGABYTE, entry.compress_size * MOST_TIMES_LARGER):
            raise Refusal(self._words.bomb, place)
        content = bytearray()
        try:
            with self._archive.open(entry) as packed:
                while piece := packed.read(_PIECE):
                    content += piece
                    if len(content) > limit:
                        raise Refusal(_TOO_LARGE, place)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            OSError,
            EOFError,
            ValueError,
        ) as error:
            raise Refusal(self._words.damaged, place) from error
        self._left -= len(content)
        return bytes(content)


def _check_directory(data: bytes, words: ZipWords) -> None:
    """Refuse an archive whose list of files is long, before the list is read: that alone could fill the memory.

    The archive's last record tells the list's size. It is found as `zipfile` finds it.
    """
    at = len(data) - _LAST_RECORD
    if not (data.startswith(_LAST_MARK, max(at, 0)) and data.endswith(b"\0\0")):
        at = data.rfind(_LAST_MARK, max(at - 65_536, 0))
    if at < 0 or len(data) < at + _LAST_RECORD:
        raise Refusal(words.damaged)
    is_large_format = data.startswith(_LARGE_FORMAT_MARK, max(at - _LARGE_FORMAT_RECORD, 0))
    if is_large_format or int.from_bytes(data[at + 12 : at + 16], "little") > LARGEST_DIRECTORY:
        raise Refusal(_TOO_MANY_PARTS)
