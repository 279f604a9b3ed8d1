"""PDF files: printed pages back to the lines a reader sees."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from patience import examples
from pejl.minutes.sources import open_bytes
from pejl.minutes.sources.pdf_page import PrintedLine
from pejl.minutes.sources.pdf_paragraphs import paragraphs
from pejl.minutes.sources.wrapped_lines import joined

from .made_files import FONT, encrypted_pdf, one_page, stream, typeset
from .typesetting import PARAGRAPHS, in_typst

SETTING = '#set page(width: 12cm, height: 18cm, margin: 1.5cm)\n#set text(lang: "da", size: 10pt, hyphenate: false)\n'
LONG = "Forvaltningen har gennemført en analyse af indsatsen for unge og foreslår en ny retning for arbejdet"


def lines_of(markup: str) -> tuple[str, ...]:
    return open_bytes("referat.pdf", typeset(SETTING + markup)).lines


def test_wrapped_lines_become_one_paragraph() -> None:
    assert lines_of(f"{LONG}. {LONG.lower()}.") == (f"{LONG}. {LONG.lower()}.",)


def test_two_paragraphs_stay_two() -> None:
    assert [line for line in lines_of(f"{LONG}.\n\n{LONG}.") if line] == [f"{LONG}."] * 2


def test_labels_and_clauses_keep_lines_of_their_own() -> None:
    text = (
        f"Indstilling\n\nForvaltningen indstiller,\n\n+ at {LONG.lower()}, og\n+ at sagen sendes videre.\n\nBeslutning"
    )
    assert [line for line in lines_of(text) if line] == [
        "Indstilling",
        "Forvaltningen indstiller,",
        f"1. at {LONG.lower()}, og",
        "2. at sagen sendes videre.",
        "Beslutning",
    ]


def test_ruled_table_becomes_rows_with_empty_cells_kept() -> None:
    table = "#table(columns: 3, [Mio. kr.], [2025], [2026], [Øvrige udgifter], [], [8,4], [I alt], [1,0], [9,4])"
    assert [line for line in lines_of(f"Før\n\n{table}\n\nEfter") if line] == [
        "Før",
        "Mio. kr.\t2025\t2026",
        "Øvrige udgifter\t\t8,4",
        "I alt\t1,0\t9,4",
        "Efter",
    ]


def test_cell_of_several_printed_lines_is_one_cell() -> None:
    table = f"#table(columns: (4cm, 1fr), [{LONG}], [12], [kort], [3])"
    assert lines_of(table) == (f"{LONG}\t12", "kort\t3")


def test_merged_cell_stands_first_and_leaves_blanks() -> None:
    table = "#table(columns: 3, table.cell(colspan: 2)[Begge], [C], table.cell(rowspan: 2)[Ned], [1], [2], [3], [4])"
    assert lines_of(table) == ("Begge\t\tC", "Ned\t1\t2", "\t3\t4")


def test_columns_without_rules_are_parted_by_tabs() -> None:
    grid = "#grid(columns: (4cm, 2cm, 2cm), row-gutter: 8pt, [Aktivering], [147,1], [3], [Forsørgelse], [12,0], [4])"
    assert lines_of(grid) == ("Aktivering\t147,1\t3", "Forsørgelse\t12,0\t4")


def test_frame_around_text_is_no_table() -> None:
    assert lines_of(f"#rect[{LONG}]") == (LONG,)


def test_page_laid_out_in_two_boxes_is_no_table() -> None:
    cell = r" \ ".join(f"linje {number}" for number in range(45))
    pdf = typeset(f"#set page(height: 40cm)\n#table(columns: 2, [{cell}], [side])")
    assert "linje 44" in open_bytes("m.pdf", pdf).lines


def test_every_page_tells_where_it_begins() -> None:
    source = open_bytes("m.pdf", typeset(SETTING + "Et\n\nto\n#pagebreak()\n#pagebreak()\nTre\n#pagebreak()\nFire"))
    assert [source.lines[first - 1] for first in source.pages] == ["Et", "Tre", "Tre", "Fire"]
    assert source.media_type == "application/pdf"


def test_pages_without_text_at_the_end_begin_within_the_lines() -> None:
    source = open_bytes("m.pdf", typeset(SETTING + "Et\n#pagebreak()\n#pagebreak()\n"))
    assert source.lines == ("Et",)
    assert set(source.pages) == {1}


def test_hyphen_at_a_line_end_stays_as_printed() -> None:
    printed = (
        "Forvaltningen orienterer udvalget om arbejdsmarkeds-",
        "reformen, og sagen sendes videre til Borger-",
        "og Job",
    )
    moves = b" 0 -14 Td ".join(b"(%b) Tj" % line.encode() for line in printed)
    pdf = one_page(stream(b"", b"BT /F1 12 Tf 72 700 Td " + moves + b" ET"))
    assert "orienterer udvalget om arbejdsmarkeds-reformen, og" in " ".join(open_bytes("m.pdf", pdf).lines)


def test_hyphen_that_stands_for_a_later_part_keeps_its_space() -> None:
    lines = ("Sagen er sendt videre til Beskæftigelses- og", "Integrationsudvalget.")
    assert joined(("Sagen er sendt videre til Beskæftigelses-", "og Integrationsudvalget.")) == " ".join(lines)


def test_short_lines_under_each_other_stay_apart() -> None:
    assert [line for line in lines_of("A\n\nA\n\nB") if line] == ["A", "A", "B"]


def test_single_signs_in_columns_stay_in_their_row() -> None:
    grid = "#grid(columns: (4cm, 2cm, 2cm), row-gutter: 8pt, [Bo Prøve], [A], [3], [Ida Prøve], [B], [4])"
    assert lines_of(grid) == ("Bo Prøve\tA\t3", "Ida Prøve\tB\t4")


def test_many_rectangles_in_one_path_are_a_table_too() -> None:
    cells = b"".join(b"%d %d 100 20 re " % (x, y) for x in (100, 200) for y in (600, 620))
    texts = b"".join(
        b"BT /F1 10 Tf %d %d Td (%b) Tj ET " % (x + 5, y + 5, text)
        for x, y, text in ((100, 620, b"A"), (200, 620, b"B"), (100, 600, b"C"), (200, 600, b"D"))
    )
    assert open_bytes("m.pdf", one_page(stream(b"", cells + b"S " + texts))).lines == ("A\tB", "C\tD")


def test_letters_outside_the_basic_plane_survive() -> None:
    assert lines_of("Hej 𝒳 og 𝒴") == ("Hej 𝒳 og 𝒴",)


def test_encrypted_pdf_that_opens_without_a_password_is_read() -> None:
    assert open_bytes("m.pdf", encrypted_pdf(b"")).lines == ("Referat",)


def test_pdf_with_form_within_form_is_read_in_a_process_of_its_own() -> None:
    inner = stream(b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<%b>>" % FONT, b"BT /F1 12 Tf (Hej) Tj ET")
    outer = stream(b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</Y 6 0 R>>>>", b"/Y Do")
    pdf = one_page(stream(b"", b"1 0 0 1 72 700 cm /X Do"), b"/XObject<</X 5 0 R>>", [outer, inner])
    assert open_bytes("m.pdf", pdf).lines == ("Hej",)


@settings(max_examples=examples(30), deadline=None)
@given(PARAGRAPHS)
def test_no_word_is_lost_or_moved(printed: list[str]) -> None:
    lines = lines_of("\n\n".join(map(in_typst, printed)))
    assert " ".join(" ".join(lines).split()) == " ".join(" ".join(printed).split())


@settings(max_examples=examples(15), deadline=None)
@given(PARAGRAPHS)
def test_no_letter_is_lost_where_words_are_hyphenated(printed: list[str]) -> None:
    body = "#set text(hyphenate: true)\n#set par(justify: true)\n" + "\n\n".join(map(in_typst, printed))
    assert re.sub(r"[\s-]", "", "".join(lines_of(body))) == re.sub(r"[\s-]", "", "".join(printed))


@pytest.mark.parametrize("ending", [".txt", ".docx", ".html", ""])
def test_pdf_is_known_by_its_content_whatever_its_name(ending: str) -> None:
    assert open_bytes(f"m{ending}", typeset("Referat")).media_type == "application/pdf"


def test_line_of_signs_that_nobody_sees_ends_the_paragraph_before_it() -> None:
    full = PrintedLine(LONG, left=70.0, right=500.0, bottom=700.0, height=12.0, first_word_ends=140.0)
    unseen = PrintedLine("", left=70.0, right=70.0, bottom=686.0, height=12.0, first_word_ends=70.0)
    assert list(paragraphs([[full, unseen]])) == [[LONG, ""]]
