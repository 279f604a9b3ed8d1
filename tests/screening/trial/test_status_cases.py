"""A status case tells what was done and what is known, with a source at every number, and no effect before its time."""

from __future__ import annotations

import datetime as dt
import re

from pejl.screening.trial.analysed import analysed
from pejl.screening.trial.analysis_told import analysis_told
from pejl.screening.trial.state import Drawn, Stop, Trial, Version
from pejl.screening.trial.status_case import status_case
from pejl.screening.trial.told import Status, status
from screening.trial.courses import MADE, draw, hundred, trial

ON = dt.date(2026, 1, 15)


def told(of: Trial, drawn: list[Drawn] | None = None, complaints: int = 0) -> Status:
    people = [draw(number, "raad") for number in range(123)] if drawn is None else drawn
    return status(of, people, complaints, ends=47, next_look=10)


def test_midway_the_case_tells_of_progress_and_of_no_effect() -> None:
    text = status_case(told(trial()), ON, snapshot="2026-01-01-abc")
    heads = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert heads[0] == "Indstilling" and heads[-1] == "Bilag" and "Økonomiske konsekvenser" in heads
    assert "1. at orienteringen om forsøgets gang tages til efterretning." in text
    assert "ca. 120" in text and "Fjordby Kommune" in text
    assert "Virkningen kan ikke fortælles endnu. Det næste kig venter på 10 afslutninger" in text
    assert "azard-forhold (over 1" not in text and "%" not in text


def test_every_number_of_the_table_has_its_source() -> None:
    text = status_case(told(trial()), ON, snapshot="2026-01-01-abc")
    rows = [line for line in text.splitlines() if line.startswith("| ") and "---" not in line]
    assert len(rows) > 5
    assert all(len(row.strip("| ").split(" | ")[-1]) > 3 for row in rows)
    assert "Registerets øjebliksbillede 2026-01-01-abc" in text and "Lodtrækningerne pr. 15. januar 2026" in text


def test_what_the_system_cannot_know_is_a_marked_gap() -> None:
    text = status_case(told(trial()), ON)
    gaps = re.findall(r"\[UDFYLDES: ([^\]]+)\]", text)
    assert "sagsnummer" in gaps and any("tillægsbevilling" in gap for gap in gaps)


def test_few_are_told_as_few() -> None:
    text = status_case(told(trial(), [draw(number, "raad") for number in range(3)], complaints=2), ON)
    assert "| heraf Fjordby Kommune | under 5 |" in text and "Klager over forløb i forsøget: under 5" in text


def test_a_change_and_a_stop_are_told_with_their_reasons() -> None:
    first = trial()
    later = Version(
        first.protocol, "", "d" * 64, "Bo", MADE, why="Færre end ventet", changed=("enrols_until",), amends=True
    )
    stopped = Trial(first.name, (*first.versions, later), first.commitment, stopped=Stop("Bo", MADE, "For få kom med."))
    text = status_case(told(stopped), ON)
    assert "den sidste dag, der trækkes. Begrundelse: Færre end ventet" in text
    assert "at orienteringen om, at forsøget er stoppet" in text and "For få kom med." in text


def test_at_the_end_the_case_tells_what_was_found() -> None:
    snapshot, drawn = hundred(dt.date(2029, 1, 31))
    found = analysed(snapshot, trial(), drawn, [])
    text = status_case(told(trial(), drawn), dt.date(2029, 2, 1), analysis=analysis_told(found.analysis, found.says))
    assert text.startswith("# Resultater af forsøget")
    assert "Forsøget viser en virkning på det primære udfald" in text
    assert re.search(r"Hazard-forhold \(over 1 er hurtigere\): \d+,\d\d \(\d+,\d\d-\d+,\d\d\)", text)
    assert "Uger på sygedagpenge inden for 26 uger" in text and "procentpoint" in text
    assert "Virkningen kan ikke fortælles" not in text


def test_an_early_looks_analysis_tells_the_committee_nothing() -> None:
    snapshot, drawn = hundred(dt.date(2025, 5, 12), faster=3)
    early = trial({"ends = 20\n": "ends = 60\n", "persons = 40": "persons = 120"})
    found = analysed(snapshot, early, drawn, [])
    text = status_case(told(early, drawn), ON, analysis=analysis_told(found.analysis, found.says))
    assert text == status_case(told(early, drawn), ON)
