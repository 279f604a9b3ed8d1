"""A sentence that ends in a colon stands as a heading of the list below it, and is read as the sentence that it is."""

from __future__ import annotations

from pejl.minutes.checks.known import KnownFiles
from pejl.minutes.checks.run import check_item
from pejl.minutes.document import Minutes

from ..reading import item, minutes_of

LIST = "\n\n- Sygedagpenge\n- Kontanthjælp"


def leading(sentence: str) -> Minutes:
    return minutes_of(item(1, body=f"Udvalget får en status.\n\n{sentence}{LIST}"))


def rules(sentence: str) -> list[str]:
    minutes = leading(sentence)
    return [flag.rule for flag in check_item(minutes, 1, KnownFiles([minutes]))]


def test_figures_of_a_sentence_that_leads_in_to_a_list_are_checked() -> None:
    assert rules("I år blev 20 af 164 afgørelser omgjort (12 pct.). De fordeler sig på følgende:") == []
    assert rules("I år blev 20 af 164 afgørelser omgjort (21 pct.). De fordeler sig på følgende:") == ["share-percent"]


def test_reference_of_a_sentence_that_leads_in_to_a_list_is_one() -> None:
    (reference,) = (
        leading("Udvalget drøftede 08.09.2025, punkt 3, de to områder med følgende vægt:").items[0].references
    )
    assert reference.item == 3


def test_heading_of_a_section_is_no_sentence() -> None:
    minutes = leading("Fase 2:")
    assert minutes.items[0].references == []
    assert rules("Budget 2026-2029:") == []


def test_entry_of_a_list_that_is_called_as_a_section_often_is_stays_an_entry() -> None:
    minutes = minutes_of(item(1, body="Forløbet har tre faser:\n\n- Visitation\n- Praktik\n- Opfølgning"))
    assert [len(block.entries) for section in minutes.items[0].sections for block in section.blocks][-1] == 3
    assert [flag.rule for flag in check_item(minutes, 1, KnownFiles([minutes]))] == []
