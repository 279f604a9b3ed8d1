"""`pejl screening trial power`: how many ends and persons a trial needs, and how many months that is."""

from __future__ import annotations

from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.register_lines import aligned
from pejl.cli.register_outcomes import said
from pejl.home.folders import home
from pejl.register.register import Register
from pejl.screening.landmarks import Exit
from pejl.screening.trial.inflow import Inflow, inflow
from pejl.screening.trial.power import ends_needed, size
from pejl.screening.trial.statistics.bound import Bound
from pejl.screening.trial.statistics.bounds import inflation

Ratio = Annotated[float, typer.Option("--hr", min=0.2, max=5, help="The hazard ratio that must not be missed.")]
Margin = Annotated[
    float, typer.Option("--margin", min=0, max=0.99, help="Non-inferiority: the hazard ratio not to fall below.")
]
Alpha = Annotated[float, typer.Option("--alpha", min=0.001, max=0.2, help="Two-sided; for a margin, half of it.")]
Power = Annotated[float, typer.Option("--power", min=0.5, max=0.99, help="How surely it must be seen.")]
Looks = Annotated[int, typer.Option("--looks", min=1, max=10, help="How often one looks, evenly; the last is the end.")]
Sites = Annotated[float, typer.Option("--sites", min=0.1, help="How many sites as large as the one counted.")]
TakesPart = Annotated[float, typer.Option("--takes-part", min=0.01, max=1, help="The share of it that is drawn.")]
AYear = Annotated[int, typer.Option("--persons-a-year", min=0, help="The inflow of a site; otherwise the register's.")]
SeenToEnd = Annotated[
    float,
    typer.Option("--seen-to-end", min=0, max=1, help="The share that ends in time; otherwise the register's."),
]
Weeks = Annotated[float, typer.Option("--weeks", min=1, max=104, help="The weeks within which ends count.")]

app = new_app(add_completion=False)


@app.command("power")
def power_command(
    hr: Ratio = 1.25,
    margin: Margin = 0,
    alpha: Alpha = 0.05,
    power: Power = 0.8,
    looks: Looks = 1,
    sites: Sites = 1,
    takes_part: TakesPart = 1,
    persons_a_year: AYear = 0,
    seen_to_end: SeenToEnd = 0,
    weeks: Weeks = 52,
    as_json: AsJson = False,
) -> None:
    """Reckon the ends that a trial of two equal arms needs (Schoenfeld), and the persons and months that is.

    Persons and months follow from the register of the installation where there is one, or from --persons-a-year and
    --seen-to-end. --looks counts in what looking early costs (O'Brien and Fleming).
    """
    if margin == 0 and hr == 1:
        remark("A hazard ratio of 1 is no effect: no trial can tell it from none.")
        raise typer.Exit(UNUSABLE)
    shares = tuple((place + 1) / looks for place in range(looks))
    times = inflation(shares, alpha / 2, power, Bound.OBRIEN_FLEMING)
    ends = ends_needed(margin or hr, alpha=alpha, power=power) * times
    known = None if persons_a_year and seen_to_end else _inflow(weeks)
    each = persons_a_year or (known.persons_a_year if known else 0)
    found = size(
        ends,
        seen_to_end=seen_to_end or (known.seen_to_end if known else None),
        persons_a_year=each * sites if each else None,
        takes_part=takes_part,
    )
    if as_json:
        answer_json(
            {
                "ends": found.ends,
                "persons": found.persons,
                "months": found.months,
                "persons_a_year": found.persons_a_year,
                "inflation": times,
                "sites": sites,
            }
        )
        return
    rows = [("ends", str(found.ends))]
    rows += [("persons", str(found.persons))] if found.persons else []
    rows += [("months", f"{found.months:.0f} with {sites:g} such sites")] if found.months else []
    answer("\n".join(aligned(rows)))


def _inflow(weeks: float) -> Inflow | None:
    """What the installation's register tells, where it has one."""
    if not home().register.is_dir() or not any(home().register.iterdir()):
        return None
    with said():
        return inflow(Register(home()).newest(), (Exit.TILBAGE.value,), weeks)
