"""`pejl record money`: what was asked for, as lines, as JSON and as a file."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from cli.pejl_command import pejl


def test_lines_tell_amount_year_and_where_and_sums_follow(fjordby: Path) -> None:
    said = pejl("record", "money", "--year", "2027", home=fjordby)
    assert said.returncode == 0, said.stderr
    assert "2.400.000 kr.  2027" in said.stdout
    assert "fjordby-kommune/byraad/2026-06-25/punkt-3" in said.stdout
    assert "Beskæftigelsesudvalget: 2027: 5.035.500 kr." in said.stdout


def test_json_tells_lines_and_sums_and_a_file_has_the_same_lines(fjordby: Path) -> None:
    told = json.loads(pejl("record", "money", "--json", home=fjordby).stdout)
    assert {line["kind"] for line in told["lines"]} >= {"supplementary", "release", "correction"}
    assert sum(line["counts"] for line in told["lines"]) < len(told["lines"])
    written = pejl("record", "money", "--csv", home=fjordby).stdout
    header, *rows = list(csv.reader(io.StringIO(written.removeprefix("\ufeff")), delimiter=";"))
    assert len(rows) == len(told["lines"])
    assert header[:3] == ["Kommune", "Udvalg", "Beløb i kr."]


def test_body_keeps_to_what_counts_under_it(fjordby: Path) -> None:
    told = json.loads(pejl("record", "money", "--body", "oekonomiudvalg", "--json", home=fjordby).stdout)
    assert {line["body"] for line in told["lines"]} == {"Økonomiudvalget"}


def test_nothing_asked_for_and_two_forms_at_once_are_said(fjordby: Path) -> None:
    assert pejl("record", "money", "--year", "1999", home=fjordby).returncode == 1
    assert pejl("record", "money", "--json", "--csv", home=fjordby).returncode == 2
