"""What holds for whatever a caseworker enters."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from pejl.law.law import law

OLD, NEW = dt.date(2026, 6, 30), dt.date(2026, 7, 1)
GROUPS = law().book.givens["maalgruppe"].words
OFFERS = law().book.givens["tilbudstype"].words
days = st.dates(dt.date(2024, 1, 1), dt.date(2027, 6, 1))
hours = st.integers(0, 160).map(lambda quarters: quarters / 4)
talks = st.integers(0, 12)


def answer(day: dt.date, wanted: str, **told: object) -> object:
    return law().on(day).person(told, [wanted]).values[wanted]


def number(day: dt.date, wanted: str, **told: object) -> float:
    return float(str(answer(day, wanted, **told)))


@given(st.sampled_from([OLD, NEW]), st.sampled_from(GROUPS), st.booleans(), st.booleans(), talks)
def test_one_more_talk_held_never_makes_more_missing(
    day: dt.date, group: str, exempt: bool, section_27: bool, held: int
) -> None:
    told = {"maalgruppe": group, "mindre_intensiv_indsats": exempt, "paragraf_27_stk_3": section_27}
    for wanted, given_name in (
        ("samtaler_akasse_mangler", "samtaler_hos_akasse"),
        ("samtaler_kommune_mangler", "samtaler_hos_kommune"),
    ):
        if answer(day, wanted, **told, **{given_name: held}) is None:
            assert group in ("ressourceforloeb", "revalidend", "jobafklaring") and not exempt
            continue
        before = number(day, wanted, **told, **{given_name: held})
        after = number(day, wanted, **told, **{given_name: held + 1})
        assert 0 <= after <= before <= after + 1
        assert not exempt or before == 0


@given(st.integers(1, 500), st.data())
def test_one_more_served_never_breaks_a_groups_requirement(size: int, data: st.DataObject) -> None:
    served = data.draw(st.integers(0, size - 1))
    before, after = (
        answer(NEW, "gruppekrav_opfyldt", gruppe_betjent=many, gruppe_antal=size) for many in (served, served + 1)
    )
    assert after or not before
    assert before is (4 * served >= 3 * size)


def test_a_group_with_nobody_in_it_owes_nothing() -> None:
    assert answer(NEW, "alle_krav_opfyldt", gruppe_betjent=0, gruppe_antal=0, gruppe_foerste_samtale=0) is True


@given(hours, hours, hours)
def test_hours_wanting_and_hours_counted_make_37_or_more(offers: float, social: float, treatment: float) -> None:
    told = {
        "ydelse": "shydelse",
        "mindre_intensiv_indsats": False,
        "tilbudstimer": offers,
        "sociale_timer": social,
        "behandlingstimer": treatment,
    }
    day = dt.date(2025, 3, 1)
    wanting = number(day, "arbejdspligt_timer_mangler", **told)
    counted = number(day, "arbejdspligt_timer_talt", **told)
    assert wanting + counted == max(37, counted)


@given(st.sampled_from([OLD, NEW]), days, st.sampled_from(OFFERS), st.integers(1, 60), st.integers(0, 30), days)
def test_an_earlier_start_never_makes_an_offer_late(
    day: dt.date, start: dt.date, kind: str, length: int, notice: int, begins: dt.date
) -> None:
    told = {
        "case_start": start,
        "fritaget_paa_fristdagen": False,
        "fritagelse_slut": None,
        "tilbudstype": kind,
        "tilbud_dage": length,
    }

    def in_time(first: dt.date) -> object:
        offered = first - dt.timedelta(days=notice)
        return answer(day, "tilbud_rettidigt", **told, tilbud_start=first, tilbud_givet=offered)

    if in_time(begins):
        assert in_time(begins - dt.timedelta(days=1))


@given(st.sampled_from([OLD, NEW]), days)
def test_whatever_else_is_unknown_who_is_exempt_lacks_no_talk(day: dt.date, start: dt.date) -> None:
    told = {
        "maalgruppe": None,
        "case_start": start,
        "mindre_intensiv_indsats": True,
        "paragraf_27_stk_3": None,
        "samtaler_hos_kommune": None,
    }
    assert answer(day, "samtaler_kommune_mangler", **told) == 0


@given(days)
def test_the_handover_is_the_last_day_of_a_month_and_not_before_the_hours_are_used(passed: dt.date) -> None:
    over = answer(passed, "overdragelsesdag", timegraense_passeret=passed)
    assert isinstance(over, dt.date)
    assert passed <= over
    assert (over.year, over.month) == (passed.year, passed.month)
    assert (over + dt.timedelta(days=1)).day == 1


@given(st.dates(dt.date(2026, 2, 1), dt.date(2030, 1, 1)), st.dates(dt.date(2015, 1, 1), dt.date(2026, 1, 31)))
def test_no_later_day_of_the_law_changes_a_case_that_is_bound_to_the_old(day: dt.date, start: dt.date) -> None:
    assert answer(day, "foelger_gammel_ordning", maalgruppe="ressourceforloeb", case_start=start) is True
