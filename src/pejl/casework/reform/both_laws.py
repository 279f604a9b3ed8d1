"""One expression over the register: each person's month by the law of two days, and what differs."""

from __future__ import annotations

import ibis

from pejl.law.law_day import LawOnDay
from pejl.law.refusals import NoRule

TOTAL, NET = "kontanthjaelp_i_alt", "kontanthjaelp_netto_i_alt"
GROSS, BESIDE, RATE, GROUP = "kontanthjaelp_brutto", "ved_siden_af_ydelsen", "kontanthjaelp_sats", "satsgruppe"
PARTS = (
    RATE,
    "boernetillaeg",
    "tillaeg_for_enlige",
    "ungetillaeg",
    "tilpasningstillaeg",
    "aktivitetstillaeg",
    "modregning",
    "fritidstillaeg",
    "medicintilskud",
    "saerlig_stoette_bevilget",
)
"""What a month is made of, on either day; a part that a law does not have is nothing there."""

RULES = (TOTAL, GROSS, BESIDE, RATE)
"""What a judgement cannot do without, beside what it is shown by."""

BEFORE, AFTER = "foer__", "efter__"
"""What the columns of the two laws begin with."""

SAME = 0.005
"""Less than half an øre is no change: sums of the computer differ by less than that."""


def wanted(law: LawOnDay) -> tuple[str, ...]:
    """What is asked of a law: the answers, and the parts and the group that it has on its day."""
    shown = (NET, GROUP, *(name for name in PARTS if name not in RULES))
    return (*RULES, *(name for name in shown if not isinstance(law.settled(name), NoRule)))


def both(rows: ibis.Table, before: LawOnDay, after: LawOnDay) -> ibis.Table:
    """The caseload with the columns of both laws, and `change`, `change_net`, and the changes of the two halves.

    What rests on a fact that nobody knows, or on an amount that nobody has confirmed, is unknown.
    """
    judged = _with(_with(rows, before, BEFORE), after, AFTER)

    def moved(name: str) -> ibis.FloatingValue:
        return judged[AFTER + name] - judged[BEFORE + name]

    change = moved(TOTAL)
    return judged.mutate(
        change=ibis.ifelse(change.abs() < SAME, 0.0, change),
        change_net=moved(NET),
        change_gross=moved(GROSS),
        change_beside=moved(BESIDE),
    )


def _with(rows: ibis.Table, law: LawOnDay, mark: str) -> ibis.Table:
    names = wanted(law)
    answered = law.columns(rows, [name for name in names if name not in rows.columns], unsettled="unknown")
    has = {mark + name: answered[name] for name in names}
    has |= {mark + name: ibis.literal(0.0) for name in PARTS if name not in names}
    return answered.select(*rows.columns, **has, **_absent(mark, names))


def _absent(mark: str, names: tuple[str, ...]) -> dict[str, ibis.Value]:
    """A law without rate groups has none for anybody, and one without an amount after tax leaves it unknown."""
    kinds = {GROUP: "string", NET: "float64"}
    return {mark + name: ibis.literal(None, type=kind) for name, kind in kinds.items() if name not in names}
