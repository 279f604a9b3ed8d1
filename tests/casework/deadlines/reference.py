"""The table of deadlines in plain Python: slow, one person after the other, written from what the docs say it means.

It shares nothing with the product but the shapes of duties and the arithmetic of months.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from casework.deadlines.reference_words import as_days, covers, offer_counts, plus, talk_counts, times
from pejl.calendar.months import add_months, last_of_month
from pejl.law.duty import Duty, Kind, Starts

Row = Mapping[str, Any]
DAY = dt.timedelta(days=1)
BEGUN = ("i_gang", "gennemfoert", "afbrudt")


class Reference:
    """Judges the rows of a register on a day."""

    def __init__(
        self, tables: Mapping[str, Sequence[Row]], day: dt.date, known: dt.date, back_to: dt.date | None = None
    ) -> None:
        self.day = day
        self.known = known
        self.back_to = back_to or add_months(day, -12)
        self.tables = {name: [as_days(row) for row in rows] for name, rows in tables.items()}

    def rows(self, duties: Sequence[Duty]) -> list[dict[str, Any]]:
        """One row for each person, duty and start of the clock."""
        found: dict[tuple[str, str, dt.date], list[tuple[Any, dict[str, Any]]]] = {}
        for duty in duties:
            for row in self._candidates(duty):
                found.setdefault((row["person"], duty.name, row["starts"]), []).append((duty, row))
        chosen = (self._chosen(same) for same in found.values())
        return sorted(
            (self._judged(duty, row) for duty, row in filter(None, chosen)),
            key=lambda row: (row["duty"], row["person"], row["starts"]),
        )

    def of(self, table: str, person: str) -> list[dict[str, Any]]:
        return [row for row in self.tables.get(table, []) if row["person"] == person]

    # Who and when

    def _candidates(self, duty: Duty) -> Iterator[dict[str, Any]]:
        if duty.clock.starts in (Starts.ABSENCE, Starts.PAID_WEEKS):
            yield from self._of_sick_leaves(duty)
            return
        for spell in self.tables.get("benefit_spells", []):
            if spell["start"] <= self.day and matches(duty, spell):
                row = {
                    "person": spell["person"],
                    "spell": spell["id"],
                    "row_start": spell["start"],
                    "row_end": spell.get("end"),
                    "case_start": spell.get("case_start") or spell["start"],
                    "exempt": exception(duty, spell),
                }
                for clock in self._clocks(duty, spell, row):
                    yield from self._in_force(duty, row | clock)

    def _of_sick_leaves(self, duty: Duty) -> Iterator[dict[str, Any]]:
        for leave in self.tables.get("sick_leave_spells", []):
            if leave["first_day"] > self.day:
                continue
            starts = leave["first_day"] if duty.clock.starts is Starts.ABSENCE else self._passes(leave)
            if starts is None:
                continue
            row = {
                "person": leave["person"],
                "spell": leave["id"],
                "row_start": leave["first_day"],
                "row_end": leave.get("last_day"),
                "case_start": leave["first_day"],
                "exempt": None,
            }
            due = plus(starts, duty.clock.due)
            due = last_of_month(due) if duty.clock.end_of_month else due
            clock = {"starts": starts, "opens": starts, "due": due, "round": 1}
            for own in self._in_force(duty, row | clock):
                on = min(self._asked_on(own), own["row_end"] or dt.date.max)
                if any(
                    matches(duty, spell) and covers(spell, on) for spell in self.of("benefit_spells", leave["person"])
                ):
                    yield own

    def _clocks(self, duty: Duty, spell: Row, row: Row) -> Iterator[dict[str, Any]]:
        clock = duty.clock
        if clock.starts is Starts.LATEST:
            yield from self._rounds_of_latest(duty, row)
            return
        first = row["case_start"] if clock.starts is Starts.CASE else row["row_start"]
        number = 0
        while True:
            repeats = clock.repeats
            starts = times(first, repeats, number) if repeats else first
            if number and starts > min(self.day, row["row_end"] or self.day):
                return
            opens = plus(starts, clock.opens)
            if clock.opens_at is Starts.HANDOVER:
                handover = self._handover(spell, row["case_start"])
                opens = plus(handover, clock.opens) if handover else dt.date.max
            due = plus(starts, clock.due)
            due = last_of_month(due) if clock.end_of_month else due
            if opens <= due:
                yield {"starts": starts, "opens": opens, "due": due, "round": number + 1}
            if not repeats:
                return
            number += 1

    def _rounds_of_latest(self, duty: Duty, row: Row) -> Iterator[dict[str, Any]]:
        done = [day for day in self._days_done(duty, row["person"]) if row["case_start"] <= day]
        starts = [day for day in done if row["row_end"] is None or day <= row["row_end"]]
        if not any(day <= row["row_start"] for day in done):
            starts.insert(0, row["row_start"])
        for start in starts:
            later = [day for day in done if day > start]
            yield {
                "starts": start,
                "opens": max(plus(start, duty.clock.opens), start + DAY),
                "due": plus(start, duty.clock.due),
                "round": None,
                "next": min(later) if later else None,
            }

    def _days_done(self, duty: Duty, person: str) -> list[dt.date]:
        columns = ("made", "updated", "used") if duty.kind is Kind.PLAN else ("made", "updated", "approved")
        plans = [plan for plan in self.of("plans", person) if plan["kind"] in duty.counts.kinds]
        return sorted({plan[name] for plan in plans for name in columns if plan.get(name) and plan[name] <= self.day})

    def _handover(self, spell: Row, case_start: dt.date) -> dt.date | None:
        hours = spell.get("hours_paid")
        if hours is None:
            needed = 410 * 7 // 37 + 1
        elif not float(hours):
            return None
        else:
            until = min(spell.get("end") or self.known, self.known)
            days = max((until - spell["start"]).days + 1, 1)
            needed = math.floor(410 * days / float(hours)) + 1
        return last_of_month(case_start + dt.timedelta(days=min(needed, 36_500) - 1))

    def _passes(self, leave: Row) -> dt.date | None:
        """The first day on which more than 22 weeks were paid in the nine months up to it."""
        paid = set(self._paid_days(leave))
        person = self.of("sick_leave_spells", leave["person"])
        before = sorted(
            (row for row in person if row["first_day"] < leave["first_day"]), key=lambda row: row["first_day"]
        )
        starts = sorted(row["first_day"] for row in person)
        limit = add_months(self._paid_from(leave), -9)
        earlier: set[dt.date] = set()
        for row in before:
            following = min(day for day in starts if day > row["first_day"])
            days = {day for day in self._paid_days(row) if day < following}
            if days and max(days) > limit:
                earlier |= days
        if not earlier and leave.get("weeks_paid_9_months"):
            count = math.floor(float(leave["weeks_paid_9_months"]) * 7)
            earlier = {leave["first_day"] - dt.timedelta(days=number) for number in range(1, count + 1)}
        day = self._paid_from(leave)
        for _ in range(400):
            if leave.get("last_day") and leave["last_day"] <= self.day and day > leave["last_day"]:
                return None
            since = add_months(day, -9)
            own = (day - self._paid_from(leave)).days + 1
            if own + sum(since < each <= day for each in earlier) > 154:
                return day
            day += DAY
        assert paid is not None
        raise AssertionError("Nobody is paid for so long without passing the limit.")

    def _paid_from(self, leave: Row) -> dt.date:
        if leave["employer"]:
            return leave["first_day"] + 30 * DAY  # type: ignore[no-any-return]
        return leave["first_day"] + (14 * DAY if leave.get("sector") == "selvstaendig" else 0 * DAY)  # type: ignore[no-any-return]

    def _paid_days(self, leave: Row) -> Iterator[dt.date]:
        day, last = self._paid_from(leave), min(leave.get("last_day") or self.day, self.day)
        while day <= last:
            yield day
            day += DAY

    # Which law

    def _in_force(self, duty: Duty, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
        row["due"] = self._moved(duty, row)
        force = duty.force
        if row["due"] < self.back_to or row["due"] < force.since:
            return
        if not force.binds(row["case_start"]):
            return
        row["ends"] = None
        if force.until and row["due"] > force.until:
            if row["starts"] > force.until:
                return
            row["ends"] = force.until
        yield row

    def _moved(self, duty: Duty, row: Row) -> dt.date:
        """A month after the exemption that held on the last day, once it has ended."""
        due: dt.date = row["due"]
        wait = duty.clock.after_exemption
        if wait is None:
            return due
        own = [
            spell
            for spell in self.of("benefit_spells", row["person"])
            if spell["start"] <= self.day and matches(duty, spell) and exception(duty, spell)
        ]
        held = [spell for spell in own if covers(spell, due)]
        if not held:
            return due
        last = max(spell.get("end") or dt.date.max for spell in held)
        while last < dt.date.max:
            following = [s for s in own if s["start"] <= last + DAY and (s.get("end") or dt.date.max) > last]
            if not following:
                break
            last = max(spell.get("end") or dt.date.max for spell in following)
        return plus(last, wait) if last < self.day else due

    # Who was in the group

    def _asked_on(self, row: Row) -> dt.date:
        return min(row["due"], self.day, row["ends"] or self.day)  # type: ignore[no-any-return]

    def _chosen(self, same: list[tuple[Duty, dict[str, Any]]]) -> tuple[Duty, dict[str, Any]] | None:
        def fits(duty: Duty, row: Row) -> int:
            on, lapses, ended = self._asked_on(row), row["ends"] is not None, row["row_end"]
            if row["row_start"] > on:
                return 5
            if ended is None or ended >= on:
                return 2 if lapses else 0
            if lapses:
                return 4
            return 1 if ended >= duty.force.since else 3

        order = sorted(
            same,
            key=lambda each: (
                fits(*each),
                each[0].force.since,
                -each[1]["row_start"].toordinal(),
                each[1]["spell"],
            ),
        )
        duty, row = order[0]
        if fits(duty, row) == 5:
            return None
        left = fits(duty, row) in (1, 3, 4)
        row["left_on"] = row["row_end"] if left else None
        running = any(each["row_end"] is None or each["row_end"] >= self.day for _, each in same)
        row["gone"] = not left and not running and row["due"] < self.day
        return duty, row

    # What was done

    def _judged(self, duty: Duty, row: dict[str, Any]) -> dict[str, Any]:
        bounds = [self.day, row["ends"], row["left_on"], None if duty.late_counts else row["due"]]
        upto = min(day for day in bounds if day)
        in_time = waits = False
        booked = None
        if duty.kind is Kind.HOURS:
            on = min(upto, row["due"])
            done = self._hours(duty, row["person"], on)
            met_on = row["due"] if on == row["due"] and done >= duty.required else None
            days = []
        else:
            days = self._done(duty, row, upto)
            done = len(days)
            met_on = days[duty.required - 1] if done >= duty.required else None
            booked = self._booked(duty, row)
        if duty.kind is Kind.OFFER:
            in_time, waits = self._later(duty, row, upto)
        exempt = row["exempt"] if row["left_on"] is None else None
        if met_on and row["row_start"] > met_on:
            exempt = None
        told = {name: row[name] for name in ("person", "spell", "case_start", "starts", "opens", "due", "ends")} | {
            "duty": duty.name,
            "required": duty.required,
            "done": done,
            "met_on": met_on,
            "booked": booked,
        }
        return told | {"exempt": exempt, "state": self._state(duty, row | told, days, exempt, in_time, waits)}

    def _state(self, duty: Duty, row: Row, days: list[dt.date], exempt: str | None, in_time: bool, waits: bool) -> str:
        if exempt:
            return "fritaget"
        if row["met_on"]:
            return "opfyldt" if in_time or row["met_on"] <= row["due"] else "opfyldt_sent"
        if row["ends"] and row["ends"] < self.day:
            return "bortfaldet"
        if row["left_on"]:
            return "afsluttet"
        left = (row["due"] - max(self.day, row["opens"])).days + 1 - (self.day in days)
        possible = duty.late_counts or duty.kind is not Kind.TALK or duty.required - row["done"] <= left
        if waits or (row["due"] >= self.day and possible):
            return "venter"
        return "tabt" if not duty.late_counts or row["gone"] else "overskredet"

    def _done(self, duty: Duty, row: Row, upto: dt.date) -> list[dt.date]:
        person = row["person"]
        if duty.clock.starts is Starts.LATEST:
            return [row["next"]] if row["next"] and row["next"] <= upto else []
        if duty.kind is Kind.REASSESSMENT:
            own = [
                decision["decided"]
                for decision in self.of("decisions", person)
                if decision["act"] == "sdp" and (decision.get("section") or "").startswith(("§ 24", "§ 25", "§ 27"))
            ]
            return sorted({day for day in own if row["case_start"] <= day <= upto})
        if duty.kind is Kind.OFFER:
            begun = [
                offer["start"]
                for offer in self.of("offers", person)
                if offer["status"] in BEGUN and offer_counts(duty.counts, offer)
            ]
            return sorted({day for day in begun if row["opens"] <= day <= upto})
        held = [
            talk["day"]
            for talk in self.of("talks", person)
            if talk["status"] == "afholdt" and talk_counts(duty.counts, talk)
        ]
        return sorted({day for day in held if row["opens"] <= day <= upto})

    def _booked(self, duty: Duty, row: Row) -> dt.date | None:
        if duty.kind is Kind.TALK and duty.clock.starts is not Starts.LATEST:
            days = [
                talk["day"]
                for talk in self.of("talks", row["person"])
                if talk["status"] == "booket" and talk["day"] >= self.day and talk_counts(duty.counts, talk)
            ]
            last = dt.date.max if duty.late_counts else row["due"]
        elif duty.kind is Kind.OFFER:
            days = [
                offer["start"]
                for offer in self.of("offers", row["person"])
                if offer["status"] == "tilbudt"
                and offer.get("start")
                and offer["start"] >= self.day
                and offer_counts(duty.counts, offer)
            ]
            last = dt.date.max
        else:
            return None
        return min((day for day in days if row["opens"] <= day <= last), default=None)

    def _later(self, duty: Duty, row: Row, upto: dt.date) -> tuple[bool, bool]:
        """Whether enough began in time or allowedly later, and whether one may still begin so."""
        counts, due = duty.counts, row["due"]
        if not counts.begins_later_kinds or due >= self.day:
            return False, False
        last = plus(due, counts.begins_later)
        timely: set[dt.date] = set()
        waits = False
        for offer in self.of("offers", row["person"]):
            start = offer.get("start")
            if offer["status"] not in (*BEGUN, "tilbudt") or not offer_counts(counts, offer):
                continue
            allowed = offer["kind"] in counts.begins_later_kinds and (offer.get("offered") or self.day) <= due
            if start and not row["opens"] <= start <= last:
                continue
            if start and offer["status"] in BEGUN and start <= upto and (allowed or start <= due):
                timely.add(start)
            if allowed and last >= self.day and not (start and start <= self.day):
                waits = True
        return len(timely) >= duty.required, waits

    def _hours(self, duty: Duty, person: str, on: dt.date) -> int:
        hours = [
            float(offer.get("hours_a_week") or 0)
            for offer in self.of("offers", person)
            if offer["status"] in BEGUN
            and offer["kind"] in duty.counts.kinds
            and offer["start"] <= on
            and (offer.get("end") is None or offer["end"] >= on)
        ]
        return math.floor(sum(hours))


def matches(duty: Duty, spell: Row) -> bool:
    """Whether a benefit spell is one that the duty covers."""
    named = ((duty.target_groups, "target_group"), (duty.benefits, "benefit"), (duty.rates, "rate"))
    return all(not words or spell.get(column) in words for words, column in named)


def exception(duty: Duty, spell: Row) -> str | None:
    """The one exception that the tests' duties have: § 106."""
    return next((each.name for each in duty.exceptions if spell.get("special_effort")), None)
