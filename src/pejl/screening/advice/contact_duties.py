"""What the law itself demands of contact with somebody on a day. No advice ever releases from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pejl.calendar.days import danish_day
from pejl.calendar.months import add_months
from pejl.calendar.numbers import danish_count
from pejl.law.law_day import LawOnDay
from pejl.law.refusals import Refusal
from pejl.screening.advice.facts import Facts
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Reason

TALKS, REASSESSED = "sygesamtaler_krav", "revurdering_skal_ske"
PAID_WEEKS, COUNTS_FROM = "betalte_uger_9_maaneder", "revurdering_taeller_fra"
OF_TALKS, OF_REASSESSMENT = "SDP § 13 b", "SDP § 24"
HALF_YEAR = 6
"""Months from the first day of absence within which talks of a number are demanded (SDP § 13 b)."""

LAW = "loven"
"""The feature of a reason that the law itself gives."""


def demanded_contact(facts: Facts, law: LawOnDay | None, policy: Policy) -> Iterator[Reason]:
    """Why the law demands contact, or may: each alone keeps a release from being advised.

    What Pejl cannot settle counts as demanded: the law is not at hand, is not confirmed for the day, or turns on a fact
    that nobody knows. None of that is a finding that contact is demanded.
    """
    if law is None:
        yield Reason(
            feature=LAW, sentence="Loven er ikke lagt ind for dagen, så en pligt til kontakt er ikke udelukket."
        )
        return
    yield from _talks(facts, law)
    yield from _reassessment(facts, law, policy)


def given(facts: Facts, law: LawOnDay) -> dict[str, object]:
    """What the law must be told of a case. The category is told as unknown: rows of screening do not bring it."""
    return {
        "dag": law.day,
        "foerste_fravaersdag": facts.first_day,
        "har_arbejdsgiver": True,
        "selvstaendig": False,
        "ventet_uger_borger": facts.by_citizen,
        "ventet_uger_arbejdsgiver": facts.by_employer,
        "maalgruppe": None,
    }


def _talks(facts: Facts, law: LawOnDay) -> Iterator[Reason]:
    half_year = add_months(facts.first_day, HALF_YEAR)
    if law.day > half_year:
        yield Reason(
            feature=LAW,
            sentence=f"Der er gået et halvt år siden første fraværsdag ({danish_day(half_year)}). Derefter aftales "
            "opfølgningen, og den kan ikke slippes af et råd.",
            cites=OF_TALKS,
        )
        return
    wanted = law.outcomes(given(facts, law), [TALKS])[TALKS]
    if isinstance(wanted, Refusal):
        yield Reason(feature=LAW, sentence=f"Loven er ikke afklaret: {wanted}", cites=OF_TALKS)
    elif wanted is None:
        yield Reason(
            feature=LAW,
            sentence="Om loven kræver samtaler, afhænger af noget, der ikke er oplyst: kategorien, eller hvad "
            "borgeren og arbejdsgiveren venter.",
            cites=OF_TALKS,
        )
    elif wanted > 0:
        talks = danish_count(int(wanted), "samtale", "samtaler")
        yield Reason(
            feature=LAW,
            sentence=f"Loven kræver {talks} i det første halve år, til og med {danish_day(half_year)}. Det slipper "
            "ingen for.",
            cites=OF_TALKS,
        )


def _reassessment(facts: Facts, law: LawOnDay, policy: Policy) -> Iterator[Reason]:
    """The reassessment, where it may fall before the last re-check: it is a decision, and nobody is left out of it."""
    falls = reassessment_falls(facts, law, within_weeks=policy.recheck_weeks[-1])
    weeks = danish_count(policy.recheck_weeks[-1], "uge", "uger")
    if isinstance(falls, Refusal):
        yield Reason(feature=LAW, sentence=f"Loven er ikke afklaret: {falls}", cites=OF_REASSESSMENT)
    elif falls is None:
        yield Reason(
            feature=LAW,
            sentence="Hvornår retten skal revurderes, afhænger af ugerne med sygedagpenge før, og de er ikke oplyst.",
            cites=OF_REASSESSMENT,
        )
    elif falls:
        yield Reason(
            feature=LAW,
            sentence=f"Retten til sygedagpenge skal revurderes, hvis sygemeldingen varer {weeks} til.",
            cites=OF_REASSESSMENT,
        )


def reassessment_falls(facts: Facts, law: LawOnDay, *, within_weeks: float) -> bool | Refusal | None:
    """Whether the right must be reassessed so many weeks from now at the latest, if the sick leave goes on.

    None where it is not known. Weeks paid within the nine months before notification all count, though some may have
    left the nine months by then: it may be told too early and never too late.
    """
    told = given(facts, law)
    counts_from = law.outcomes(told, [COUNTS_FROM])[COUNTS_FROM]
    if not isinstance(counts_from, dt.date):
        return counts_from if isinstance(counts_from, Refusal) else None
    ahead = (law.day - counts_from).days / 7 + within_weeks
    paid = None if facts.earlier_weeks is None else max(ahead, 0.0) + facts.earlier_weeks
    found = law.outcomes({**told, PAID_WEEKS: paid}, [REASSESSED])[REASSESSED]
    return found if found is None or isinstance(found, Refusal) else bool(found)
