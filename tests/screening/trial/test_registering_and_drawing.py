"""Nobody is drawn before a protocol is registered, each is drawn once, and every draw can be derived again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.utils import timezone

from pejl.acts.models import Act
from pejl.home.folders import Home
from pejl.screening.assessments.events import Event
from pejl.screening.services import chain
from pejl.screening.trial import queries, services
from pejl.screening.trial.drawing import Stratum
from pejl.screening.trial.models import Allocation, Unchangeable
from pejl.screening.trial.queries import NoTrial, arm_of, drawing_on, drawn_in, trial_named, trials
from pejl.screening.trial.seed import NoSeed, commitment, kept_seed
from pejl.screening.trial.services import NotDrawn, NotPossible, Unsigned, enrol, register, stop
from pejl.screening.trial.state import Drawn, Look
from pejl.screening.trial.verifying import verified
from screening.trial.protocols import candidate, written

pytestmark = pytest.mark.django_db
DAY = dt.date(2027, 2, 1)
NAME = "tidlig-indsats"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def registered(home: Home) -> Home:
    register(home, written(), who="Bo")
    return home


def draw(home: Home, number: int = 1, **other: object) -> Drawn:
    return enrol(home, NAME, candidate(number, **other), who="Lise", day=DAY)


def test_a_protocol_is_an_act_with_its_text_its_hash_and_the_seeds(home: Home) -> None:
    version = register(home, written(), who="Bo")
    (act,) = Act.objects.all()
    assert act.subject == "trial:tidlig-indsats" and act.detail["sha256"] == version.sha256
    assert act.detail["text"].encode() == written() and version.protocol.version == 1
    (seed,) = (home.root / "trials").iterdir()
    assert seed.stat().st_mode & 0o777 == 0o600 and commitment(seed.read_bytes()) == act.detail["commitment"]
    assert seed.read_bytes().hex() not in str(act.detail)
    assert [each.name for each in trials()] == [NAME]


def test_nobody_is_drawn_before_a_protocol_is_registered(home: Home) -> None:
    with pytest.raises(NoTrial):
        draw(home)
    assert not Allocation.objects.exists() and arm_of("s1", DAY) is None


def test_a_person_has_one_arm_however_often_they_are_drawn(registered: Home) -> None:
    first = draw(registered)
    again = enrol(registered, NAME, candidate(spell="another", chance=0.9), who="Bo", day=dt.date(2027, 6, 1))
    assert again == first and first.stratum == Stratum("fjordby", "Sygefravær Nord", 1)
    assert Allocation.objects.count() == 1


def test_arms_keep_in_balance_within_each_stratum_and_are_those_of_the_seed(registered: Home) -> None:
    drawn = [draw(registered, number, chance=0.05 if number % 3 else 0.6) for number in range(24)]
    for band in (0, 2):
        arms = [each.arm for each in drawn if each.stratum.band == band]
        assert abs(arms.count("raad") - arms.count("saedvanlig")) <= 3
    trial = trial_named(NAME)
    seed = kept_seed(registered, NAME, trial.commitment)
    found = verified(seed, trial.commitment, trial.protocol, drawn_in(NAME))
    assert (found.draws, found.strata, found.wrong) == (24, 2, ())


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"employer": False}, "har en arbejdsgiver"),
        ({"objected": True}, "indsigelse"),
        ({"shown": True}, "allerede vist"),
        ({"municipality": 101}, "hører ikke til"),
        ({"unit": "Ydelse"}, "hører ikke til"),
        ({"chance": None}, "ingen chance"),
        ({"model_hash": "1" * 64}, "frosset"),
    ],
)
def test_who_cannot_be_drawn_is_told_why_and_nothing_is_written(
    registered: Home, other: dict[str, object], told: str
) -> None:
    with pytest.raises(NotDrawn, match=told):
        draw(registered, **other)
    assert not Allocation.objects.exists()


def test_nobody_is_drawn_outside_the_days_or_without_a_name(registered: Home) -> None:
    for day in (dt.date(2027, 1, 3), dt.date(2028, 1, 1)):
        with pytest.raises(NotDrawn, match=r"trækker fra 4\. januar 2027"):
            enrol(registered, NAME, candidate(), who="Lise", day=day)
    with pytest.raises(Unsigned):
        enrol(registered, NAME, candidate(), who=" ", day=DAY)


def test_a_person_is_in_one_trial_at_a_time(registered: Home) -> None:
    register(registered, written({'name = "tidlig-indsats"': 'name = "slip"'}), who="Bo")
    draw(registered)
    with pytest.raises(NotDrawn, match="allerede med i forsøget »tidlig-indsats«"):
        enrol(registered, "slip", candidate(), who="Lise", day=DAY)
    stop(NAME, who="Bo", why="Der er for få.")
    assert enrol(registered, "slip", candidate(), who="Lise", day=DAY).trial == "slip"


def test_a_draw_is_never_changed_or_removed(registered: Home) -> None:
    draw(registered)
    row = Allocation.objects.get()
    row.arm = "raad"
    for change in (row.save, row.delete, Allocation.objects.all().delete, lambda: Allocation.objects.update(arm="x")):
        with pytest.raises(Unchangeable):
            change()


def test_the_arm_of_a_sick_leave_holds_while_the_trial_runs(registered: Home) -> None:
    drawn = draw(registered)
    arm = arm_of("s1", DAY)
    assert arm is not None and (arm.word, arm.control) == (drawn.arm, drawn.arm == "saedvanlig")
    assert arm_of("s1", DAY - dt.timedelta(days=1)) is None and arm_of("s2", DAY) is None
    assert arm_of("s1", dt.date(2028, 12, 31)) is not None and arm_of("s1", dt.date(2029, 1, 1)) is None


def test_a_trial_that_is_stopped_draws_nobody_and_decides_nothing(registered: Home) -> None:
    draw(registered)
    with pytest.raises(Unsigned):
        stop(NAME, who="Bo", why=" ")
    stop(NAME, who="Bo", why="Skade.")
    assert arm_of("s1", timezone.localdate()) is None
    with pytest.raises(NotDrawn, match="blev stoppet"):
        draw(registered, 2)
    with pytest.raises(NotPossible, match="blev stoppet"):
        stop(NAME, who="Bo", why="Igen.")
    with pytest.raises(NotPossible, match="nyt navn"):
        register(registered, written({"version = 1": "version = 2", "limit = 0.03": "limit = 0.02"}), who="Bo")


def test_a_trial_draws_on_its_own_days_and_until_it_is_stopped(registered: Home) -> None:
    assert [trial.name for trial in drawing_on(DAY)] == [NAME]
    assert drawing_on(dt.date(2028, 1, 1)) == []
    stop(NAME, who="Bo", why="Ikke nok.")
    assert drawing_on(DAY) == []


def test_whose_advice_was_shown_is_known(registered: Home) -> None:
    chain.append(Event.VIST, who="Lise", person="p1", spell="s1", about="x", detail={"kinds": []})
    assert queries.shown("p1", "s1") and not queries.shown("p1", "s2")


def test_before_the_first_draw_a_protocol_changes_by_a_new_version(registered: Home) -> None:
    with pytest.raises(NotPossible, match="Den næste har version = 2"):
        register(registered, written({"limit = 0.03": "limit = 0.02"}), who="Bo")
    with pytest.raises(NotPossible, match="ikke ændret noget"):
        register(registered, written({"version = 1": "version = 2"}), who="Bo")
    version = register(
        registered, written({"version = 1": "version = 2", "blocks = [4, 6]": "blocks = [4, 8]"}), who="Bo"
    )
    assert not version.amends and version.changed == ("draw",)


def test_after_the_first_draw_a_change_takes_a_reason_and_the_analysis_tells_of_it(registered: Home) -> None:
    before = draw(registered)
    with pytest.raises(NotPossible, match="kan trækningen ikke ændres"):
        register(registered, written({"version = 1": "version = 2", "blocks = [4, 6]": "blocks = [4, 8]"}), who="Bo")
    longer = written({"version = 1": "version = 2", "enrols_until = 2027-12-31": "enrols_until = 2027-12-30"})
    with pytest.raises(Unsigned):
        register(registered, longer, who="Bo")
    assert register(registered, longer, who="Bo", why="Færre end ventet.").amends
    trial = trial_named(NAME)
    assert [each.why for each in trial.amendments] == ["Færre end ventet."]
    after = draw(registered, 2)
    assert (before.version, after.version) == (1, 2) and after.position == 1
    seed = kept_seed(registered, NAME, trial.commitment)
    assert not verified(seed, trial.commitment, trial.protocol, drawn_in(NAME)).wrong


def test_a_draw_that_was_tampered_with_is_found(registered: Home) -> None:
    for number in range(6):
        draw(registered, number)
    trial = trial_named(NAME)
    seed = kept_seed(registered, NAME, trial.commitment)
    row = Allocation.objects.order_by("pk")[3]
    other = {"raad": "saedvanlig", "saedvanlig": "raad"}[row.arm]
    Allocation._base_manager.filter(pk=row.pk).update(arm=other)
    (wrong,) = verified(seed, trial.commitment, trial.protocol, drawn_in(NAME)).wrong
    assert "plads 4" in wrong
    Allocation._base_manager.filter(pk=row.pk).delete()
    assert "ikke fortløbende" in verified(seed, trial.commitment, trial.protocol, drawn_in(NAME)).wrong[0]
    assert "ikke det" in verified(b"x" * 32, trial.commitment, trial.protocol, []).wrong[0]


def test_the_seed_is_opened_when_nobody_is_drawn_any_more(registered: Home) -> None:
    draw(registered)
    with pytest.raises(NotPossible, match="kan den næste arm regnes ud"):
        services.open_seed(registered, NAME, who="Bo")
    stop(NAME, who="Bo", why="Slut.")
    opened = services.open_seed(registered, NAME, who="Bo")
    assert opened.seed is not None and commitment(opened.seed) == opened.commitment
    assert services.open_seed(registered, NAME, who="Bo") == opened


def test_without_the_seed_nobody_is_drawn(registered: Home) -> None:
    path = registered.trials / f"{NAME}.seed"
    kept = path.read_bytes()
    path.write_bytes(b"y" * 32)
    with pytest.raises(NoSeed, match="ikke det"):
        draw(registered)
    path.unlink()
    with pytest.raises(NoSeed, match="mangler"):
        draw(registered)
    path.write_bytes(kept)
    path.chmod(0o644)
    draw(registered)
    assert path.stat().st_mode & 0o777 == 0o600


def test_two_who_are_drawn_at_the_same_moment_get_two_places(registered: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    first = draw(registered, 1)
    counts = iter([0])  # what the second saw before the first was written
    counted = services.drawn_in_stratum
    monkeypatch.setattr(services, "drawn_in_stratum", lambda *asked: next(counts, counted(*asked)))
    second = draw(registered, 2)
    assert (first.position, second.position) == (0, 1)


def test_a_complaint_is_kept_by_the_draw_and_not_by_the_person(registered: Home) -> None:
    drawn = enrol(registered, NAME, candidate(), who="Lise", day=DAY)
    today = timezone.localdate()
    with pytest.raises(NotPossible, match="ikke med"):
        services.complain(NAME, "s9", today, who="Lise", why="Brevet")
    if today < DAY:
        with pytest.raises(NotPossible, match="til i dag"):
            services.complain(NAME, "s1", today, who="Lise", why="Brevet")
    Allocation._base_manager.filter(pk=drawn.number).update(day=today)
    services.complain(NAME, "s1", today, who="Lise", why="Brevet var svært")
    assert [(each.draw, each.day) for each in queries.complaints(NAME)] == [(drawn.number, today)]
    assert "p1" not in str(Act.objects.last().detail)  # type: ignore[union-attr]


def test_a_person_who_is_forgotten_leaves_a_place_and_no_name(registered: Home) -> None:
    drawn = draw(registered)
    draw(registered, 2)
    assert services.erase("p1") == 1 and services.erase("p1") == 0
    kept = {each.number: each for each in drawn_in(NAME)}[drawn.number]
    assert kept.arm == drawn.arm and (kept.person, kept.spell) == (f"-{drawn.number}", "")
    trial = trial_named(NAME)
    seed = kept_seed(registered, NAME, trial.commitment)
    assert not verified(seed, trial.commitment, trial.protocol, drawn_in(NAME)).wrong


def test_a_look_is_read_back_as_it_was_written_down(registered: Home) -> None:
    look = Look(
        1, False, 320, 1.5, 2.96, 2.5, "fortsaet", "2027-06-30-x", "", timezone.now(), {"harms": {"klage": 0.2}}
    )
    services.record_look(NAME, look, who="Bo")
    (found,) = trial_named(NAME).looks
    assert (found.number, found.ends, found.bound, found.who) == (1, 320, 2.96, "Bo")
