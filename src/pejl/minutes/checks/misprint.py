"""Amounts that one slip of the hand makes of each other: one digit, or two neighbouring digits changed about."""

from __future__ import annotations

from decimal import Decimal


def one_slip_apart(one: Decimal, other: Decimal) -> bool:
    """Whether two different whole amounts have as many digits, and differ by one of them or by two that changed places.

    >>> one_slip_apart(Decimal(3832669), Decimal(3823669)), one_slip_apart(Decimal(640000), Decimal(650001))
    (True, False)
    """
    written, meant = (str(int(abs(value))) for value in (one, other))
    if one == other or len(written) != len(meant):
        return False
    differing = [place for place, pair in enumerate(zip(written, meant, strict=True)) if pair[0] != pair[1]]
    if len(differing) == 1:
        return True
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and written[differing[0]] == meant[differing[1]]
        and written[differing[1]] == meant[differing[0]]
    )
