"""File: a version of minutes or an agenda as text that everyone may have. The received file is never given out."""

from __future__ import annotations

from pejl.record.oparl.ground import Base, OParl, opened, stamped, told
from pejl.record.oparl.shapes import FileShape
from pejl.record.oparl.words import Words
from pejl.record.published.paths import Kind

TEXT = "text/plain"


def file(base: Base, words: Words, shape: FileShape, *, embedded: bool = False) -> OParl:
    """The file, with where to read it, where to take it from, and where the same is as an open document."""
    name = file_name(words, shape)
    address = f"{base.id(shape.path)}/{name}"
    return told(
        {
            **opened(base, Kind.FILE, shape.path),
            "name": f"{_kind(words, shape)} {shape.body_name} {shape.date or ''}".strip(),
            "fileName": name,
            "mimeType": TEXT,
            "date": shape.date.isoformat() if shape.date else None,
            "size": shape.size,
            "sha512Checksum": shape.sha512,
            "accessUrl": address,
            "downloadUrl": f"{address}?download=1",
            "meeting": None if embedded else [base.id(shape.meeting)],
            "pejl:document": base.web(f"/api/v1/documents/{shape.sha256}"),
            "pejl:version": shape.version,
            **stamped(shape.stamp),
        }
    )


def file_name(words: Words, shape: FileShape) -> str:
    """The name under which the file is kept by who takes it: "referat-2025-03-12.txt"."""
    return f"{_kind(words, shape).lower()}-{shape.date or shape.sha256[:8]}.txt"


def _kind(words: Words, shape: FileShape) -> str:
    return words.kinds["minutes" if shape.minutes else "agenda"]
