"""A document as text has all that is public, in its order, and nothing that is closed."""

from __future__ import annotations

from pejl.minutes.document import Block, Lines, ListEntry, Role, Section, Status, Table
from pejl.minutes.public import public_version
from pejl.record.published.rendition import rendition
from record.builders import agenda, closed, item, member, minutes

HERE = Lines(first=10, last=10)


def test_minutes_are_readable_from_beginning_to_end() -> None:
    document = minutes(
        item(1, "Budgetopfølgning", case="25-1-P05", absent=["Bo Klit"]),
        members=[member("Asta Fjord", "A"), member("Bo Klit", None, Status.ABSENT)],
        time="16:00",
    )
    assert rendition(document).splitlines() == [
        "Referat: Beskæftigelsesudvalget",
        "12. marts 2025, kl. 16:00, Rådhuset, lokale 2",
        "",
        "Medlemmer",
        "- Asta Fjord (A)",
        "- Bo Klit, fraværende",
        "",
        "1 Budgetopfølgning",
        "Sagsnummer: 25-1-P05",
        "",
        "Indstilling (Forvaltningen)",
        "at budgetopfølgningen godkendes",
        "",
        "Gennemgang",
        "Forvaltningen fremlægger kvartalets tal.",
        "",
        "Beslutning",
        "Tiltrådt.",
        "",
        "Fraværende: Bo Klit",
    ]


def test_lists_and_tables_stand_where_the_text_has_them() -> None:
    section = Section(
        heading="Økonomi",
        role=Role.TEXT,
        level=2,
        blocks=[
            Block(kind="list", entries=[ListEntry(mark="1.", text="løn", lines=HERE)], lines=HERE),
            Block(kind="table", table=0, lines=HERE),
        ],
        lines=HERE,
    )
    table = Table(caption="Beløb", header=["Post", "2025"], rows=[["Løn", "7"]], lines=HERE)
    document = minutes(item(1).model_copy(update={"sections": [section], "tables": [table]}))
    text = rendition(document)
    assert "Økonomi\n1. løn\nBeløb\nPost | 2025\nLøn | 7\n" in text


def test_of_a_closed_item_there_is_number_and_title() -> None:
    text = rendition(public_version(agenda(item(1), closed(2, "Personsag", hidden="Fortroligtsagsindhold"), date=None)))
    assert text.endswith("2 Personsag\nLukket punkt\n")
    assert "Fortroligtsagsindhold" not in text
    assert text.startswith("Dagsorden: Beskæftigelsesudvalget\nIngen dato, ")
