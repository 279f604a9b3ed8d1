"""A named owner signs, and exactly what was signed is taken in use: every way around it is tried."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from pejl.acts.models import Act
from pejl.home.folders import Home
from pejl.screening.advice.policy import BadPolicy
from pejl.screening.gate import opened, queries, services
from pejl.screening.gate.on_disk import NoModel, hashes_of
from pejl.screening.gate.state import Step
from pejl.screening.gate.verbs import Cause
from pejl.screening.models import LogEntry
from pejl.screening.queries.policy import policy_in_use
from pejl.screening.training.run import TrainingRun
from screening.a_run import a_run, data_sheet, measured, near, put

pytestmark = pytest.mark.django_db
WHO = {"who": "Else Brandt", "why": "Afprøvet og fundet i orden."}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def run(home: Home) -> TrainingRun:
    """A model that passes, in its folder."""
    found = a_run()
    put(home, found)
    return found


def in_use(home: Home, run: TrainingRun) -> None:
    services.sign(home, run.id, **WHO)
    services.activate(home, run.id, **WHO)


def steps(home: Home) -> dict[str, Step]:
    return {each.name: each.step for each in queries.models(home)}


def test_a_model_is_signed_taken_in_use_and_taken_out_of_it(home: Home, run: TrainingRun) -> None:
    assert steps(home) == {run.id: Step.PASSES}
    services.sign(home, run.id, **WHO)
    assert steps(home) == {run.id: Step.SIGNED} and queries.active_model(home) is None
    services.activate(home, run.id, **WHO)
    active = queries.active_model(home)
    assert active is not None
    assert (active.id, active.hash, active.who) == (run.id, run.model_hash, "Else Brandt")
    assert active.run == run
    assert steps(home) == {run.id: Step.ACTIVE}
    assert services.suspend(home, who="Else Brandt", why="Fejl i data", cause=Cause.INCIDENT) == run.id
    assert queries.active_model(home) is None
    assert "Fejl i data" in queries.standing(home).sentence
    assert steps(home) == {run.id: Step.SUSPENDED}


def test_a_policy_that_is_loosened_after_the_gate_is_not_used_with_the_model(home: Home, run: TrainingRun) -> None:
    file = home.root / "screening.toml"
    file.write_text("release_below = 0.3\nown_first = false\n")
    assert policy_in_use(home).release_below == 0.3, "no model is in use that it could be looser than"
    file.write_text("release_below = 0.05\n")
    in_use(home, run)
    assert policy_in_use(home).release_below == 0.05
    file.write_text("release_below = 0.3\nown_first = false\n")
    with pytest.raises(BadPolicy, match=r"lempeligere .*\(release_below og own_first\)\. Stil den tilbage"):
        policy_in_use(home)


def test_each_is_an_act_and_what_changes_use_is_in_the_log(home: Home, run: TrainingRun) -> None:
    in_use(home, run)
    services.suspend(home, **WHO)
    assert [act.verb for act in Act.objects.all()] == [
        "screening.model_signed",
        "screening.model_activated",
        "screening.model_suspended",
    ]
    assert [entry.event for entry in LogEntry.objects.all()] == ["aktiveret", "suspenderet"]
    assert run.model_hash in LogEntry.objects.all()[0].detail


def test_signing_writes_the_documents_and_remembers_what_they_were(home: Home, run: TrainingRun) -> None:
    services.sign(home, run.id, **WHO)
    written = {path.name for path in (home.models / run.id / "documents").iterdir()}
    assert {"modelkort.md", "modelkort.html", "teknisk-dokumentation.md", "eu-register.json"} <= written
    assert set(Act.objects.get().detail["documents"]) == written


@pytest.mark.parametrize(("who", "why"), [("", "fordi"), ("Else", " "), ("  ", "")])
def test_nothing_is_done_without_a_name_and_a_reason(home: Home, run: TrainingRun, who: str, why: str) -> None:
    for act in (services.sign, services.activate):
        with pytest.raises(services.Unsigned):
            act(home, run.id, who=who, why=why)
    with pytest.raises(services.Unsigned):
        services.suspend(home, who=who, why=why)
    assert not Act.objects.exists()


def failing() -> TrainingRun:
    return a_run(measured=(measured("folds", auc=near(0.93)), measured("time")))


def test_a_failing_model_can_neither_be_signed_nor_taken_in_use(home: Home) -> None:
    run = failing()
    put(home, run)
    with pytest.raises(services.Refused, match="opfylder ikke kravene: Orden"):
        services.sign(home, run.id, **WHO)
    with pytest.raises(services.Refused, match="opfylder ikke kravene"):
        services.activate(home, run.id, **WHO)
    assert steps(home) == {run.id: Step.FAILS}
    assert not Act.objects.exists() and queries.active_model(home) is None


def test_a_model_that_nobody_signed_is_not_taken_in_use(home: Home, run: TrainingRun) -> None:
    with pytest.raises(services.Refused, match="Ingen har skrevet under"):
        services.activate(home, run.id, **WHO)


def test_a_failing_record_that_is_made_to_pass_after_a_signature_is_found(home: Home, run: TrainingRun) -> None:
    """Sign a good one, then put another record in its place."""
    services.sign(home, run.id, **WHO)
    better = run.model_copy(update={"seed": 2})
    (home.models / run.id / "run.json").write_text(better.model_dump_json(), encoding="utf-8")
    with pytest.raises(services.Refused, match="ikke dem, der blev skrevet under på"):
        services.activate(home, run.id, **WHO)
    assert steps(home) == {run.id: Step.DAMAGED}


def test_a_model_file_that_is_swapped_before_signing_or_after_is_found(home: Home, run: TrainingRun) -> None:
    file = home.models / run.id / "model.skops"
    file.write_bytes(b"another model")
    with pytest.raises(NoModel, match="ikke den, som træningen lavede"):
        services.sign(home, run.id, **WHO)
    file.write_bytes(b"a model's numbers")
    services.sign(home, run.id, **WHO)
    file.write_bytes(b"another model")
    with pytest.raises(NoModel, match="ikke den, som træningen lavede"):
        services.activate(home, run.id, **WHO)


def test_record_and_model_swapped_together_are_found(home: Home, run: TrainingRun) -> None:
    services.sign(home, run.id, **WHO)
    folder = home.models / run.id
    shutil.rmtree(folder)
    other = b"a second model under the same name"
    put(home, run.model_copy(update={"model_hash": hashlib.sha256(other).hexdigest()}), other)
    with pytest.raises(services.Refused, match="ikke dem, der blev skrevet under på"):
        services.activate(home, run.id, **WHO)


@pytest.mark.parametrize("file", ["run.json", "model.skops"])
def test_what_is_changed_while_in_use_is_used_no_more_at_once(home: Home, run: TrainingRun, file: str) -> None:
    in_use(home, run)
    path = home.models / run.id / file
    before, status = path.read_bytes(), path.stat()
    path.write_bytes(before[:-1] + b"!")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))  # the same size, and dated as before
    assert queries.active_model(home) is None
    assert "filer er ikke dem" in queries.standing(home).sentence
    path.write_bytes(before)
    assert queries.active_model(home) is not None


def test_a_model_whose_folder_is_gone_is_not_in_use(home: Home, run: TrainingRun) -> None:
    in_use(home, run)
    shutil.rmtree(home.models / run.id)
    assert queries.active_model(home) is None
    assert services.suspend(home, **WHO) == run.id  # what is damaged can be stopped too


def test_a_folder_that_is_copied_to_another_name_is_no_model(home: Home, run: TrainingRun) -> None:
    services.sign(home, run.id, **WHO)
    shutil.copytree(home.models / run.id, home.models / "2026-11-23-kopi")
    with pytest.raises(NoModel, match="kopieret eller omdøbt"):
        services.activate(home, "2026-11-23-kopi", **WHO)
    assert steps(home)["2026-11-23-kopi"] is Step.DAMAGED


def test_a_link_to_a_folder_elsewhere_is_no_model(home: Home, run: TrainingRun, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.move(home.models / run.id, elsewhere)
    (home.models / run.id).symlink_to(elsewhere)
    with pytest.raises(NoModel, match="Der er ingen model"):
        services.sign(home, run.id, **WHO)


@pytest.mark.parametrize("name", ["../2026", "a/b", "", ".skjult", "A" * 200, "2026\n"])
def test_a_name_that_is_a_path_is_no_model(home: Home, name: str) -> None:
    with pytest.raises(NoModel, match="Et models navn"):
        services.sign(home, name, **WHO)


def test_a_record_that_is_half_written_is_a_sentence(home: Home, run: TrainingRun) -> None:
    (home.models / run.id / "run.json").write_text('{"id": "x"', encoding="utf-8")
    with pytest.raises(NoModel, match="kan ikke læses som en træning"):
        services.sign(home, run.id, **WHO)
    (home.models / run.id / "run.json").unlink()
    assert hashes_of(home, run.id) is None
    assert steps(home) == {run.id: Step.DAMAGED}


def test_minimums_that_were_raised_after_the_signature_count(home: Home, run: TrainingRun) -> None:
    services.sign(home, run.id, **WHO)
    (home.root / "gate.toml").write_text("[order]\nauc_least = 0.8\n", encoding="utf-8")
    with pytest.raises(services.Refused, match="opfylder ikke kravene"):
        services.activate(home, run.id, **WHO)


@pytest.mark.parametrize(("days", "said"), [(-2, "lavet i fremtiden"), (500, "dage gammel")])
def test_a_model_that_is_too_old_or_of_tomorrow_is_refused(home: Home, days: int, said: str) -> None:
    run = a_run(made=timezone.now() - dt.timedelta(days=days))
    put(home, run)
    services.sign(home, run.id, **WHO)
    with pytest.raises(services.Refused, match=said):
        services.activate(home, run.id, **WHO)


def test_a_model_that_was_taken_out_of_use_takes_a_new_signature(home: Home, run: TrainingRun) -> None:
    in_use(home, run)
    services.suspend(home, **WHO)
    with pytest.raises(services.Refused, match="skrive under på den igen"):
        services.activate(home, run.id, **WHO)
    in_use(home, run)
    assert queries.active_model(home) is not None


def test_a_second_model_takes_the_place_of_the_first(home: Home, run: TrainingRun) -> None:
    in_use(home, run)
    second = a_run(id="2026-11-23-b", data=data_sheet(spells=6000))
    put(home, second)
    in_use(home, second)
    active = queries.active_model(home)
    assert active is not None and active.id == second.id
    assert steps(home) == {run.id: Step.RETIRED, second.id: Step.ACTIVE}


@dataclass(frozen=True)
class RunningTrial:
    """As much of a trial as the gate asks of it."""

    hash: str
    starts: dt.date
    stopped: bool = False
    name: str = "opkald"
    id: str = "2026-06-01-a"

    @property
    def protocol(self) -> RunningTrial:
        return self

    @property
    def model(self) -> RunningTrial:
        return self

    def over(self, _day: dt.date) -> bool:
        return self.stopped


@pytest.mark.parametrize(
    ("trial", "frozen"),
    [
        (RunningTrial("0" * 64, dt.date(2026, 1, 1)), True),
        (RunningTrial("0" * 64, dt.date(2026, 1, 1), stopped=True), False),
        (RunningTrial("0" * 64, dt.date(2126, 1, 1)), False),
        (RunningTrial(a_run().model_hash, dt.date(2026, 1, 1)), False),
    ],
)
def test_while_a_trial_runs_its_model_is_the_only_one(
    home: Home, run: TrainingRun, monkeypatch: pytest.MonkeyPatch, trial: RunningTrial, frozen: bool
) -> None:
    services.sign(home, run.id, **WHO)
    monkeypatch.setattr(services, "trials", lambda: [trial])
    if frozen:
        with pytest.raises(services.Refused, match="Forsøget »opkald« kører med modellen 2026-06-01-a"):
            services.activate(home, run.id, **WHO)
    else:
        services.activate(home, run.id, **WHO)
    assert (queries.active_model(home) is None) == frozen


def test_nothing_is_taken_out_of_use_where_nothing_is_in_it(home: Home) -> None:
    with pytest.raises(services.Refused, match="ingen model at tage ud af brug"):
        services.suspend(home, **WHO)
    assert queries.standing(home).sentence == "Der er ikke taget nogen model i brug."
    assert queries.models(home) == []


def test_a_number_in_the_reason_is_not_kept(home: Home, run: TrainingRun) -> None:
    services.sign(home, run.id, who="Else Brandt", why="Se sagen om 010190-1234.")
    assert "1234" not in Act.objects.get().why


def test_a_model_is_opened_once_and_again_when_its_file_changes(
    home: Home, run: TrainingRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_use(home, run)
    read: list[str] = []
    monkeypatch.setattr(opened, "read_model", lambda file, sha256: read.append(sha256) or object())
    opened._read.cache_clear()
    active = queries.active_model(home)
    assert active is not None
    assert active.model is active.model
    assert read == [run.model_hash]
    (home.models / run.id / "model.skops").touch()
    assert active.model is not None and len(read) == 2
    opened._read.cache_clear()


@pytest.fixture
def closed() -> Iterator[None]:
    yield
    connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("closed")
def test_two_who_take_different_models_in_use_at_once_leave_one_in_use(home: Home, run: TrainingRun) -> None:
    second = a_run(id="2026-11-23-b")
    put(home, second)
    for each in (run, second):
        services.sign(home, each.id, **WHO)

    def take(name: str) -> None:
        services.activate(home, name, **WHO)
        connection.close()

    both = [threading.Thread(target=take, args=(each.id,)) for each in (run, second)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    active = queries.active_model(home)
    last = Act.objects.filter(verb="screening.model_activated").order_by("pk").last()
    assert active is not None and last is not None and active.id == last.detail["model"]
    assert LogEntry.objects.filter(event="aktiveret").count() == 2
