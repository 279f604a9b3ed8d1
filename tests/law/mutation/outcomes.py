"""What became of the mutants: kept line by line, so that a run can be stopped, and told file by file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypedDict

import yaml

from law.mutation.mutants import Mutant

SURVIVED = "survived"
_EQUIVALENT = Path(__file__).with_name("equivalent.yaml")
_COLUMNS = ("tried", "killed", "on load", "by case", "by test", "by time", "lives", "same")


class Judged(TypedDict):
    """A change that no test can notice, and why."""

    file: str
    said: str
    before: str
    after: str
    why: str


def equivalents() -> dict[str, str]:
    """The changes that a person has judged to change nothing, each with why."""
    written: list[Judged] = yaml.safe_load(_EQUIVALENT.read_text(encoding="utf-8")) or []
    return {f"{one['file']}: {one['said']} | {one['before']} -> {one['after']}": one["why"] for one in written}


class Outcomes:
    """The outcomes of a file, to which each new one is added at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self._known: dict[str, str] = dict(json.loads(line) for line in lines)

    def is_new(self, mutant: Mutant, *, again: bool) -> bool:
        """Whether it is to be tried: it never was, or (`again`) it survived, and not because it changes nothing."""
        known = self._known.get(mutant.key)
        return known == SURVIVED and mutant.key not in equivalents() if again else known is None

    def add(self, mutant: Mutant, outcome: str) -> None:
        """Keeps what became of one."""
        self._known[mutant.key] = outcome
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([mutant.key, outcome], ensure_ascii=False) + "\n")

    def report(self, mutants: Iterable[Mutant]) -> list[str]:
        """A line for each file, the sum, and the survivors."""
        same = equivalents()
        by_file: dict[str, Counter[str]] = {}
        lives: list[Mutant] = []
        for mutant in mutants:
            outcome = self._known.get(mutant.key, "not tried")
            if outcome == SURVIVED and mutant.key in same:
                outcome = "same"
            elif outcome == SURVIVED:
                lives.append(mutant)
            by_file.setdefault(mutant.file, Counter())[outcome] += 1
        total = sum(by_file.values(), Counter[str]())
        return [
            f"{'file':44}" + "".join(f"{name:>8}" for name in _COLUMNS),
            *(_line(file, counted) for file, counted in sorted(by_file.items())),
            _line("all", total),
            *_survivors(lives),
        ]


def share_killed(counted: Counter[str]) -> float:
    """The killed, of those that were tried and could be noticed."""
    tried = sum(counted.values()) - counted["same"] - counted["not tried"]
    return (tried - counted[SURVIVED]) / tried if tried else 1.0


def _line(file: str, counted: Counter[str]) -> str:
    tried = sum(counted.values()) - counted["not tried"]
    figures = "".join(f"{counted[name]:8}" for name in ("load", "cases", "tests", "time"))
    share = f"{100 * share_killed(counted):7.1f}%"
    return f"{file:44}{tried:8}{share}{figures}{counted[SURVIVED]:8}{counted['same']:8}"


def _survivors(lives: list[Mutant]) -> Iterator[str]:
    for mutant in lives:
        yield f"{mutant.file}:{mutant.line} [{mutant.kind}] {mutant.before}  ->  {mutant.after}"
