"""An evaluation in plain lines: what was measured, a table of the models, and where Pejl's model stands."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.cli.console import answer
from pejl.cli.register_lines import aligned
from pejl.screening.evaluation.figures import pooled_at
from pejl.screening.evaluation.shapes import Evaluation, ModelFigures, Spread
from pejl.screening.training.run import Estimate


def tell(found: Evaluation) -> None:
    """The evaluation, as people read it."""
    answer("\n".join(_what(found)))
    answer()
    answer("\n".join(aligned([_headings(found), *(_row(found, each) for each in found.models)])))
    answer()
    answer("\n".join(_legend(found)))
    if found.stands:
        answer()
        answer("\n".join(aligned([("beside the best", "pejl", "sd", "best", "model", ""), *_stands(found)])))


def remarks(found: Evaluation) -> Iterator[str]:
    """What there is to know beside the figures."""
    yield from (f"{many} lines are left out: {reason}." for reason, many in found.left_out.items())
    yield from found.remarks
    yield from (leak.sentence for leak in found.leaks)
    yield from (f"Left out: {why}" for why in found.without.values())


def _what(found: Evaluation) -> Iterator[str]:
    ended = ", ".join(f"{many} {name}" for name, many in found.ended.items())
    yield f"{found.file}: {found.spells} spells, {ended}, {found.censored} not seen to end"
    still = ", ".join(
        f"{100 * share:.1f} % at {weeks}" if share is not None else f"unknown at {weeks}"
        for weeks, share in found.still.items()
    )
    yield f"Still running: {still}"
    yield f"{len(found.folds)} {found.split}, seed {found.seed}; {len(found.features)} features: " + ", ".join(
        f"{each.name} ({each.kind})" for each in found.features
    )


def _headings(found: Evaluation) -> tuple[str, ...]:
    at = f"@{found.main_horizon:g}"
    aucs = tuple(f"AUC@{weeks:g}" for weeks in found.horizons)
    names = (f"Brier{at}", f"ECE{at}", "slope", "O/E", "low30", "top20 prec", "recall", "fit s")
    return ("model", "C (Uno)", "C (Harrell)", *aucs, "IBS", *names)


def _row(found: Evaluation, each: ModelFigures) -> tuple[str, ...]:
    at = pooled_at(each, found.main_horizon)
    aucs = (_spread(each.folds[f"auc@{weeks:g}"]) for weeks in found.horizons)
    return (
        each.model,
        _spread(each.folds["c_uno"]),
        _spread(each.folds["c_harrell"]),
        *aucs,
        _spread(each.folds["ibs"]),
        _plain(at.brier, 4),
        _plain(at.calibration_error, 4),
        _plain(at.slope, 2),
        _plain(at.ratio, 2),
        _plain(at.low30),
        _plain(at.precision20),
        _plain(at.recall20),
        _number(each.folds["fit_seconds"].mean, 2),
    )


def _legend(found: Evaluation) -> Iterator[str]:
    yield f"C, AUC, IBS: mean and standard deviation over {found.split}, C and IBS up to {found.tau:g}."
    yield f"From Brier to recall: all spells together at {found.main_horizon:g}, each by a model that had not seen it."
    yield "low30: share still running of the 30 percent with the lowest chance. top20: the 20 percent with the highest."


def _stands(found: Evaluation) -> Iterator[tuple[str, ...]]:
    for each in found.stands:
        yield (each.measure, f"{each.pejl:.4f}", f"{each.sd:.4f}", f"{each.best:.4f}", each.model, each.verdict)


def _spread(spread: Spread) -> str:
    if spread.mean is None:
        return "-"
    return f"{spread.mean:.3f}" + (f"±{spread.sd:.3f}" if spread.sd is not None else "")


def _plain(estimate: Estimate, decimals: int = 3) -> str:
    return _number(estimate.value, decimals)


def _number(value: float | None, decimals: int) -> str:
    return "-" if value is None else f"{value:.{decimals}f}"
