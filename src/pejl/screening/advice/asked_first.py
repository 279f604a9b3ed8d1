"""What citizen, employer and physician say themselves. It stands beside the calculation and is never mixed with it."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.numbers import danish_count, danish_number
from pejl.screening.advice.facts import BY_CITIZEN, BY_EMPLOYER, PHYSICIAN, Facts
from pejl.screening.advice.shapes import Reason
from pejl.screening.caseload.asked import BACK_AT_WORK, WISHES_CERTIFICATE, WISHES_TALK


def said(facts: Facts) -> tuple[Reason, ...]:
    """Each thing that somebody said, as a sentence; empty where nobody was asked or answered."""
    return tuple(_said(facts))


def _said(facts: Facts) -> Iterator[Reason]:
    expected = (
        (BY_CITIZEN, "Borgeren", facts.by_citizen),
        (BY_EMPLOYER, "Arbejdsgiveren", facts.by_employer),
        (PHYSICIAN, "Lægen", facts.by_physician),
    )
    for feature, who, weeks in expected:
        if weeks is not None:
            many = danish_count(round(weeks), "uge", "uger")
            yield Reason(feature=feature, sentence=f"{who} ventede ved anmeldelsen en sygemelding på {many} i alt.")
    if facts.back_at_work is not None:
        answer = danish_number(facts.back_at_work, 0)
        yield Reason(
            feature=BACK_AT_WORK,
            sentence=f"Borgeren svarer {answer} af 10 på, hvor sikkert det er at være tilbage inden for et halvt år.",
        )
    for feature, wish, thing in (
        (WISHES_TALK, facts.wishes_talk, "en samtale"),
        (WISHES_CERTIFICATE, facts.wishes_certificate, "en lægeattest"),
    ):
        if wish is not None:
            yield Reason(feature=feature, sentence=f"Borgeren ønsker {thing if wish else f'ikke {thing}'}.")
