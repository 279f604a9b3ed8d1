"""The archive: every file of the record as it was received, named by its content, never changed.

    archive/<first two hex digits>/<sha256>.<ending>   the bytes as received
    archive/<first two hex digits>/<sha256>.json       its receipt

The receipt is what makes a file received. It is put in place last, so a file without one is an unfinished arrival:
`settle` finishes it where everything is there and clears it away where not. The archive knows nothing of what the
files say.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from pejl.home.durable import make_folder, parts_in, put_in_place, write_part, write_whole
from pejl.home.turn import turn

READ_ONLY = 0o440
RECEIPT = ".json"
LONGEST_NAME = 200
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ENDING = re.compile(r"\.[a-z0-9]{1,8}")


class Damaged(Exception):
    """A file of the archive is gone or is not what was received. `str()` says which and what to do."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is known of a file from its arrival.

    `name` is the file's own name without folder; `order` counts arrivals from 1 and is never used twice, though
    numbers may be missing; `received_at` is in UTC; `municipality` is the one stated on arrival, or None; `size` is
    in bytes.
    """

    sha256: str
    name: str
    order: int
    received_at: dt.datetime
    municipality: str | None
    size: int
    media_type: str

    @property
    def arrival(self) -> tuple[int, str]:
        """What files are sorted by. Two archives that were put together repeat order numbers, but never hashes."""
        return self.order, self.sha256

    def as_json(self) -> str:
        """The receipt as it lies in the archive."""
        fields = asdict(self) | {"received_at": self.received_at.isoformat()}
        return json.dumps(fields, ensure_ascii=False, indent=2, sort_keys=True) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Receipt:
        """Read a receipt; raises ValueError, KeyError or TypeError when it is not one."""
        fields = json.loads(text)
        return cls(
            sha256=str(fields["sha256"]),
            name=str(fields["name"]),
            order=int(fields["order"]),
            received_at=dt.datetime.fromisoformat(fields["received_at"]).astimezone(dt.UTC),
            municipality=fields["municipality"],
            size=int(fields["size"]),
            media_type=str(fields["media_type"]),
        )


class Archive:
    """The folder of received files. Reading needs no lock; `receive` and `settle` take turns by themselves."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def receive(
        self, name: str, data: bytes, media_type: str, municipality: str | None = None, after: int = 0
    ) -> tuple[Receipt, bool]:
        """Keep the file; return its receipt, and whether it is new. Bytes that are here already change nothing.

        `after` is an order number known to be used, whatever the archive itself remembers.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        with self._turn():
            if (known := self.receipt(sha256)) is not None:
                return known, False
            receipt = Receipt(
                sha256=sha256,
                name=plain_name(name),
                order=self._next_order(after),
                received_at=dt.datetime.now(dt.UTC),
                municipality=municipality,
                size=len(data),
                media_type=media_type,
            )
            self._keep(receipt, data)
            return receipt, True

    def receipt(self, sha256: str) -> Receipt | None:
        """The receipt of the file with this hash, or None when it has not been received."""
        try:
            return self._read(self._receipt_path(sha256))
        except FileNotFoundError:
            return None

    def received(self) -> frozenset[str]:
        """The hashes of all received files. Reads names only, so it is cheap also in a large archive."""
        return frozenset(path.stem for path in self._receipt_paths())

    def receipts(self) -> list[Receipt]:
        """All receipts in order of arrival."""
        return sorted((self._read(path) for path in self._receipt_paths()), key=lambda receipt: receipt.arrival)

    def path(self, receipt: Receipt) -> Path:
        """Where the received bytes lie."""
        return self._receipt_path(receipt.sha256).with_suffix(ending(receipt.name))

    def data(self, receipt: Receipt) -> bytes:
        """The bytes as received. Raises `Damaged` where they are gone or have changed."""
        path = self.path(receipt)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise Damaged(
                f"{receipt.name!r}, received as number {receipt.order}, cannot be read from the archive at {path} "
                f"({error.strerror}). Restore the file from a backup."
            ) from error
        if hashlib.sha256(data).hexdigest() != receipt.sha256:
            raise Damaged(
                f"{receipt.name!r}, received as number {receipt.order}, is not what was received: the file {path} does "
                "not fit its hash. Restore it from a backup."
            )
        return data

    def verify(self) -> list[str]:
        """Read the whole archive and return a sentence for everything that is wrong with it. Changes nothing.

        An order number used twice is nothing wrong: see `Receipt.arrival`.
        """
        faults: list[str] = []
        expected: set[Path] = set()
        for path in self._receipt_paths():
            try:
                receipt = self._read(path)
                self.data(receipt)
            except Damaged as damaged:
                faults.append(str(damaged))
                continue
            expected |= {path, self.path(receipt)}
        for folder in self._folders():
            for path in sorted(folder.iterdir()):
                if path not in expected and not path.with_suffix(RECEIPT).exists():
                    faults.append(
                        f"{path} has no receipt, so it is not part of the record. If nothing is being imported just "
                        f"now, restore {path.with_suffix(RECEIPT).name} from a backup, or import the file again."
                    )
        return faults

    def settle(self) -> None:
        """Finish arrivals that were cut off when all of them was written, and clear away what is left of the others."""
        if self.left_over():
            with self._turn():
                for part in self.left_over():
                    self._settle_part(part)

    def left_over(self) -> list[Path]:
        """The files of arrivals that are under way or were cut off."""
        return [part for folder in [self.root, *self._folders()] for part in parts_in(folder)]

    def withdraw(self, receipt: Receipt) -> None:
        """Undo an arrival that could not be completed. Only for the arrival in hand: what is received stays."""
        with self._turn():
            self._receipt_path(receipt.sha256).unlink(missing_ok=True)
            self.path(receipt).unlink(missing_ok=True)

    def _keep(self, receipt: Receipt, data: bytes) -> None:
        """Write both files before either gets its name: a cut-off arrival can then be finished from what lies there."""
        path, receipt_path = self.path(receipt), self._receipt_path(receipt.sha256)
        make_folder(path.parent)
        written: list[Path] = []
        try:
            written.append(write_part(path, data, READ_ONLY))
            written.append(write_part(receipt_path, receipt.as_json().encode(), READ_ONLY))
            put_in_place(written[0], path)
            put_in_place(written[1], receipt_path)
        except OSError:
            for part in written:
                part.unlink(missing_ok=True)
            raise

    def _settle_part(self, part: Path) -> None:
        """A written receipt whose file is in place is put in place too; anything else is removed."""
        try:
            receipt = Receipt.from_json(part.read_text("utf-8"))
            self.data(receipt)
        except (OSError, ValueError, KeyError, TypeError, Damaged):
            part.unlink(missing_ok=True)
            return
        target = self._receipt_path(receipt.sha256)
        if target.exists():
            part.unlink(missing_ok=True)
        else:
            put_in_place(part, target)

    def _next_order(self, after: int) -> int:
        """The next unused order number. It is spent before it is used, so that no crash can give it out twice."""
        counter = self.root / "order"
        try:
            last = int(counter.read_text("ascii"))
        except (OSError, ValueError):
            last = max((receipt.order for receipt in self.receipts()), default=0)
        order = max(last, after) + 1
        write_whole(counter, str(order).encode("ascii"))
        return order

    def _turn(self) -> AbstractContextManager[None]:
        return turn(self.root / "lock")

    def _folders(self) -> list[Path]:
        return sorted(path for path in self.root.glob("[0-9a-f][0-9a-f]") if path.is_dir())

    def _receipt_path(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is not a SHA-256 in hexadecimal.")
        return self.root / sha256[:2] / f"{sha256}{RECEIPT}"

    def _receipt_paths(self) -> Iterator[Path]:
        for folder in self._folders():
            yield from (path for path in folder.glob(f"*{RECEIPT}") if _SHA256.fullmatch(path.stem))

    def _read(self, path: Path) -> Receipt:
        text = path.read_bytes()
        try:
            receipt = Receipt.from_json(text.decode("utf-8"))
        except (ValueError, KeyError, TypeError) as error:
            raise Damaged(f"The receipt {path} cannot be read. Restore it from a backup.") from error
        if receipt.sha256 != path.stem:
            raise Damaged(f"The receipt {path} belongs to another file. Restore it from a backup.")
        return receipt


def plain_name(name: str) -> str:
    """A file's name without folders and signs that cannot be shown; never empty, nor longer than a folder takes."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(sign if sign.isprintable() else "_" for sign in last).strip()
    return shown[-LONGEST_NAME:].strip() or "uden navn"


def ending(name: str) -> str:
    """The ending that a file keeps in the archive: its own where it is plain and not a receipt's, else `.bin`."""
    own = PurePosixPath(name.lower()).suffix
    return own if _ENDING.fullmatch(own) and own != RECEIPT else ".bin"
