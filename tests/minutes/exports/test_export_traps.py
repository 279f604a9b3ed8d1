"""What exports get wrong, leave out or say twice, and what is read all the same."""

from __future__ import annotations

import base64
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from pejl.minutes.document import Item, Kind, Minutes, Outcome, Role, Status
from pejl.minutes.exports import MeetingList, PublicationNotice, open_export
from pejl.minutes.exports.moments import moment, moment_in_utc
from pejl.minutes.exports.persons import person
from pejl.minutes.reader import read, read_bytes
from pejl.minutes.sources import Unreadable

from .samples_read import SAMPLES, bytes_of


def sample(name: str) -> Minutes:
    return read(SAMPLES / name)


def item(name: str, label: str) -> Item:
    return next(item for item in sample(name).items if item.label == label)


def roles(of: Item) -> list[tuple[str | None, Role]]:
    return [
        (section.heading, section.role) for section in of.sections if "beslutning" in (section.heading or "").lower()
    ]


def test_of_two_decision_fields_the_one_of_the_body_that_met_is_the_decision() -> None:
    council = item("sbsys/Publication1017.xml", "2")
    assert council.outcome is Outcome.ADOPTED
    assert roles(council) == [
        ("ØKONOMIUDVALGETS BESLUTNING", Role.EARLIER_DECISION),
        ("BYRÅDETS BESLUTNING", Role.DECISION),
    ]


def publication(fields: str, body: str = "Byrådet", number: str = "1", more: str = "", kind: str = "2") -> Minutes:
    xml = f"""<Publication><PublicationTypeAsValue>{kind}</PublicationTypeAsValue><Agendas><Agenda>
    <Meeting><When>25-06-2026 17:00:00</When></Meeting><Committee><Name>{body}</Name></Committee><Items><Item>
    <Number>{number}</Number><Caption>Sag</Caption><IsPublic>True</IsPublic><Fields>{fields}</Fields>{more}</Item></Items>
    </Agenda></Agendas></Publication>"""
    return read_bytes("p.xml", xml.encode())


def field(caption: str, html: str, feedback: str = "False") -> str:
    return f"""<ItemField><Caption>{caption}</Caption><Content><![CDATA[{html}]]></Content><HasContent>True</HasContent>
    <IsFeedback>{feedback}</IsFeedback><FieldTypeAsEnum>Html</FieldTypeAsEnum></ItemField>"""


def test_another_bodys_decision_alone_is_not_this_bodys() -> None:
    told = publication(field("ØKONOMIUDVALGETS BESLUTNING", "<p>Anbefales.</p>", "True")).items[0]
    assert told.decision is None
    assert roles(told) == [("ØKONOMIUDVALGETS BESLUTNING", Role.EARLIER_DECISION)]


def test_a_decision_quoted_in_the_case_text_is_not_the_decision_of_the_decision_field() -> None:
    quoted = field("Sagsfremstilling", "<p>Sagen er behandlet før.</p><h3>Beslutning</h3><p>Forkastet.</p>")
    told = publication(quoted + field("Beslutning", "<p>Godkendt.</p>", "True")).items[0]
    assert (told.outcome, told.decision and told.decision.text) == (Outcome.APPROVED, "Godkendt.")
    empty = publication(quoted + field("Beslutning", "<p>Tomt indhold</p>", "True")).items[0]
    assert empty.decision is None


def test_a_recommendation_quoted_in_the_case_text_is_not_that_of_the_recommendation_field() -> None:
    quoted = field("Sagsfremstilling", "<p>Før:</p><h3>Indstilling</h3><p>Det indstilles, at sagen droppes.</p>")
    told = publication(quoted + field("Indstilling", "<p>Det indstilles, at sagen godkendes.</p>")).items[0]
    assert told.recommendation and told.recommendation.clauses[0].text == "at sagen godkendes."


