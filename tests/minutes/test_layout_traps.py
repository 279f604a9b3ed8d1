"""What deceives a reader: numbered text that is no item, history that is no decision, words that are no names."""

from __future__ import annotations

import pytest

from pejl.minutes.document import Kind, Status
from pejl.minutes.public import public_version
from pejl.minutes.reader import read_bytes

from .reading import HEAD, item, minutes_of


def test_numbered_list_in_the_text_is_no_item() -> None:
    body = "Der er tre emner:\n\n1. Samtaler\n2. Tilbud\n3. Bilag og planer\n\nDe drøftes."
    assert [i.number for i in minutes_of(item(1, body=body), item(2)).items] == [1, 2]


def test_numbered_sentence_in_the_text_is_no_item() -> None:
    text = (
        "1. Budget\n\nSagsnr.: 24/1234\n\nBaggrund\n\n2. rate modtages senere.\n\nBeslutning\n\nGodkendt.\n\n"
        "2. Plan\n\nBeslutning\n\nDrøftet."
    )
    assert [i.title for i in read_bytes("a.txt", text.encode()).items] == ["Budget", "Plan"]


def test_title_may_begin_with_a_number() -> None:
    text = "1. 2. behandling af budgettet\n\nBeslutning\n\nGodkendt.\n\n2. Andet\n\nBeslutning\n\nIntet."
    assert read_bytes("a.txt", text.encode()).items[0].title == "2. behandling af budgettet"


def test_only_the_block_with_the_meetings_day_is_the_decision() -> None:
    text = (
        "Referat\nByrådet torsdag den 20. juni 2013 kl. 10:30\n\n715. Plan\n\nSagsnr.: 12/27845\n\n"
        "Beslutning i Økonomiudvalget den 12-06-2013\n\nAnbefales.\n\nBeslutning i Byrådet den 20-06-2013\n\nGodkendt."
    )
    (read,) = read_bytes("a.txt", text.encode()).items
    assert read.outcome == "approved"
    assert [section.role for section in read.sections].count("earlier_decision") == 1


def test_agenda_with_an_earlier_meetings_decision_decides_nothing_new() -> None:
    text = (
        "Dagsorden\nByrådet torsdag den 20. juni 2013 kl. 10:30\n\n1. Plan\n\nSagsnr.: 12/27845\n\n"
        "Beslutning i Byrådet den 12-05-2013\n\nSagen udsættes.\n\nSagsfremstilling\n\nTeksten."
    )
    minutes = read_bytes("a.txt", text.encode())
    assert minutes.kind is Kind.AGENDA
    assert minutes.items[0].outcome == "none"


def test_agenda_is_told_from_minutes() -> None:
    head = HEAD.replace("REFERAT", "DAGSORDEN")
    text = "Punkt 1: Sag\n\n25-1-15.00.00-P20\n\nIndstilling\n\nForvaltningen indstiller,\n\n1. at sagen drøftes."
    assert minutes_of(text, head=head).kind is Kind.AGENDA


def test_missing_day_is_missing_even_when_the_text_is_full_of_days() -> None:
    text = "Referat\n\n1. Sag\n\nBaggrund\n\nLoven gælder fra 01.07.2025.\n\nBeslutning\n\nGodkendt."
    assert read_bytes("a.txt", text.encode()).date is None


def test_closed_item_is_known_by_its_title_its_group_or_its_mark() -> None:
    head = "Referat\nByrådet den 20. juni 2013\n\n"
    texts = {
        "title": "1. Sag\n\nBeslutning\n\nGodkendt.\n\n2. Lukket: Køb af areal\n",
        "group": "1. Sag\n\nBeslutning\n\nGodkendt.\n\nLUKKEDE SAGER\n\n2. Køb af areal\n",
        "mark": "1. Sag\n\nBeslutning\n\nGodkendt.\n\n2. Køb af areal (FOR LUKKEDE DØRE)\n",
        "line": "1. Sag\n\nBeslutning\n\nGodkendt.\n\n2. Køb af areal\n\nSagsnr.: 12/34567   Lukket\n",
    }
    for text in texts.values():
        first, second = read_bytes("a.txt", (head + text).encode()).items
        assert not first.closed and second.closed and second.title == "Køb af areal"


def test_public_version_holds_no_word_of_a_closed_item() -> None:
    minutes = minutes_of(
        item(1), item(2, title="Lukket: Sag om grund", body="Hemmeligheden hedder Kastanje.", decision="Solgt.")
    )
    assert "Kastanje" in minutes.as_json()
    shown = public_version(minutes)
    assert "Kastanje" not in shown.as_json() and "Solgt" not in shown.as_json()
    assert shown.items[1].closed and shown.items[1].title == "Sag om grund" and shown.items[0] == minutes.items[0]


def test_absence_can_be_an_item_of_its_own() -> None:
    text = (
        "Byrådet - Referat\n\nDato: 29. januar 2020\n\n1. Fraværende\n\nBeslutning\n\nAnne Berg og Bo Holm.\n\n"
        "2. Sag\n\nBeslutning\n\nGodkendt."
    )
    absent = [m.name for m in read_bytes("a.txt", text.encode()).members if m.status is Status.ABSENT]
    assert absent == ["Anne Berg", "Bo Holm"]


