"""Any file of spells through one pipeline: the same folds, recipe, models and measures whatever it tells of."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation import figures
from pejl.screening.evaluation.chosen_times import Times, times_for
from pejl.screening.evaluation.leaks import Leak, leaks_of
from pejl.screening.evaluation.own import AskFirst, KaplanMeier, Pejl
from pejl.screening.evaluation.peer import LeftOut, Peer, Task
from pejl.screening.evaluation.shapes import Evaluation, FeatureTold, LeakTold, ModelFigures
from pejl.screening.evaluation.spell_file import SpellFile, read_spells
from pejl.screening.evaluation.splits import Fold, folds_of, sites_of
from pejl.screening.evaluation.wish import ASK_FIRST, MODEL_WORDS, Unusable, Wish
from pejl.screening.measures.curves import still_there
from pejl.screening.spells import NOT_ENDED, Floats, Spells, chosen

if TYPE_CHECKING:
    import numpy as np

    from pejl.screening.evaluation import cox, light, trees
else:
    np = when_used.module("numpy")
    cox = when_used.module("pejl.screening.evaluation.cox")
    light = when_used.module("pejl.screening.evaluation.light")
    trees = when_used.module("pejl.screening.evaluation.trees")

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class _Work:
    """Everything that is the same for all models."""

    wish: Wish
    file: SpellFile
    spells: Spells
    times: Times
    folds: list[Fold]
    progress: Progress
    steps: int


def evaluate(wish: Wish, progress: Progress) -> Evaluation:
    """Read the file, fit every model to every fold, measure, and tell. Raises `Unusable`."""
    file = read_spells(wish)
    times = times_for(wish, file.spells.ends)
    leaks = leaks_of(file.spells, file.features, times.main)
    if leaks and wish.refuse_leaks:
        raise Unusable(" ".join(leak.sentence for leak in leaks))
    spells = replace(file.spells, columns={**file.asked, **file.spells.columns})
    folds = _divided(wish, file, times)
    names = list(dict.fromkeys([*wish.models, *([ASK_FIRST] if file.asked else [])]))
    work = _Work(wish, file, spells, times, folds, progress, len(names) * len(folds))
    said: dict[str, Floats] = {}
    seconds: dict[str, list[float]] = {}
    without: dict[str, str] = {}
    for place, name in enumerate(names):
        try:
            said[name], seconds[name] = _said(work, name, place * len(folds))
        except LeftOut as left_out:
            without[name] = str(left_out)
    asked = figures.asked_order(said.get(ASK_FIRST), times)
    told = tuple(_figures(work, name, said[name], seconds[name], asked) for name in said)
    return _document(work, told, without, leaks)


def _divided(wish: Wish, file: SpellFile, times: Times) -> list[Fold]:
    if file.site is not None:
        return sites_of(file.spells, file.site, wish.folds, wish.seed)
    return folds_of(file.spells, wish.folds, times.main, wish.seed)


def _peer(work: _Work, name: str) -> Peer:
    peers: dict[str, Callable[[], Peer]] = {
        "pejl": Pejl,
        "km": KaplanMeier,
        "cox": lambda: cox.Cox(),
        "rsf": lambda: trees.Forest(),
        "gbsa": lambda: trees.Boosted(),
        "lightgbm": lambda: light.Light(),
        ASK_FIRST: lambda: AskFirst(tuple(work.file.asked)),
    }
    return peers[name]()


def _said(work: _Work, name: str, before: int) -> tuple[Floats, list[float]]:
    """What a model says of every spell, each fold by the model that has not seen it; and how long each fit took."""
    peer = _peer(work, name)
    said = np.full((len(work.spells), len(work.times.all)), np.nan)
    seconds = []
    for number, fold in enumerate(work.folds, 1):
        train = work.spells.only(fold.train)
        _see_ends(train, fold)
        task = Task(train, work.file.features, work.file.exits, work.times.horizons, work.wish.seed)
        started = time.perf_counter()
        fitted = peer.fit(task)
        seconds.append(time.perf_counter() - started)
        known = chosen(work.spells.columns, fold.test)
        said[fold.test] = fitted.still(known, work.spells.ends.entry[fold.test], work.times.all)
        work.progress(before + number, work.steps, f"{name}, fold {fold.name}")
    return said, seconds


def _see_ends(train: Spells, fold: Fold) -> None:
    if not train.ends.ended.any():
        raise LeftOut(f"Without fold {fold.name} no spell is left that was seen to end.")


def _figures(work: _Work, name: str, said: Floats, seconds: list[float], asked: Floats | None) -> ModelFigures:
    folds = [
        figures.of_fold(said[fold.test], work.spells.ends.only(fold.test), work.times, taken)
        for fold, taken in zip(work.folds, seconds, strict=True)
    ]
    return figures.of_model(name, folds, said, work.spells, work.times, work.wish, asked)


def _document(
    work: _Work, told: tuple[ModelFigures, ...], without: dict[str, str], leaks: tuple[Leak, ...]
) -> Evaluation:
    file, ends, times = work.file, work.spells.ends, work.times
    share = still_there(ends).at(np.asarray(times.horizons))
    features = file.features
    return Evaluation(
        file=work.wish.path.name,
        lines=file.lines,
        spells=len(work.spells),
        left_out=file.left_out,
        ended={name: int((ends.exit == place).sum()) for place, name in enumerate(file.exits)},
        censored=int((ends.exit == NOT_ENDED).sum()),
        features=tuple(
            FeatureTold(name=name, kind=features.kinds[name], missing=features.missing[name]) for name in features.names
        ),
        horizons=times.horizons,
        main_horizon=times.main,
        tau=times.tau,
        still={f"{weeks:g}": float(value) for weeks, value in zip(times.horizons, share, strict=True)},
        split="sites" if file.site is not None else "folds",
        folds={fold.name: len(fold.test) for fold in work.folds},
        seed=work.wish.seed,
        delayed_entry=file.delayed,
        models=told,
        stands=figures.stands(told, times),
        without={name: f"{MODEL_WORDS[name]}: {why}" for name, why in without.items()},
        leaks=tuple(
            LeakTold(feature=leak.feature, correlation=leak.correlation, auc=leak.auc, sentence=leak.sentence)
            for leak in leaks
        ),
        remarks=(*file.remarks, *times.remarks, *figures.remarks(told, times)),
    )
