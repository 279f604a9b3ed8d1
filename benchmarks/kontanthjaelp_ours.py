"""Our side of `judging.py`, which starts it and reads what it tells.

python kontanthjaelp_ours.py compare|arrays|columns|one|load [persons] [rounds or answers]
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

BEGAN = perf_counter()

from pejl.law.facts import from_json  # noqa: E402 - what is imported is measured
from pejl.law.law import law  # noqa: E402
from pejl.law.law_day import LawOnDay  # noqa: E402

LAW = law()
ON = LAW.on(dt.date(2025, 9, 1), scenario="fjordby")
LOADED = perf_counter() - BEGAN

from kontanthjaelp_clock import each, memory, seconds  # noqa: E402
from kontanthjaelp_persons import STEPS, WANTED, Arrays, one_as_json, read  # noqa: E402

from pejl.law.explanation import explained  # noqa: E402

if TYPE_CHECKING:
    import ibis

    from pejl.law.answer import Answer

_WORDS = ("familie", "maalgruppe")


def anew() -> LawOnDay:
    """The law of the day with nothing made ready."""
    return LawOnDay(LAW.book, ON.day, None, ON.scenario)


def compare(persons: Path, answers: str) -> None:
    """Every step's value of every person by arrays, in a file. By columns they are the same, or there is no file."""
    given = read(persons)
    found = ON.arrays(given, STEPS)
    also = ON.columns(loaded(given), STEPS).order_by("number").to_pyarrow()
    for name, values in found.items():
        if values.tolist() != also[name].to_pylist():
            raise SystemExit(f"Arrays and columns differ in {name}.")
    written = {name: values.astype("U24") if values.dtype == object else values for name, values in found.items()}
    import_module("numpy").savez(answers, **written)


def loaded(given: Arrays) -> ibis.Table:
    """The persons as a table in DuckDB's memory, with words as words."""
    pa, backend = import_module("pyarrow"), import_module("ibis").duckdb.connect()
    columns = {name: pa.array(values) for name, values in given.items() if name not in _WORDS}
    for name in _WORDS:
        words = pa.array(LAW.book.givens[name].words)
        columns[name] = pa.DictionaryArray.from_arrays(pa.array(given[name].astype("int8")), words)
    columns["number"] = pa.array(range(len(given["alder"])), pa.int32())
    backend.con.register("given", pa.table(columns))
    backend.con.execute("CREATE TABLE persons AS SELECT * FROM given")
    backend.con.unregister("given")
    table: ibis.Table = backend.table("persons")
    return table


def arrays(path: Path, rounds: int) -> dict[str, object]:
    """Seconds by arrays with the rules made ready, and with all that is made of rules and inputs."""
    given = read(path)
    ON.arrays(given, WANTED)
    calculating, whole = [], []
    for _ in range(rounds):
        calculating.append(seconds(lambda: ON.arrays(given, WANTED)))
        whole.append(seconds(lambda: anew().arrays(given, WANTED)))
    return {"calculated": calculating, "with inputs": whole, "memory": memory()}


def columns(path: Path, rounds: int) -> dict[str, object]:
    """Seconds by DuckDB from a table in its memory to Arrow, and with the making of that table and the expression."""
    given = read(path)
    table = loaded(given)
    expression = ON.columns(table, WANTED).select(*WANTED)
    expression.to_pyarrow()
    calculating, whole = [], []
    for _ in range(rounds):
        calculating.append(seconds(expression.to_pyarrow))
        whole.append(seconds(lambda: anew().columns(loaded(given), WANTED).select(*WANTED).to_pyarrow()))
    return {"calculated": calculating, "with inputs": whole, "memory": memory()}


def one(times: int) -> dict[str, object]:
    """Seconds from JSON to the explanation's last line."""
    told = one_as_json()

    def asked() -> Answer:
        answer = ON.person(from_json(LAW.book, json.loads(told)), [WANTED[1]])
        explained(answer)
        return answer

    def judged() -> Answer:
        return ON.person(from_json(LAW.book, json.loads(told)), [WANTED[1]])

    each(asked, 20)
    explaining, judging = each(asked, times), each(judged, times)
    return {"seconds": explaining, "value alone": judging, "value": asked().values[WANTED[1]]}


def main() -> None:
    """Measure what is asked for, and tell it as JSON."""
    what, *words = sys.argv[1:]
    if what == "compare":
        compare(Path(words[0]), words[1])
    elif what in ("arrays", "columns"):
        print(json.dumps((arrays if what == "arrays" else columns)(Path(words[0]), int(words[1]))))
    elif what == "one":
        print(json.dumps(one(int(words[0]))))
    else:
        print(json.dumps({"seconds": LOADED}))


if __name__ == "__main__":
    main()
