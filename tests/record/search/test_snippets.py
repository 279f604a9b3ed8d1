"""What a hit shows: the paragraph that answers best, cut at its marks."""

from __future__ import annotations

from pathlib import Path

from pejl.record.search import Query, Segment
from record.search.small_record import build, item, marked

FILLER = "Forvaltningen vender tilbage med en plan for det videre forløb inden årets udgang. "


def test_snippet_comes_from_the_paragraph_with_most_of_the_words(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Sag", "Praktik nævnes.", "Praktik i en virksomhed.", "Virksomhed.")])
    (hit,) = index.search(Query("praktik virksomhed")).hits
    assert hit.anchor == "l20"
    assert hit.snippet == (
        Segment("Praktik", True),
        Segment(" i en ", False),
        Segment("virksomhed", True),
        Segment(".", False),
    )


def test_marks_cover_inflections_and_parts_of_compounds(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Sag", "Praktikken, VIRKSOMHEDSPRAKTIK og PrAkTiK i en virksomhed.")])
    assert marked(index.search(Query("praktik")))[:2] == ["Praktikken", "VIRKSOMHEDSPRAKTIK"]


def test_word_in_mixed_case_is_marked(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Sag", "Brug eIndkomst.")])
    assert marked(index.search(Query("eindkomst"))) == ["eIndkomst"]


def test_title_is_marked_too(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Om praktikken", "Andet.")])
    (hit,) = index.search(Query("praktik")).hits
    assert hit.title_segments == (Segment("Om ", False), Segment("praktikken", True))
    assert hit.snippet == (Segment("Andet.", False),)
    assert hit.anchor == "l10"


def test_item_without_text_has_no_snippet(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Om praktikken")])
    (hit,) = index.search(Query("praktik")).hits
    assert (hit.anchor, hit.snippet) == (None, ())


def test_phrase_is_marked_as_one(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Sag", "Rettidig hjælp og rettidige samtaler den 03.12.2025.")])
    assert marked(index.search(Query('"rettidig samtale"'))) == ["rettidige samtaler"]
    assert marked(index.search(Query("03.12.2025"))) == ["03.12.2025"]


def test_long_paragraph_is_cut_around_its_marks_at_whole_words(tmp_path: Path) -> None:
    text = FILLER * 6 + "Her nævnes praktik i en virksomhed. " + FILLER * 6
    index = build(tmp_path, [item("a", "Sag", text)])
    (hit,) = index.search(Query("praktik virksomhed")).hits
    shown = "".join(segment.text for segment in hit.snippet)
    assert len(shown) <= 242
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert shown[1:-1] in text
    assert f" {shown[1:-1].split(' ')[0]} " in text
    assert [segment.text for segment in hit.snippet if segment.marked] == ["praktik", "virksomhed"]


def test_marks_that_lie_far_apart_leave_the_densest_stretch(tmp_path: Path) -> None:
    text = "Praktik. " + FILLER * 5 + "Både praktik og virksomhed. " + FILLER * 5 + "Virksomhed."
    index = build(tmp_path, [item("a", "Sag", text)])
    (hit,) = index.search(Query("praktik virksomhed")).hits
    assert [segment.text for segment in hit.snippet if segment.marked] == ["praktik", "virksomhed"]


def test_segments_put_together_are_the_text(tmp_path: Path) -> None:
    text = "Praktik, praktikant og praktik: PRAKTIK!"
    index = build(tmp_path, [item("a", "Sag", text)])
    (hit,) = index.search(Query("praktik")).hits
    assert "".join(segment.text for segment in hit.snippet) == text


def test_anchor_is_not_searched(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Sag", "Tekst.")])
    assert index.search(Query("l10")).total == 0


def test_letter_that_grows_in_lower_case_does_not_move_the_marks(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Sag", "İİİ ved pRaktikken.")])
    assert marked(index.search(Query("praktik"))) == ["pRaktikken"]
