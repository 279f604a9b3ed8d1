"""OpenFisca's side of `judging.py`, which starts it in `.venv-bench` and reads what it tells.

python kontanthjaelp_openfisca.py compare|bulk|one|load [persons] [rounds or answers]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

BEGAN = perf_counter()

import numpy as np  # noqa: E402 - what is imported is measured
from kontanthjaelp_clock import each, memory, seconds  # noqa: E402
from openfisca_core.simulations import Simulation, SimulationBuilder  # noqa: E402
from openfisca_kontanthjaelp.system import Kontanthjaelp  # noqa: E402

SYSTEM = Kontanthjaelp()
LOADED = perf_counter() - BEGAN

from kontanthjaelp_persons import DAY, FOR_GOOD, STEPS, WANTED, Arrays, one_as_situation, read  # noqa: E402

MONTH = DAY[:7]


def built(persons: Arrays) -> Simulation:
    """A simulation with its inputs."""
    count = len(persons["alder"])
    builder = SimulationBuilder()
    builder.create_entities(SYSTEM)
    builder.declare_person_entity("person", np.arange(count))
    simulation = builder.build(SYSTEM)
    for name, values in persons.items():
        simulation.set_input(name, "ETERNITY" if name in FOR_GOOD else MONTH, values)
    return simulation


def calculated(simulation: Simulation) -> list[object]:
    """The wanted values."""
    return [simulation.calculate(name, MONTH) for name in WANTED]


def compare(persons: Path, answers: str) -> None:
    """Every step's value of every person, in a file."""
    simulation = built(read(persons))
    found = {name: simulation.calculate(name, MONTH) for name in STEPS}
    words = found["satsgruppe"].decode_to_str().astype("U24")
    np.savez(answers, **{name: np.asarray(values) for name, values in found.items()} | {"satsgruppe": words})


def bulk(path: Path, rounds: int) -> dict[str, object]:
    """Seconds for calculation alone, and with building the simulation and its inputs."""
    persons = read(path)
    calculated(built(persons))
    calculating, whole = [], []
    for _ in range(rounds):
        made: list[Simulation] = []
        building = seconds(lambda: made.append(built(persons)))  # noqa: B023 - it is run at once
        calculating.append(seconds(lambda: calculated(made[0])))  # noqa: B023
        whole.append(building + calculating[-1])
    return {"calculated": calculating, "with inputs": whole, "memory": memory()}


def one(times: int) -> dict[str, object]:
    """Seconds from a JSON situation to one value."""
    situation = one_as_situation()

    def asked() -> object:
        simulation = SimulationBuilder().build_from_entities(SYSTEM, json.loads(situation))
        return simulation.calculate(WANTED[1], MONTH)

    each(asked, 20)
    return {"seconds": each(asked, times), "value": float(asked()[0])}  # type: ignore[index]


def main() -> None:
    """Measure what is asked for, and tell it as JSON."""
    what, *words = sys.argv[1:]
    if what == "compare":
        compare(Path(words[0]), words[1])
    elif what == "bulk":
        print(json.dumps(bulk(Path(words[0]), int(words[1]))))
    elif what == "one":
        print(json.dumps(one(int(words[0]))))
    else:
        print(json.dumps({"seconds": LOADED}))


if __name__ == "__main__":
    main()
