"""An item that the agenda closes and the minutes hold in the open is pointed out, and nothing of the agenda is told."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag
from pejl.minutes.checks.known import KnownFiles
from pejl.minutes.checks.opened_since import RULE
from pejl.minutes.checks.run import check
from pejl.minutes.document import Item, Minutes
from pejl.minutes.public import public_version
from record.builders import agenda, closed, item, minutes

SALE = "Salg af grunden ved Åen"


def flags(said: Minutes, *known: Minutes) -> list[Flag]:
    """The flags of this rule, the documents being checked together."""
    files = KnownFiles([*known, said])
    return [flag for flag in check(said, files, files.agenda(said)) if flag.rule == RULE]


def told(items: list[Item], announced: list[Item]) -> list[int | None]:
    """The places of the items of the minutes that are told of."""
    return [flag.place for flag in flags(minutes(*items), agenda(*announced))]


def test_an_item_that_was_closed_on_the_agenda_is_to_be_looked_at_by_somebody() -> None:
    (flag,) = flags(minutes(item(1), item(2, SALE)), agenda(item(1), closed(2, SALE)))
    assert flag.sentence == f"{LEAD_IN}Punktet er lukket på dagsordenen, men åbent i referatet. Må det offentliggøres?"
    assert (flag.stated, flag.computed) == ("lukket på dagsordenen", "åbent i referatet")
    assert (flag.certainty, flag.item, flag.place) == (Certainty.POSSIBLE, 2, 2)


def test_the_flag_names_the_printed_number_and_nothing_of_the_agenda() -> None:
    announced = agenda(closed(7, "Ansættelse af Birthe Strand", hidden="Hun er syg."))
    (flag,) = flags(minutes(item(7, "Ansættelse", label="7")), announced)
    assert flag.sentence.startswith(f"{LEAD_IN}Punkt 7 er lukket")
    assert not any(word in flag.model_dump_json() for word in ("Birthe", "Strand", "syg"))


@pytest.mark.parametrize(
    ("items", "announced"),
    [
        ([item(1), item(2, SALE)], [item(1), item(2, SALE)]),
        ([item(1), closed(2, SALE)], [item(1), closed(2, SALE)]),
        ([item(1), item(2, "Nyt tillægspunkt"), closed(3, SALE)], [item(1), closed(2, SALE)]),
        ([item(1), item(2, "Nyt tillægspunkt"), closed(3, None)], [item(1), closed(2, None)]),
        ([item(5, SALE), closed(12, SALE)], [item(5, SALE), closed(12, SALE)]),
        ([item(5, SALE, case="25-1")], [item(5, SALE, case="25-1"), closed(12, None)]),
        ([item(None, None), closed(2, None)], [item(1, None), closed(2, None)]),
    ],
)
def test_what_was_open_or_stays_closed_is_not_told_of(items: list[Item], announced: list[Item]) -> None:
    assert told(items, announced) == []


def test_a_renumbered_item_is_known_by_its_title_or_its_case() -> None:
    assert told([item(1), item(3, f"{SALE}.")], [item(1), closed(2, SALE)]) == [2]
    by_case = closed(2, "Ejendomssag").model_copy(update={"case_number": item(1, case="25-17").case_number})
    assert told([item(1), item(3, SALE, case="25-17")], [item(1), by_case]) == [2]


def test_an_item_that_the_agenda_does_not_name_is_known_by_its_number() -> None:
    assert told([item(1), item(2, SALE)], [item(1), closed(2, None)]) == [2]
    assert told([item(1), item(2, SALE)], [item(1), closed(2, "Lukket punkt")]) == [2]


def test_of_two_items_with_one_title_the_one_with_the_number_is_meant() -> None:
    assert told([item(5, SALE), item(12, SALE)], [item(5, SALE), closed(12, SALE)]) == [2]


def test_an_agenda_is_held_against_no_agenda() -> None:
    earlier, later = agenda(closed(1, SALE), note="1"), agenda(item(1, SALE), note="2")
    assert flags(later, earlier) == flags(earlier, later) == []


def test_an_agenda_of_another_day_or_body_or_hour_is_of_another_meeting() -> None:
    said = minutes(item(1, SALE), time="kl. 19.00")
    there = agenda(closed(1, SALE))
    for other in ({"date": dt.date(2025, 3, 13)}, {"body": "Byrådet"}, {"time": "kl. 17.00"}, {"date": None}):
        assert flags(said, there.model_copy(update=other)) == []
    assert len(flags(said, there.model_copy(update={"time": "19:00"}))) == 1


def test_of_two_agendas_of_a_day_the_one_that_announces_the_same_is_meant() -> None:
    said = minutes(item(1, "Havneplan"), item(2, SALE))
    own, other = agenda(item(1, "Havneplan"), item(2, SALE), note="1"), agenda(closed(1, None), note="2")
    assert flags(said, own, other) == flags(said, other, own) == []


def test_the_public_versions_tell_the_same() -> None:
    announced, said = agenda(item(1), closed(2, SALE)), minutes(item(1), item(2, SALE))
    assert flags(public_version(said), public_version(announced)) == flags(said, announced) != []
