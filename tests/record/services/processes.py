"""Processes that import into one record and are killed, or write at once. Run as a script by `test_processes.py`.

Django is set up once; each start of the product is then a fork that has touched neither database nor index, which costs
a hundredth of a second in place of one. The folder and the database are those that the environment names.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import random
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, NoReturn

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up before its models are imported
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from pejl.minutes.document import Minutes  # noqa: E402
from pejl.minutes.sources import Unreadable  # noqa: E402
from pejl.minutes.sources.unreadable import Words  # noqa: E402
from pejl.record.models import Document, Item, Meeting  # noqa: E402
from pejl.record.search import SearchIndex, meaning  # noqa: E402
from pejl.record.services import (  # noqa: E402
    Installation,
    Recovered,
    import_bytes,
    import_session,
    mending,
    rebuild,
    recover,
)
from pejl.record.services.search_folder import SearchFolder  # noqa: E402
from record import builders  # noqa: E402
from record.builders import agenda, closed, item, member, minutes, vote  # noqa: E402

LOADED = (meaning, mending)
"""What the product loads when it is used first: a fork would be killed while it loads, and do nothing."""

LONGEST_LIFE = 2
"""How many imports' time lies between ready and the kill, at most."""

LONGEST_START = 0.1
"""Seconds from the beginning of a start to the kill, at most, where the start itself is to be killed."""

Tell = Callable[[str, object], None]


def here() -> Installation:
    """The installation of the environment, with the reader of built documents."""
    refusal = Words("it is not minutes", "den er ikke et referat")
    return Installation(
        home=settings.HOME,
        index=SearchFolder(settings.HOME.index),
        municipality="Fjordby Kommune",
        read=builders.reader(lambda name: Unreadable(name, refusal)),
        named=lambda _: None,
    )


def document(chance: random.Random) -> Minutes:
    """Minutes or an agenda of one of a few meetings, so that versions, agendas and same files come often."""
    make = chance.choice([minutes, minutes, agenda])
    people = chance.sample(["Anna Holm", "Bo Lund", "Eva Krog", "Åse Dam", "Aase Dam"], 3)
    return make(
        item(1, f"Sag {chance.randrange(3)}", case=f"25-{chance.randrange(4)}-P05", votes=[vote(for_=people)]),
        *([closed(2)] if chance.random() < 0.3 else []),
        item(3, "Eventuelt", text=[f"Ord nummer {chance.randrange(50)}."]),
        body=chance.choice(["Økonomiudvalget", "ØKONOMIUDVALG", "Byrådet"]),
        date=dt.date(2025, 1, 1 + chance.randrange(20)),
        **({"members": [member(name) for name in people]} if make is minutes else {}),
    )


def faults(place: Installation) -> list[str]:
    """Everything that is not as it must be after a start, as sentences."""
    found = list(place.archive.verify())
    found += [f"left over: {path}" for path in place.home.root.rglob("*.part")]
    archived, filed = place.archive.received(), set(Document.objects.values_list("sha256", flat=True))
    found += [f"archived without document: {sha256}" for sha256 in archived - filed]
    found += [f"document without file: {sha256}" for sha256 in filed - archived]
    for meeting in Meeting.objects.prefetch_related("documents", "items"):
        shown = [row for row in meeting.documents.all() if row.shown]
        if len(shown) != 1:
            found.append(f"{meeting}: {len(shown)} documents shown")
        elif len(shown[0].content["items"]) != meeting.items.count():
            found.append(f"{meeting}: {meeting.items.count()} items, its document has another number")
    open_items = Item.objects.filter(closed=False)
    index = SearchIndex.open(place.home.index)
    if len(index) != open_items.count():
        found.append(f"the index holds {len(index)} items, the database {open_items.count()}")
    if index.document_hashes() != set(open_items.values_list("document__sha256", flat=True)):
        found.append("the index holds other documents than the pages show")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA integrity_check")
            found += [row[0] for row in cursor.fetchall() if row[0] != "ok"]
            cursor.execute("PRAGMA foreign_key_check")
            found += [f"dangling row: {row}" for row in cursor.fetchall()]
    if (again := recover(at=place)) != Recovered():
        found.append(f"the second start found more to do: {again}")
    return found


def one_run(chance: random.Random, place: Installation, tell: Tell) -> None:
    """Take a few files in by one run, some of which cannot be read."""
    with import_session(at=place) as session:
        for _ in range(chance.randrange(1, 6)):
            data = builders.as_file(document(chance)) if chance.random() < 0.8 else b"no minutes"
            with suppress(Unreadable):
                session.take("referat.txt", data)
                tell("kept", hashlib.sha256(data).hexdigest())


def one_life(seed: int, tell: Tell) -> None:
    """One process: a start, a look at everything, and imports or rebuilds until somebody kills it."""
    chance = random.Random(seed)
    place = here()
    tell("born", os.getpid())
    recover(at=place)
    tell("faults", faults(place))
    tell("there", sorted(Document.objects.values_list("sha256", flat=True)))
    tell("ready", seed)
    while True:
        if chance.random() < 0.05:
            rebuild(at=place)
        elif chance.random() < 0.5:
            data = builders.as_file(document(chance))
            import_bytes("referat.txt", data, at=place)
            tell("kept", hashlib.sha256(data).hexdigest())
        else:
            one_run(chance, place, tell)


