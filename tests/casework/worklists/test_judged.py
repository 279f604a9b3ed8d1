"""A table of deadlines is judged once, kept whole, and gone when it no longer follows from what there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import ibis
import pyarrow.parquet as pq
import pytest

from casework.worklists.hand_made import DAY, DESKS, a_register, days, deadline, judge_of, pseudonym
from pejl.casework import judged as judging
from pejl.casework.judged import judged, stale
from pejl.casework.worklists.asked import DutyWords, Narrowed, Scope
from pejl.casework.worklists.opened import opened
from pejl.home.folders import Home
from pejl.register.kept import Damaged, NothingKnown
from pejl.register.services import forget_person
from pejl.register.snapshot import Snapshot
from register.deliveries import KEY

ROWS = [deadline(number, "venter", days(5)) for number in range(6)]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return a_register(tmp_path, gone=[4])


def counting(asked: list[dt.date]) -> Callable[[Snapshot, dt.date, str], ibis.Table]:
    def judge(snapshot: Snapshot, day: dt.date, scenario: str) -> ibis.Table:
        asked.append(day)
        known = set(snapshot.table("persons").to_pyarrow().column("person").to_pylist())
        return judge_of([row for row in ROWS if row["person"] in known])(snapshot, day, scenario)

    return judge


def test_it_is_judged_once(home: Home) -> None:
    asked: list[dt.date] = []
    first, again = judged(home, judge=counting(asked)), judged(home, judge=counting(asked))
    assert first == again and asked == [DAY] and first.day == first.known == DAY
    judged(home, days(7), judge=counting(asked))
    assert asked == [DAY, days(7)] and len(list(home.judged.glob("*.parquet"))) == 2


def test_before_the_first_delivery_there_is_nothing_to_judge(home: Home, tmp_path: Path) -> None:
    with pytest.raises(NothingKnown):
        judged(home, days(-1), judge=judge_of(ROWS))
    with pytest.raises(NothingKnown):
        judged(Home(tmp_path / "empty"), judge=judge_of(ROWS))


def test_who_has_the_case_now_stands_beside_each_row(home: Home) -> None:
    row = deadline(0, "overskredet", days(-20), team="Team Syd", caseworker="s99")
    kept = pq.read_table(judged(home, judge=judge_of([row, deadline(4, "tabt", days(-40))])).path).to_pylist()
    told = {each["person"]: (each["running"], each["now_caseworker"], each["caseworker"]) for each in kept}
    assert told == {pseudonym(0): (True, DESKS[0][2], "s99"), pseudonym(4): (False, "s2", "s2")}


def test_the_file_is_for_its_owner_and_the_group_alone(home: Home) -> None:
    path = judged(home, judge=judge_of(ROWS)).path
    assert path.stat().st_mode & 0o007 == 0 and home.judged.stat().st_mode & 0o007 == 0


def test_what_follows_from_another_text_of_the_law_goes(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dt.date] = []
    old = judged(home, judge=counting(asked))
    (home.judged / ".2026.part").touch()
    monkeypatch.setattr(judging, "_text", lambda: b"another")
    assert list(stale(home)) == [old.path]
    new = judged(home, judge=counting(asked))
    assert new.path != old.path and len(asked) == 2
    assert sorted(home.judged.iterdir()) == sorted([home.judging, new.path])


def test_the_tables_that_were_written_first_make_room(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "MOST", 2)
    paths = [judged(home, days(count), judge=judge_of(ROWS)).path for count in (0, 1, 2)]
    assert [path.exists() for path in paths] == [False, True, True]


def test_a_judging_that_fails_leaves_nothing(home: Home) -> None:
    def judge(_snapshot: Snapshot, _day: dt.date, _scenario: str) -> ibis.Table:
        return ibis.memtable({"person": ["x"]})

    with pytest.raises(Exception, match="unit"):
        judged(home, judge=judge)
    assert list(home.judged.iterdir()) == [home.judging]


@pytest.mark.django_db
def test_forgetting_somebody_takes_the_judged_tables_away(home: Home) -> None:
    asked: list[dt.date] = []
    before = judged(home, judge=counting(asked))
    (home.judged / ".spill-of-a-killed-reader").mkdir()
    (home.judged / ".spill-of-a-killed-reader" / "duckdb_temp_storage-0.tmp").touch()
    forget_person(home, pseudonym(2), KEY, who="Else", why="Borgeren er flyttet")
    assert list(home.judged.iterdir()) == [home.judging]
    after = judged(home, judge=counting(asked))
    assert after.path != before.path and len(asked) == 2
    assert pseudonym(2) not in pq.read_table(after.path).column("person").to_pylist()


@pytest.mark.django_db
def test_what_is_forgotten_while_it_is_judged_is_not_written(home: Home) -> None:
    """The forgetting waits for the turn with the folder; the snapshot is another one when the judging is done."""
    asked: list[dt.date] = []

    def judge(snapshot: Snapshot, day: dt.date, scenario: str) -> ibis.Table:
        if not asked:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("pejl.register.forgetting.let_go_of_judged", lambda _home: None)
                forget_person(home, pseudonym(2), KEY, who="Else", why="Borgeren er flyttet")
        return counting(asked)(snapshot, day, scenario)

    kept = judged(home, judge=judge)
    assert len(asked) == 2
    assert pseudonym(2) not in pq.read_table(kept.path).column("person").to_pylist()


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:2000], lambda data: data[:4] + b"x" + data[5:]]
)
def test_a_table_that_was_damaged_is_judged_anew_for_the_next_who_asks(
    home: Home, damage: Callable[[bytes], bytes]
) -> None:
    asked: list[dt.date] = []
    whole = judged(home, judge=counting(asked))
    whole.path.write_bytes(damage(whole.path.read_bytes()))
    with pytest.raises(Damaged, match="judged anew"), opened(whole, [], Scope(everything=True), DutyWords()) as found:
        found.counts(Narrowed())
    again = judged(home, judge=counting(asked))
    with opened(again, [], Scope(everything=True), DutyWords()) as found:
        assert found.counts(Narrowed())["alle"] and len(asked) == 2
