"""A file's text as numbered lines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceText:
    """What was read from a file.

    `lines` are the lines that a person would read, in reading order: line number n of the document is `lines[n - 1]`.
    A table row is one line with a tab between its cells. No line holds a line break, and no line ends in a space.
    `sha256` is that of the file's bytes, in hexadecimal; `media_type` is that of the content, not of the name.
    `pages` holds the number of each page's first line, and is empty for the kinds of file that have no pages. A page
    without text starts where the next one does.
    """

    name: str
    sha256: str
    media_type: str
    lines: tuple[str, ...]
    pages: tuple[int, ...] = ()
