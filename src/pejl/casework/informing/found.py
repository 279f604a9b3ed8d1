"""The answer to a question, ready to be counted and listed: every person once, sorted by what must be done first."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pejl.casework.informing.letter import Letter, as_columns
from pejl.casework.informing.row import Row, row_of
from pejl.casework.informing.state import TWICE, State
from pejl.casework.informing.stretches import law_on
from pejl.casework.informing.told import Question, told
from pejl.casework.informing.topic import Said, said
from pejl.casework.informing.touched import Touch
from pejl.register.snapshot import Snapshot

LISTS = (*(state.value for state in State), TWICE)
"""The lists by their words. The first ones ask for something to be done."""


@dataclass(frozen=True)
class Found:
    """Who stands where. `said` is what the law of the topic's day says, `known` the day the register knows up to.

    `letters` are those about the topic, as far as they were sent by the judged day.
    """

    question: Question
    said: Said
    known: dt.date
    rows: tuple[Row, ...]
    letters: tuple[Letter, ...]

    @property
    def touched(self) -> int:
        """How many the topic newly touches."""
        return sum(row.touch is Touch.NEW for row in self.rows)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many each list has."""
        states = Counter(row.state.value for row in self.rows)
        return {name: states[name] for name in LISTS if name != TWICE} | {TWICE: len(self.listed(TWICE))}

    def listed(self, name: str) -> Sequence[Row]:
        """The rows of a list."""
        if name == TWICE:
            return [row for row in self.rows if row.letters > 1]
        return [row for row in self.rows if row.state.value == name]

    def by_team(self, name: str) -> Mapping[tuple[str, str], int]:
        """How many of a list are in each team, by unit and team in their order; "" where the register names none."""
        return dict(sorted(Counter((row.unit or "", row.team or "") for row in self.listed(name)).items()))

    def letters_to(self, persons: Collection[str]) -> Mapping[str, Sequence[Letter]]:
        """The letters to each of these, in the order in which they were recorded."""
        sent: dict[str, list[Letter]] = {person: [] for person in persons}
        for letter in self.letters:
            if letter.person in sent:
                sent[letter.person].append(letter)
        return sent


def found(snapshot: Snapshot, question: Question, letters: Iterable[Letter]) -> Found:
    """The answer. `letters` are those that count, of any topic. Raises as `told` does."""
    own = [letter for letter in letters if letter.topic == str(question.topic)]
    law = said(question.topic, law_on(question.from_day, question.scenario))
    answered = told(snapshot, question, as_columns(own)).order_by("since", "person").to_pyarrow().to_pylist()
    by_then = tuple(letter for letter in own if letter.sent <= question.on_day)
    return Found(question, law, snapshot.known, tuple(row_of(each) for each in answered), by_then)
