"""Texts that no person wrote are checked in time that grows no faster than they do.

How long it takes is not asserted: a check that grows with the square of a line's length, or of the number of lines,
does not come to its end here.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patience import CI, examples
from pejl.minutes.checks import voters
from pejl.minutes.checks.roster import told_of_substitutes
from pejl.minutes.document import Minutes

from ..reading import HEAD, item, minutes_of
from ..test_hostile_lines import hostile
from .flags_said import flags_of

UNITS = [
    "forelægges udvalget 04.02.2026. ", "Evalueringen forelægges 04.02.2026, ", "03.03.2026 ", "fra 1. maj 2026 til ",
    "torsdag den 3. juni 2026 ", "bilag 3 ", "Bilag 3. ", "tillægsbevilling på 900.000 kr. ", "Anne Berg ", "mandag-",
    "Økonomiudvalget 09.12.2025 ", "sagen behandles i Økonomiudvalget 16.12.2025 ", "010170-1234 ", "cpr ",
    "0101701234", "2029-2026 ", "til ", "og ", ", mens ",
    ", som ", "Ad 1. ", "fristen ", "og forelægges ", "(", "1.1 ", "A",
    "perioden ",
]  # fmt: skip
LINES = 1500 if CI else 500


@pytest.mark.parametrize("unit", UNITS)
def test_an_endless_line_in_the_text_the_decision_and_the_head_is_checked(unit: str) -> None:
    line = hostile(unit, 20_000)
    text = item(1, decision=f"Tiltrådt.\n\n{line}", body=f"{line}\n\nBilag\n\nBilag 1: {line}")
    flags_of(minutes_of(text, head=f"{HEAD}{line}\n\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Evalueringen af mentorordningen forelægges udvalget {day:02}.{month:02}.2026.",
        "Bilag {day}: Notat",
        "{day}. at sagen godkendes",
        "Anne Berg stemte for. Bo Holm stemte imod.",
        "Gitte Rønholt{day}, Leder",
        "Nyt emne om mentorer {day}.....\t{month}",
        "Punkt {day}: Nyt emne om mentorer {month}",
    ],
)
def test_thousands_of_lines_are_checked(line: str) -> None:
    lines = "\n\n".join(line.format(day=place % 28 + 1, month=place % 12 + 1) for place in range(LINES))
    head = f"{HEAD}Indholdsfortegnelse\n\n{lines}\n\n" if "\t" in line else HEAD
    flags_of(minutes_of(item(1, decision=f"Tiltrådt.\n\n{lines}", body=f"Teksten.\n\nBilag\n\n{lines}"), head=head))


def test_the_texts_are_searched_for_substitutes_once_however_many_vote(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Minutes] = []

    def counted(minutes: Minutes) -> set[str]:
        asked.append(minutes)
        return told_of_substitutes(minutes)

    monkeypatch.setattr(voters, "told_of_substitutes", counted)
    decision = "\n\n".join(["Anne Berg stemte for. Bo Holm stemte imod. Mia Ukendt undlod."] * 20)
    flags_of(minutes_of(item(1, decision=decision), head=HEAD))
    assert len(asked) == 1


@settings(deadline=None, max_examples=examples(30))
@given(units=st.lists(st.sampled_from(UNITS), min_size=1, max_size=4), repeats=st.integers(1, 200))
def test_any_mixture_of_such_parts_is_checked(units: list[str], repeats: int) -> None:
    line = " ".join(("".join(units) * repeats).split())
    flags_of(minutes_of(item(1, title=line[:200], decision=f"Tiltrådt.\n\n{line}", body=f"{line}\n\nBilag\n\n{line}")))