class Fork:
    """A process that does some work and tells of it, until it is done or killed."""

    def __init__(self, work: Callable[[Tell], None]) -> None:
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            self._live(work, writing)
        os.close(writing)
        self._pipe = reading
        self._deadline: float | None = None

    def kill_within(self, seconds: float) -> None:
        """Kill the process that many seconds from now, wherever it is by then."""
        self._deadline = time.monotonic() + seconds

    def told(self) -> Iterator[tuple[str, Any]]:
        """What the process tells, until it is gone."""
        rest = b""
        while chunk := self._read():
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                what, value = json.loads(line)
                yield what, value
        os.close(self._pipe)
        os.waitpid(self.pid, 0)

    def _read(self) -> bytes:
        if self._deadline is not None:
            wait = max(0.0, self._deadline - time.monotonic())
            if not select.select([self._pipe], [], [], wait)[0]:
                os.kill(self.pid, signal.SIGKILL)
                self._deadline = None
        return os.read(self._pipe, 65536)

    @staticmethod
    def _live(work: Callable[[Tell], None], writing: int) -> NoReturn:
        def tell(what: str, value: object) -> None:
            os.write(writing, (json.dumps([what, value]) + "\n").encode())

        try:
            work(tell)
        except BaseException:
            tell("failed", traceback.format_exc())
        finally:
            os._exit(0)


def seconds_of_an_import() -> float:
    """How long an import takes on this machine today, from ten of them in a process that nobody kills."""

    def import_some(tell: Tell) -> None:
        place, chance = here(), random.Random(0)
        for _ in range(10):
            began = time.monotonic()
            import_bytes("referat.txt", builders.as_file(document(chance)), at=place)
            tell("took", time.monotonic() - began)

    took = [seconds for what, seconds in Fork(import_some).told() if what == "took"]
    return sum(took) / len(took)


def killed_lives(kills: int, seed: int) -> dict[str, object]:
    """Kill that many processes, most of them while they write and every sixth while it starts, and start one more.

    Returns what was wrong, and how many files were told to be kept.
    """
    chance = random.Random(seed)
    kept: set[str] = set()
    wrong: list[str] = []
    longest_life = LONGEST_LIFE * seconds_of_an_import()
    for life in range(kills + 1):
        while_starting = life % 6 == 5 and life < kills
        fork = Fork(partial(one_life, seed * 1000 + life))
        for what, value in fork.told():
            match what:
                case "born" if while_starting:
                    fork.kill_within(chance.uniform(0, LONGEST_START))
                case "ready" if not while_starting:
                    fork.kill_within(chance.uniform(0, longest_life))
                case "kept":
                    kept.add(value)
                case "there" if lost := kept - set(value):
                    wrong.append(f"life {life}: lost {sorted(lost)}")
                case "failed":
                    wrong.append(f"life {life}: {value}")
                case "faults":
                    wrong += [f"life {life}: {fault}" for fault in value]
        if wrong:
            break
    return {"kills": life, "done": len(kept), "wrong": wrong}


def writers_at_once(writers: int, files: int) -> dict[str, object]:
    """Let processes import overlapping files at once, every other in one run, while one more starts and reads; return
    what was wrong.
    """

    def made(number: int) -> bytes:
        return builders.as_file(minutes(item(1), item(2), date=dt.date(2025, 1, 1) + dt.timedelta(days=number)))

    def write(first: int, tell: Tell) -> None:
        for number in range(first, first + files):
            import_bytes("referat.txt", made(number), at=here())
            tell("kept", number)

    def write_in_one_run(first: int, tell: Tell) -> None:
        with import_session(at=here()) as session:
            for number in range(first, first + files):
                session.take("referat.txt", made(number))
                tell("kept", number)

    def read(tell: Tell) -> None:
        for _ in range(20):
            recover(at=here())
            for row in Document.objects.filter(shown=True):
                if row.items.count() != 2:
                    tell("failed", f"{row} was seen half filed")

    ways = [write, write_in_one_run]
    forks = [Fork(partial(ways[number % 2], number * files // 2)) for number in range(writers)]
    told = [one for fork in (*forks, Fork(read)) for one in fork.told()]
    wrong = [value for what, value in told if what == "failed"]
    *_, (_, last) = Fork(lambda tell: tell("faults", faults(here()))).told()
    different = {value for what, value in told if what == "kept"}
    return {"done": len(different), "wrong": wrong + last}


def main() -> None:
    """Take the work from the command line and answer in JSON."""
    work, *numbers = sys.argv[1:]
    one, other = map(int, numbers)
    call_command("migrate", verbosity=0)
    connection.close()
    print(json.dumps({"kill": killed_lives, "write": writers_at_once}[work](one, other)))


if __name__ == "__main__":
    main()
