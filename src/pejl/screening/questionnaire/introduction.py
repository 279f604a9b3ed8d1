"""What stands above and after the questions: why they are asked, what happens with the answers, and that it is free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pejl.screening.questionnaire.language import Language


@dataclass(frozen=True)
class Around:
    """The words around the questions in one language."""

    title: str
    before: tuple[str, ...]
    leave_out: str
    send: str
    thanks_title: str
    thanks: tuple[str, ...]
    cannot_title: str
    cannot: tuple[str, ...]
    """Where a link is unknown, used or too late; which of them is not told."""


AROUND: Mapping[Language, Around] = {
    Language.DANISH: Around(
        title="Spørgsmål om din sygemelding",
        before=(
            "Du får sygedagpenge og har et arbejde. Kommunen vil gerne høre, hvordan du selv ser på det, så din "
            "sagsbehandler kan hjælpe i tide og ikke ulejlige dig uden grund.",
            "Det er frivilligt. Du kan springe spørgsmål over. Om du svarer, og hvad du svarer, har ingen betydning "
            "for, om du har ret til sygedagpenge.",
            "Din sagsbehandler kan se svarene. De indgår også i en beregning af, hvor længe sygemeldinger som din "
            "plejer at vare. Beregningen er et råd til sagsbehandleren. Det er altid et menneske, der afgør, hvad der "
            "skal ske, og du kan sige nej til beregningen.",
            "Du skal ikke skrive navn, CPR-nummer eller andet. Skemaet er ikke det oplysningsskema, som du får i Mit "
            "Sygefravær. Det skal du stadig udfylde.",
        ),
        leave_out="Spring over",
        send="Send svarene",
        thanks_title="Tak for dine svar",
        thanks=(
            "Dine svar er gemt, og linket kan ikke bruges igen.",
            "Vil du have et svar rettet, eller vil du ikke have, at svarene indgår i en beregning, så ring eller skriv "
            "til din sagsbehandler.",
        ),
        cannot_title="Linket kan ikke bruges",
        cannot=("Det kan være brugt eller være for gammelt. Din sagsbehandler kan sende dig et nyt.",),
    ),
    Language.ENGLISH: Around(
        title="Questions about your sick leave",
        before=(
            "You receive sickness benefit and you have a job. The municipality would like to hear how you see it "
            "yourself, so that your caseworker can help in time and does not trouble you without a reason.",
            "It is voluntary. You can leave questions out. Whether you answer, and what you answer, makes no "
            "difference to whether you have a right to sickness benefit.",
            "Your caseworker can see your answers. They are also used in a calculation of how long sick leaves like "
            "yours usually last. The calculation is advice to the caseworker. A human being always decides what "
            "happens, and you can say no to the calculation.",
            "You do not need to write your name, CPR number or anything else. This is not the information form "
            "(oplysningsskema) in Mit Sygefravær. You still have to fill that in.",
        ),
        leave_out="Leave out",
        send="Send the answers",
        thanks_title="Thank you for your answers",
        thanks=(
            "Your answers are saved, and the link cannot be used again.",
            "If you want an answer corrected, or do not want your answers to be part of a calculation, call or write "
            "to your caseworker.",
        ),
        cannot_title="The link cannot be used",
        cannot=("It may have been used or be too old. Your caseworker can send you a new one.",),
    ),
}
