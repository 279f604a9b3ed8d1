"""Web pages: everything on the page but scripts, styles and navigation, in lines like those of minutes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from patience import examples
from pejl.minutes.sources import open_bytes

from .typesetting import PARAGRAPHS, in_html, words


def lines_of(body: str) -> tuple[str, ...]:
    return open_bytes("referat.html", f"<!DOCTYPE html><html><body>{body}</body></html>".encode()).lines


def test_headings_paragraphs_and_line_breaks() -> None:
    assert lines_of("<h1>REFERAT <b>Udvalget</b></h1><p>Dato:<br>3.\n maj&nbsp;2026</p><div>a<div>b</div>c</div>") == (
        *("# REFERAT Udvalget", "", "Dato:", "3. maj 2026", "", "a", "", "b", "", "c"),
    )


def test_lists_have_their_numbers_as_the_browser_shows_them() -> None:
    body = (
        '<ol><li>at a<li>at b<ul><li>under</ul></ol><p>og</p><ol start="3"><li>c<li value="7">d<li>e</ol>'
        '<p>så</p><ol type="a"><li>f<li>g</ol><p>ned</p><ol reversed start="2"><li>h<li>i</ol>'
    )
    assert [line for line in lines_of(body) if line] == [
        *("1. at a", "2. at b", "- under", "og", "3. c", "7. d", "8. e", "så", "a. f", "b. g", "ned", "2. h", "1. i"),
    ]


def test_list_without_marks_gets_none() -> None:
    assert lines_of('<ol style="list-style-type: none"><li>at a<li>at b</ol>') == ("at a", "at b")


def test_paragraph_within_an_entry_keeps_the_number_on_its_first_line() -> None:
    assert lines_of("<ol><li><p>at a</p><p>mere</p></li><li><p>at b</p></li></ol>") == (
        *("1. at a", "", "mere", "", "2. at b"),
    )


def test_table_becomes_rows_with_merged_cells_blank() -> None:
    body = (
        "<table><caption>Mio. kr.</caption><tr><th>Konto<th colspan=2>Budget<tr><td rowspan=2>Aktivering<td>1<td>2"
        "<tr><td>3<td><tr><td>I alt<td><p>4</p><p>5</p><td></table>"
    )
    assert lines_of(body) == (*("Mio. kr.", "", "Konto\tBudget\t", "Aktivering\t1\t2", "\t3\t", "I alt\t4 5\t"),)


def test_table_that_lays_out_the_page_gives_lines() -> None:
    body = "<table><tr><td><h2>Punkt 1</h2><p>tekst</p><td><table><tr><td>1<td>2</table></table>"
    assert [line for line in lines_of(body) if line] == ["## Punkt 1", "tekst", "1\t2"]


def test_scripts_styles_and_navigation_go_and_the_text_behind_them_stays() -> None:
    body = "a<script>var b = '<p>no</p>'</script> c<style>p{}</style> d<nav>Menu <b>x</b></nav><footer>Kontakt</footer>"
    assert lines_of(body) == ("a c d", "", "Kontakt")


def test_folded_text_is_read() -> None:
    assert lines_of("<details><summary>Punkt 1: Budget</summary>Tiltrådt.</details><p hidden>mere</p>") == (
        *("Punkt 1: Budget", "", "Tiltrådt.", "", "mere"),
    )


def test_title_comes_first_and_comments_are_not_text() -> None:
    page = b"<html><head><title>Referat 3. maj 2026</title><body><!-- nej --><p>ja</p>"
    assert open_bytes("m.html", page).lines == ("Referat 3. maj 2026", "", "ja")


def test_entities_are_signs_also_the_old_numbers_of_windows() -> None:
    assert lines_of("&aelig;&#248;&aring; &lt;b&gt; &#150; &#x2013; a&shy;b") == ("æøå <b> – – ab",)


def test_preformatted_text_keeps_its_lines_and_columns() -> None:
    assert lines_of("<pre>a  b\nc   d</pre>") == ("a  b", "c   d")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ('<meta charset="iso-8859-15">', "iso-8859-15"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="der-findes-ikke">', "utf-8"),
        ('<meta charset="punycode">', "cp1252"),
        ('<meta charset="zlib">', "utf-8"),
        ("", "cp1252"),
        ("", "utf-16"),
        ('<meta charset="utf-8">', "utf-8-sig"),
    ],
)
def test_page_is_decoded_as_it_says_or_as_it_is(head: str, encoding: str) -> None:
    page = f"<html><head>{head}<body><p>Rådhuset på Ærø, 5 €</p>"
    assert open_bytes("m.html", page.encode(encoding)).lines == ("Rådhuset på Ærø, 5 €",)


def test_xhtml_with_a_declared_encoding_is_read() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE html><html><body><p>På dansk</p></body></html>'
    assert open_bytes("m.html", page.encode("latin-1")).lines == ("På dansk",)


@pytest.mark.parametrize("name", ["m.txt", "m.docx", "m"])
def test_web_page_is_known_by_its_content_whatever_its_name(name: str) -> None:
    page = open_bytes(name, b"<!-- gemt -->\n<!DOCTYPE html><p>Hej</p>")
    assert (page.media_type, page.lines) == ("text/html", ("Hej",))


def test_text_that_only_mentions_tags_stays_text() -> None:
    line = "<b>I alt</b>\t<b>1.011,6</b>"
    assert open_bytes("m.txt", line.encode()).lines == (line,)


def test_page_piece_without_a_beginning_is_a_page_by_its_ending() -> None:
    assert open_bytes("m.htm", b"<p>a</p><p>b</p>").lines == ("a", "", "b")
    assert open_bytes("m.html", b"bare\ntekst").lines == ("bare", "tekst")


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<ol><li>", "<p>", "<table>"])
def test_text_deep_within_elements_is_found(opening: str) -> None:
    depth = 20 if opening == "<table>" else 3000
    body = (opening + ("<tr><td>" if opening == "<table>" else "")) * depth
    assert any("dybt" in line for line in lines_of(body + "dybt"))


def test_element_with_very_many_attributes_is_read_at_once() -> None:
    assert lines_of("<p " + " ".join(f"a{number}=1" for number in range(200_000)) + ">hej") == ("hej",)


@settings(max_examples=examples(40), deadline=None)
@given(PARAGRAPHS)
def test_no_word_is_lost_or_moved(paragraphs: list[str]) -> None:
    body = "".join(f"<p>{in_html(text)}</p>" for text in paragraphs)
    assert words(lines_of(body)) == words(tuple(paragraphs))
