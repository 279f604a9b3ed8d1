"""Documents say what the record of the training says, the same each time, and nothing of one to four persons."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from pejl.calendar.personal_numbers import masked
from pejl.screening.documents.card import model_card
from pejl.screening.documents.document import Blank, Document, Heading, Paragraph, Picture, Table
from pejl.screening.documents.html import as_file, as_html
from pejl.screening.documents.made import documents, wanting
from pejl.screening.documents.markdown import TO_FILL_IN, as_markdown
from pejl.screening.documents.numbers import count, tells_of_few, told
from pejl.screening.documents.written import files_of, write_files
from pejl.screening.gate.minimums import packaged_minimums
from pejl.screening.gate.verdict import verdict
from pejl.screening.training.run import Estimate
from screening.a_run import a_run, data_sheet, feature, measured, near

ANNEX_IV = (
    "1. Systemet",
    "2. Hvordan det er lavet",
    "3. Overvågning og begrænsninger",
    "4. Hvorfor målene passer",
    "5. Styring af risici",
    "6. Ændringer",
    "7. Standarder",
    "8. EU-overensstemmelseserklæring",
    "9. Overvågning efter ibrugtagning",
)


class Tags(HTMLParser):
    """Reads HTML and keeps what is open, so that what is not closed is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    assert not tags.open
    return tags


def table(document: Document, caption: str) -> Table:
    return next(each for each in document.blocks if isinstance(each, Table) and each.caption == caption)


def test_the_same_record_gives_the_same_bytes() -> None:
    run, judged = a_run(), verdict(a_run(), packaged_minimums())
    assert files_of(run, verdict=judged) == files_of(run, verdict=judged)


def test_the_card_tells_numbers_with_their_intervals() -> None:
    card = model_card(a_run())
    first = table(card, "Ved indgangen (4.000 forløb)").rows[0]
    assert first[:3] == ("13", "30,0 pct. (28,5-31,5)", "0,740 (0,703-0,777)")
    groups = table(card, "Køn: fejl")
    assert groups.rows[0] == (
        "Kvinder",
        "1.500",
        "30,0 pct. (28,5-31,5)",
        "22,0 pct. (20,9-23,1)",
        "35,0 pct. (33,3-36,8)",
    )
    assert table(card, "To måder at vælge på: køn").rows[0][3] == "31,0 pct. (29,5-32,6)"


def test_each_plot_has_its_numbers_in_a_table_and_needs_no_script_and_no_style() -> None:
    card = model_card(a_run())
    pictures = [block for block in card.blocks if isinstance(block, Picture)]
    assert len(pictures) == 2
    assert pictures[0].svg.count("<circle") == 4
    assert len(table(card, "Kalibrering: Ved indgangen, 26 uger").rows) == 4
    html = as_html(card)
    assert "<script" not in html and "style=" not in html
    names = [attributes["id"] for _, attributes in read(html).seen if "id" in attributes]
    assert len(names) == len(set(names))


def test_what_somebody_wrote_into_a_record_is_text_and_never_html() -> None:
    evil = feature("alder", danish="<script>alert(1)</script>|`_*")
    run = a_run(features=(evil, feature("sektor")))
    html = as_file(model_card(run))
    assert "<script" not in html and "&lt;script&gt;" in html
    read(html)
    assert r"\<script\>alert(1)\</script\>\|\`\_\*" in as_markdown(model_card(run))


def test_counts_of_one_to_four_are_not_told_and_others_to_the_nearest_ten() -> None:
    card = model_card(a_run(data=data_sheet(exits={"tilbage": 4321, "varighed": 3, "ordning": 0})))
    assert [row[1] for row in table(card, "Sådan sluttede forløbene").rows] == ["4.320", "1-4", "0"]
    assert count(3) == "1-4"
    assert tells_of_few(0.02, 100) and tells_of_few(0.98, 100)
    assert not tells_of_few(0.0, 100) and not tells_of_few(0.5, 100)


def test_a_tenth_whose_share_would_tell_of_two_is_left_out_of_plot_and_table() -> None:
    run = a_run(measured=(measured("folds", bins=((0.05, 0.02, 100), (0.5, 0.5, 100))), measured("time")))
    card = model_card(run)
    [first, second] = table(card, "Kalibrering: Ved indgangen, 26 uger").rows
    assert first[1] == "-" and second[1] == "50,0 pct."
    assert next(block for block in card.blocks if isinstance(block, Picture)).svg.count("<circle") == 1


def test_the_lowest_thirty_percent_are_not_told_of_where_they_are_few() -> None:
    run = a_run(measured=(measured("folds", low30=near(0.05, of=100)), measured("time")))
    assert table(model_card(run), "Ved indgangen (4.000 forløb): de laveste og de højeste").rows[0][1] == "-"


