"""The archive keeps what it was given, says what is wrong with it, and finishes or clears what was cut off."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.record import archive as archive_module
from pejl.record.archive import Archive, Damaged, Receipt, ending, plain_name

TEXT = b"Referat fra Fjordby"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def keep(archive: Archive, data: bytes = TEXT, name: str = "referat.txt") -> Receipt:
    receipt, _ = archive.receive(name, data, "text/plain")
    return receipt


def test_received_file_lies_under_its_hash_with_a_receipt(archive: Archive) -> None:
    receipt, new = archive.receive("mappe/møde.TXT", TEXT, "text/plain", "Fjordby Kommune")
    sha256 = hashlib.sha256(TEXT).hexdigest()
    assert new
    assert archive.path(receipt) == archive.root / sha256[:2] / f"{sha256}.txt"
    assert archive.data(receipt) == TEXT
    assert (receipt.name, receipt.order, receipt.municipality, receipt.size) == ("møde.TXT", 1, "Fjordby Kommune", 19)
    told = json.loads((archive.root / sha256[:2] / f"{sha256}.json").read_text("utf-8"))
    assert told["received_at"].endswith("+00:00")
    assert archive.receipt(sha256) == receipt
    assert archive.verify() == []


def test_received_file_cannot_be_written_to(archive: Archive) -> None:
    receipt = keep(archive)
    assert archive.path(receipt).stat().st_mode & 0o222 == 0
    assert archive.path(receipt).with_suffix(".json").stat().st_mode & 0o222 == 0


def test_same_bytes_again_change_nothing(archive: Archive) -> None:
    first = keep(archive)
    before = {path: path.stat() for path in archive.root.rglob("*.*")}
    again, new = archive.receive("andet navn.md", TEXT, "text/markdown", "En anden kommune")
    assert (again, new) == (first, False)
    assert {path: path.stat() for path in archive.root.rglob("*.*")} == before


def test_receipts_come_in_order_of_arrival(archive: Archive) -> None:
    for number in range(30):
        keep(archive, b"%d" % number)
    assert [receipt.order for receipt in archive.receipts()] == list(range(1, 31))
    assert len(archive.received()) == 30


@pytest.mark.parametrize("counter", [None, "", "garbage"])
def test_order_goes_on_when_the_counter_is_lost(archive: Archive, counter: str | None) -> None:
    keep(archive, b"a")
    keep(archive, b"b")
    (archive.root / "order").unlink()
    if counter is not None:
        (archive.root / "order").write_text(counter)
    assert keep(archive, b"c").order == 3


def test_order_stays_above_a_number_known_to_be_used(archive: Archive) -> None:
    receipt, _ = archive.receive("referat.txt", TEXT, "text/plain", after=41)
    assert receipt.order == 42


def test_damaged_file_is_found_and_never_read_as_if_whole(archive: Archive) -> None:
    receipt = keep(archive)
    path = archive.path(receipt)
    path.chmod(0o640)
    path.write_bytes(b"noget andet")
    with pytest.raises(Damaged, match=r"does not fit its hash"):
        archive.data(receipt)
    [fault] = archive.verify()
    assert "referat.txt" in fault


def test_missing_file_and_missing_receipt_are_found(archive: Archive) -> None:
    gone, orphan = keep(archive, b"a"), keep(archive, b"b")
    archive.path(gone).unlink()
    archive.path(orphan).with_suffix(".json").unlink()
    faults = archive.verify()
    assert len(faults) == 2
    assert any("cannot be read from the archive" in fault for fault in faults)
    assert any("has no receipt" in fault for fault in faults)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"sha256": 1}', "null"])
def test_unreadable_receipt_is_a_fault(archive: Archive, text: str) -> None:
    path = archive.path(keep(archive)).with_suffix(".json")
    path.chmod(0o640)
    path.write_text(text)
    assert len(archive.verify()) == 1
    with pytest.raises(Damaged):
        archive.receipts()


def test_receipt_of_another_file_is_a_fault(archive: Archive) -> None:
    one, other = keep(archive, b"a"), keep(archive, b"b")
    target = archive.path(one).with_suffix(".json")
    target.chmod(0o640)
    target.write_bytes(archive.path(other).with_suffix(".json").read_bytes())
    assert any("belongs to another file" in fault for fault in archive.verify())


def test_one_order_number_for_two_files_is_what_archives_put_together_have(archive: Archive) -> None:
    keep(archive, b"a")
    (archive.root / "order").write_text("0")
    keep(archive, b"b")
    assert archive.verify() == []


class CutOff(Exception):
    """The process ends here."""


@pytest.mark.parametrize("renames", [0, 1, 2, 3])
def test_arrival_cut_off_between_any_two_steps_is_finished_or_cleared(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    """One rename is the order's; with two the file is in place, and then nothing may lose it."""
    done = 0

    def rename_until_cut(part: Path, target: Path) -> Path:
        nonlocal done
        if done == renames:
            raise CutOff
        done += 1
        os.rename(part, target)  # noqa: PTH104 - the other way is what this stands in for
        return target

    monkeypatch.setattr(Path, "rename", rename_until_cut)
    with pytest.raises(CutOff) if renames < 3 else nothing_raised():
        keep(archive)
    monkeypatch.undo()
    archive.settle()
    assert archive.left_over() == []
    assert archive.verify() == []
    assert len(archive.received()) == (1 if renames >= 2 else 0)
    assert keep(archive).name == "referat.txt"


