"""The rules that keep somebody from being released, whatever the chance is. Each alone is enough, as is not knowing.

They are part of the purpose and not of the policy: a municipality may set the numbers of two, and leave none out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pejl.calendar.numbers import danish_count, danish_number
from pejl.screening.advice.facts import (
    BY_CITIZEN,
    BY_EMPLOYER,
    CAUSE,
    EARLIER_SPELLS,
    EARLIER_WEEKS,
    Facts,
)
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Reason
from pejl.screening.caseload.asked import BACK_AT_WORK, WISHES_TALK

PREGNANT, UNKNOWN_CAUSE = "graviditet", "ukendt"
MENTAL = frozenset({"psykisk_let", "psykisk_svaer"})
DOUBTS = 3
"""Of 10: who answers so or lower is not counting on being back at work."""

Rule = Callable[[Facts, Policy, float], Iterator[Reason]]
"""A rule of a case, the policy, and the horizon in weeks."""


def _cause(facts: Facts, policy: Policy, weeks: float) -> Iterator[Reason]:
    if facts.cause is None or facts.cause == UNKNOWN_CAUSE:
        yield Reason(feature=CAUSE, sentence="Årsagen til sygemeldingen er ikke oplyst.")
    elif facts.cause == PREGNANT:
        yield Reason(feature=CAUSE, sentence="Ved graviditetsgener slippes ingen uden kontakt.")
    elif facts.cause in MENTAL:
        yield Reason(feature=CAUSE, sentence="Ved psykiske årsager slippes ingen uden kontakt.")


def _earlier_spells(facts: Facts, policy: Policy, weeks: float) -> Iterator[Reason]:
    if facts.earlier_spells is None:
        yield Reason(feature=EARLIER_SPELLS, sentence="Det er ikke oplyst, om der er tidligere sygeforløb.")
    elif facts.earlier_spells >= policy.earlier_spells_from:
        many = danish_count(int(facts.earlier_spells), "sygeforløb", "sygeforløb")
        yield Reason(feature=EARLIER_SPELLS, sentence=f"Der er {many} i de to år før.")


def _earlier_weeks(facts: Facts, policy: Policy, weeks: float) -> Iterator[Reason]:
    if facts.earlier_weeks is None:
        yield Reason(feature=EARLIER_WEEKS, sentence="Det er ikke oplyst, om et tidligere sygeforløb var langt.")
    elif facts.earlier_weeks >= policy.earlier_weeks_from:
        many = danish_number(facts.earlier_weeks, 0)
        yield Reason(feature=EARLIER_WEEKS, sentence=f"Der er udbetalt sygedagpenge i {many} uger i de ni måneder før.")


def _wishes_talk(facts: Facts, policy: Policy, weeks: float) -> Iterator[Reason]:
    if facts.wishes_talk:
        yield Reason(feature=WISHES_TALK, sentence="Borgeren ønsker en samtale.")
    elif facts.wishes_talk is None and policy.release_needs_answers:
        yield Reason(feature=WISHES_TALK, sentence="Borgeren har ikke svaret på, om en samtale ønskes.")


def _back_at_work(facts: Facts, policy: Policy, weeks: float) -> Iterator[Reason]:
    if facts.back_at_work is None and policy.release_needs_answers:
        yield Reason(
            feature=BACK_AT_WORK,
            sentence="Borgeren har ikke svaret på, hvor sikkert det er at komme tilbage i arbejde.",
        )
    elif facts.back_at_work is not None and facts.back_at_work <= DOUBTS:
        yield Reason(
            feature=BACK_AT_WORK,
            sentence=f"Borgeren svarer {danish_number(facts.back_at_work, 0)} af 10 på, hvor sikkert det er at være "
            "tilbage i arbejde inden for et halvt år.",
        )


def _expected(facts: Facts, policy: Policy, weeks: float) -> Iterator[Reason]:
    said = ((BY_CITIZEN, "Borgeren", facts.by_citizen), (BY_EMPLOYER, "Arbejdsgiveren", facts.by_employer))
    for feature, who, expected in said:
        if expected is None:
            yield Reason(feature=feature, sentence=f"{who} har ikke oplyst, hvor længe sygemeldingen ventes at vare.")
        elif expected >= weeks:
            many = danish_number(expected, 0)
            yield Reason(feature=feature, sentence=f"{who} venter selv, at sygemeldingen varer {many} uger.")


RULES: tuple[Rule, ...] = (_cause, _earlier_spells, _earlier_weeks, _wishes_talk, _back_at_work, _expected)


def excluded(facts: Facts, policy: Policy, weeks: float) -> tuple[Reason, ...]:
    """Why the case may not be released, by the rules; empty where none speaks against it."""
    return tuple(reason for rule in RULES for reason in rule(facts, policy, weeks))
