"""One file of a delivery, as it was found: its name, its size, its hash, and the signs of its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from pejl.intake.files.signs import Signs


@dataclass(frozen=True)
class DeliveredFile:
    """A file that a table of the delivery names. `name` is its path within the delivery, with `/`.

    `open()` gives its bytes from the start, each time anew; it raises `Refused` where the file is no longer what
    was hashed. `packed` tells that it lies in a zip, where going back costs reading it again.
    """

    name: str
    size: int
    sha256: str
    open: Callable[[], BinaryIO] = field(repr=False, compare=False)
    signs: Signs = field(default_factory=lambda: Signs(), compare=False)
    packed: bool = False

    @property
    def suffix(self) -> str:
        """The last part of the name in small letters: `.csv`."""
        return "." + self.name.rsplit(".", 1)[-1].lower() if "." in self.name else ""
