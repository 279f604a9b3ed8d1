"""The third advice: whether a medical certificate is worth asking for. The statute first, then the value of an answer.

An answer is worth something where it can change what is done. So the case is scored with physician's expectations
from the early to the late end of what is plausible; where none changes anything, the certificate changes nothing.
It is never told that a certificate may be left out where the law demands one, nor where it is not known what the law
demands.
"""

from __future__ import annotations

from dataclasses import dataclass

from pejl.calendar.numbers import danish_count
from pejl.law.law_day import LawOnDay
from pejl.law.refusals import Refusal
from pejl.screening.advice.case import Answered, Case, Chance
from pejl.screening.advice.contact_duties import LAW, OF_REASSESSMENT, given, reassessment_falls
from pejl.screening.advice.facts import PHYSICIAN, Facts
from pejl.screening.advice.of_hundred import of_hundred
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.release import besides_physician, hindrances
from pejl.screening.advice.shapes import Advice, Change, Kind, Reason, Says

FETCHED, NEEDED, WISHED = "attest_hentes", "attest_noedvendig", "attest_oensket"
OF_WISH = "SDP § 11 c"
YOURSELF = "vurdér selv, om en attest er nødvendig"
IF_WISHED = Reason(feature=LAW, sentence="Ønsker borgeren selv en attest, skal den indhentes.", cites=OF_WISH)


@dataclass(frozen=True)
class Done:
    """What would be done: whether early effort is offered, and whether the citizen may be released."""

    early: bool
    released: bool

    @property
    def danish(self) -> str:
        """As the end of a sentence."""
        if self.early:
            return "bør en tidlig indsats tilbydes"
        return "kan borgeren slippes" if self.released else "er den sædvanlige opfølgning nok"


def certificate(case: Case, law: LawOnDay | None, policy: Policy) -> Advice:
    """The advice about a certificate."""
    return _by_statute(case.facts, law, policy) or _by_value(case, law, policy)


def _by_statute(facts: Facts, law: LawOnDay | None, policy: Policy) -> Advice | None:
    """What the statute settles; None where it leaves the choice to the municipality."""
    if law is None:
        return _ordinary(f"Loven er ikke lagt ind for dagen: {YOURSELF}.")
    told = {**given(facts, law), NEEDED: False, WISHED: facts.wishes_certificate}
    fetched = law.outcomes(told, [FETCHED])[FETCHED]
    if isinstance(fetched, Refusal):
        return _ordinary(f"Loven er ikke afklaret: {YOURSELF}.", Reason(feature=LAW, sentence=str(fetched)))
    if fetched:
        wish = Reason(feature=LAW, sentence="Borgeren ønsker en attest, og så skal den indhentes.", cites=OF_WISH)
        sentence = "Indhent en attest: borgeren ønsker det, og så kræver loven det."
        return Advice(kind=Kind.ATTEST, says=Says.LOVEN_KRAEVER, sentence=sentence, reasons=(wish,))
    falls = reassessment_falls(facts, law, within_weeks=policy.recheck_weeks[-1])
    if falls is False:
        return None
    why = (
        "Retten skal snart revurderes. Hvilken dokumentation det kræver, er ikke lagt ind i Pejl."
        if falls is True
        else "Om retten snart skal revurderes, kan ikke afgøres, og heller ikke, hvilken dokumentation det kræver."
    )
    return _ordinary(f"{why[:-1]}: {YOURSELF}.", Reason(feature=LAW, sentence=why, cites=OF_REASSESSMENT), IF_WISHED)


def _by_value(case: Case, law: LawOnDay | None, policy: Policy) -> Advice:
    """What the answer would be worth."""
    statute = (_statute(law), IF_WISHED) if law else (IF_WISHED,)
    if not case.chance.given or case.weeks is None:
        return _ordinary(f"Ingen beregning: {YOURSELF}.", *statute)
    answers = [answer for answer in case.physician if answer.chance.given]
    if not answers:
        return _ordinary(f"Modellen kan ikke sige, hvad et svar fra lægen ville ændre: {YOURSELF}.", *statute)
    may_go = not besides_physician(case, law, policy)
    now = Done(case.chance.at_least(policy.early_effort_from), not hindrances(case, law, policy))
    done = [_done(answer.chance, may_go, policy) for answer in answers]
    if all(each == now for each in done):
        says, sentence = Says.UNDLAD, f"En attest ville ikke ændre, hvad der gøres: uanset svaret {now.danish}."
    else:
        says, sentence = Says.INDHENT, f"En attest kan ændre, hvad der gøres. Uden den {now.danish}."
    return Advice(
        kind=Kind.ATTEST,
        says=says,
        sentence=sentence,
        weeks=case.weeks,
        chance=case.chance.chance,
        low=case.chance.low,
        high=case.chance.high,
        usual=case.usual,
        reasons=statute,
        changes=tuple(_told(answers[place], done[place]) for place in _turns(done)),
    )


def _done(chance: Chance, may_go: bool, policy: Policy) -> Done:
    return Done(chance.at_least(policy.early_effort_from), may_go and chance.surely_below(policy.release_below))


def _turns(done: list[Done]) -> list[int]:
    """The first and the last answer, and each from which something else is done than by the one before."""
    ends = {0, len(done) - 1}
    return sorted(ends | {place for place in range(1, len(done)) if done[place] != done[place - 1]})


def _told(answer: Answered, done: Done) -> Change:
    weeks, many = danish_count(round(answer.weeks), "uge", "uger"), of_hundred(answer.chance.chance)
    sentence = f"Venter lægen {weeks} i alt, bliver det {many} af 100, og så {done.danish}."
    return Change(feature=PHYSICIAN, sentence=sentence, chance=answer.chance.chance)


def _statute(law: LawOnDay) -> Reason:
    """The statute's own sentence, as the law of the day has it."""
    step = law.person({"dag": law.day, NEEDED: False, WISHED: False}, [FETCHED]).steps()[0]
    return Reason(feature=LAW, sentence=step.danish, cites=step.cites)


def _ordinary(sentence: str, *reasons: Reason) -> Advice:
    return Advice(kind=Kind.ATTEST, says=Says.SAEDVANLIG, sentence=sentence, reasons=reasons)
