"""An item: recommendation beside decision, votes, references both ways, the source behind it."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from django.test import Client

from pejl.minutes.document import (
    Block,
    Clause,
    ClauseOutcome,
    Decision,
    Item,
    Lines,
    Outcome,
    Recommendation,
    Reference,
    Role,
    Section,
    Table,
    Tally,
)
from record.builders import BODY, DAY, agenda, as_file, closed, item, member, minutes, stop, vote
from web.reading import COMMITTEE, RECORD, link, main, markup, said, take_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]

MEETING = f"{COMMITTEE}/2025-03-12"
ITEM = f"{MEETING}/punkt-1/"
APRIL = dt.date(2025, 4, 9)


def paragraph(text: str, line: int) -> Block:
    return Block(kind="paragraph", text=text, lines=Lines(first=line, last=line))


def with_text(
    number: int, *blocks: Block, tables: tuple[Table, ...] = (), references: tuple[Reference, ...] = ()
) -> Item:
    first, last = number * 10, number * 10 + 9
    section = Section(
        heading="Baggrund", role=Role.TEXT, level=2, blocks=list(blocks), lines=Lines(first=first, last=last)
    )
    return item(number, references=references).model_copy(update={"sections": [section], "tables": list(tables)})


def test_each_clause_has_its_own_outcome_beside_it() -> None:
    decided = item(1, recommended=["at planen godkendes", "at bevillingen anbefales", "at sagen udgår"])
    assert decided.decision
    outcomes = [
        ClauseOutcome(number=1, outcome=Outcome.ADOPTED, text="Ad 1. Tiltrådt.", line=14),
        ClauseOutcome(number=2, outcome=Outcome.RECOMMENDED, text="Ad 2. Anbefales.", line=15),
        ClauseOutcome(number=3, outcome=Outcome.REJECTED, text="Ad 3. Forkastet.", line=16),
    ]
    decision = decided.decision.model_copy(update={"clauses": outcomes})
    take_in(minutes(decided.model_copy(update={"decision": decision})))
    text = said(ITEM)
    assert "at planen godkendes Tiltrådt" in text
    assert "at bevillingen anbefales Anbefalet" in text
    assert "at sagen udgår Forkastet" in text
    assert "Beslutning Tiltrådt Anbefalet Forkastet Tiltrådt." in text  # all three, then the decision's own words


def test_a_decision_for_the_whole_is_not_said_of_each_clause() -> None:
    take_in(minutes(item(1, recommended=["at planen godkendes", "at den gælder fra maj"])))
    assert said(ITEM).count("Tiltrådt") == 2  # the badge and the decision's own word


def test_a_withdrawn_case_keeps_its_recommendation() -> None:
    take_in(minutes(item(1, outcome=Outcome.WITHDRAWN, decided="Sagen blev trukket.")))
    text = said(ITEM)
    assert "at budgetopfølgningen godkendes" in text
    assert "Trukket" in text


def test_a_vote_shows_what_was_voted_on_and_who_stood_where() -> None:
    taken = vote(for_=["Asta Fjord", "Bo Klit"], against=["Carl Sø"], on="amendment to recommendation 2")
    taken = taken.model_copy(update={"moved_by": "Enhedslisten", "substitutes": ["Bo Klit"]})
    take_in(minutes(item(1, votes=[taken]), members=[member("Asta Fjord", "A"), member("Carl Sø", "V")]))
    text = said(ITEM)
    assert "Ændringsforslag til indstillingens punkt 2, stillet af Enhedslisten" in text
    assert "For 2 Asta Fjord Bo Klit (stedfortræder) Imod 1 Carl Sø Undlod at stemme Ikke oplyst" in text
    assert link(ITEM, "Carl Sø") == "/medlemmer/fjordby-kommune/carl-soe/"


def test_a_vote_of_which_only_the_counts_are_told_shows_them_and_what_is_not_told() -> None:
    counted = vote().model_copy(update={"stated": Tally(for_=5, against=0)})
    take_in(minutes(item(1, votes=[counted])))
    assert "For 5 Imod 0 Undlod at stemme Ikke oplyst" in said(ITEM)


def test_a_reference_to_a_day_with_two_meetings_leads_to_the_first_of_them() -> None:
    pointing = Reference(date=DAY, line=12, text="mødet den 12. marts")
    take_in(
        minutes(item(1, "Hastesag"), time="15:00"),
        minutes(item(1, "Ordinær sag"), time="17:00"),
        minutes(with_text(1, paragraph("Se mødet den 12. marts.", 12), references=(pointing,)), date=APRIL),
    )
    assert "Hastesag" in said(link(f"{COMMITTEE}/2025-04-09/punkt-1/", "mødet den 12. marts"))


def test_a_reference_in_the_text_leads_there_and_the_target_leads_back() -> None:
    pointing = Reference(date=DAY, item=1, line=12, text="12.03.2025, punkt 1")
    later = with_text(
        1, paragraph("Udvalget drøftede sagen (12.03.2025, punkt 1), i foråret.", 12), references=(pointing,)
    )
    take_in(minutes(item(1)), minutes(later.model_copy(update={"title": "Opfølgning"}), date=APRIL))
    later_page = f"{COMMITTEE}/2025-04-09/punkt-1/"
    assert link(later_page, "12.03.2025, punkt 1") == ITEM
    assert "(12.03.2025, punkt 1), i foråret" in main(later_page).replace(f'<a href="{ITEM}">', "").replace("</a>", "")
    assert link(ITEM, "Opfølgning") == f"{later_page}#linje-12"


def test_a_reference_to_a_meeting_that_is_not_here_says_so_until_it_comes() -> None:
    pointing = Reference(body="Byrådet", date=APRIL, item=1, line=12, text="Byrådet 09.04.2025, punkt 1")
    take_in(minutes(with_text(1, paragraph("Se Byrådet 09.04.2025, punkt 1.", 12), references=(pointing,))))
    assert "9. april 2025, punkt 1 · afventer: ikke i arkivet endnu" in said(ITEM)
    take_in(minutes(item(1, "Rådets sag"), body="Byrådet", date=APRIL))
    assert link(ITEM, "Byrådet 09.04.2025, punkt 1") == f"{RECORD}/byraad/2025-04-09/punkt-1/"
    assert "ikke i arkivet endnu" not in said(ITEM)


def test_a_reference_to_an_item_of_the_same_meeting() -> None:
    pointing = Reference(item=2, line=12, text="punkt 2", same_meeting=True)
    take_in(minutes(with_text(1, paragraph("Sagen hænger sammen med punkt 2.", 12), references=(pointing,)), item(2)))
    assert link(ITEM, "punkt 2") == f"{MEETING}/punkt-2/"
    assert "Nævnt i Budgetopfølgning" in said(f"{MEETING}/punkt-2/")


def test_an_announced_station_turns_into_a_link_when_its_minutes_come() -> None:
    take_in(minutes(item(1, case="25-1", route=[stop("Byrådet", APRIL)])))
    assert "Byrådet 9. april 2025 · afventer: ikke i arkivet endnu" in said(ITEM)
    take_in(minutes(item(7, case="25-1", outcome=Outcome.APPROVED), body="Byrådet", date=APRIL))
    assert "Byrådet 9. april 2025 · godkendt" in said(ITEM)
    council = f"{RECORD}/byraad/2025-04-09/punkt-7/"
    assert link(ITEM, "Byrådet") == council
    assert "sendte sagen hertil" in said(council)


def test_a_table_is_a_table_with_figures_to_the_right() -> None:
    lines = Lines(first=15, last=18)
    table = Table(
        caption="Forbrug",
        header=["Mio. kr.", "Budget"],
        rows=[["Aktivering", "1.011,6"], ["I alt", "-0,2"]],
        lines=lines,
    )
    take_in(minutes(with_text(1, Block(kind="table", table=0, lines=lines), tables=(table,))))
    page = main(ITEM)
    assert "<caption>Forbrug</caption>" in page
    assert '<th scope="col">Mio. kr.</th><th scope="col" class="pejl-figure">Budget</th>' in page
    assert '<th scope="row">Aktivering</th><td class="pejl-figure">1.011,6</td>' in page
    assert 'role="region" tabindex="0" aria-label="Forbrug" id="linje-15"' in page


def test_text_of_a_file_is_never_taken_for_markup() -> None:
    evil = "<script>alert('x')</script> & <img src=x onerror=alert(1)>"
    take_in(
        minutes(
            with_text(1, paragraph(evil, 12)).model_copy(update={"title": evil}),
            members=[member(evil, evil)],
        )
    )
    for address in (ITEM, f"{MEETING}/", "/", f"/soeg/?q={evil}"):
        assert "<script>alert" not in markup(address)
        assert "<img" not in markup(address)


def test_every_paragraph_has_an_anchor_of_its_own() -> None:
    take_in(minutes(with_text(1, paragraph("Første.", 12), paragraph("Andet.", 13), paragraph("Samme linje.", 13))))
    page = main(ITEM)
    assert page.count('id="linje-12"') == 1
    assert page.count('id="linje-13"') == 1


def test_headings_never_skip_a_level() -> None:
    sections = [
        Section(heading=f"Niveau {level}", role=Role.TEXT, level=level, lines=Lines(first=12, last=12))
        for level in (2, 6, 3, 1, 5)
    ]
    take_in(minutes(item(1).model_copy(update={"sections": sections})))
    page = main(ITEM)
    found = [page[page.index(f">Niveau {level}<") - 40 : page.index(f">Niveau {level}<")] for level in (2, 6, 3, 1, 5)]
    levels = [int(part[part.rindex("<h") + 2]) for part in found]
    assert levels[0] == 3
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_recommendation_that_was_not_read_is_still_shown_as_text() -> None:
    section = Section(
        heading="Indstilling",
        role=Role.RECOMMENDATION,
        level=2,
        blocks=[paragraph("Noget, som ingen familie kender.", 12)],
        lines=Lines(first=11, last=12),
    )
    take_in(minutes(item(1, recommended=[]).model_copy(update={"sections": [section]})))
    assert "Noget, som ingen familie kender." in said(ITEM)


def test_an_unnumbered_recommendation_stands_as_it_was_written() -> None:
    lines = Lines(first=12, last=12)
    laid_before = Recommendation(by=None, text="Til orientering.", lines=lines)
    noted = Decision(text="Taget til efterretning.", outcome=Outcome.NOTED, lines=lines)
    take_in(minutes(item(1).model_copy(update={"recommendation": laid_before, "decision": noted})))
    assert "Indstilling Til orientering. Beslutning Taget til efterretning" in said(ITEM)


def test_emphasis_of_the_printer_is_not_shown_as_stars() -> None:
    clause = Clause(number=1, text="at *planen* for **2026** godkendes, 2 * 3", lines=Lines(first=12, last=12))
    told = Recommendation(text="", clauses=[clause], lines=Lines(first=12, last=12))
    take_in(minutes(item(1).model_copy(update={"recommendation": told})))
    assert "at planen for 2026 godkendes, 2 * 3" in said(ITEM)


def test_the_lines_behind_an_item_come_from_the_file_as_received() -> None:
    document = minutes(item(1))
    take_in(document)
    lines = as_file(document).decode().splitlines()
    assert words(" ".join(lines[9:19])) + " SHA-256" in said(f"{ITEM}?kilde=1")
    fragment = Client().get(f"{ITEM}?kilde=1", headers={"hx-request": "true"})
    assert "<main" not in fragment.content.decode()
    assert "HX-Request" in fragment["Vary"]


def test_a_closed_item_of_a_meeting_to_come_is_not_said_to_have_been_treated() -> None:
    take_in(agenda(item(1), closed(2), date=dt.date(2025, 6, 4)), minutes(item(1), closed(2)))
    assert "Punktet behandles for lukkede døre." in said(f"{COMMITTEE}/2025-06-04/punkt-2/")
    assert "Punktet er behandlet for lukkede døre." in said(f"{MEETING}/punkt-2/")


def test_the_lines_of_a_closed_item_are_left_out_of_those_behind_its_neighbour() -> None:
    around = item(1).model_copy(update={"lines": Lines(first=10, last=34)})
    document = minutes(around, closed(2))
    take_in(document)
    lines = as_file(document).decode().splitlines()
    assert words(" ".join([*lines[9:19], *lines[29:34]])) + " SHA-256" in said(f"{ITEM}?kilde=1")


def test_one_leafs_from_item_to_item() -> None:
    take_in(minutes(item(1, "Den første"), item(2, "Den anden"), closed(3, "Den lukkede")))
    assert "Næste punkt 2 Den anden" in said(ITEM)
    assert "Forrige punkt 1 Den første Næste punkt 3 Den lukkede" in said(f"{MEETING}/punkt-2/")


@pytest.mark.parametrize("language", ["en-US,en;q=0.9", "de", "da", "*"])
def test_days_and_numbers_are_danish_whatever_the_browser_asks_for(language: str) -> None:
    take_in(minutes(*(item(number) for number in range(1, 4)), body=BODY))
    response = Client().get(f"{MEETING}/", headers={"accept-language": language})
    text = response.content.decode()
    assert "onsdag den 12. marts 2025" in text
    assert "March" not in text
    assert '<html lang="da">' in text


def unanimous(*absent: str) -> Item:
    decision = Decision(text="Enstemmigt godkendt.", outcome=Outcome.APPROVED, lines=Lines(first=14, last=14))
    return item(1, absent=list(absent)).model_copy(update={"decision": decision})


def test_unanimity_is_stated_and_the_names_behind_it_are_shown_as_derived() -> None:
    take_in(minutes(unanimous("Bo Klit"), members=[member("Asta Fjord", "A"), member("Bo Klit", "V")]))
    text = said(ITEM)
    assert "Beslutningen siger: »Enstemmigt«." in text
    assert "afledt: 2 deltagere på mødet minus 1, som ikke var med under punktet. Asta Fjord" in text
    assert "Enstemmige beslutninger (afledt)" in said("/medlemmer/fjordby-kommune/asta-fjord/")
    assert "Enstemmige beslutninger" not in said("/medlemmer/fjordby-kommune/bo-klit/")


def test_unanimity_without_a_list_of_members_derives_nobody() -> None:
    take_in(minutes(unanimous()))
    assert "Hvem det var, kan ikke afledes" in said(ITEM)


def test_what_somebody_should_look_at_stands_on_the_page_with_its_place() -> None:
    pointing = Reference(body="Byrådet", date=APRIL, item=7, line=12, text="Byrådet 09.04.2025, punkt 7")
    take_in(
        minutes(with_text(1, paragraph("Se Byrådet 09.04.2025, punkt 7.", 12), references=(pointing,))),
        minutes(item(1, label="1"), item(2, label="2"), body="Byrådet", date=APRIL),
    )
    text = said(ITEM)
    assert (
        "Tjek dette Teksten henviser til punkt 7 på mødet i Byrådet 09.04.2025, men det møde havde punkt 1-2." in text
    )
    assert "Henvisning · teksten siger to ting · Vis stedet" in text
    assert 'href="#linje-12"' in markup(ITEM)


def test_an_item_without_anything_to_look_at_has_no_such_box() -> None:
    take_in(minutes(item(1)))
    assert "Tjek dette" not in said(ITEM)
