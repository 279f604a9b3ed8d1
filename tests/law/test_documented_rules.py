"""Every rule of the law stands in the documentation, for every period, as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from pejl.law.law import law

PAGE = Path(__file__).parents[2] / "docs" / "law.md"


@pytest.mark.parametrize("name", ["kontanthjaelp", "indsats", "sygedagpenge", "refusion", "klage"])
def test_every_version_of_every_rule_stands_in_the_docs_with_its_sentence_section_and_day(name: str) -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    missing = [
        (rule.name, rule.force.since)
        for rule in law().statute(name).rules
        if not any(
            line.startswith((f"| `{rule.name}` | {rule.says} |", f"| `{rule.name}` | {rule.says} (sager "))
            and f"| {rule.cites} | {rule.force.since:%d.%m.%Y} |" in line
            and f"| {rule.status.danish} |" in line
            for line in lines
        )
    ]
    assert not missing
