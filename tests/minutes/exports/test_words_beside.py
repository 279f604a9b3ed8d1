"""An agenda whose words stand in one page beside it: each item gets its own, and nobody a closed item's."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.document import Minutes
from pejl.minutes.exports.exported import ExportedItem
from pejl.minutes.exports.stretches import stretches
from pejl.minutes.public import public_version
from pejl.minutes.reader import read_bytes


def agenda(*items: tuple[str, bool]) -> str:
    points = "".join(
        f'<Dagsordenpunkt Nummer="{number}" Åbent="{str(is_open).lower()}"><Overskrift>{title}</Overskrift>'
        "</Dagsordenpunkt>"
        for number, (title, is_open) in enumerate(items, start=1)
    )
    points = f"<Dagsordenpunkter>{points}</Dagsordenpunkter>"
    return f'<Dagsorden Dagsordentype="referat"><Møde Udvalg="Byrådet"/>{points}</Dagsorden>'


def read_with_page(xml: str, page: str, name: str = "Dagsorden.html") -> Minutes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("1.xml", xml)
        packed.writestr(name, page)
    return read_bytes("1.xml.zip", archive.getvalue())


def words(minutes: Minutes, place: int) -> str:
    return public_version(minutes).items[place].model_dump_json()


THREE = agenda(("Budget", True), ("Klage", False), ("Eventuelt", True))


def test_each_item_gets_its_own_words() -> None:
    page = "<h2>1. Budget</h2><p>Om penge.</p><h2>2. Klage</h2><p>Hemmelig.</p><h2>3. Eventuelt</h2><p>Intet nyt.</p>"
    minutes = read_with_page(THREE, page)
    assert "Om penge." in words(minutes, 0) and "Intet nyt." in words(minutes, 2)
    assert "Hemmelig" not in public_version(minutes).as_json()


def test_words_that_may_be_a_closed_items_are_nobodys() -> None:
    minutes = read_with_page(
        THREE, "<h2>1. Budget</h2><p>Om penge.</p><p>Hemmelig.</p><h2>3. Eventuelt</h2><p>Nyt.</p>"
    )
    public = public_version(minutes)
    assert "Hemmelig" not in public.as_json()
    assert "Nyt." in words(minutes, 2)
    assert [line.text for line in public.unread if "ikke taget med" in line.text]


def test_a_closed_item_is_known_by_its_number_where_its_title_is_printed_otherwise() -> None:
    page = "<p>Punkt 1: Budget</p><p>Om penge.</p><p>Punkt 2: Sag om N.N.</p><p>Hemmelig.</p><p>Punkt 3: Eventuelt</p>"
    minutes = read_with_page(THREE, page)
    assert "Om penge." in words(minutes, 0)
    assert "Hemmelig" not in public_version(minutes).as_json()


def test_a_title_inside_a_closed_items_words_does_not_end_them() -> None:
    page = "<h2>Budget</h2><p>A.</p><h2>Klage</h2><p>Hemmelig.</p><p>Eventuelt</p><p>Hemmelig.</p>"
    page += "<h2>Eventuelt</h2><p>B.</p>"
    minutes = read_with_page(THREE, page)
    assert "Hemmelig" not in public_version(minutes).as_json()
    assert "B." in words(minutes, 2)


def test_of_two_items_with_one_title_the_closed_one_gets_the_words() -> None:
    xml = agenda(("Meddelelser", False), ("Meddelelser", True))
    minutes = read_with_page(xml, "<p>Meddelelser</p><p>Hemmelig.</p><p>Meddelelser</p><p>Åben.</p>")
    assert "Hemmelig" not in public_version(minutes).as_json()
    numbered = read_with_page(xml, "<p>1. Meddelelser</p><p>Hemmelig.</p><p>2. Meddelelser</p><p>Åben.</p>")
    assert "Hemmelig" not in public_version(numbered).as_json()
    assert "Åben." in words(numbered, 1)


TITLES = ["Budget", "Klage", "Eventuelt", "Meddelelser"]


@given(
    st.lists(st.tuples(st.sampled_from(TITLES), st.booleans()), min_size=1, max_size=5),
    st.sampled_from(["{n}. {t}", "{t}", "Punkt {n}: {t}", "## {t}"]),
    st.data(),
)
def test_no_item_that_is_open_gets_a_closed_items_words(
    told: list[tuple[str, bool]], form: str, data: st.DataObject
) -> None:
    items = [ExportedItem(label=str(n), title=title, open=is_open) for n, (title, is_open) in enumerate(told, start=1)]
    lines: list[str] = []
    for number, (title, is_open) in enumerate(told, start=1):
        if data.draw(st.booleans()) or is_open:
            lines.append(form.format(n=number, t=title))
        lines.append("åbent" if is_open else "hemmeligt")
    cut = stretches(lines, items)
    for place, said in cut.by_item.items():
        assert not items[place].open or "hemmeligt" not in said
