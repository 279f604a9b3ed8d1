"""How long a run of the tests may try: where CI=true as long as it takes, elsewhere as long as somebody waits."""

from __future__ import annotations

import os

CI = os.environ.get("CI") == "true"
FEW = 3


def examples(many: int) -> int:
    """How many examples Hypothesis tries a rule with: this many where CI=true, a quarter of them elsewhere.

    A rule of what must never be told, as of CPR numbers, is tried with the same number everywhere.
    """
    return many if CI else max(FEW, many // 4)
