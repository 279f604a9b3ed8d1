"""The acts, bills and plans that brought rules in or took them out, each with the day on which one could know of it.

Where a source names the change and not the act, the name says so, and what is known of the day is the latest possible.
"""

from __future__ import annotations

import datetime as dt

from pejl.law.enactment import Enactment

LOV_727 = Enactment("Lov nr. 727 af 13. juni 2023", dt.date(2023, 6, 13), "socialjura.dk")
"""Talks on dagpenge: the a-kasse has the first three months, from 01.01.2024."""

LOV_1655 = Enactment("Lov nr. 1655 af 30. december 2024 (L 13)", dt.date(2024, 12, 30), "elov.dk/prep_docs/47754")
"""One kontanthjælp with rates, from 01.07.2025."""

LOV_1750 = Enactment("Lov nr. 1750 af 29. december 2025 (L 66)", dt.date(2025, 12, 29), "elov.dk 49067; lovguiden.dk")
"""The reform of the employment effort, from 01.02.2026 and 01.07.2026."""

ARBEJDSPLIGT_2025 = Enactment(
    "Kontanthjælpsreformens første trin (kilden nævner ikke lovens nummer)",
    dt.date(2025, 1, 1),
    "star.dk, om ny arbejdspligt; Gladsaxe, referat 08.09.2025, punkt 4",
)
"""Work duty for those on selvforsørgelses- og hjemrejseydelse, from 01.01.2025."""

SYGEDAGPENGE_2025 = Enactment(
    "Ændringen af sygedagpengeloven 2024/25 (lovens nummer er ikke bekræftet)",
    dt.date(2024, 12, 30),
    "ft.dk, BEU alm. del bilag 210 (2023-24); BEK nr. 1710 af 30. december 2024",
)
"""The third category of the visitation goes; probably from 01.01.2025. Known at the latest with the order."""

HOVEDLOV_2027 = Enactment(
    "Ny hovedlov for beskæftigelsesindsatsen (ventet, ikke vedtaget)",
    dt.date(2025, 9, 8),
    "star.dk, beskæftigelsesreformens proces; Gladsaxe, referat 08.09.2025, punkt 2",
)
"""Expected from 01.01.2027. Nothing of it is law."""
