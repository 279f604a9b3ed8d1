"""The log: each entry is chained to the one before, and whoever changes anything afterwards is found out."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.screening.assessments.events import Event
from pejl.screening.assessments.sealing import NOTHING_BEFORE, Said, Sealed, chained
from pejl.screening.assessments.verifying import Anchor, NoAnchor, anchor_written, verified
from pejl.screening.canonical import canonical
from pejl.screening.models import LogEnd, LogEntry, Unchangeable
from pejl.screening.queries import chain as reading
from pejl.screening.queries.standing import objecting
from pejl.screening.services.chain import Unsigned, append
from pejl.screening.services.erasing import TooSoon, erase, retain

BO, IDA = "p" + "b" * 26, "p" + "i" * 26


def five() -> None:
    for number in range(5):
        who = BO if number % 2 else IDA
        append(Event.VURDERET, who="lise", person=who, spell=f"G{number}", about=f"a{number}", detail={"n": number})


def planted(number: int, **changes: Any) -> None:
    LogEntry._base_manager.filter(pk=number).update(**changes)


def faults() -> list[int]:
    return [fault.number for fault in reading.verify().faults]


@pytest.mark.django_db
class TestInTheDatabase:
    def test_entries_are_numbered_from_one_and_hold_together(self) -> None:
        five()
        found = reading.verify()
        assert found.whole and found.entries == 5 and found.end == reading.end()
        assert [entry.number for entry in reading.entries()] == [1, 2, 3, 4, 5]
        assert [entry.spell for entry in reading.entries(person=BO)] == ["G1", "G3"]
        assert [entry.detail["n"] for entry in reading.entries(about="a3")] == [3]

    def test_an_empty_log_is_whole(self) -> None:
        assert reading.verify().whole and reading.end() is None

    def test_an_entry_needs_a_name_and_hides_numbers_in_it(self) -> None:
        with pytest.raises(Unsigned):
            append(Event.VIST, who=" ", detail={})
        assert "010180" not in append(Event.VIST, who="Lise 010180-1234", detail={}).who

    def test_an_entry_is_never_changed_or_removed(self) -> None:
        five()
        entry = LogEntry.objects.get(pk=2)
        entry.who = "en anden"
        for attempt in (
            entry.save,
            entry.delete,
            LogEntry.objects.all().delete,
            lambda: LogEntry.objects.update(who="x"),
            lambda: LogEntry.objects.bulk_create(
                [entry], update_conflicts=True, unique_fields=["number"], update_fields=["who"]
            ),
        ):
            with pytest.raises(Unchangeable):
                attempt()
        assert reading.verify().whole

    @pytest.mark.parametrize(
        "change",
        [
            {"at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)},
            {"event": "fulgt"},
            {"who": "en anden"},
            {"person": IDA},
            {"spell": "G9"},
            {"about": "a9"},
            {"detail": '{"n":7}'},
            {"salt": "0" * 32},
            {"said_hash": "0" * 64},
            {"previous": "0" * 64},
            {"hash": "0" * 64},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_a_changed_field_is_found_with_the_entry_that_it_is_in(self, change: dict[str, Any]) -> None:
        five()
        planted(2, **change)
        assert 2 in faults()

    def test_a_removed_entry_is_found(self) -> None:
        five()
        LogEntry._base_manager.filter(pk=3).delete()
        assert reading.verify().faults[0].sentence == "Post 3 mangler: efter post 2 kommer post 4."

    def test_a_tail_that_is_cut_off_is_found_by_what_the_writer_knows(self) -> None:
        five()
        LogEntry._base_manager.filter(pk__gt=3).delete()
        assert "ender med post 3: enden er skåret af" in reading.verify().faults[0].sentence

    def test_who_covers_that_too_is_found_by_the_anchor(self) -> None:
        five()
        kept = reading.end()
        LogEntry._base_manager.filter(pk__gt=3).delete()
        last = LogEntry.objects.get(pk=3)
        LogEnd.objects.update(number=3, hash=last.hash)
        assert reading.verify().whole
        assert "der blev gemt et andet sted" in reading.verify(kept).faults[0].sentence
        for number in (4, 5):
            append(Event.VURDERET, who="lise", person=BO, detail={"n": number})
        assert [fault.number for fault in reading.verify(kept).faults] == [5]

    def test_the_last_entry_written_anew_is_found_though_nothing_is_chained_to_it_yet(self) -> None:
        five()
        last = LogEntry.objects.get(pk=5)
        anew = chained(5, last.at, "fulgt", last.who, last.said_hash, last.previous)
        planted(5, event="fulgt", hash=anew)
        assert [fault.sentence for fault in reading.verify().faults] == [
            "Post 5 er ikke den, der blev skrevet sidst: enden er skrevet om."
        ]

    def test_a_removal_covers_nothing_that_came_after_it(self) -> None:
        append(Event.SLETTET, who="Anne", detail={"entries": [[1, 10**12]], "why": "x"})
        five()
        planted(4, person="", spell="", about="", detail="", salt="")
        assert faults() == [4]

    def test_what_is_removed_by_law_leaves_the_chain_whole(self) -> None:
        five()
        assert erase(BO, who="Anne", why="Borgeren er glemt").entries == 2
        found = reading.verify()
        assert found.whole and found.emptied == 2 and found.entries == 6
        assert not list(reading.entries(person=BO))
        assert BO not in "".join(str(row) for row in LogEntry.objects.values())
        told = list(reading.entries())[-1]
        assert told.event is Event.SLETTET and told.detail["entries"] == [[2, 2], [4, 4]]
        assert list(reading.entries())[1].emptied

    def test_what_is_emptied_without_a_removal_that_says_so_is_found(self) -> None:
        five()
        planted(4, person="", spell="", about="", detail="", salt="")
        assert reading.verify().faults[0].sentence == "Post 4 er tømt, uden at nogen sletning siger det."

    def test_only_what_is_old_and_about_somebody_is_let_go_by_age(self) -> None:
        append(Event.STOPPET, who="Anne", detail={"why": "x"})
        five()
        with pytest.raises(TooSoon, match="6 months"):
            retain(5, who="Anne", why="Oprydning")
        assert retain(6, who="Anne", why="Oprydning").entries == 0
        with pytest.MonkeyPatch.context() as patch:
            later = dt.datetime.now(dt.UTC) + dt.timedelta(days=400)
            patch.setattr("django.utils.timezone.now", lambda: later)
            append(Event.VURDERET, who="lise", person=IDA, detail={})
            assert retain(12, who="Anne", why="Oprydning").entries == 2
        assert reading.verify().whole and next(reading.entries()).event is Event.STOPPET
        assert next(reading.entries()).detail == {"why": "x"}

    def test_an_objection_holds_however_old_it_is(self) -> None:
        five()
        append(Event.INDSIGELSE, who="lise", person=BO, detail={"why": "010"})
        append(Event.INDSIGELSE, who="lise", person=IDA, detail={"why": ""})
        append(Event.INDSIGELSE_TRUKKET, who="lise", person=IDA, detail={"why": "x"})
        with pytest.MonkeyPatch.context() as patch:
            later = dt.datetime.now(dt.UTC) + dt.timedelta(days=4000)
            patch.setattr("django.utils.timezone.now", lambda: later)
            assert retain(12, who="Anne", why="Oprydning").entries == 7
        assert objecting() == {BO} and reading.verify().whole

    def test_a_removal_needs_a_name_and_a_reason(self) -> None:
        for who, why in (("", "x"), ("Anne", " ")):
            with pytest.raises(Unsigned):
                erase(BO, who=who, why=why)

    def test_a_supervisor_can_verify_what_is_taken_out_without_this_program(self) -> None:
        five()
        rows = list(reading.exported())

        def sealed(*parts: object) -> str:
            return hashlib.sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()

        before = "0" * 64
        for row in rows:
            said = sealed(row["person"], row["spell"], row["about"], row["detail"], row["salt"])
            assert said == row["said_hash"] and row["previous"] == before
            before = sealed(row["number"], row["at"], row["event"], row["who"], said, before)
            assert before == row["hash"]


def write_from_threads() -> None:
    """Four writers at once, five entries each."""
    problems: list[BaseException] = []

    def write() -> None:
        try:
            for _ in range(5):
                append(Event.VURDERET, who="lise", person=BO, detail={})
        except BaseException as trouble:  # told below, where it can fail
            problems.append(trouble)
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems
    found = reading.verify()
    assert found.whole and found.entries == 20


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_come_one_by_one() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("In memory SQLite refuses a second writer at once; the test below has a file.")
    write_from_threads()


@pytest.mark.long
def test_writers_at_the_same_time_come_one_by_one_in_a_file_too(tmp_path: Path) -> None:
    script = (
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('migrate', 'screening', verbosity=0)\n"
        "from screening.assessments.test_chain import write_from_threads\n"
        "write_from_threads()\n"
    )
    tests = Path(__file__).resolve().parents[2]
    more = {"PEJL_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "pejl.web.settings", "PYTHONPATH": str(tests)}
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run([sys.executable, "-c", script], env=kept | more, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def a_log(many: int) -> list[Sealed]:
    written: list[Sealed] = []
    for number in range(1, many + 1):
        before = written[-1].hash if written else NOTHING_BEFORE
        at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=number)
        said = Said(f"p{number}", f"G{number}", "", canonical({"n": number}), "s")
        sealed = chained(number, at, "vist", "lise", said.hash, before)
        written.append(Sealed(number, at, "vist", "lise", said, said.hash, before, sealed))
    return written


def removed(log: list[Sealed], at: int) -> list[Sealed]:
    return log[:at] + log[at + 1 :]


def twice(log: list[Sealed], at: int) -> list[Sealed]:
    return log[: at + 1] + log[at:]


def swapped(log: list[Sealed], at: int) -> list[Sealed]:
    return [*log[:at], log[at + 1], log[at], *log[at + 2 :]] if at + 1 < len(log) else log[:-1]


def numbered_anew(log: list[Sealed], at: int) -> list[Sealed]:
    rest = [
        Sealed(each.number - 1, each.at, each.event, each.who, each.said, each.said_hash, each.previous, each.hash)
        for each in log[at + 1 :]
    ]
    return log[:at] + rest


@given(many=st.integers(2, 12), at=st.integers(0, 11), how=st.sampled_from([removed, twice, swapped, numbered_anew]))
@settings(max_examples=60, deadline=None)
def test_whatever_is_removed_put_in_or_moved_is_found(
    many: int, at: int, how: Callable[[list[Sealed], int], list[Sealed]]
) -> None:
    log = a_log(many)
    assert verified(log, written=many).whole
    assert not verified(how(log, at % many), written=many).whole


@pytest.mark.parametrize("text", ["", "12", "0:" + "a" * 64, "12:" + "A" * 64, "12:" + "a" * 63, "-1:" + "a" * 64])
def test_what_is_no_anchor_is_said(text: str) -> None:
    with pytest.raises(NoAnchor):
        anchor_written(text)
    assert str(anchor_written(" 12:" + "a" * 64)) == "12:" + "a" * 64


def test_the_longest_log_is_read_in_one_passage() -> None:
    def rows() -> Iterator[Sealed]:
        yield from a_log(3)

    assert verified(rows(), written=3, anchor=Anchor(2, a_log(3)[1].hash)).whole
