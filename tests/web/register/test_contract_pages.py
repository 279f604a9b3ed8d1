"""The contract is public: every table and column in Danish, as a file for machines, and a description to begin with."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
from django.test import Client

from pejl.intake.contract import Table
from pejl.intake.description.reading import read_description
from pejl.register.contract import CONTRACT
from pejl.register.data_package import data_package

pytestmark = pytest.mark.django_db


def words(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200 and not answer.cookies
    return answer.content.decode()


def test_the_contract_lists_every_table() -> None:
    said = words("/register/kontrakt/")
    for table in CONTRACT.tables:
        assert f'href="/register/kontrakt/{table.name}/"' in said and table.danish.replace("'", "&#x27;") in said


@pytest.mark.parametrize("table", CONTRACT.tables, ids=lambda table: table.name)
def test_a_table_tells_every_column_and_every_word(table: Table) -> None:
    said = words(f"/register/kontrakt/{table.name}/")
    for column in table.columns:
        assert f"<code>{column.name}</code>" in said
        for word in column.allowed:
            assert f"<code>{word}</code>" in said
    assert not re.search(r"One row for each|None|NotBefore|[A-Z]{4,}_", said)


def test_rules_are_told_in_danish() -> None:
    said = words("/register/kontrakt/talks/")
    assert "Når »Status« er »Aflyst«, er »Aflyst af« også udfyldt." in said
    assert "»Slutdato« ligger ikke før »Startdato«." in words("/register/kontrakt/benefit_spells/")


def test_the_sample_is_a_description_that_can_be_read() -> None:
    answer = Client().get("/register/kontrakt/delivery.toml")
    described = read_description(answer.content, CONTRACT)
    assert [each.table.name for each in described.tables] == ["persons", "benefit_spells"]
    assert "attachment" in answer["Content-Disposition"]


def test_the_file_for_machines_is_the_contract() -> None:
    answer = Client().get("/register/kontrakt/datapackage.json")
    assert json.loads(answer.content) == json.loads(json.dumps(data_package(CONTRACT)))


def test_whoever_reads_minutes_does_not_wait_for_the_register() -> None:
    """The register's libraries are loaded when one of its pages is asked for, and not before."""
    code = (
        "import sys, django; django.setup(); from django.urls import resolve; import pejl.web.wsgi;"
        "resolve('/register/person/'); resolve('/api/v1/register/deliveries');"
        "print([name for name in ('pyarrow', 'duckdb', 'ibis', 'pandas') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "pejl.web.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.strip() == "[]", run.stderr