def test_absence_from_some_items_only_is_not_absence_from_the_meeting() -> None:
    text = (
        "Byrådet\n24-09-2019\nMedlemmer\nAnne Berg (A)\nBo Holm (V)\nFraværende\nBo Holm (V), sag 2-3\n\n"
        + "\n\n".join(f"Sag {n}\nSag nr. {n}\n\nBeslutning\n\nGodkendt." for n in (1, 2, 3))
    )
    minutes = read_bytes("a.txt", text.encode())
    assert {m.name: m.status for m in minutes.members} == {"Anne Berg": Status.PRESENT, "Bo Holm": Status.PRESENT}
    assert [i.absent for i in minutes.items] == [[], ["Bo Holm"], ["Bo Holm"]]


@pytest.mark.parametrize("level", ["", "# ", "## **", "#### "])
def test_drifting_heading_levels_change_nothing(level: str) -> None:
    text = "\n".join(
        f"{level}{line}{'**' if '**' in level else ''}"
        if line.startswith(("Punkt", "Beslutning", "Indstilling"))
        else line
        for line in (HEAD + item(1) + "\n\n" + item(2)).split("\n")
    )
    assert [(i.number, i.outcome) for i in read_bytes("a.md", text.encode()).items] == [(1, "adopted"), (2, "adopted")]


def test_page_furniture_between_the_lines_is_kept_apart() -> None:
    text = HEAD + item(1, body="Første del af\n\nSide 3 af 18\n\nteksten.")
    minutes = read_bytes("a.txt", text.encode())
    assert [line.text for line in minutes.furniture] == ["Side 3 af 18"]
    assert "Side 3" not in " ".join(b.text for s in minutes.items[0].sections for b in s.blocks)


def test_gap_in_the_attachments_numbers_is_kept() -> None:
    text = item(1) + "\n\nBilag\n\nBilag 1: Notat\n\nBilag 2: Kort\n\nBilag 4: Vurdering"
    assert [(a.number, a.title) for a in minutes_of(text).items[0].attachments] == [
        ("1", "Notat"),
        ("2", "Kort"),
        ("4", "Vurdering"),
    ]


def test_attachment_named_in_the_text_is_not_listed() -> None:
    assert (
        minutes_of(item(1, body="Bilag 1. Driftsramme\n\nBilag 2. Takster\n\nDe er vedlagt.")).items[0].attachments
        == []
    )


@pytest.mark.parametrize(
    ("line", "name", "title"),
    [
        ("Leder af Jobcenter og Indsats, Gitte Friis.", "Gitte Friis", "Leder af Jobcenter og Indsats"),
        ("Anne Madsen, leder af Ungeenheden", "Anne Madsen", "leder af Ungeenheden"),
        ("Afdelingschef Bo Holm", "Bo Holm", "Afdelingschef"),
    ],
)
def test_participants_have_name_and_title_in_either_order(line: str, name: str, title: str) -> None:
    (person,) = minutes_of(item(1) + f"\n\nDeltager i sagens behandling\n\n{line}").items[0].participants
    assert (person.name, person.title) == (name, title)


def test_route_ahead_is_told_from_what_has_been() -> None:
    text = item(1) + "\n\nKommende behandlingsforløb\n\nØkonomiudvalget 09.12.2025\n\nByrådet 17.12.2025"
    (read,) = minutes_of(text).items
    assert [(stop.body, str(stop.date)) for stop in read.route] == [
        ("Økonomiudvalget", "2025-12-09"),
        ("Byrådet", "2025-12-17"),
    ]


def test_title_broken_over_two_lines_is_put_together() -> None:
    text = item(1, title="Godkendelse af modtagelse af midler til projektet Målrettet\nscreening")
    assert minutes_of(text).items[0].title == "Godkendelse af modtagelse af midler til projektet Målrettet screening"


def test_empty_and_wordless_texts_give_an_empty_document() -> None:
    for text in ("Referat", "x", "...\n\n---", "12"):
        assert read_bytes("a.txt", text.encode()).items == []


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Byrådet\nReferat fra mødet torsdag den 20. juni 2013", "Byrådet"),
        ("REFERAT\n\nØKONOMIUDVALGET\n\nden 20. juni 2013", "Økonomiudvalget"),
        ("REFERAT BØRNE- OG UNGEUDVALGET den 20. juni 2013", "Børne- og Ungeudvalget"),
        ("Referat for Arbejdsmarked og Erhverv torsdag den 20. juni 2013", "Arbejdsmarked og Erhverv"),
        ("Referat fra mødet torsdag den 20. juni 2013", None),
    ],
)
def test_body_is_read_from_heads_of_many_forms_and_never_from_the_weekday(head: str, body: str | None) -> None:
    minutes = read_bytes("a.txt", f"{head}\n\n1. Sag\n\nBeslutning\n\nGodkendt.\n".encode())
    assert (minutes.body, str(minutes.date), len(minutes.items)) == (body, "2013-06-20", 1)
    assert read_bytes("a.txt", head.encode()).body == body
