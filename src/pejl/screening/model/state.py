"""A design as plain values and arrays, and back: what a model's file holds of how features become columns."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pejl.screening.model.design import Column, Design, NumberTerm, WordTerm
from pejl.screening.model.packed import Arrays
from pejl.screening.model.splines import Curve


def design_parts(design: Design) -> tuple[dict[str, Any], Arrays]:
    """The design's plain values and its arrays, by name."""
    plain = {
        "numbers": [_number_part(term) for term in design.numbers],
        "words": [asdict(term) for term in design.words],
        "products": [list(pair) for pair in design.products],
        "columns": [asdict(column) for column in design.columns],
    }
    curves = [(place, term.curve) for place, term in enumerate(design.numbers) if term.curve is not None]
    knots = {f"knots_{place}": curve.knots for place, curve in curves}
    bends = {f"bends_{place}": curve.bends for place, curve in curves}
    return plain, {"centre": design.centre, **knots, **bends}


def design_from(plain: dict[str, Any], arrays: Arrays) -> Design:
    """The design that these are the parts of."""
    return Design(
        numbers=tuple(_number_from(place, part, arrays) for place, part in enumerate(plain["numbers"])),
        words=tuple(WordTerm(part["name"], tuple(part["levels"]), part["shrunk"]) for part in plain["words"]),
        products=tuple((one, other) for one, other in plain["products"]),
        columns=tuple(Column(tuple(part["features"]), part["kind"], part["label"]) for part in plain["columns"]),
        centre=arrays["centre"],
    )


def _number_part(term: NumberTerm) -> dict[str, Any]:
    curve = term.curve
    line = None if curve is None else [curve.middle, curve.spread]
    return {"name": term.name, "median": term.median, "missing": term.missing, "line": line}


def _number_from(place: int, part: dict[str, Any], arrays: Arrays) -> NumberTerm:
    line = part["line"]
    curve = None if line is None else Curve(line[0], line[1], arrays[f"knots_{place}"], arrays[f"bends_{place}"])
    return NumberTerm(part["name"], part["median"], curve, part["missing"])
