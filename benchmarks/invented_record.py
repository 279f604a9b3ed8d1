"""A record that does not exist: meetings of ten bodies over twenty years, as files, the same for the same seed.

The meetings name each other, and cases go from committee to council. Words come as often as in real minutes, where the
first 27,000 words are 4,000 different ones: so every file, to the last, brings the index new words and new compounds.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

from search import vocabulary

from pejl.calendar.days import danish_day, short_day, weekday_name

BODIES = (
    *("Beskæftigelsesudvalget", "Økonomiudvalget", "Byrådet", "Socialudvalget", "Teknikudvalget"),
    *("Børneudvalget", "Kulturudvalget", "Sundhedsudvalget", "Klimaudvalget", "Erhvervsudvalget"),
)
FIRST_DAY = dt.date(2006, 1, 4)
APART = dt.timedelta(days=35)
MEMBERS = 9
PARAGRAPHS = 6
WORDS = 40
STEEPNESS, SHIFT = 1.6, 40
_OUTCOMES = ("Tiltrådt.", "Godkendt.", "Taget til efterretning.", "Til orientering.", "Drøftet.", "Udsat.")
_FIRST = ("Anna", "Bo", "Carla", "Dan", "Else", "Finn", "Gerda", "Hans", "Ida", "Jens", "Karen", "Leo")
_LAST = ("Prøvesen", "Opdigtet", "Tænkt", "Måske", "Eksempel", "Papir", "Skitse", "Udkast")


@dataclass(frozen=True, slots=True)
class _Meeting:
    body: str
    day: dt.date
    members: tuple[str, ...]


def record(meetings: int, items: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Names and contents of that many files of minutes with `items` items each."""
    chance = random.Random(seed)
    words = vocabulary(random.Random(seed))
    weights = list(itertools.accumulate(1 / (rank + SHIFT) ** STEEPNESS for rank in range(len(words))))
    for number in range(meetings):
        meeting = _meeting(number)
        text = _Text(chance, words, weights)
        parts = [_head(meeting), *(_item(meeting, place, number, text) for place in range(1, items + 1))]
        yield f"{meeting.day.isoformat()}-{number % len(BODIES)}.txt", "\n\n".join(parts).encode()


def _meeting(number: int) -> _Meeting:
    body = number % len(BODIES)
    term = number // (len(BODIES) * 40)
    names = [f"{first} {last}" for last in _LAST for first in _FIRST]
    start = (body * MEMBERS + term * 7) % len(names)
    members = (names * 2)[start : start + MEMBERS]
    return _Meeting(BODIES[body], FIRST_DAY + APART * (number // len(BODIES)), tuple(members))


@dataclass(frozen=True, slots=True)
class _Text:
    """Running text out of the vocabulary."""

    chance: random.Random
    words: list[str]
    weights: list[float]

    def paragraph(self) -> str:
        """A few sentences."""
        found = self.chance.choices(self.words, cum_weights=self.weights, k=WORDS)
        return " ".join(f"{' '.join(found[at : at + 10]).capitalize()}." for at in range(0, WORDS, 10))

    def title(self) -> str:
        """A few words."""
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=5)).capitalize()


def _head(meeting: _Meeting) -> str:
    said = danish_day(meeting.day)
    return (
        f"REFERAT {meeting.body} 2006-2025 d. {meeting.day:%d-%m-%Y}\n\n"
        f"Mødedato {weekday_name(meeting.day).capitalize()} d. {said} kl. 17:00\n\nMødested Lokale 2\n\n"
        f"Mødedeltagere {', '.join(f'{name} (A)' for name in meeting.members)}"
    )


def _item(meeting: _Meeting, place: int, number: int, text: _Text) -> str:
    chance = text.chance
    year, serial = meeting.day.year % 100, number // 3 * 7 % 400 + place
    parts = [
        f"Punkt {place}: {text.title()}",
        f"{year:02d}-{serial}-15.00.{chance.randint(0, 30):02d}-P{chance.randint(10, 35)}",
        "Indstilling",
        "Forvaltningen indstiller,",
        "\n".join(f"{clause}. at {text.title().lower()} godkendes." for clause in range(1, chance.randint(2, 5))),
        "Beslutning",
        _decision(meeting, chance),
    ]
    if place % 4 == 1:
        parts += ["Kommende behandlingsforløb", f"Byrådet {short_day(meeting.day + APART)}"]
    parts += ["Gennemgang af sagen", *(text.paragraph() for _ in range(PARAGRAPHS)), _figures(chance)]
    parts.append(_reference(number, chance))
    if place % 3 == 0:
        parts += ["Relateret behandling", _named(number, chance)]
    return "\n\n".join(parts)


def _decision(meeting: _Meeting, chance: random.Random) -> str:
    if chance.random() < 0.1:
        against, *_ = chance.sample(meeting.members, 2)
        return f"Tiltrådt.\n\n{against} stemte imod."
    return chance.choice(_OUTCOMES)


def _figures(chance: random.Random) -> str:
    """A share and a sum that are right nine times in ten."""
    whole = chance.randint(20, 400)
    part = chance.randint(1, whole)
    said = round(100 * part / whole) + (7 if chance.random() < 0.1 else 0)
    amount = f"{chance.randint(1, 900)},{chance.randint(1, 9)} mio. kr."
    return f"{part} af {whole} borgere svarer til {said} pct. Udgiften er {amount}"


def _reference(number: int, chance: random.Random) -> str:
    return f"Sagen følger op på {_named(number, chance)}."


def _named(number: int, chance: random.Random) -> str:
    earlier = _meeting(max(0, number - chance.randint(1, 300)))
    return f"{earlier.body} {short_day(earlier.day)}, punkt {chance.randint(1, 10)}"
