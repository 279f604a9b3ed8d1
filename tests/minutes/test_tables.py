"""Tables come out as data, whatever drew them."""

from __future__ import annotations

from pejl.minutes.document import Table

from .reading import item, minutes_of


def tables_in(body: str) -> list[Table]:
    return minutes_of(item(1, body=body)).items[0].tables


def test_tab_aligned_table_keeps_empty_cells_and_its_caption() -> None:
    (table,) = tables_in(
        "Tabel 1. Forbrug\n\nMio. kr.\t2025\t2026\tI alt\nDrift\t\t2,5\t2,5\n<b>I alt</b>\t1,0\t2,5\t3,5"
    )
    assert table.caption == "Tabel 1. Forbrug"
    assert table.header == ["Mio. kr.", "2025", "2026", "I alt"]
    assert table.rows == [["Drift", "", "2,5", "2,5"], ["I alt", "1,0", "2,5", "3,5"]]


def test_pipe_table_loses_its_rule_and_nothing_else() -> None:
    (table,) = tables_in("| År | Antal |\n|----|------:|\n| 2025 | 12 |\n| 2026 | 14 |")
    assert (table.header, table.rows) == (["År", "Antal"], [["2025", "12"], ["2026", "14"]])


def test_space_aligned_figures_are_a_table() -> None:
    (table,) = tables_in("Gruppe        2025    2026\nDagpenge       967     890\nSygedagpenge   740     801")
    assert table.rows == [["Dagpenge", "967", "890"], ["Sygedagpenge", "740", "801"]]


def test_page_break_inside_a_table_does_not_cut_it() -> None:
    (table,) = tables_in("A\tB\n1\t2\n\n3\t4")
    assert table.rows == [["1", "2"], ["3", "4"]]


def test_tagged_cells_are_read_as_text() -> None:
    (table,) = tables_in("Før\tEfter\n<p>Vi <b>skal</b></p> <p>alt</p>\t<ul><li>Vi kan</li></ul>")
    assert table.rows == [["Vi skal alt", "Vi kan"]]


def test_rows_of_a_web_page_are_read_as_rows() -> None:
    (table,) = tables_in("<table><tr><th>År</th><th>Antal</th></tr><tr><td>2025</td><td>7</td></tr></table>")
    assert (table.header, table.rows) == (["År", "Antal"], [["2025", "7"]])


def test_short_rows_are_filled_to_the_widest() -> None:
    (table,) = tables_in("A\tB\tC\n1\t2")
    assert table.rows == [["1", "2", ""]]


def test_running_text_is_no_table() -> None:
    assert tables_in("Udvalget har  drøftet sagen.\nDen  kommer igen.") == []
