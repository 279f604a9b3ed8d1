"""An invented statute, for tests of the engine: nothing of it is law."""

from __future__ import annotations

from law.engine.mini import after, before
from law.engine.mini.mini_givens import GIVENS
from pejl.law.law_days import Law
from pejl.law.statute import Statute

MINI = Statute("mini", "Opdigtet lov", "MINI", "Hvad får borgeren?", "law.engine.mini", (before, after), GIVENS)
MINI_LAW = Law((MINI,))
