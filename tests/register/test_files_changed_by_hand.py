"""Somebody changes a file of a snapshot by hand: it is seen before anything new stands on it, and is not made good."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from pejl.home.folders import Home
from pejl.register import services
from pejl.register.kept import Damaged
from pejl.register.loading import load
from pejl.register.register import Register
from register.deliveries import KEY, delivery, person, spell

NOVEMBER, DECEMBER = dt.date(2025, 11, 30), dt.date(2025, 12, 31)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A register whose newest table of spells somebody has edited."""
    made = Home(tmp_path / "home")
    spells = [spell("a", "1"), spell("b", "2"), spell("c", "1", "2019-01-01", "2020-01-31")]
    tables = {"persons": [person("1"), person("2")], "benefit_spells": spells}
    name = load(delivery(tmp_path / "d1", NOVEMBER, tables), made, KEY).snapshot
    path = made.register / name / "persons.parquet"
    table = pq.read_table(path)
    place = table.schema.get_field_index("birth_year")
    older = pc.subtract(table.column("birth_year"), 10).cast(table.schema.field(place).type)
    pq.write_table(table.set_column(place, table.schema.field(place), older), path)
    return made


def test_no_delivery_is_loaded_on_top_of_it(home: Home, tmp_path: Path) -> None:
    later = delivery(tmp_path / "d2", DECEMBER, {"benefit_spells": [spell("a", "1")]})
    with pytest.raises(Damaged, match=r"persons\.parquet er ændret.*Intet er indlæst"):
        load(later, home, KEY)
    assert [each.known for each in Register(home).snapshots()] == [NOVEMBER]


@pytest.mark.django_db
def test_a_forgetting_that_does_not_write_it_again_does_not_make_it_good(home: Home) -> None:
    forgot = services.forget_before(home, dt.date(2024, 1, 1), who="Else Brandt", why="Fristen er ude.")
    assert forgot.rows == {"benefit_spells": 1}
    (said,) = Register(home).newest().touched()
    assert "persons.parquet er ændret" in said
