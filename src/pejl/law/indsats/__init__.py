"""The employment effort: talks, offers, work duty and plans (LAB), before and after 01.02.2026 and 01.07.2026."""

from __future__ import annotations

from pejl.law.indsats import (
    arbejdspligt,
    arbejdspligt_foer_juli_2025,
    arbejdspligt_fra_juli_2025,
    fra_2027,
    fra_juli_2026,
    gamle_ordninger,
    gamle_ordninger_bundne,
    gamle_ordninger_foraar_2026,
    gamle_ordninger_lukkede,
    siden_2024,
    til_2023,
    til_juni_2026,
)
from pejl.law.indsats.duties import DUTIES
from pejl.law.indsats.givens import GIVENS
from pejl.law.statute import Statute

STATUTE = Statute(
    name="indsats",
    danish="Beskæftigelsesindsats",
    act="Lov om en aktiv beskæftigelsesindsats (LAB)",
    asks="Hvilke samtaler og tilbud skal borgeren have, hvornår, og af hvem?",
    package=__name__,
    modules=(
        til_2023,
        siden_2024,
        til_juni_2026,
        fra_juli_2026,
        arbejdspligt_foer_juli_2025,
        arbejdspligt_fra_juli_2025,
        arbejdspligt,
        gamle_ordninger,
        gamle_ordninger_bundne,
        gamle_ordninger_foraar_2026,
        gamle_ordninger_lukkede,
        fra_2027,
    ),
    givens=GIVENS,
    duties=DUTIES,
    answers=("foerste_samtale_frist", "skal_have_tilbud"),
)
