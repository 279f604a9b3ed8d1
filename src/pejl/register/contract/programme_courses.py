"""Programme courses: one row for each person's time in a programme such as IPS."""

from __future__ import annotations

from pejl.intake.contract import Column, Kind, NotBefore, Table
from pejl.register.contract.columns import PERSON, TEAM, UNIT, end, key, start

PROGRAMMES = {
    "ips": "IPS, individuelt planlagt job med støtte",
    "stu": "Særligt tilrettelagt ungdomsuddannelse (STU)",
    "fgu": "Forberedende grunduddannelse (FGU)",
    "screening": "Tidlig screening af sygemeldte",
    "helhedsplan": "Helhedsorienteret plan",
    "andet": "Andet forløb",
}

PROGRAMME_COURSES = Table(
    name="programme_courses",
    danish="Programforløb",
    meaning="One row for each person's time in a programme, from referral to the end of aftercare.",
    key=("id",),
    columns=(
        key("Forløbsnummer"),
        PERSON,
        Column("programme", Kind.CODE, "Which programme.", "Program", allowed=PROGRAMMES),
        Column("referred", Kind.DAY, "The day of referral.", "Henvist", required=False),
        start("The first day in the programme."),
        end("The last day in the programme, aftercare included."),
        Column(
            "aftercare",
            Kind.DAY,
            "The first day of aftercare (efterværn). Empty where it has not begun.",
            "Efterværn fra",
            required=False,
        ),
        Column(
            "result",
            Kind.CODE,
            "What came of it.",
            "Resultat",
            required=False,
            allowed={
                "job": "Ordinært job",
                "smaajob": "Job med færre timer",
                "uddannelse": "Uddannelse",
                "fleksjob": "Fleksjob",
                "afbrudt": "Afbrudt",
                "pension": "Pension",
                "andet": "Andet",
            },
        ),
        Column("supplier", Kind.NAME, "Who runs it.", "Leverandør", required=False),
        UNIT,
        TEAM,
    ),
    rules=(
        NotBefore("start", "referred"),
        NotBefore("end", "start"),
        NotBefore("aftercare", "start"),
        NotBefore("end", "aftercare"),
    ),
    spell=("start", "end"),
    refers={"person": "persons.person"},
)
