"""Rules that nobody would write, asked for one person, for a table and for arrays: one text, one answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from law.engine.drawn import by_arrays, by_columns, by_person, drawn, same
from law.engine.mini.mini_givens import GIVENS
from law.engine.random_rules import Writer
from pejl.law.kleene import evaluate
from pejl.law.law_days import Law
from pejl.law.refusals import Contradiction, LawFault
from pejl.law.statute import Statute

RULES = 40
DAY = dt.date(2025, 3, 31)


def written(seed: int, make: Callable[..., Statute]) -> Law:
    """A law of random rules. What is a fault on load (a word compared with one it can never be) is written anew."""
    writer = Writer(seed)
    texts: list[str] = []
    while len(texts) < RULES:
        text = writer.rule(len(texts))
        try:
            Law((make(text, givens=GIVENS),))
        except LawFault:
            continue
        texts.append(text)
    return Law((make("\n\n".join(texts), givens=GIVENS),))


pytestmark = pytest.mark.filterwarnings("ignore:.*is.* with a literal:SyntaxWarning")


@pytest.mark.parametrize("seed", range(4))
def test_random_rules_say_the_same_in_all_ways(seed: int, make: Callable[..., Statute]) -> None:
    on_day = written(seed, make).on(DAY)
    names = list(on_day.book.versions)
    persons = drawn(on_day, names, 150, seed, unknown=0.15)
    alone, together = by_person(on_day, persons, names), by_columns(on_day, persons, names)
    for name in names:
        for person, mine, theirs in zip(persons, alone[name], together[name], strict=True):
            assert same(mine, theirs), (on_day.book.versions[name][0].text.tree, person, mine, theirs)


@pytest.mark.parametrize("seed", range(4, 7))
def test_random_rules_say_the_same_in_arrays(seed: int, make: Callable[..., Statute]) -> None:
    on_day = written(seed, make).on(DAY)
    names = list(on_day.book.versions)
    persons = drawn(on_day, names, 150, seed, unknown=0.0)
    alone = by_person(on_day, persons, names)
    counted = 0
    for name in names:
        try:
            together = by_arrays(on_day, persons, [name])[name]
        except Contradiction:
            continue
        assert all(map(same, alone[name], together)), name
        counted += 1
    assert counted > RULES / 2


@pytest.mark.parametrize("seed", range(7, 9))
def test_the_function_and_its_text_say_the_same(seed: int, make: Callable[..., Statute]) -> None:
    """Where all is known the rule's own function is called, else its text is walked."""
    on_day = written(seed, make).on(DAY)
    for (version,) in on_day.book.versions.values():
        for person in drawn(on_day, [version.name], 60, seed, unknown=0.0):
            facts = person | {"dag": DAY}
            try:
                found = version.function(*(facts[name] for name in version.text.arguments))
            except ZeroDivisionError:
                continue
            assert found == evaluate(version.text.tree, facts)
