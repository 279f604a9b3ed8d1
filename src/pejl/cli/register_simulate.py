"""`pejl register simulate`: an invented caseload as deliveries, written to a folder or taken in like any other."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened
from pejl.cli.progress import Steps, told
from pejl.cli.register_lines import aligned
from pejl.cli.register_outcomes import needed_key, said
from pejl.home.folders import Home
from pejl.intake.key import Key
from pejl.register import services
from pejl.register.loading import NotLoaded
from pejl.register.register import Register
from pejl.register.report import Outcome
from pejl.register.simulation import deliveries
from pejl.register.simulation.calibration import Measured, measured
from pejl.register.simulation.levels import INHABITANTS
from pejl.register.simulation.municipality import FEWEST, MOST, Municipality, municipality
from pejl.register.simulation.wish import Unusable, Wish

Persons = Annotated[int, typer.Option("--persons", min=FEWEST, max=MOST, help="How many inhabitants.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31, help="The same seed gives the same bytes.")]
From = Annotated[
    dt.datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="The first day of which the source tells.")
]
To = Annotated[dt.datetime, typer.Option("--to", formats=["%Y-%m-%d"], help="The day up to which it knows.")]
Many = Annotated[int, typer.Option("--deliveries", min=1, max=12, help="How many, a quarter apart.")]
Out = Annotated[Path | None, typer.Option("--out", file_okay=False, help="Only write the deliveries to this folder.")]

HEADINGS = ("level", "day", "published", "simulated", "deviation")

app = new_app(add_completion=False)


@app.command()
def simulate(
    persons: Persons = INHABITANTS,
    seed: Seed = 1,
    first: From = dt.datetime(2023, 1, 1),  # noqa: DTZ001 - a day, as typer wants it
    last: To = dt.datetime(2026, 10, 31),  # noqa: DTZ001
    many: Many = 2,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Make the caseload of the invented municipality Fjordby, and take it in as deliveries like any other.

    Nobody in it is real. What comes of it is counted in the register and held against published levels; at 70,000
    inhabitants a level that is off by more than 5 percent is an error (exit code 1).
    """
    try:
        wish = Wish(persons, seed, first.date(), last.date(), many)
    except Unusable as unusable:
        remark(str(unusable))
        raise typer.Exit(UNUSABLE) from unusable
    if out is not None:
        _write(wish, out)
        return
    key = needed_key()
    with opened(), said():
        _see_nothing_real_is_there(settings.HOME)
        with told("Simulating") as step, tempfile.TemporaryDirectory() as folder:
            _load(wish, Path(folder), settings.HOME, key, step)
        found = measured(Register(settings.HOME).newest(), persons, wish.first)
    _answer(found, as_json=as_json)
    if persons == INHABITANTS and not all(each.holds for each in found):
        remark("Levels that are off by more than 5 percent are marked with !")
        raise typer.Exit(NOTHING_FOUND)


def _made(wish: Wish) -> Municipality:
    return municipality(wish.persons, wish.seed, wish.first, wish.last)


def _write(wish: Wish, out: Path) -> None:
    try:
        for written in deliveries.write(_made(wish), out, wish.known, wish.seed):
            answer(str(written.folder))
    except OSError as trouble:
        remark(f"{out} cannot be written: {trouble.strerror}.")
        raise typer.Exit(UNUSABLE) from trouble
    beside = f"{deliveries.TRUTH}, {deliveries.PLANTED} and {deliveries.STORIES}"
    remark(f"Beside them: {beside}. `pejl register load PATH` takes a delivery in.")


def _see_nothing_real_is_there(home: Home) -> None:
    """Invented people are not put among others."""
    others = sorted({each.source for each in Register(home).snapshots()} - {deliveries.SOURCE})
    if others:
        remark(f"The register holds deliveries from {', '.join(others)}. Name another folder with PEJL_HOME.")
        raise typer.Exit(UNUSABLE)


def _load(wish: Wish, folder: Path, home: Home, key: Key, step: Steps) -> None:
    """All deliveries, the oldest first; and beside the register what only the simulation knows."""
    total = len(wish.known) + 1
    made = _made(wish)
    step(1, total, "made")
    for number, written in enumerate(deliveries.write(made, folder, wish.known, wish.seed), 2):
        try:
            report = services.load_delivery(written.folder, home, key, lambda file, done, total: None)
        except NotLoaded as trouble:
            remark(str(trouble))
            raise typer.Exit(UNUSABLE) from trouble
        step(number, total, f"{written.known}: {report.sentence}")
        if report.outcome is Outcome.REFUSED:
            raise typer.Exit(UNUSABLE)
    deliveries.keep_beside(made, folder, home.simulation, wish.last, key)


def _answer(found: Sequence[Measured], *, as_json: bool) -> None:
    if as_json:
        answer_json([_as_data(each) for each in found])
        return
    for line in aligned([HEADINGS, *(_row(each) for each in found)]):
        answer(line)


def _row(each: Measured) -> tuple[str, ...]:
    marked = "" if each.holds else " !"
    return (
        each.level.meaning,
        each.level.day.isoformat(),
        f"{each.published:.1f}",
        f"{each.counted:.1f}",
        f"{100 * each.deviation:+.1f} %{marked}",
    )


def _as_data(each: Measured) -> dict[str, object]:
    return {
        "level": each.level.name,
        "meaning": each.level.meaning,
        "day": each.level.day.isoformat(),
        "published": each.published,
        "simulated": each.counted,
        "deviation": round(each.deviation, 4),
        "source": each.level.source,
    }
