"""References are held against what is known of their targets; what is not known yet is no fault."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.checks.known import KnownFiles, KnownItem, KnownMeeting
from pejl.minutes.checks.reference_lists import differing_pairs
from pejl.minutes.checks.run import check
from pejl.minutes.checks.slips import one_slip_apart
from pejl.minutes.document import Minutes, Outcome
from pejl.minutes.reader import read_bytes

BODY = "Fjordudvalget"
PUT = "Indstilling\n\nForvaltningen indstiller,"


def minutes_of(day: str, *items: str) -> Minutes:
    """Minutes of the invented Fjordudvalget with the given items, each a title and its text."""
    parts = [
        f"REFERAT {BODY} 2022-2025 d. {day}",
        f"Mødedato {day} kl. 17:00",
        "Mødedeltagere Bo Prøve (A), Ida Prøve (B)",
    ]
    for number, item in enumerate(items, start=1):
        title, _, text = item.partition("\n")
        parts += [f"Punkt {number}: {title}", text]
    return read_bytes("referat.txt", "\n\n".join(parts).encode())


AUTUMN = minutes_of(
    "03-09-2025",
    f"Havneplan for Østkajen\n\n{PUT}\n\n1. at planen godkendes.\n\nBeslutning\n\nTiltrådt.",
    f"Rengøring af svømmehallen\n\n{PUT}\n\n1. at aftalen forlænges.\n\nBeslutning\n\nSagen blev trukket.",
    "Lukket: Personsag\n",
    "Godkendelse\n\nBeslutning\n\nGodkendt.",
)


def flags_of(text: str, *known: Minutes) -> list[Flag]:
    later = minutes_of(
        "05-11-2025", f"Opfølgning\n\nGennemgang af sagen\n\n{text}", "Godkendelse\n\nBeslutning\n\nGodkendt."
    )
    assert later.items[0].references or later.items[0].related, "the text holds no reference to check"
    found = check(later, KnownFiles([later, *known]))
    return [flag for flag in found if flag.kind is FlagKind.REFERENCE]


def test_reference_to_an_item_that_the_meeting_did_not_have_is_flagged() -> None:
    (flag,) = flags_of(f"Planen blev drøftet, jf. {BODY} 03.09.2025, punkt 7.", AUTUMN)
    assert (flag.rule, flag.stated, flag.computed) == ("reference-no-item", "punkt 7", "punkt 1-4")
    assert flag.certainty is Certainty.CERTAIN
    assert flag.sentence.startswith(LEAD_IN)
    assert flag.item == 1


def test_reference_to_a_closed_item_is_flagged_without_telling_its_title() -> None:
    (flag,) = flags_of(f"Sagen er kendt, jf. {BODY} 03.09.2025, punkt 3.", AUTUMN)
    assert flag.rule == "reference-closed"
    assert "Personsag" not in flag.sentence


def test_sentence_about_another_item_of_the_same_meeting_is_flagged() -> None:
    (flag,) = flags_of(f"Der er lavet en havneplan for Østkajen, jf. {BODY} 03.09.2025, punkt 2.", AUTUMN)
    assert (flag.rule, flag.stated, flag.computed) == ("reference-other-item", "punkt 2", "punkt 1")


def test_sentence_that_fits_its_target_is_left_alone() -> None:
    assert flags_of(f"Der er lavet en havneplan for Østkajen, jf. {BODY} 03.09.2025, punkt 1.", AUTUMN) == []


def test_sentence_in_general_words_is_left_alone() -> None:
    assert flags_of(f"Udvalget er tidligere orienteret, jf. {BODY} 03.09.2025, punkt 2.", AUTUMN) == []


def test_sentence_that_names_both_items_is_left_alone() -> None:
    text = f"Havneplanen for Østkajen er set i sammenhæng, jf. {BODY} 03.09.2025, punkt 1 og 2."
    assert flags_of(text, AUTUMN) == []


def test_case_said_to_be_approved_that_was_withdrawn_is_flagged() -> None:
    (flag,) = flags_of(f"{BODY} godkendte 03.09.2025, punkt 2, rengøring af svømmehallen.", AUTUMN)
    assert (flag.rule, flag.stated, flag.computed) == ("reference-fate", "godkendte", "blev trukket af dagsordenen")


def test_case_said_to_be_approved_that_was_adopted_is_left_alone() -> None:
    assert flags_of(f"{BODY} godkendte 03.09.2025, punkt 1, havneplanen for Østkajen.", AUTUMN) == []


def test_case_said_to_be_postponed_that_was_adopted_is_flagged() -> None:
    (flag,) = flags_of(f"{BODY} udsatte 03.09.2025, punkt 1, havneplanen for Østkajen.", AUTUMN)
    assert flag.rule == "reference-fate"


@pytest.mark.parametrize("day", ["10.09.2025", "01.10.2024"])
def test_meeting_that_is_not_known_is_no_fault(day: str) -> None:
    assert flags_of(f"Der er lavet en havneplan for Østkajen, jf. {BODY} {day}, punkt 1.", AUTUMN) == []


def test_day_with_one_slip_is_flagged_where_the_item_of_the_right_day_fits() -> None:
    (flag,) = flags_of(f"Der er lavet en havneplan for Østkajen, jf. {BODY} 08.09.2025, punkt 1.", AUTUMN)
    assert (flag.rule, flag.stated, flag.computed) == ("reference-near-day", "08.09.2025", "03.09.2025")


def test_day_with_one_slip_is_left_alone_where_the_item_does_not_fit() -> None:
    assert flags_of(f"Der er lavet en støjmåling, jf. {BODY} 08.09.2025, punkt 1.", AUTUMN) == []


class Listed(KnownFiles):
    """Files, and a list of the days on which every body met."""

    def listed_days(self, body: str) -> list[dt.date]:
        return [dt.date(2025, 1, 8), dt.date(2025, 9, 3), dt.date(2025, 12, 10)]


def test_day_that_the_list_of_meetings_does_not_have_is_flagged() -> None:
    later = minutes_of(
        "05-11-2025", f"Opfølgning\n\nGennemgang af sagen\n\nSe {BODY} 04.06.2025, punkt 1.", "Godkendelse\n"
    )
    (flag,) = [flag for flag in check(later, Listed([later])) if flag.kind is FlagKind.REFERENCE]
    assert (flag.rule, flag.stated, flag.computed) == ("reference-no-meeting", "04.06.2025", "03.09.2025")


@pytest.mark.parametrize("day", ["03.09.2025", "04.06.2019", "04.06.2030"])
def test_day_on_the_list_or_outside_its_time_is_left_alone(day: str) -> None:
    later = minutes_of("05-11-2025", f"Opfølgning\n\nGennemgang af sagen\n\nSe {BODY} {day}, punkt 1.", "Godkendelse\n")
    assert [flag for flag in check(later, Listed([later])) if flag.rule == "reference-no-meeting"] == []


RELATED = "\n\nRelateret behandling\n\nFjordudvalget 05.03.2025, punkt 2\n\nByrådet 18.12.2024, punkt 9"


def test_reference_that_the_list_has_with_another_item_is_flagged() -> None:
    (flag,) = flags_of(f"Se {BODY} 05.03.2025, punkt 3.{RELATED}")
    assert flag.rule == "reference-two-ways"
    assert (flag.stated, flag.computed) == (
        "punkt 3 på mødet i Fjordudvalget 05.03.2025",
        "punkt 2 på mødet i Fjordudvalget 05.03.2025",
    )
    assert len(flag.lines) == 2


def test_reference_that_the_list_has_on_a_slipped_day_is_flagged() -> None:
    (flag,) = flags_of(f"Se Byrådet 18.12.2023, punkt 9.{RELATED}")
    assert flag.rule == "reference-two-ways"


@pytest.mark.parametrize(
    "text",
    [
        "Se Fjordudvalget 05.03.2025, punkt 2, og Byrådet 18.12.2024, punkt 9.",
        "Se Fjordudvalget 05.03.2025, punkt 2 og 3.",  # the list has one of the two
        "Se Økonomiudvalget 11.03.2025, punkt 4.",  # another body and day
    ],
)
def test_references_that_the_list_has_or_that_are_others_are_left_alone(text: str) -> None:
    assert flags_of(text + RELATED) == []


def test_items_without_printed_numbers_cannot_contradict_a_number() -> None:
    day = dt.date(2025, 9, 3)
    items = tuple(
        KnownItem(number, f"Sag {number}", closed=False, outcome=Outcome.NONE, printed=False) for number in (1, 2)
    )

    class Counted(KnownFiles):
        def meetings(self, body: str, date: dt.date) -> list[KnownMeeting]:
            return [KnownMeeting(BODY, day, items)] if date == day else []

    later = minutes_of(
        "05-11-2025", f"Opfølgning\n\nGennemgang af sagen\n\nSe {BODY} 03.09.2025, punkt 7.", "Godkendelse\n"
    )
    assert [flag for flag in check(later, Counted([])) if flag.kind is FlagKind.REFERENCE] == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((2024, 9, 6), (2024, 9, 9), True),
        ((2024, 9, 6), (2024, 6, 9), True),
        ((2025, 12, 3), (2024, 12, 3), True),
        ((2025, 1, 12), (2025, 1, 21), True),
        ((2025, 1, 12), (2025, 2, 13), False),
        ((2025, 1, 12), (2025, 1, 12), False),
    ],
)
def test_days_that_one_slip_makes_of_each_other(
    one: tuple[int, int, int], other: tuple[int, int, int], expected: bool
) -> None:
    assert one_slip_apart(dt.date(*one), dt.date(*other)) is expected
    assert one_slip_apart(dt.date(*other), dt.date(*one)) is expected


def test_an_item_that_lists_nothing_has_nothing_to_differ_from() -> None:
    later = minutes_of(
        "05-11-2025", f"Opfølgning\n\nGennemgang af sagen\n\nSe {BODY} 05.03.2025, punkt 3.", "Godkendelse\n"
    )
    assert list(differing_pairs(later.items[0], BODY)) == []
