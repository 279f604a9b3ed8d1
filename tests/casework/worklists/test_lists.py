"""What a caseworker finds on each list, and in which order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from casework.worklists.hand_made import DAY, a_register, days, deadline, judge_of, pseudonym
from pejl.casework.deadlines.key import DeadlineKey
from pejl.casework.judged import judged
from pejl.casework.marks import Mark, MarkKind
from pejl.casework.worklists.asked import DutyWords, Narrowed, Scope
from pejl.casework.worklists.lists import ALL, COMING, ENDED, LOST, OVERDUE, UNREASONED, WORKLISTS, worklist_named
from pejl.casework.worklists.opened import Opened, opened
from pejl.casework.worklists.worklist import Worklist
from pejl.home.folders import Home

EVERYBODY = Scope(everything=True)
OFFER = {"duty": "foerste_tilbud", "kind": "tilbud", "required": 1, "done": 0}
ENDS = {"ends": dt.date(2026, 1, 31), "state": "bortfaldet"}
ROWS = [
    deadline(0, "venter", days(6), required=4, done=1),  # three talks in seven days
    deadline(1, "venter", days(3)),  # one talk in four days
    deadline(2, "venter", days(3), booked=days(2)),
    deadline(3, "venter", days(13), **OFFER),
    deadline(4, "venter", days(45)),
    deadline(5, "overskredet", days(-2), **OFFER),
    deadline(6, "overskredet", days(-40), **OFFER),
    deadline(7, "tabt", days(-10)),
    deadline(8, "tabt", days(-200)),
    deadline(9, "overskredet", days(-50), **OFFER),  # has no case any more
    deadline(10, "bortfaldet", days(5), ends=dt.date(2026, 1, 31)),
    deadline(11, "opfyldt", days(-5), done=2, met_on=days(-20)),
    deadline(8, "tabt", days(-120), starts=dt.date(2025, 7, 5)),  # then it was owed to each
    deadline(11, "overskredet", days(-3), duty="samtaler_akasse"),  # the municipality can only watch
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return a_register(tmp_path_factory.mktemp("lists"), gone=[9])


Asked = Callable[..., list[int]]


def mark(number: int, kind: MarkKind, duty: str = "samtaler_kommune", **other: object) -> Mark:
    key = DeadlineKey(duty, pseudonym(number), dt.date(2026, 1, 5))
    return Mark(key, kind, "Lise", dt.datetime(2026, 3, 31, tzinfo=dt.UTC), **other)  # type: ignore[arg-type]


@pytest.fixture
def listed(home: Home) -> Iterator[Asked]:
    """The numbers of the persons on a list, in its order."""
    numbers = {pseudonym(number): number for number in range(12)}

    def found(worklist: Worklist, *marks: Mark, scope: Scope = EVERYBODY, **narrowed: object) -> list[int]:
        with rows(home, marks, scope) as all_rows:
            asked = Narrowed(**narrowed)  # type: ignore[arg-type]
            page = all_rows.page(worklist, asked)
            assert all_rows.counts(asked)[worklist.name] == len(page)
            return [numbers[row.person] for row in page]

    yield found


def rows(home: Home, marks: Sequence[Mark] = (), scope: Scope = EVERYBODY):  # type: ignore[no-untyped-def]
    table = judged(home, judge=judge_of(ROWS))
    share = ("samtaler_kommune", days(-100), days(200))
    return opened(table, marks, scope, DutyWords(shares=(share,), of_others=("samtaler_akasse",)))


def test_what_comes_first_is_where_the_fewest_days_are_left_for_each_talk(listed: Asked) -> None:
    assert listed(COMING) == [0, 1, 3, 2]  # 7/3 days each, 4, 14; what is booked in time stands last
    assert listed(COMING, days=60) == [0, 1, 3, 4, 2]
    assert listed(COMING, days=7) == [0, 1, 2]


def test_hours_that_are_missing_are_one_offer_and_not_as_many(tmp_path: Path) -> None:
    hours = {"duty": "timer_arbejdspligt", "kind": "timer", "required": 37, "done": 0}
    table = [deadline(0, "venter", days(9), **hours), deadline(1, "venter", days(8))]
    opened_rows = opened(judged(a_register(tmp_path), judge=judge_of(table)), (), EVERYBODY, DutyWords())
    with opened_rows as all_rows:
        assert [row.person for row in all_rows.page(COMING, Narrowed())] == [pseudonym(1), pseudonym(0)]


def test_who_has_waited_longest_comes_first_and_who_has_no_case_any_more_is_left_out(listed: Asked) -> None:
    assert listed(OVERDUE) == [6, 5]


def test_what_cannot_be_met_is_told_for_half_a_year(listed: Asked) -> None:
    assert listed(LOST) == [7, 8]


def test_duties_that_ended_by_a_change_of_the_law_are_listed_by_its_day(listed: Asked) -> None:
    assert listed(ENDED) == [10]
    assert listed(ENDED, ended=dt.date(2026, 1, 31)) == [10]
    assert listed(ENDED, ended=dt.date(2026, 6, 30)) == []


def test_who_is_not_reached_in_a_group_is_listed_until_there_is_a_reason(listed: Asked) -> None:
    assert listed(UNREASONED) == [7]
    assert listed(UNREASONED, mark(7, MarkKind.EXEMPT, reason="uden_for_andelen")) == []


def test_the_list_of_everything_has_open_ones_first_and_leaves_nobody_out(listed: Asked) -> None:
    found = listed(ALL)
    assert sorted(found) == [*range(9), 8, 9, 10, 11, 11]
    assert found[:4] == [0, 1, 3, 4] and found[-1] == 2


def test_each_list_is_found_by_its_word_and_says_what_it_answers() -> None:
    assert [worklist_named(each.name) for each in WORKLISTS] == list(WORKLISTS)
    assert worklist_named("ukendt") is None
    assert all(each.asks.endswith("?") and each.empty.endswith(".") and each.states for each in WORKLISTS)


def test_what_is_marked_as_done_is_gone_until_the_register_knows_better(listed: Asked) -> None:
    assert listed(COMING, mark(1, MarkKind.DONE, day=DAY)) == [0, 3, 2]
    assert listed(COMING, mark(1, MarkKind.DONE, day=days(-1))) == [0, 1, 3, 2]


def test_a_promise_that_the_register_does_not_show_is_told(home: Home) -> None:
    with rows(home, [mark(1, MarkKind.DONE, day=days(-1)), mark(0, MarkKind.DONE, day=DAY)]) as found:
        told = {row.person: row.broken_promise for row in found.page(ALL, Narrowed(mark=MarkKind.DONE))}
    assert told == {pseudonym(1): True, pseudonym(0): False}


def test_what_is_booked_in_time_moves_to_the_end(listed: Asked) -> None:
    assert listed(COMING, mark(1, MarkKind.BOOKED, day=days(2))) == [0, 3, *sorted([1, 2], key=pseudonym)]
    assert listed(COMING, mark(1, MarkKind.BOOKED, day=days(4))) == [0, 1, 3, 2]
    assert listed(COMING, mark(0, MarkKind.BOOKED, day=days(2))) == [0, 1, 3, 2]  # two more are missing


def test_an_exemption_holds_to_its_last_day(home: Home, listed: Asked) -> None:
    exempt = mark(1, MarkKind.EXEMPT, reason="anden", until=DAY)
    assert listed(COMING, exempt) == [0, 3, 2]
    assert listed(COMING, mark(1, MarkKind.EXEMPT, reason="anden", until=days(-1))) == [0, 1, 3, 2]
    past = mark(5, MarkKind.EXEMPT, "foerste_tilbud", reason="anden", until=days(-2))  # it lasted to the last day
    assert listed(OVERDUE, past) == [6]
    with rows(home, [exempt]) as found:
        row = found.row(exempt.key)
    assert row and (row.state.value, row.exempt, row.mark_who) == ("fritaget", "anden", "Lise")


def test_somebody_who_disagrees_changes_nothing_but_is_heard(home: Home, listed: Asked) -> None:
    said = mark(1, MarkKind.DISAGREE, reason="forkert_dag", why="Sagen begyndte i februar")
    assert listed(COMING, said) == listed(COMING)
    assert listed(ALL, said, mark=MarkKind.DISAGREE) == [1]


def test_rows_are_narrowed_down_by_desk_group_and_duty(listed: Asked) -> None:
    assert listed(COMING, caseworker="s1") == [0, 3]
    assert listed(COMING, unit="Ungeenheden") == [2]
    assert listed(COMING, team="Jobcenter/Team Nord") == [0, 1, 3]
    assert listed(COMING, duty="foerste_tilbud") == [3]
    assert listed(COMING, target_group="jobparat") == []


def test_a_caseworker_sees_the_own_team_and_no_other_of_the_same_name(listed: Asked) -> None:
    assert listed(COMING, scope=Scope(caseworker="s2")) == [0, 1, 3]
    assert listed(COMING, scope=Scope(caseworker="s3")) == [2]
    assert listed(COMING, scope=Scope(caseworker="s3"), caseworker="s1") == []
    assert listed(ALL, scope=Scope(caseworker="ukendt")) == listed(ALL, scope=Scope()) == []


def test_only_deadlines_that_one_may_see_are_found_by_their_name(home: Home) -> None:
    key = DeadlineKey("samtaler_kommune", pseudonym(0), dt.date(2026, 1, 5))
    with rows(home, scope=Scope(caseworker="s2")) as team, rows(home, scope=Scope(caseworker="s3")) as other:
        assert team.row(key) and other.row(key) is None
        assert team.row(DeadlineKey("ukendt", key.person, key.starts)) is None
        assert [row.key for row in other.of_person(key.person)] == [key]


def test_pages_follow_each_other_without_a_gap(home: Home) -> None:
    with rows(home) as found:
        whole = [row.key for row in found.page(ALL, Narrowed(), limit=None)]
        pages = [row.key for first in range(0, 14, 5) for row in found.page(ALL, Narrowed(), first=first, limit=5)]
    assert pages == whole and len(set(whole)) == 14


def test_what_can_be_chosen_is_what_there_is(home: Home) -> None:
    with rows(home) as found, rows(home, scope=Scope(caseworker="s3")) as own:
        choices, few = found.choices(), own.choices()
    assert choices.values["now_caseworker"] == ["s1", "s2", "s3"]
    assert choices.values["team_key"] == ["Jobcenter/Team Nord", "Ungeenheden/Team Nord"]
    assert choices.ended == [dt.date(2026, 1, 31)]
    assert few.values["now_unit"] == ["Ungeenheden"] and few.values["duty"] == [
        "foerste_tilbud",
        "samtaler_akasse",
        "samtaler_kommune",
    ]


def test_two_who_read_at_once_do_not_take_each_others_room_on_the_disk(home: Home) -> None:
    """A question that needs more than memory goes on when another reader of the same table is done."""
    with rows(home) as mine:
        room = set(_rooms(mine))
        with rows(home) as another:
            assert room.isdisjoint(_rooms(another))
        assert mine.counts(Narrowed())[OVERDUE.name]


def _rooms(found: Opened) -> list[str]:
    connection = found.rows.get_backend().con
    return [str(row[0]) for row in connection.execute("SELECT current_setting('temp_directory')").fetchall()]
