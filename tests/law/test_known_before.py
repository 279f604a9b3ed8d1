"""Asked again with what one knew before an act was promulgated, the law that it ended goes on: rules and amounts."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.law.law import law
from pejl.law.version import Version

ONE_DAY = dt.timedelta(days=1)
ENDED = [version for several in law().book.versions.values() for version in several if version.force.ended_by]


@pytest.mark.parametrize("version", ENDED, ids=lambda version: f"{version.name} til {version.force.until}")
def test_what_an_ended_rule_rests_on_went_on_as_far_as_one_knew(version: Version) -> None:
    """Else the old rule would be asked on numbers of the new one, or on none."""
    assert version.force.until and version.force.ended_by
    last, after = version.force.until, version.force.until + ONE_DAY
    before = version.force.ended_by.known - ONE_DAY
    if not version.force.known_at(before):
        pytest.skip("What brought it was not known before what ended it.")
    assert version.force.covers(after, before)
    for name in version.text.arguments:
        parameter = law().book.parameters.get(name)
        if parameter is not None and parameter.row(last):
            then, now = parameter.row(after, before), parameter.row(last)
            assert then and now, name
            assert then.value == now.value, name
