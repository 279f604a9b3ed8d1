"""Duties and rules speak of the register in the register's own words."""

from __future__ import annotations

import pytest

from pejl.law.duty import Duty, Kind
from pejl.law.givens import BENEFITS, COMMON, TARGET_GROUPS
from pejl.law.indsats.givens import OFFERS, RATES
from pejl.law.law import law
from pejl.register.contract import CONTRACT

DUTIES = law().book.duties


def words(table: str, column: str) -> set[str]:
    (found,) = (each for each in CONTRACT.table(table).columns if each.name == column)
    return set(found.allowed)


KINDS = {
    Kind.TALK: words("talks", "type"),
    Kind.OFFER: words("offers", "kind"),
    Kind.HOURS: words("offers", "kind"),
    Kind.CLARIFICATION: words("offers", "kind"),
    Kind.CV: words("plans", "kind"),
    Kind.PLAN: words("plans", "kind"),
    Kind.REASSESSMENT: set[str](),
}


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: f"{duty.name}-{duty.force.since}")
def test_a_duty_names_groups_benefits_rates_and_kinds_that_the_register_has(duty: Duty) -> None:
    assert set(duty.target_groups) <= words("benefit_spells", "target_group")
    assert set(duty.benefits) <= words("benefit_spells", "benefit")
    assert set(duty.rates) <= words("benefit_spells", "rate")
    assert set(duty.counts.kinds) <= KINDS[duty.kind]
    assert set(duty.counts.begins_later_kinds) <= set(duty.counts.kinds)
    assert set(duty.counts.authorities) <= words("talks", "authority")
    assert set(duty.counts.forms) <= words("talks", "form")
    assert duty.target_groups or duty.benefits, "a duty is owed to somebody"


def test_benefits_groups_and_families_are_those_of_the_register() -> None:
    assert set(BENEFITS) == words("benefit_spells", "benefit")
    assert set(TARGET_GROUPS) == words("benefit_spells", "target_group")
    (family,) = (given for given in COMMON if given.name == "familie")
    assert set(family.words) == words("persons", "family")


def test_offers_and_rates_are_those_of_the_register() -> None:
    assert set(OFFERS) == words("offers", "kind")
    assert set(RATES) == words("benefit_spells", "rate")


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: f"{duty.name}-{duty.force.since}")
def test_a_duty_says_what_is_owed_where_it_stands_and_where_that_was_read(duty: Duty) -> None:
    assert duty.says.endswith(".")
    assert duty.danish
    assert duty.cites
    assert duty.source
    assert (duty.group_share is None) is (duty.group == "")
    assert duty.status.usable or duty.note or "Retsinformation" in duty.source
