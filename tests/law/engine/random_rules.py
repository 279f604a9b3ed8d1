"""Texts of rules made at random: everything that a rule may say, put together in ways that nobody would write."""

from __future__ import annotations

import random

ARGUMENTS = {
    "rask": "bool",
    "alder": "int",
    "boern": "int",
    "loen": "float",
    "case_start": "dt.date",
    "foedt": "dt.date",
    "farve": "str",
    "dag": "dt.date",
}
WORDS = ("roed", "groen", "blaa")


class Writer:
    """Writes expressions of each kind, less and less deep."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)

    def rule(self, number: int) -> str:
        """A whole rule."""
        kind = self.draw.choice(("bool", "int", "float", "dt.date", "str"))
        arguments = ", ".join(f"{name}: {kind}" for name, kind in ARGUMENTS.items())
        body = "\n".join(f"    {line}" for line in self.body(kind, 3))
        return f"@dated()\ndef tilfaeldig_{number}({arguments}) -> {kind}:\n{body}\n"

    def body(self, kind: str, deep: int) -> list[str]:
        """Lines that return, whichever way they go."""
        if deep == 0 or self.draw.random() < 0.3:
            return [f"return {self.of(kind, deep)}"]
        yes = [f"    {line}" for line in self.body(kind, deep - 1)]
        no = self.body(kind, deep - 1)
        if self.draw.random() < 0.5:
            return [f"if {self.of('bool', 2)}:", *yes, *no]
        return [f"if {self.of('bool', 2)}:", *yes, "else:", *[f"    {line}" for line in no]]

    def of(self, kind: str, deep: int) -> str:
        """An expression of a kind."""
        if deep == 0:
            return self.leaf(kind)
        if self.draw.random() < 0.15:
            return f"({self.of(kind, deep - 1)} if {self.of('bool', deep - 1)} else {self.of(kind, deep - 1)})"
        return f"({getattr(self, '_' + kind.replace('dt.', ''))(deep - 1)})"

    def leaf(self, kind: str) -> str:
        """A name or a constant."""
        names = [name for name, its in ARGUMENTS.items() if its == kind]
        constants = {
            "bool": ["True", "False"],
            "int": ["0", "1", "12"],
            "float": ["oere(1 / 12)", "whole_kroner(100)"],
            "dt.date": ["dag"],
            "str": [f"'{word}'" for word in WORDS],
        }
        return self.draw.choice(names * 3 + constants[kind])

    def _bool(self, deep: int) -> str:
        one, other, third = (self.of("bool", deep) for _ in range(3))
        number = self.draw.choice(("int", "float", "dt.date"))
        sign = self.draw.choice(("<", "<=", ">", ">=", "==", "!="))
        return self.draw.choice(
            (
                f"{one} and {other} and {third}",
                f"{one} or {other} or {third}",
                f"not {one}",
                f"{one} == {other}",
                f"{self.of(number, deep)} {sign} {self.of(number, deep)}",
                f"{self.of('int', deep)} < {self.of('float', deep)} <= {self.of('int', deep)}",
                f"{self.of('str', deep)} in ('roed', 'blaa')",
                f"{self.of('int', deep)} not in (0, 1, 2)",
                f"{self.of('str', deep)} != farve",
                f"({self.of('bool', deep)} or {self.draw.choice(('rask', 'not rask'))}) is None",
                f"{self.draw.choice(list(ARGUMENTS))} is None",
                f"{self.of('float', deep)} is None",
                f"({self.leaf('bool')} and rask) is not None",
            )
        )

    def _int(self, deep: int) -> str:
        one, other = self.of("int", deep), self.of("int", deep)
        day, later = self.of("dt.date", 0), self.of("dt.date", 0)
        return self.draw.choice(
            (
                f"{one} + {other}",
                f"{one} - {other}",
                f"-{one}",
                f"min({one}, {other}, 12)",
                f"max({one}, {other})",
                f"days_between({day}, {later})",
                f"weeks_between({day}, {later})",
                f"years_between({day}, {later})",
            )
        )

    def _float(self, deep: int) -> str:
        one, other = self.of("float", deep), self.of("float", deep)
        return self.draw.choice(
            (
                f"{one} + {other}",
                f"{one} - {other}",
                f"{one} * {self.leaf('int')}",
                f"{one} / {self.of('int', deep)}",
                f"min({one}, {other})",
                f"max({one}, {self.of('int', deep)}, 0)",
                f"oere({one})",
                f"whole_kroner({one})",
                f"down_to({one}, {self.leaf('float')})",
            )
        )

    def _date(self, deep: int) -> str:
        day, other = self.leaf("dt.date"), self.leaf("dt.date")
        count = self.draw.choice(("boern", "12", "-1", "min(alder, 12)"))
        return self.draw.choice(
            (
                f"months_after({day}, {count})",
                f"weeks_after({day}, {count})",
                f"days_after({day}, {count})",
                f"last_of_month({day})",
                f"max({day}, {other})",
                f"min({day}, last_of_month({other}))",
            )
        )

    def _str(self, deep: int) -> str:
        return f"{self.leaf('str')} if {self.of('bool', deep)} else {self.leaf('str')}"
