"""`pejl screening trial simulate`: many trials of invented persons, to see how often a trial would be wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.progress import told
from pejl.cli.register_lines import aligned
from pejl.screening.trial.example import example
from pejl.screening.trial.protocol_file import BadProtocol, read_protocol
from pejl.screening.trial.simulate import Simulated, simulate

Trials = Annotated[int, typer.Option("--trials", min=10, max=100_000, help="How many trials.")]
Ratio = Annotated[float, typer.Option("--hr", min=0.1, max=10, help="The true hazard ratio; 1 is no effect.")]
Harm = Annotated[float, typer.Option("--harm", min=0.1, max=10, help="The true ratio of leaving for another benefit.")]
File = Annotated[
    Path | None, typer.Option("--protocol", metavar="FILE", help="The protocol that is tried; otherwise the example.")
]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31, help="The same seed gives the same trials again.")]
NoLooks = Annotated[bool, typer.Option("--no-looks", help="Look at the end only, whatever the protocol says.")]

app = new_app(add_completion=False)


@app.command("simulate")
def simulate_command(
    trials: Trials = 1000,
    hr: Ratio = 1.0,
    harm: Harm = 1.0,
    protocol: File = None,
    seed: Seed = 1,
    no_looks: NoLooks = False,
    as_json: AsJson = False,
) -> None:
    """Run many trials of invented persons through the same draw and the same comparison as a real one.

    With --hr 1 it tells how often a trial finds what is not there, with another how often it finds what is. Exit code 1
    where that is not what chance allows around what was chosen.
    """
    try:
        written = protocol.read_bytes() if protocol else example().encode()
        asked = read_protocol(written)
    except (OSError, BadProtocol) as trouble:
        remark(str(trouble))
        raise typer.Exit(UNUSABLE) from trouble
    with told("Simulating trials") as step:
        found = simulate(
            asked,
            hr,
            trials=trials,
            seed=seed,
            harm=harm,
            looks=not no_looks,
            progress=lambda done, total: step(done, total, "trials"),
        )
    if as_json:
        answer_json(found.model_dump(mode="json"))
    else:
        answer("\n".join(aligned(_rows(found))))
    if not found.as_expected:
        raise typer.Exit(NOTHING_FOUND)


def _rows(found: Simulated) -> list[tuple[str, str]]:
    return [
        ("trials", f"{found.trials}, {found.persons} persons, {found.ends} ends, {found.seconds:.1f} s"),
        ("answered", f"{100 * found.answered:.1f} % ({100 * found.low:.1f}-{100 * found.high:.1f})"),
        ("expected", f"{100 * found.expected:.1f} %, by chance {100 * found.least:.1f}-{100 * found.most:.1f}"),
        ("stopped early", f"{100 * found.stopped_early:.1f} %, mean ends {found.mean_ends:.0f}"),
        ("hazard ratio", f"mean {found.mean_ratio:.3f}, true {found.ratio:g}, covered {100 * found.covered:.1f} %"),
        ("harm found", f"{100 * found.harm_stopped:.1f} %, true ratio {found.harm_ratio:g}"),
        ("imbalance", f"{found.largest_imbalance} at the most in a stratum"),
    ]