class nothing_raised:  # noqa: N801 - it stands where pytest.raises stands
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


def test_full_disk_leaves_nothing_of_the_arrival(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive_module, "write_part", no_space)
    with pytest.raises(OSError, match="No space"):
        keep(archive)
    monkeypatch.undo()
    assert archive.received() == frozenset()
    assert archive.left_over() == []


def test_many_arrivals_at_once_get_an_order_each(archive: Archive) -> None:
    def receive(thread: int) -> None:
        for number in range(10):
            keep(archive, b"%d-%d" % (thread, number))

    threads = [threading.Thread(target=receive, args=(thread,)) for thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [receipt.order for receipt in archive.receipts()] == list(range(1, 41))
    assert archive.verify() == []


def test_withdrawn_arrival_is_gone(archive: Archive) -> None:
    receipt = keep(archive)
    archive.withdraw(receipt)
    assert archive.receipt(receipt.sha256) is None
    assert archive.verify() == []


def test_name_that_is_no_hash_is_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match="not a SHA-256"):
        archive.receipt("../../etc/passwd")


@given(st.text())
def test_any_name_can_be_kept(name: str) -> None:
    shown = plain_name(name)
    assert shown
    assert len(shown) <= 200
    assert not set(shown) & {"/", "\\", "\0", "\n"}
    assert shown.encode("utf-8")
    assert plain_name(shown) == shown
    assert ending(name) != ".json"
    assert ending(shown) == ending(plain_name(shown))


@given(st.text(max_size=300), st.binary(max_size=50), st.one_of(st.none(), st.text(st.characters(codec="utf-8"))))
def test_receipt_survives_being_written(name: str, data: bytes, municipality: str | None) -> None:
    receipt = Receipt(
        hashlib.sha256(data).hexdigest(),
        plain_name(name),
        7,
        archive_module.dt.datetime(2025, 3, 1, 12, 0, 0, 5, tzinfo=archive_module.dt.UTC),
        municipality,
        len(data),
        "text/plain",
    )
    assert Receipt.from_json(receipt.as_json().encode().decode()) == receipt


def test_file_called_json_does_not_take_the_receipts_place(archive: Archive) -> None:
    receipt = keep(archive, b"{}", "data.json")
    assert archive.path(receipt).suffix == ".bin"
    assert archive.data(receipt) == b"{}"
