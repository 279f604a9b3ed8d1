"""How long a run of the tests may try: where CI=true as long as it takes, elsewhere as long as somebody waits."""

from __future__ import annotations

import os

import pytest

CI = os.environ.get("CI") == "true"
FEW = 3


def examples(many: int) -> int:
    """How many examples Hypothesis tries a rule with: this many where CI=true, a quarter of them elsewhere.

    A rule of what must never be told, as of CPR numbers, is tried with the same number everywhere.
    """
    return many if CI else max(FEW, many // 4)


def seeds(many: int) -> list[object]:
    """The seeds of a test of chance, for `parametrize`: the first few are tried everywhere, the rest are long tests."""
    return [seed if seed < FEW else pytest.param(seed, marks=pytest.mark.long) for seed in range(many)]