def test_earlier_decisions_that_the_export_lists_are_history() -> None:
    history = """<ItemHistory><Caption>Beslutning</Caption><Content>&lt;p&gt;Sagen blev udsat.&lt;/p&gt;</Content>
    <MeetingDetails><CommitteeName>Byrådet</CommitteeName><MeetingDueDate>28-05-2026 17:00:00</MeetingDueDate>
    </MeetingDetails></ItemHistory>"""
    told = publication(field("Beslutning", "<p>Godkendt.</p>", "True"), more=history).items[0]
    assert told.outcome is Outcome.APPROVED
    assert ("Beslutning i Byrådet den 28.05.2026", Role.EARLIER_DECISION) in roles(told)


def test_absence_inside_a_decision_field_is_read_and_the_decision_goes_on() -> None:
    told = publication(
        field("Beslutning", "<p>Fraværende:</p><p>Pia Strandby (V)</p><p>Indstillingen blev godkendt.</p>", "True")
    ).items[0]
    assert (told.absent, told.outcome) == (["Pia Strandby"], Outcome.APPROVED)


def test_a_number_of_two_parts_is_a_label_and_no_number() -> None:
    told = publication(field("Resumé", "<p>Tekst.</p>"), number="1.1").items[0]
    assert (told.label, told.number) == ("1.1", None)


def test_a_draft_is_refused() -> None:
    with pytest.raises(Unreadable, match="it is a draft"):
        publication("", kind="0")


def test_a_field_whose_name_begins_with_a_small_letter_is_known() -> None:
    told = publication(field("indstilling", "<p>Det indstilles, at sagen godkendes.</p>")).items[0]
    assert told.recommendation is not None


def test_attendance_is_taken_from_the_list_and_undecided_is_not_absent() -> None:
    members = {member.name: member for member in sample("sbsys/Publication1017.xml").members}
    assert members["Henrik Lyngsø"].status is Status.PRESENT
    assert members["Sofie Agersted"].status is Status.ABSENT
    assert (members["Ulla Rosenvang"].status, members["Ulla Rosenvang"].substitute_for) == (
        Status.SUBSTITUTE,
        "Sofie Agersted",
    )


def test_the_newest_published_block_of_a_manifest_counts_and_no_draft() -> None:
    told = sample("acadre/311/XML_311.xml")
    assert told.kind is Kind.MINUTES
    assert "Jobmessen i september" in told.as_json()
    assert "udkast" not in told.as_json()


def test_of_several_dated_decisions_that_of_the_meetings_day_counts() -> None:
    told = item("acadre/311/XML_311.xml", "715")
    assert told.outcome is Outcome.ADOPTED
    assert ("Beslutning i Beskæftigelsesudvalget den 07-10-2026", Role.EARLIER_DECISION) in roles(told)


def test_an_empty_field_of_the_content_dialect_does_not_name_the_item() -> None:
    xml = """<root><table name="agenda"><fields/><table name="agendaitemparents">
    <fields><field name="sort">7</field></fields><table name="agendaitem"><fields><field name="location"></field>
    <field name="name"></field><field name="access">1</field></fields></table></table></table></root>"""
    told = read_bytes("9.xml", xml.encode()).items[0]
    assert (told.number, told.title) == (7, None)


def test_page_furniture_and_form_feeds_are_no_text() -> None:
    minutes = sample("edoc/eDocAgendaPublishing.xml")
    told = minutes.items[0]
    assert told.recommendation and [clause.number for clause in told.recommendation.clauses] == [1, 2]
    assert "Side 1" not in json.dumps([section.model_dump(mode="json") for section in told.sections])
    assert {line.text for line in minutes.furniture} >= {"Side 1", "Side 2"}
    assert told.absent == []


def test_a_cases_way_through_bodies_is_route_ahead_and_related_behind() -> None:
    for name, label in (("edoc/eDocAgendaPublishing.xml", "1"), ("edoc-fujitsu/Referat_m1.xml", "12")):
        told = item(name, label)
        day = sample(name).date
        assert day and [stop.date > day for stop in told.route if stop.date] == [True]
        assert [reference.date < day for reference in told.related if reference.date] == [True]


def test_the_kind_of_item_and_its_category_are_told() -> None:
    assert item("edoc/eDocAgendaPublishing.xml", "1").kind == "beslutning"
    assert item("edoc/eDocAgendaPublishing.xml", "3").kind == "orientering"
    assert item("edoc-fujitsu/Referat_m1.xml", "12").group == "A-sager"


