"""Word files: the printed document, with the numbers that Word only counts and never stores."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given, settings

from patience import examples
from pejl.minutes.sources import open_bytes
from pejl.minutes.sources.word_numbering import written

from .made_files import in_list, paragraph, word_of, zipped
from .typesetting import PARAGRAPHS, in_html, words


def lines_of(body: str, **parts: str) -> tuple[str, ...]:
    return open_bytes("referat.docx", word_of(body, **parts)).lines


def a_list(number: int, *levels: str, link: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{link}{"".join(levels)}</w:abstractNum>'


def a_level(level: int, text: str, form: str = "decimal", more: str = "") -> str:
    counting = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
    return f'<w:lvl w:ilvl="{level}">{counting}<w:lvlText w:val="{text}"/></w:lvl>'


def use(list_id: int, rule: int, more: str = "") -> str:
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{rule}"/>{more}</w:num>'


def test_document_made_in_word_reads_as_minutes_do() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Fjordby Kommune"
    document.sections[0].footer.paragraphs[0].text = "Side 1"
    document.add_heading("Punkt 1: Budget", 1)
    document.add_heading("Indstilling", 2)
    document.add_paragraph("Forvaltningen indstiller,")
    document.add_paragraph("at a godkendes, og", style="List Number")
    document.add_paragraph("at b følger.", style="List Number")
    document.add_paragraph("et", style="List Bullet")
    table = document.add_table(2, 3)
    table.cell(0, 0).text, table.cell(0, 2).text = "Mio. kr.", "2026"
    table.cell(1, 0).merge(table.cell(1, 1)).text = "Aktivering\ni alt"
    table.cell(1, 2).text = "147,1"
    file = io.BytesIO()
    document.save(file)
    source = open_bytes("referat.docx", file.getvalue())
    assert source.lines == (
        *("Fjordby Kommune", "", "# Punkt 1: Budget", "", "## Indstilling", "", "Forvaltningen indstiller,", ""),
        *("1. at a godkendes, og", "2. at b følger.", "- et", ""),
        *("Mio. kr.\t\t2026", "Aktivering i alt\t\t147,1", "", "Side 1"),
    )
    assert source.media_type.endswith("wordprocessingml.document")


def test_levels_of_a_list_are_counted_and_start_again() -> None:
    numbering = a_list(1, a_level(0, "%1."), a_level(1, "%1.%2"), a_level(2, "%3)", "lowerLetter")) + use(5, 1)
    body = "".join(in_list("x", 5, level) for level in (0, 1, 1, 2, 2, 0, 1, 2))
    assert lines_of(body, numbering=numbering) == tuple(
        f"{mark} x" for mark in ("1.", "1.1", "1.2", "a)", "b)", "2.", "2.1", "a)")
    )


def test_list_goes_on_after_other_text_and_another_use_may_start_again() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = a_list(1, a_level(0, "%1.")) + use(1, 1) + use(2, 1) + use(3, 1, again)
    body = (
        in_list("a", 1) + paragraph("imellem") + in_list("b", 1) + in_list("c", 2) + in_list("d", 3) + in_list("e", 3)
    )
    assert [line for line in lines_of(body, numbering=numbering) if line] == [
        *("1. a", "imellem", "2. b", "3. c", "1. d", "2. e"),
    ]


def test_level_that_never_restarts_goes_on() -> None:
    numbering = a_list(1, a_level(0, "%1."), a_level(1, "%2)", more='<w:lvlRestart w:val="0"/>')) + use(1, 1)
    body = "".join(in_list("x", 1, level) for level in (0, 1, 0, 1))
    assert lines_of(body, numbering=numbering) == ("1. x", "1) x", "2. x", "2) x")


def test_numbering_of_a_style_is_found_through_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    body = paragraph("x", '<w:pStyle w:val="B"/>') + paragraph(
        "y", '<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    numbering = a_list(1, a_level(0, "Ad %1:")) + use(1, 1)
    assert lines_of(body, styles=styles, numbering=numbering) == ("Ad 1: x", "", "y")


def test_styles_based_on_each_other_in_a_ring_are_read() -> None:
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert lines_of(paragraph("x", '<w:pStyle w:val="A"/>'), styles=styles) == ("x",)


@pytest.mark.parametrize(
    ("count", "style", "mark"),
    [
        *(
            (27, "lowerLetter", "aa"),
            (2, "upperLetter", "B"),
            (14, "lowerRoman", "xiv"),
            (1999, "upperRoman", "MCMXCIX"),
        ),
        *((7, "decimalZero", "07"), (12, "decimalZero", "12"), (0, "lowerRoman", "0"), (3, "decimal", "3")),
    ],
)
def test_numbers_are_written_as_word_writes_them(count: int, style: str, mark: str) -> None:
    assert written(count, style) == mark


def test_struck_out_text_and_hidden_text_are_left_out_and_insertions_stay() -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('Før ')}<w:del><w:r><w:delText>slettet </w:delText></w:r></w:del>"
        f"<w:ins>{run.format('indsat ')}</w:ins><w:moveFrom>{run.format('flyttet')}</w:moveFrom>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r>"
        f"<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>synlig</w:t></w:r></w:p>"
    )
    assert lines_of(body) == ("Før indsat synlig",)


def test_text_box_is_read_once_though_word_stores_it_twice() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>i boksen</w:t></w:r></w:p></w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>Uden for</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="urn:x">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert lines_of(body) == ("Uden for", "", "i boksen")


def test_links_fields_and_content_controls_give_their_text() -> None:
    body = (
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Link</w:t></w:r></w:hyperlink>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>, felt</w:t></w:r></w:fldSimple>"
        "<w:r><w:noBreakHyphen/><w:t>a</w:t><w:sym w:char='F0B7'/></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert lines_of(body) == ("Link, felt-a•",)


def test_tabs_part_columns_but_only_indent_behind_a_typed_mark() -> None:
    run = "<w:r><w:t>{}</w:t><w:tab/><w:tab/><w:t>{}</w:t></w:r>"
    body = f"<w:p>{run.format('Sted:', 'Rådhuset')}</w:p><w:p>{run.format('1.', 'at sagen')}</w:p>"
    assert lines_of(body) == ("Sted:\tRådhuset", "", "1. at sagen")


def test_line_breaks_within_a_paragraph_start_lines() -> None:
    assert lines_of("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r></w:p>") == ("a", "b", "c")


def test_notes_stand_last_with_the_mark_they_have_in_the_text() -> None:
    body = '<w:p><w:r><w:t>Tal</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnote w:type="separator"/><w:footnote w:id="2">{paragraph("Foreløbigt.")}</w:footnote>'
    assert lines_of(body, footnotes=notes) == ("Tal[2]", "", "[2] Foreløbigt.")


def test_cell_that_reaches_down_leaves_blanks_below() -> None:
    def cell(text: str, settings: str = "") -> str:
        return f"<w:tc><w:tcPr>{settings}</w:tcPr>{paragraph(text)}</w:tc>"

    begins, goes_on = cell("A", "<w:vMerge w:val='restart'/>"), cell("", "<w:vMerge/>")
    body = (
        f"<w:tbl><w:tr>{begins}{cell('1')}</w:tr><w:tr>{goes_on}{cell('2')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('3')}</w:tr></w:tbl>"
    )
    assert lines_of(body) == ("A\t1", "\t2", "\t3")


def test_table_that_only_lays_out_the_page_gives_lines() -> None:
    long = "".join(paragraph(f"linje {number}") for number in range(30))
    body = f"<w:tbl><w:tr><w:tc>{paragraph('side')}</w:tc><w:tc>{long}</w:tc></w:tr></w:tbl>"
    assert "linje 29" in lines_of(body)


def test_strict_word_files_are_read() -> None:
    body = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{}</w:body></w:document>'
    assert open_bytes("m.docx", zipped({"word/document.xml": body.format(paragraph("Hej"))})).lines == ("Hej",)


@settings(max_examples=examples(40), deadline=None)
@given(PARAGRAPHS)
def test_no_word_is_lost_or_moved(paragraphs: list[str]) -> None:
    body = "".join(paragraph(in_html(text)) for text in paragraphs)
    assert words(lines_of(body)) == words(tuple(paragraphs))