def test_a_number_that_cannot_be_told_is_a_dash() -> None:
    assert told(Estimate(value=None)) == "-"
    assert told(Estimate(value=0.5)) == "0,500"


def test_the_technical_documentation_has_the_headings_of_annex_iv_and_every_term() -> None:
    technical = documents(a_run())[1]
    headings = [block.text for block in technical.blocks if isinstance(block, Heading) and block.level == 2]
    assert headings == list(ANNEX_IV)
    assert table(technical, "Modellens led").rows == (
        ("Virkning", "Tilbage i arbejde eller uddannelse", "0-4", "Alder", "50", "0,900"),
    )


def test_what_only_a_person_can_say_is_a_marked_blank() -> None:
    made = {document.name: document for document in documents(a_run())}
    for name in (
        "formaal",
        "konsekvensanalyse",
        "grundrettigheder",
        "dataetik",
        "teknisk-dokumentation",
        "orientering",
    ):
        assert made[name].blanks
        assert as_markdown(made[name]).count(TO_FILL_IN) == len(made[name].blanks)
        assert as_html(made[name]).count(TO_FILL_IN) == len(made[name].blanks)
    assert not made["modelkort"].blanks


def test_registers_get_json_with_what_is_known_and_what_is_asked_for() -> None:
    files = files_of(a_run())
    for name, asked in (("eu-register", "udbyder"), ("algoritmeregister", "klage")):
        told_data = json.loads(files[f"{name}.json"])
        assert told_data["version"] == a_run().id
        assert told_data[asked] is None and told_data["udfyldes"][asked]
    assert json.loads(files["algoritmeregister.json"])["forloeb"] == 5200


def test_legal_references_are_said_to_be_second_hand() -> None:
    for document in documents(a_run()):
        if document.name not in {"orientering", "dataetik"}:
            assert "kendt på anden hånd" in as_markdown(document), document.name


def test_the_difference_from_the_model_before_is_told() -> None:
    before = a_run(id="2026-05-01-a", data=data_sheet(spells=4000), features=(feature("alder"), feature("timer")))
    now = a_run(policy={**a_run().policy, "early_effort_from": 0.4})
    rows = {row[0]: row[1:] for row in table(model_card(now, before=before), "Ændringer").rows}
    assert rows["Forløb"] == ("4.000", "5.200")
    assert rows["Egenskaber, der er gået ud"][0] == "Timer"
    assert rows["Egenskaber, der er kommet til"][1] == "Sektor"
    assert rows["Politik, der er ændret"][1] == "early_effort_from"
    first = as_markdown(model_card(now))
    assert "Det er den første model" in first


def test_the_card_shows_the_gates_demands_and_says_what_was_not_tried() -> None:
    judged = verdict(a_run(), packaged_minimums())
    card = as_markdown(model_card(a_run(), verdict=judged))
    assert card.count("| Opfyldt |") == sum(demand.outcome.danish == "Opfyldt" for demand in judged.demands)
    assert "Ikke prøvet: Der er kun én kommune" in card


def test_invented_data_are_said_to_be_invented() -> None:
    assert "Data er opdigtede" not in as_markdown(model_card(a_run()))
    run = a_run(measured=(measured("folds"), measured("time"), measured("truth")))
    assert "Data er opdigtede" in as_markdown(model_card(run))


def test_a_record_that_says_too_little_is_told_and_never_a_traceback() -> None:
    assert not wanting(a_run())
    assert wanting(a_run(measured=())) and wanting(a_run(groups=())) and wanting(a_run(terms=()))
    broken = {key: value for key, value in feature("alder").items() if key != "why"}
    assert wanting(a_run(features=(broken,))) == ["dokumenterne kan ikke skrives: KeyError"]


def test_files_are_written_and_hold_no_pseudonym_and_no_personal_number(tmp_path: Path) -> None:
    files = files_of(a_run(), verdict=verdict(a_run(), packaged_minimums()))
    write_files(files, tmp_path / "new" / "folder")
    for name, content in files.items():
        text = (tmp_path / "new" / "folder" / name).read_text(encoding="utf-8")
        assert text.encode() == content
        assert not re.search(r"\bp[a-z2-7]{26}\b", text)
        assert masked(text) == text
        if name.endswith(".html"):
            read(text)


def test_sentences_end_and_numbers_are_danish() -> None:
    for document in documents(a_run(), verdict=verdict(a_run(), packaged_minimums())):
        for block in document.blocks:
            if isinstance(block, Paragraph):
                assert block.text.rstrip()[-1] in ".?", block.text
                assert ".." not in block.text
            if isinstance(block, Blank):
                assert block.question[-1] in ".?"
