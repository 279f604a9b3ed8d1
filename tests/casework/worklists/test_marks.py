"""Marks are acts: the last one stands, none changes another, and a reason is needed where somebody will ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.utils import timezone

from casework.worklists.hand_made import pseudonym
from pejl.acts.models import Act
from pejl.acts.reasons import Reason, reason_named
from pejl.casework.deadlines.key import DeadlineKey, key_named
from pejl.casework.mark_columns import exemptions
from pejl.casework.marks import MarkKind
from pejl.casework.queries import acts_of, marks
from pejl.casework.reasons import DISAGREEMENTS, OTHER, exemptions_of
from pejl.casework.services import NoMark, disagree, mark_booked, mark_done, mark_exempt, unmark
from pejl.law.duty import Clock, Duty, Exempt, Kind, Span, Starts
from pejl.law.rule import InForce

KEY = DeadlineKey("samtaler_kommune", "p" + "a" * 26, dt.date(2026, 1, 5))
OTHER_KEY = DeadlineKey("foerste_tilbud", "p" + "b" * 26, dt.date(2026, 1, 5))
LASTING = Reason("barsel", "Borgeren har barsel", cites="LAB § 100")


def test_the_name_of_a_deadline_is_read_as_it_is_written() -> None:
    assert key_named(str(KEY)) == KEY
    assert str(KEY) == f"deadline:samtaler_kommune:{'p' + 'a' * 26}:2026-01-05"
    for wrong in ("", "deadline:x", str(KEY) + "\n ", f"{KEY}x", str(KEY).replace("-01-05", "-02-30"), "promise:x:y:z"):
        assert key_named(wrong) in (None, KEY if wrong.strip() == str(KEY) else None)
    assert key_named(f"deadline:samtaler:0101801234:{KEY.starts}") is None


@pytest.mark.django_db
def test_the_last_mark_stands_and_the_earlier_ones_can_be_read() -> None:
    today = timezone.localdate()
    mark_booked(KEY, today, who="Lise")
    mark_done(KEY, today, who="Bo")
    mark_done(OTHER_KEY, today, who="Bo")
    assert {(each.key, each.kind, each.who) for each in marks()} == {
        (KEY, MarkKind.DONE, "Bo"),
        (OTHER_KEY, MarkKind.DONE, "Bo"),
    }
    told = acts_of([KEY])[KEY]
    assert [(each.who, each.mark.kind if each.mark else None) for each in told] == [
        ("Bo", MarkKind.DONE),
        ("Lise", MarkKind.BOOKED),
    ]


@pytest.mark.django_db
def test_a_mark_is_taken_away_by_another_act() -> None:
    mark_done(KEY, timezone.localdate(), who="Bo")
    unmark(KEY, who="Lise")
    assert marks() == [] and Act.objects.count() == 2
    assert [each.mark is None for each in acts_of([KEY])[KEY]] == [True, False]


@pytest.mark.django_db
def test_an_exemption_has_a_reason_and_may_have_an_end() -> None:
    until = timezone.localdate() + dt.timedelta(days=30)
    mark_exempt(KEY, LASTING, who="Lise", until=until)
    (mark,) = marks()
    assert (mark.reason, mark.until, mark.why) == ("barsel", until, "Borgeren har barsel (LAB § 100)")
    assert exemptions([mark]).to_pylist() == [
        {"person": KEY.person, "duty": KEY.duty, "starts": KEY.starts, "exempt": "barsel", "until": until}
    ]


@pytest.mark.django_db
def test_a_reason_that_says_nothing_in_itself_needs_words_and_numbers_in_them_are_hidden() -> None:
    with pytest.raises(NoMark, match="En anden grund"):
        mark_exempt(KEY, OTHER, who="Lise", why="   ")
    disagree(KEY, OTHER, who="Lise", why="Det er 010180-1234, der mangler")
    (mark,) = marks()
    assert mark.kind is MarkKind.DISAGREE and "1234" not in mark.why and "mangler" in mark.why


@pytest.mark.django_db
def test_a_mark_cannot_have_a_day_that_makes_no_sense() -> None:
    today, day = timezone.localdate(), dt.timedelta(days=1)
    with pytest.raises(NoMark, match="ikke er kommet"):
        mark_done(KEY, today + day, who="Bo")
    with pytest.raises(NoMark, match="Dagen er gået"):
        mark_booked(KEY, today - day, who="Bo")
    with pytest.raises(NoMark, match="slutte i dag eller senere"):
        mark_exempt(KEY, LASTING, who="Bo", until=today - day)
    assert not Act.objects.exists()


@pytest.mark.django_db
def test_other_rooms_acts_are_no_marks(django_user_model: object) -> None:
    Act.objects.create(verb="casework.letter", subject=str(KEY), who="Bo", at=timezone.now())
    Act.objects.create(verb="casework.done", subject="deadline:forkert", who="Bo", at=timezone.now())
    assert marks() == []


def a_duty(*exceptions: Exempt, share: float | None = None) -> Duty:
    force = InForce(dt.date(2026, 7, 1))
    clock = Clock(Starts.CASE, Span(months=6))
    return Duty("d", Kind.TALK, "D", "s", "c", "s", force, clock, exceptions=exceptions, group_share=share)


def test_the_reasons_that_the_law_names_are_those_that_no_rule_can_see() -> None:
    named = a_duty(Exempt("barsel", "Har barsel", "§ 1"), Exempt("fritaget", "Er fritaget", "§ 2", rule="er_fritaget"))
    assert [each.word for each in exemptions_of([named])] == ["barsel", "anden"]
    assert [each.word for each in exemptions_of([named, a_duty(share=0.75)])] == ["barsel", "uden_for_andelen", "anden"]
    assert reason_named("forkert_dag", DISAGREEMENTS) and reason_named("barsel", DISAGREEMENTS) is None


def test_an_invented_person_has_the_form_of_a_pseudonym() -> None:
    assert key_named(f"deadline:d:{pseudonym(1)}:2026-01-05")


@pytest.mark.django_db
def test_marks_that_come_while_a_process_lives_are_read_without_the_others(
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    today = timezone.localdate()
    assert marks() == []
    mark_done(KEY, today, who="Bo")
    assert [each.kind for each in marks()] == [MarkKind.DONE]
    with django_assert_max_num_queries(2):
        marks()
    mark_booked(OTHER_KEY, today, who="Bo")
    unmark(KEY, who="Bo")
    assert [(each.key, each.kind) for each in marks()] == [(OTHER_KEY, MarkKind.BOOKED)]
    late = Act.objects.get(subject=str(KEY), verb="casework.done")  # its number and those below it are free
    Act.objects.bulk_create(
        [Act(pk=late.pk - 1, verb="casework.done", subject=f"{KEY}"[:-1] + "6", who="Bo", at=late.at, detail={})]
    )
    assert len(marks()) == 2, "an act that was written slowly, and has a lower number, is not passed over"
