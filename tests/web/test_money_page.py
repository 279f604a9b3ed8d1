"""The page of money: what was asked for, and what came of it; and tables as files."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.minutes.document import Block, Item, Lines, Outcome, Role, Section, Table
from record.builders import agenda, closed, item, minutes
from web.reading import COMMITTEE, link, said, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]

APRIL = dt.date(2025, 4, 9)
SECRET = "Hemmelighedskræmmeri"  # noqa: S105
ASKED = (
    "at der gives en udgiftsbevilling på 640.000 kr. i 2026, som finansieres af en tilsvarende indtægtsbevilling,",
    "at Økonomiudvalget får en tillægsbevilling på 1,6 mio. kr. i 2026 til løn,",
    "at der afsættes 50.000 kr. om året til en kampagne",
)


def with_table(table: Table, number: int = 2) -> Item:
    """An open item with one table."""
    plain = item(number, "Tal")
    lines = Lines(first=number * 10 + 5, last=number * 10 + 6)
    block = Block(kind="table", table=0, lines=lines)
    section = Section(heading="Tallene", role=Role.TEXT, level=2, blocks=[block], lines=lines)
    return plain.model_copy(update={"tables": [table], "sections": [*plain.sections, section]})


def table(*rows: list[str]) -> Table:
    return Table(header=rows[0], rows=list(rows[1:]), lines=Lines(first=25, last=26))


@pytest.fixture
def case() -> None:
    """A case that a committee recommended and the council adopted."""
    take_in(
        minutes(item(1, "Midler til unge", case="25-1", outcome=Outcome.RECOMMENDED, recommended=ASKED)),
        minutes(
            item(4, "Midler til unge", case="25-1", outcome=Outcome.APPROVED, recommended=ASKED),
            closed(5, hidden=f"at der gives en tillægsbevilling på 99 mio. kr. i 2026 til {SECRET}"),
            body="Byrådet",
            date=APRIL,
        ),
    )


@pytest.mark.usefixtures("case")
def test_each_amount_stands_once_with_its_source_and_what_became_of_it() -> None:
    text = said("/bevillinger/")
    assert "3 beløb" in text
    assert "640.000 kr. i 2026 Godkendt Udgiftsbevilling" in text
    assert "Midler: Tilskud udefra, med en tilsvarende indtægt Finansiering: en tilsvarende indtægtsbevilling" in text
    assert "Tillægsbevilling til Økonomiudvalget: løn" in text
    assert "Tidligere behandlet: Beskæftigelsesudvalget, 12. marts 2025 (anbefalet)" in text
    council = "/referater/fjordby-kommune/byraad/2025-04-09/punkt-4/"
    assert link("/bevillinger/", "Punkt 4: Midler til unge").startswith(council)


def test_sums_are_written_with_the_same_number_of_decimals_all_through() -> None:
    asked = ["at der gives en tillægsbevilling på 455.959,30 kr. i 2026, og", "at der gives 600.000 kr. i 2027."]
    take_in(minutes(item(1, "Midler til unge", outcome=Outcome.APPROVED, recommended=asked)))
    text = said("/bevillinger/")
    assert "Beskæftigelsesudvalget 455.959,30 600.000,00 1.055.959,30" in text


def test_money_on_an_agenda_is_not_said_to_have_met_no_decision() -> None:
    take_in(agenda(item(1, "Midler til unge", case="25-1", outcome=None, recommended=ASKED), date=APRIL))
    text = said("/bevillinger/")
    assert "640.000 kr. i 2026 På dagsordenen" in text
    assert "Ingen beslutning" not in text


@pytest.mark.usefixtures("case")
def test_sums_count_each_amount_under_the_body_that_gets_it_or_treated_it_first() -> None:
    text = said("/bevillinger/")
    assert "Kroner 2026 Uden år I alt" in text
    assert "Beskæftigelsesudvalget 640.000 50.000 690.000" in text
    assert "Økonomiudvalget 1.600.000 1.600.000" in text
    assert "I alt 2.240.000 50.000 2.290.000" in text


@pytest.mark.usefixtures("case")
def test_filters_keep_to_the_body_and_the_year() -> None:
    assert "1 beløb" in said("/bevillinger/?udvalg=oekonomiudvalg")
    assert "2 beløb" in said("/bevillinger/?aar=2026")
    assert "Ingen beløb passer til det valgte" in said("/bevillinger/?aar=1999")
    assert "3 beløb" in said("/bevillinger/?aar=hvadsomhelst&side=x&udvalg=%00")
    assert "Så mange sider er der ikke" in said("/bevillinger/?side=7")


def test_withdrawn_money_is_told_and_not_added() -> None:
    take_in(minutes(item(1, outcome=Outcome.WITHDRAWN, decided="Sagen blev trukket.", recommended=ASKED[:1])))
    text = said("/bevillinger/")
    assert "Ikke talt med: trukket" in text
    assert "Lagt sammen" not in text


def test_empty_record_says_how_money_gets_here() -> None:
    text = said("/bevillinger/")
    assert "Der er ingen bevillinger i arkivet endnu" in text
    assert "pejl record import" in text


@pytest.mark.usefixtures("case")
def test_list_comes_as_a_file_for_spreadsheets() -> None:
    response = Client().get("/bevillinger/bevillinger.csv?aar=2026")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    header, *rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    told = [dict(zip(header, row, strict=True)) for row in rows]
    assert [(row["Udvalg"], row["Beløb i kr."], row["År"], row["Udfald"]) for row in told] == [
        ("Beskæftigelsesudvalget", "640.000", "2026", "Godkendt"),
        ("Økonomiudvalget", "1.600.000", "2026", "Godkendt"),
    ]
    assert all(row["Adresse"].endswith("/referater/fjordby-kommune/byraad/2025-04-09/punkt-4/") for row in told)


@pytest.mark.usefixtures("case")
def test_nothing_of_a_closed_item_is_here() -> None:
    for address in ("/bevillinger/", "/bevillinger/bevillinger.csv", "/api/v1/appropriations"):
        content = Client().get(address).content.decode()
        assert SECRET not in content and "99" not in content.replace("1999", "")


@pytest.mark.usefixtures("case")
def test_page_asks_the_database_few_times() -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        Client().get("/bevillinger/")
    assert len(asked) <= 6


def test_table_of_an_item_comes_as_a_file_with_its_cells_as_printed() -> None:
    take_in(minutes(item(1), with_table(table(["Mio. kr.", "2026"], ["Løn", "-3,5"], ["=1+1", "**1.000**"]))))
    page = f"{COMMITTEE}/2025-03-12/punkt-2/"
    assert link(page, "Hent tabel 1 til regneark (CSV)") == "tabel-1.csv"
    response = Client().get(f"{page}tabel-1.csv")
    assert "beskaeftigelsesudvalg-2025-03-12-punkt-2-tabel-1.csv" in response.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["Mio. kr.", "2026"], ["Løn", "-3,5"], ["'=1+1", "1.000"]]


@pytest.mark.parametrize("name", ["tabel-0.csv", "tabel-2.csv", "tabel-99999999999.csv"])
def test_table_that_is_not_there_is_not_found(name: str) -> None:
    take_in(minutes(with_table(table(["A", "B"], ["1", "2"]))))
    assert Client().get(f"{COMMITTEE}/2025-03-12/punkt-2/{name}").status_code == 404


def test_table_of_a_closed_item_is_nobodys() -> None:
    hidden = with_table(table(["A", SECRET], ["1", "2"])).model_copy(update={"closed": True})
    take_in(minutes(item(1), hidden))
    assert Client().get(f"{COMMITTEE}/2025-03-12/punkt-2/tabel-1.csv").status_code == 404


@pytest.mark.usefixtures("case")
def test_api_lists_the_money_and_its_sums() -> None:
    told = Client().get("/api/v1/appropriations?limit=1").json()
    (entry,) = told["results"]
    assert (told["total"], told["previous"]) == (3, None)
    assert told["next"].endswith("offset=1")
    assert (entry["amount"], entry["years"], entry["source"], entry["counts"]) == ("640000.00", [2026], "grant", True)
    assert entry["home"]["name"] == "Beskæftigelsesudvalget" and not entry["home"]["named"]
    assert entry["item"]["outcome"] == "approved" and entry["earlier"][0]["outcome"] == "recommended"
    sums = Client().get("/api/v1/appropriations/sums?year=2026").json()
    assert sums["total"] == "2240000.00"
    assert [(body["slug"], body["years"]) for body in sums["results"]] == [
        ("beskaeftigelsesudvalg", [{"year": 2026, "amount": "640000.00"}]),
        ("oekonomiudvalg", [{"year": 2026, "amount": "1600000.00"}]),
    ]
