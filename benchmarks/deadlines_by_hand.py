"""The deadlines of all talk duties as one would write them by hand for DuckDB: what ours is measured against.

The duties stand as values, because they are the law's; all else is written for this one question and this one engine.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pejl.law.duty import Duty, Span, Starts

BY_HAND = """
WITH duty(
  version, place, name, grp, since, until, cases_until, due, opens, handover, required, late, kinds, authorities
) AS (VALUES {duties}),
spell AS (
  SELECT id, person, target_group, start, "end", coalesce(case_start, start) AS case_start, special_effort,
    (date_trunc('month', coalesce(case_start, start) + CAST(least(CASE WHEN hours_paid IS NULL THEN 78 ELSE
      floor(410 * greatest(least(coalesce("end", {known}), {known}) - start + 1, 1) / nullif(hours_paid, 0)) + 1 END,
      36500) AS INTEGER) - 1) + INTERVAL 1 MONTH - INTERVAL 1 DAY)::DATE AS handover
  FROM read_parquet('{folder}/benefit_spells.parquet')
  WHERE start <= {day} AND ("end" IS NULL OR "end" >= {earliest})
),
candidate AS (
  SELECT s.id, s.person, s.start, s."end", s.case_start, s.special_effort, d.version, d.place, d.since, d.until,
    (s.case_start + d.due)::DATE AS due,
    CASE WHEN d.handover THEN s.handover ELSE (s.case_start + d.opens)::DATE END AS opens
  FROM spell s JOIN duty d ON s.target_group = d.grp
  WHERE d.cases_until IS NULL OR s.case_start <= d.cases_until
),
timed AS (
  SELECT *, CASE WHEN due > until THEN until END AS ends,
    least(due, {day}, CASE WHEN due > until THEN until ELSE {day} END) AS asked_on
  FROM candidate
  WHERE due >= {back_to} AND due >= since AND opens <= due AND (until IS NULL OR due <= until OR case_start <= until)
),
placed AS (
  SELECT *, max(coalesce("end", DATE '9999-12-31')) OVER (PARTITION BY person, place, case_start) >= {day} AS runs
  FROM (
    SELECT *, CASE WHEN start > asked_on THEN 5
      WHEN "end" IS NULL OR "end" >= asked_on THEN CASE WHEN ends IS NULL THEN 0 ELSE 2 END
      WHEN ends IS NOT NULL THEN 4 WHEN "end" >= since THEN 1 ELSE 3 END AS fits
    FROM timed
  )
  QUALIFY row_number() OVER (PARTITION BY person, place, case_start ORDER BY fits, since, start DESC, id) = 1
),
standing AS MATERIALIZED (
  SELECT p.* EXCLUDE (place, since, until, asked_on, runs, fits), d.required, d.late, d.kinds, d.authorities,
    fits IN (1, 3, 4) AS has_left,
    fits NOT IN (1, 3, 4) AND NOT runs AND due < {day} AS gone,
    least(CASE WHEN d.late THEN {day} ELSE due END, {day}, coalesce(ends, {day}),
      CASE WHEN fits IN (1, 3, 4) THEN p."end" ELSE {day} END) AS upto
  FROM placed p JOIN (SELECT DISTINCT version, required, late, kinds, authorities FROM duty) d USING (version)
  WHERE fits < 5
),
done AS (
  SELECT id, version, max(times) AS done, min(day) FILTER (times = required) AS met_on, max(day) AS last_done
  FROM (
    SELECT s.id, s.version, s.required, t.day, dense_rank() OVER (PARTITION BY s.id, s.version ORDER BY t.day) AS times
    FROM standing s JOIN read_parquet('{folder}/talks.parquet') t
      ON s.person = t.person AND t.day BETWEEN s.opens AND s.upto
    WHERE t.status = 'afholdt' AND t.day BETWEEN {earliest} AND {day}
      AND list_contains(s.kinds, t.type) AND (s.authorities IS NULL OR list_contains(s.authorities, t.authority))
  )
  GROUP BY ALL
),
coming AS (
  SELECT s.id, s.version, min(t.day) AS booked
  FROM standing s JOIN read_parquet('{folder}/talks.parquet') t
    ON s.person = t.person AND t.day >= s.opens AND (s.late OR t.day <= s.due)
  WHERE t.status = 'booket' AND t.day >= {day}
    AND list_contains(s.kinds, t.type) AND (s.authorities IS NULL OR list_contains(s.authorities, t.authority))
  GROUP BY ALL
),
judged AS (
  SELECT s.*, coalesce(done, 0) AS done, met_on, last_done, booked,
    CASE WHEN special_effort AND NOT has_left AND (met_on IS NULL OR start <= met_on)
      THEN 'mindre_intensiv_indsats' END AS exempt
  FROM standing s LEFT JOIN done USING (id, version) LEFT JOIN coming USING (id, version)
)
SELECT j.person, j.id AS spell, d.name AS duty, 'samtale' AS kind, r.benefit, r.target_group, r.unit, r.team,
  r.caseworker, j.case_start, j.case_start AS starts, j.opens, j.due, 1::BIGINT AS round, j.required,
  j.done, j.met_on, j.booked,
  j.exempt, j.ends,
  CASE WHEN exempt IS NOT NULL THEN 'fritaget'
    WHEN met_on <= due THEN 'opfyldt'
    WHEN met_on IS NOT NULL THEN 'opfyldt_sent'
    WHEN ends < {day} THEN 'bortfaldet'
    WHEN has_left THEN 'afsluttet'
    WHEN due >= {day} AND (late OR required - done
      <= due - greatest(opens, {day}) + 1 - CASE WHEN last_done = {day} THEN 1 ELSE 0 END) THEN 'venter'
    WHEN NOT late OR gone THEN 'tabt'
    ELSE 'overskredet' END AS state
FROM judged j
JOIN (SELECT DISTINCT version, name FROM duty) d USING (version)
JOIN read_parquet('{folder}/benefit_spells.parquet') r USING (id)
"""


def by_hand(
    duties: Sequence[Duty], folder: str, day: dt.date, back_to: dt.date, known: dt.date, earliest: dt.date
) -> str:
    """The query for these duties on a day."""
    names = [duty.name for duty in duties]
    values = [
        _value(version, names.index(duty.name), duty, group)
        for version, duty in enumerate(duties)
        for group in duty.target_groups
    ]
    days = {"day": day, "back_to": back_to, "known": known, "earliest": earliest}
    return BY_HAND.format(
        duties=",\n    ".join(values), folder=folder, **{name: f"DATE '{each}'" for name, each in days.items()}
    )


def _value(version: int, place: int, duty: Duty, group: str) -> str:
    clock, force, counts = duty.clock, duty.force, duty.counts
    cells = (
        str(version),
        str(place),
        f"'{duty.name}'",
        f"'{group}'",
        f"DATE '{force.since}'",
        f"DATE '{force.until}'" if force.until else "NULL::DATE",
        f"DATE '{force.cases_until}'" if force.cases_until else "NULL::DATE",
        _interval(clock.due),
        _interval(clock.opens),
        str(clock.opens_at is Starts.HANDOVER),
        f"{duty.required}::BIGINT",
        str(duty.late_counts),
        f"{list(counts.kinds)}",
        f"{list(counts.authorities)}" if counts.authorities else "NULL",
    )
    return f"({', '.join(cells)})"


def _interval(span: Span) -> str:
    return f"(INTERVAL {span.months} MONTH + INTERVAL {7 * span.weeks + span.days} DAY)"
