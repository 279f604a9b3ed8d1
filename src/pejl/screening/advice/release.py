"""The second advice: whether somebody can be left in peace. All must speak for it, and one thing is enough against.

More help may be suggested by the chance alone; less may not. The rule is asymmetric, and what is not known counts
against. Even then it is a named person who releases, who looks again at set weeks, and the citizen's door stays open.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pejl.calendar.numbers import danish_count, danish_number
from pejl.calendar.rows import in_a_row
from pejl.law.law_day import LawOnDay
from pejl.screening.advice.case import Case
from pejl.screening.advice.contact_duties import demanded_contact
from pejl.screening.advice.exclusions import excluded
from pejl.screening.advice.facts import PHYSICIAN
from pejl.screening.advice.of_hundred import span_of_hundred
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.sentences import ANSWERS
from pejl.screening.advice.shapes import Advice, Change, Kind, Reason, Says
from pejl.screening.caseload.asked import BACK_AT_WORK, WISHES_TALK

UNANSWERED = Reason(feature=ANSWERS, sentence="Borgeren har ikke svaret på spørgeskemaet.")
CHANCE = "beregning"
"""The feature of a hindrance that the chance itself is."""


OPEN_DOOR = (
    "Du kan altid kontakte os, også selv om vi ikke har aftalt en samtale. Så taler vi med dig, og du behøver ikke "
    "begrunde det."
)
"""What is written to the citizen who is left in peace."""


def release(case: Case, law: LawOnDay | None, policy: Policy) -> Advice:
    """The advice about release. It is advised only where nothing stands against it."""
    against = hindrances(case, law, policy)
    told = case.chance if case.chance.given and case.weeks is not None else None
    return Advice(
        kind=Kind.SLIP,
        says=Says.BEHOLD if against else Says.KAN_SLIPPES,
        sentence=_kept(against) if against else _let_go(policy),
        weeks=case.weeks,
        chance=told.chance if told else None,
        low=told.low if told else None,
        high=told.high if told else None,
        usual=case.usual if told else None,
        reasons=case.reasons if told else (),
        hindrances=against,
        changes=(_would_change(against),),
        needs_name=True,
    )


def hindrances(case: Case, law: LawOnDay | None, policy: Policy) -> tuple[Reason, ...]:
    """All that stands against a release: law, rules, what is not known, and the chance."""
    return (*besides_physician(case, law, policy), *_chance(case, policy))


def besides_physician(case: Case, law: LawOnDay | None, policy: Policy) -> tuple[Reason, ...]:
    """What stands against a release whatever a physician would answer."""
    law_demands = tuple(demanded_contact(case.facts, law, policy))
    rules = excluded(case.facts, policy, case.weeks or 0.0)
    if case.unanswered and policy.release_needs_answers:
        rules = (*(reason for reason in rules if reason.feature not in (WISHES_TALK, BACK_AT_WORK)), UNANSWERED)
    said = {reason.feature for reason in rules}
    return (*law_demands, *rules, *(reason for reason in _unknown(case, policy) if reason.feature not in said))


def _unknown(case: Case, policy: Policy) -> Iterator[Reason]:
    """What the model asks and nobody knows. A physician's view is looked at apart: nobody must be sent for one."""
    passed_over = {PHYSICIAN} | (case.answers if case.unanswered or not policy.release_needs_answers else set())
    for name in case.unknown:
        if name not in passed_over:
            yield Reason(feature=name, sentence=f"»{case.labels[name]}« er ikke oplyst.")


def _chance(case: Case, policy: Policy) -> Iterator[Reason]:
    if not case.chance.given:
        yield Reason(feature=CHANCE, sentence=case.chance.abstained)
        return
    limit = _limit(policy)
    if not case.chance.surely_below(policy.release_below):
        _, high = span_of_hundred(case.chance.low, case.chance.high)
        yield Reason(
            feature=CHANCE,
            sentence=f"Øverst i usikkerheden er det {high} af 100, der er længe syge. Det skal være under {limit}.",
        )
    elif PHYSICIAN in case.unknown and not _whatever_physician_says(case, policy):
        yield Reason(
            feature=PHYSICIAN,
            sentence="Lægens skøn er ikke oplyst, og venter lægen en lang sygemelding, er det øverst i usikkerheden "
            f"ikke længere under {limit} af 100.",
        )


def _would_change(against: tuple[Reason, ...]) -> Change:
    """What would change the advice: of one thing against, that; of several, all of them."""
    if not against:
        return Change(feature="", sentence="Én ting imod er nok til at ændre rådet, fx at borgeren ønsker en samtale.")
    if len(against) == 1:
        only = "Det er det eneste, der taler imod. Ændrer det sig, kan borgeren slippes."
        return Change(feature=against[0].feature, sentence=only)
    return Change(feature="", sentence="Rådet ændrer sig først, når ingen af dem taler imod længere.")


def _whatever_physician_says(case: Case, policy: Policy) -> bool:
    return all(answer.chance.surely_below(policy.release_below) for answer in case.physician)


def _kept(against: tuple[Reason, ...]) -> str:
    many = danish_count(len(against), "ting taler", "ting taler")
    return f"Behold kontakten: {many} imod at slippe."


def _let_go(policy: Policy) -> str:
    return (
        "Borgeren kan slippes uden yderligere kontakt, hvis du står inde for det med dit navn. Selv øverst i "
        f"usikkerheden er det under {_limit(policy)} af 100 med samme oplysninger, der er længe syge. Der ses på sagen "
        f"igen efter {in_a_row(policy.recheck_weeks)} uger, og borgeren kan altid henvende sig."
    )


def _limit(policy: Policy) -> str:
    """The policy's threshold as people of a hundred, as exactly as it is written."""
    return danish_number((Decimal(str(policy.release_below)) * 100).normalize())
