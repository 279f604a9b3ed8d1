"""What a hit shows: the paragraph that answers best, cut at its marks."""

from __future__ import annotations

from pathlib import Path

from pejl.minutes.document import Block, Lines, Role, Section, Table
from pejl.record.paragraphs import paragraphs
from pejl.record.search import Query, Segment
from pejl.record.search.meaning.passages import passages
from record.builders import item as minutes_item
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


def shown_of_table(tmp_path: Path, query: str, *rows: list[str]) -> str:
    case = minutes_item(1, "Mål").model_copy(
        update={
            "sections": [
                Section(
                    heading="Mål",
                    role=Role.TEXT,
                    level=2,
                    blocks=[Block(kind="table", table=0, text="", lines=Lines(first=3, last=3))],
                    lines=Lines(first=3, last=3),
                )
            ],
            "tables": [Table(header=rows[0], rows=list(rows[1:]), lines=Lines(first=3, last=3))],
        }
    )
    index = build(tmp_path, [item("a", "Mål", *(text for _, text in paragraphs(case)))])
    (hit,) = index.search(Query(query)).hits
    return "".join(segment.text for segment in hit.snippet)


def test_the_cells_of_a_table_are_told_apart(tmp_path: Path) -> None:
    shown = shown_of_table(tmp_path, "midtvejs", ["Mål", "Mål ved udgangen af 2026", "Midtvejs"], ["Praktik", "40", ""])
    assert shown.endswith("Mål · Mål ved udgangen af 2026 · Midtvejs · Praktik · 40")


def test_a_phrase_of_two_cells_is_found_as_before(tmp_path: Path) -> None:
    assert "Praktik · 40" in shown_of_table(tmp_path, '"praktik 40"', ["Mål", "Antal"], ["Praktik", "40"])


def test_a_long_table_is_cut_between_its_cells(tmp_path: Path) -> None:
    rows = [[f"måneden{place}", f"antallet{place}"] for place in range(60)]
    shown = shown_of_table(tmp_path, "antallet30", ["Måned", "Antal"], *rows)
    cells = shown.strip("…").strip(" ·").split(" · ")
    assert set(cells) <= {cell for row in rows for cell in row}
    assert "antallet30" in cells


def test_what_is_read_for_meaning_has_blanks_between_cells() -> None:
    [passage] = passages("Mål", ["Mål\tMidtvejs\nPraktik\t40"])
    assert passage.text == "Mål. Mål Midtvejs\nPraktik 40"
