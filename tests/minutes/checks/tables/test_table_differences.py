"""Columns and rows of differences: they fit the lines they lie between, whichever was taken from which."""

from __future__ import annotations

import pytest

from pejl.minutes.checks.flag import Certainty

from .tables_drawn import flags_of

BUDGET = """Mio. kr. | Budget | Forbrug | Afvigelse
Aktivering | 61,2 | 59,8 | 1,4
Forsørgelse | 402,0 | 405,5 | -3,5
I alt | 463,2 | 465,3 | -2,1"""

TWO_BUDGETS = """Mio. kr. | Vedtaget budget | Korrigeret budget | Forbrug | Afvigelse: Vedtaget budget | Afvigelse: Korrigeret budget
Aktivering | 147,1 | 152,6 | 146,6 | 0,5 | 6,0
Forsørgelse | 817,3 | 817,3 | 814,2 | 3,1 | 3,1
Service | 47,2 | 49,4 | 38,8 | 8,4 | 10,6
I alt | 1.011,6 | 1.019,3 | 999,6 | 12,0 | 19,7"""  # noqa: E501


@pytest.mark.parametrize(
    "drawing",
    [
        BUDGET,
        TWO_BUDGETS,
        # Taken the other way, and printed without signs.
        BUDGET.replace(" 1,4", " -1,4").replace("-3,5", "3,5").replace("-2,1", "2,1"),
        BUDGET.replace("-", "").replace("Afvigelse", "Mer-/mindreforbrug"),
        # Rounded: 817,3 less 814,2 is 3,1, and 3,0 is as near as one decimal comes.
        TWO_BUDGETS.replace("| 3,1 | 3,1", "| 3,0 | 3,0").replace("12,0 | 19,7", "11,9 | 19,6"),
        # A change in percent, or since a year that is not there.
        "Antal | 2024 | 2025 | Ændring, pct.\nDagpenge | 50 | 60 | 20\nKontanthjælp | 80 | 60 | -25",
        "Antal | 2024 | 2025 | Ændring siden 2020\nDagpenge | 50 | 60 | 31\nKontanthjælp | 80 | 60 | -7",
        # The word stands in front of what is no difference.
        "Kr. | 2025 | 2026\nUdvikling og drift | 60.000 | 70.000\nLøn | 10.000 | 5.000",
        # Rows instead of columns.
        "Kr. | 2024 | 2025 | 2026\nBudget | 61 | 402 | 5\nForbrug | 59 | 405 | 5\nForskel | 2 | -3 | 0",
        # A net figure of costs and income.
        "Kr. | 2025 | 2026\nUdgifter | 500.000 | 300.000\nIndtægter | 200.000 | 100.000\nNetto | 300.000 | 200.000",
        "Kr. | 2025 | 2026\nUdgifter | 500.000 | 300.000\nIndtægter | -200.000 | -100.000\nNetto | 300.000 | 200.000",
        # Three figures to choose from, and no two of them that explain the column.
        "Mio. kr. | A | B | C | Afvigelse\nX | 10,0 | 20,0 | 35,0 | 4,0\nY | 11,0 | 23,0 | 31,0 | 6,0",
    ],
)
def test_differences_that_fit_have_no_flag(drawing: str) -> None:
    assert flags_of(drawing) == []


@pytest.mark.parametrize(
    ("drawing", "right", "wrong", "stated", "computed"),
    [
        (BUDGET.rsplit("\n", 1)[0], "-3,5", "-5,3", "-5,3", "-3,5"),
        (TWO_BUDGETS.rsplit("\n", 1)[0], "| 8,4 |", "| 4,8 |", "4,8", "8,4"),
        (TWO_BUDGETS.rsplit("\n", 1)[0], "10,6", "16,0", "16,0", "10,6"),
        ("Mio. kr. | Budget | Forbrug | Mindreforbrug\nService | 47,2 | 38,8 | 8,4", "8,4", "8,9", "8,9", "8,4"),
        ("År | 2024 | 2025 | Forskel\nDagpenge | 50 | 60 | 10\nMentor | 80 | 60 | -20", "-20", "-30", "-30", "-20"),
        (
            "Kr. | 2024 | 2025 | 2026\nBudget | 61 | 402 | 5\nForbrug | 59 | 405 | 6\nForskel | 2 | -3 | -1",
            "-1", "-7", "-7", "-1",
        ),
    ],
)  # fmt: skip
def test_difference_that_does_not_fit_is_told_of(
    drawing: str, right: str, wrong: str, stated: str, computed: str
) -> None:
    assert flags_of(drawing) == []
    (flag,) = flags_of(drawing.replace(right, wrong))
    assert (flag.rule, flag.stated, flag.computed) == ("table-difference", stated, computed)
    assert "forskellen mellem" in flag.sentence


@pytest.mark.parametrize(
    ("right", "wrong"), [("59,8", "58,9"), ("402,0", "420,0"), ("465,3", "456,3"), ("-3,5", "-5,3"), ("-2,1", "-1,2")]
)
def test_figure_that_spoils_total_and_difference_is_told_of_once(right: str, wrong: str) -> None:
    (flag,) = flags_of(BUDGET.replace(right, wrong))
    assert (flag.stated, flag.computed, flag.certainty) == (wrong, right, Certainty.CERTAIN)


def test_the_one_sign_that_is_unlike_the_others_may_be_a_slip() -> None:
    drawing = "Mio. kr. | Budget | Forbrug | Afvigelse\nA | 10,0 | 8,0 | 2,0\nB | 5,0 | 7,0 | -2,0\nC | 4,0 | 3,0 | 1,0"
    assert flags_of(drawing) == []
    (flag,) = flags_of(drawing.replace("| 1,0", "| -1,0"))
    assert (flag.stated, flag.computed, flag.certainty) == ("-1,0", "1,0", Certainty.POSSIBLE)