def test_a_decision_that_stands_in_the_plan_alone_is_read_and_a_withheld_one_is_not() -> None:
    text = (SAMPLES / "edoc-fujitsu" / "Referat_m1.xml").read_text("utf-8")
    only = text.replace("<edoc:IsDecision>true</edoc:IsDecision>", "<edoc:IsDecision>false</edoc:IsDecision>")
    only = only.replace("<edoc:Title>Beslutning</edoc:Title>", "<edoc:Title>Noter</edoc:Title>")
    told = read_bytes("a.xml", only.encode()).items[1]
    assert told.decision is None
    released = only.replace("Beslutning ikke frigivet", "Anbefales.", 1)
    assert read_bytes("a.xml", released.encode()).items[1].outcome is Outcome.RECOMMENDED


def test_the_text_of_windows_letters_is_read_and_one_not_so_coded_is_told_of() -> None:
    assert "brobygger – og" in sample("fics/PUB_501.xml").as_json()
    text = (SAMPLES / "fics" / "PUB_502.xml").read_text("latin-1")
    start, end = text.index("<DocContent>") + 12, text.index("</DocContent>")
    minutes = read_bytes("PUB.xml", (text[:start] + "¤¤¤" + text[end:]).encode("latin-1"))
    assert [line.text for line in minutes.unread] == [
        "Teksten til dette punkt kunne ikke læses: den er ikke kodet, som eksporten lover."
    ]
    plain = text[:start] + "&lt;h2&gt;Resume&lt;/h2&gt;&lt;p&gt;Som HTML.&lt;/p&gt;" + text[end:]
    assert "Som HTML." in read_bytes("PUB.xml", plain.encode("latin-1")).as_json()


def test_what_word_says_of_itself_is_no_text() -> None:
    html = "<html><head><title>ABC</title></head><body><xml><o:Author>ABC</o:Author></xml><p>Teksten.</p></body></html>"
    body = base64.b64encode(html.encode("cp1252")).decode()
    text = (SAMPLES / "fics" / "PUB_502.xml").read_text("latin-1")
    start, end = text.index("<DocContent>") + 12, text.index("</DocContent>")
    told = read_bytes("PUB.xml", (text[:start] + body + text[end:]).encode("latin-1")).as_json()
    assert "Teksten." in told and "ABC" not in told


def first_agenda(**changes: Any) -> bytes:
    tree: dict[str, Any] = {
        "Id": "1", "Udvalg": {"Navn": "Byrådet"},
        "Moede": {"Dato": "2026-03-11T23:30:00+01:00", "Navn": None, "Id": "00000000-0000-0000-0000-000000000000"},
        "Dagsordenpunkter": [{"Number": "1", "Caption": "Sag", "IsOpen": True, "Felter": [{"Html": "<p>Tekst.</p>"}]}],
    }  # fmt: skip
    return json.dumps(tree | changes).encode()


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ("Referat", Kind.MINUTES), ("Referat 1. behandling budget", Kind.MINUTES), ("Lukket referat", Kind.MINUTES),
        ("Dagsorden", Kind.AGENDA), ("Tillægsdagsorden", Kind.AGENDA), (None, Kind.AGENDA), ("Møde", Kind.AGENDA),
    ],
)  # fmt: skip
def test_a_meeting_document_is_known_by_its_name_else_by_its_decisions(named: str | None, kind: Kind) -> None:
    meeting = {"Dato": "2026-03-11T16:00:00+01:00", "Navn": named}
    assert read_bytes("m.json", first_agenda(Moede=meeting)).kind is kind


