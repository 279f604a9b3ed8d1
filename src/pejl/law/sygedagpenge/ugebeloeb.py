"""The weekly maximum, and how it follows from the highest dagpenge."""

from __future__ import annotations

from pejl.law.arithmetic import down_to, oere
from pejl.law.rule import rule
from pejl.law.status import Status

_SOURCE = "vejl. 10391/2022; dag.dk"


@rule(
    "Sygedagpengene er højst ugens højeste beløb for en fuld uge, og i forhold til timerne for færre.",
    since="2023-01-01",
    cites="SDP § 50, stk. 1",
    source=_SOURCE,
    unit="kr. pr. uge",
)
def sygedagpenge_hoejst(ugentlige_timer: float, sygedagpenge_uge_hoejst: float, fuld_arbejdsuge: int) -> float:
    return oere(sygedagpenge_uge_hoejst * min(ugentlige_timer, fuld_arbejdsuge) / fuld_arbejdsuge)


@rule(
    "Timens højeste beløb er ugens delt med 37 timer.",
    since="2023-01-01",
    cites="SDP § 50, stk. 1",
    source=_SOURCE,
    unit="kr. pr. time",
)
def sygedagpenge_time_hoejst(sygedagpenge_uge_hoejst: float, fuld_arbejdsuge: int) -> float:
    return oere(sygedagpenge_uge_hoejst / fuld_arbejdsuge)


@rule(
    "Ugens højeste beløb er højeste dagpenge om måneden x 12/52, rundet ned til nærmeste 5 kr.",
    since="2023-01-01",
    cites="SDP § 50, stk. 1",
    source="Udledt: giver 4.550 kr. af 19.728 kr. (2023) og 4.695 kr. af 20.359 kr. (2024)",
    status=Status.DERIVED,
    unit="kr. pr. uge",
)
def sygedagpenge_uge_udledt(dagpenge_hoejst: float, uger_paa_aaret: int, sygedagpenge_afrunding: int) -> float:
    return down_to(dagpenge_hoejst * 12 / uger_paa_aaret, sygedagpenge_afrunding)
