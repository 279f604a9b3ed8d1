"""Invented acts."""

from __future__ import annotations

import datetime as dt

from pejl.law.enactment import Enactment

OMLAEGNING = Enactment("Opdigtet lov nr. 1", dt.date(2024, 12, 30), "opdigtet")
OVERGANG = Enactment("Opdigtet lov nr. 2", dt.date(2025, 2, 1), "opdigtet")
FORSLAG = Enactment("Opdigtet forslag", dt.date(2025, 9, 1), "opdigtet")