def test_a_decision_that_stands_apart_is_read_once() -> None:
    point = {"Number": "1", "Caption": "Sag", "IsOpen": True, "ItemDecision": "<p>Godkendt.</p>"}
    alone = read_bytes("m.json", first_agenda(Dagsordenpunkter=[point])).items[0]
    assert alone.outcome is Outcome.APPROVED
    both = point | {"Felter": [{"Html": "<h3>Beslutning</h3><p>Godkendt.</p>"}]}
    told = read_bytes("m.json", first_agenda(Dagsordenpunkter=[both])).items[0]
    assert [section.heading for section in told.sections] == ["Beslutning"]


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("2026-03-11T23:30:00+01:00", dt.date(2026, 3, 11), "23:30"),
        ("25-06-2026 17:00:00", dt.date(2026, 6, 25), "17:00"),
        ("2026-11-04 16:00", dt.date(2026, 11, 4), "16:00"),
        ("27. august 2018", dt.date(2018, 8, 27), None),
        ("25-06-2026 00:00:00", dt.date(2026, 6, 25), None),
        ("01-01-0001 00:00:00", None, None),
        ("0001-01-01T00:00:00", None, None),
        ("1899-12-30", None, None),
        ("", None, None),
        ("i morgen", None, None),
    ],
)
def test_moments_as_exports_write_them(text: str, day: dt.date | None, time: str | None) -> None:
    found = moment(text)
    assert (found.day, found.time) == (day, time)


def test_universal_time_is_danish_time_on_the_danish_day() -> None:
    assert moment_in_utc("2026-06-15T22:30:00Z").day == dt.date(2026, 6, 16)
    assert moment_in_utc("2026-01-15T13:30:00").time == "14:30"
    assert moment_in_utc("ingen").day is None


@pytest.mark.parametrize(
    ("printed", "name", "party"),
    [
        ("Anne Prøve (A)", "Anne Prøve", "A"),
        ("Anne Prøve (A) <anpr@fjordby.example>", "Anne Prøve", "A"),
        ("Anne Prøve (ANPR)", "Anne Prøve", None),
        ("Anne Prøve - ANPR", "Anne Prøve", None),
        ("FJORDBY\\anpr Anne Prøve (Ø)", "Anne Prøve", "Ø"),
        ("Anne Prøve (Uden for parti)", "Anne Prøve", None),
        ("Cher", "Cher", None),
    ],
)
def test_of_a_name_only_name_and_party_are_kept(printed: str, name: str, party: str | None) -> None:
    told = person(printed)
    assert told and (told.name, told.party) == (name, party)


def test_what_is_no_name_is_nobody() -> None:
    assert [person(text) for text in ("", "anpr@fjordby.example", "FJORDBY\\anpr", "(ANPR)", "-")] == [None] * 5


def test_a_list_of_meetings_is_read_with_body_day_and_name() -> None:
    path = SAMPLES / "firstagenda" / "udvalgsliste.json"
    opened = open_export(path.name, path.read_bytes())
    assert opened and isinstance(opened.export, MeetingList)
    assert [(day.body, day.date.isoformat(), day.title) for day in opened.export.meetings] == [
        ("Beskæftigelsesudvalget", "2026-03-11", "Referat"),
        ("Beskæftigelsesudvalget", "2026-04-15", "Dagsorden"),
        ("Økonomiudvalget", "2026-06-15", ""),
        ("Beskæftigelses- og Uddannelsesudvalget", "2025-06-11", "Lukket referat"),
    ]


def notice(path: Path) -> PublicationNotice:
    opened = open_export(path.name, bytes_of(path))
    assert opened and isinstance(opened.export, PublicationNotice)
    return opened.export


def test_a_notice_says_what_is_withdrawn_or_published() -> None:
    folder = SAMPLES / "edoc-fujitsu" / "meddelelser"
    withdrawn, published = notice(folder / "trukket.xml"), notice(folder / "offentliggjort.xml")
    assert (withdrawn.published, published.published) == (False, True)
    assert (withdrawn.body, withdrawn.date, withdrawn.file) == (
        "Økonomiudvalget",
        dt.date(2026, 9, 21),
        "Referat_m1.xml",
    )


def test_a_manifest_with_nothing_published_withdraws_the_meeting() -> None:
    told = notice(SAMPLES / "acadre" / "trukket" / "XML_311.xml")
    assert (told.published, told.body, told.date) == (False, "Beskæftigelsesudvalget", dt.date(2026, 11, 4))
