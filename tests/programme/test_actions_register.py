"""The register: a decision without a ballot, who sees to it, and what became of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from partners.actions import close_account
from programme import actions
from programme.models import Decision, DecisionStep
from programme.tasks import remind_owners
from tests.cast import ZONE
from tests.events.records import held, slots
from tests.house.world import adopt
from tests.programme.records import (
    DELEGATES,
    KERNTEAM,
    acts,
    changes_nothing,
    letters,
    refused,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
DUE = date(2026, 10, 14)  # three weeks after the moment of the cast, a Wednesday


def enter(cast: Cast, **facts: Any) -> Decision:
    given: dict[str, Any] = {
        "title": "Eén aanspreekpunt",
        "text": "Ieder thema krijgt één vast aanspreekpunt.",
        "origin": "meeting",
        "taken_at": cast.at - DAY,
        "actor": cast.staff,
        "at": cast.at,
        **facts,
    }
    return actions.enter_decision(cast.raad, **given)


def ask_seat(cast: Cast, decision: Decision, **facts: Any) -> Decision:
    """The representative of the bank sees to it."""
    given = {"owner": cast.seat, "due_on": DUE, "follow_up": "Zoek iemand.", **facts}
    return actions.assign_decision(decision, **given, actor=cast.manager, at=cast.at)


def report(cast: Cast, decision: Decision, text: str = "Twee gevonden.") -> Decision:
    return actions.report_step(decision, text=text, actor=cast.seat, at=cast.at)


def carry_out(cast: Cast, decision: Decision, text: str = "Allemaal gevonden.") -> Decision:
    return actions.carry_out_decision(decision, text=text, actor=cast.seat, at=cast.at)


def drop(cast: Cast, decision: Decision, reason: str = "Niet meer nodig.") -> Decision:
    return actions.drop_decision(decision, reason=reason, actor=cast.manager, at=cast.at)


def steps(decision: Decision) -> list[tuple[Any, ...]]:
    return list(decision.steps.values_list("kind", "text", "owner", "due_on", "person"))


# -- entering ------------------------------------------------------------------------------------


@pytest.mark.parametrize("origin", ["meeting", "advice"])
def test_a_decision_without_a_ballot_gets_the_next_number(cast: Cast, origin: str) -> None:
    adopt(cast, cast.at - 40 * DAY)
    decision = enter(cast, origin=origin, text="  De tekst.\n")
    assert (decision.number, decision.status, decision.origin) == ("2026-02", "open", origin)
    assert (decision.text, decision.ballot, decision.owner) == ("De tekst.", None, None)
    assert (decision.taken_at, decision.recorded_at) == (cast.at - DAY, cast.at)
    last = acts("enter_decision")[-1]
    assert (last.actor, last.facts) == (cast.staff, {"number": "2026-02"})
    assert told(cast, "decision_entered") == sorted(DELEGATES | KERNTEAM)
    assert "De tekst." in letters("decision_entered")[0].text
    assert letters("decision_assigned") == []


def test_with_an_owner_at_once(cast: Cast) -> None:
    decision = enter(cast, owner=cast.seat, due_on=DUE, follow_up="Zoek iemand.")
    assert steps(decision) == [("assigned", "Zoek iemand.", cast.seat.pk, DUE, cast.staff.pk)]
    assert told(cast, "decision_assigned") == ["seat"]


def test_at_a_meeting_that_was_held(cast: Cast) -> None:
    meeting = held(cast, slots(cast)[0], cast.at - 5 * DAY)
    decision = enter(cast, meeting=meeting, taken_at=cast.at - 5 * DAY)
    assert decision.meeting == meeting
    with refused("This meeting was held on"):
        enter(cast, meeting=meeting)


def test_the_year_is_that_in_which_it_was_taken(cast: Cast) -> None:
    new_year = datetime(2027, 1, 4, 10, tzinfo=ZONE)
    first = enter(cast, taken_at=datetime(2026, 12, 31, 23, 30, tzinfo=ZONE), at=new_year)
    second = enter(cast, taken_at=datetime(2027, 1, 1, 0, 30, tzinfo=ZONE), at=new_year)
    assert (first.number, second.number) == ("2026-01", "2027-01")


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"title": " "}, "A decision has a title and a text."),
        ({"text": "\n"}, "A decision has a title and a text."),
        ({"taken_at": datetime(2026, 9, 24, 10, tzinfo=ZONE)}, "This day has not come yet."),
        ({"taken_at": datetime(2024, 9, 1, 10, tzinfo=ZONE)}, "was not installed on that day."),
        ({"due_on": DUE}, "a day alone has no owner"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, facts: dict[str, Any], because: str) -> None:
    with refused(because):
        enter(cast, **facts)


def test_a_raad_that_is_only_proposed_decides_nothing(cast: Cast) -> None:
    raad = actions.propose_raad(
        2027,
        framework=cast.framework,
        organisations=list(cast.organisations.values())[:6],
        actor=cast.manager,
        at=cast.at,
    )
    with refused("The programmaraad of 2027 was not installed on that day."):
        actions.enter_decision(
            raad,
            title="Te vroeg",
            text="Te vroeg.",
            origin="meeting",
            taken_at=cast.at,
            actor=cast.manager,
            at=cast.at,
        )


# -- seeing to it --------------------------------------------------------------------------------


def test_somebody_sees_to_it(cast: Cast) -> None:
    decision = ask_seat(cast, enter(cast))
    assert (decision.owner, decision.due_on) == (cast.seat, DUE)
    assert steps(decision) == [("assigned", "Zoek iemand.", cast.seat.pk, DUE, cast.manager.pk)]
    assert [act.facts for act in acts("assign_decision")] == [
        {"owner": cast.seat.pk, "due_on": "2026-10-14"}
    ]
    assert told(cast, "decision_assigned") == ["seat"]
    with refused("It stands like this already."):
        ask_seat(cast, decision)


def test_it_is_handed_over_and_both_know(cast: Cast) -> None:
    decision = ask_seat(cast, enter(cast))
    ask_seat(cast, decision, owner=cast.contact)
    assert told(cast, "decision_assigned") == ["contact", "seat"]
    assert told(cast, "decision_handed_over") == ["seat"]
    assert [step[2] for step in steps(decision)] == [cast.seat.pk, cast.contact.pk]


def test_only_the_day_changes(cast: Cast) -> None:
    decision = ask_seat(cast, enter(cast))
    ask_seat(cast, decision, due_on=DUE + DAY, follow_up="Later.")
    assert letters("decision_handed_over") == []
    assert Decision.objects.get().due_on == DUE + DAY


def test_nobody_who_cannot_log_in_and_no_day_before_it(cast: Cast) -> None:
    decision = enter(cast)
    close_account(cast.contact, actor=cast.manager, at=cast.at)
    with refused("cannot log in, so choose somebody else"):
        ask_seat(cast, decision, owner=cast.contact)
    with refused("This day lies before the decision itself."):
        ask_seat(cast, decision, due_on=cast.at.date() - 2 * DAY)


def test_a_step_is_added(cast: Cast) -> None:
    decision = ask_seat(cast, enter(cast))
    report(cast, decision)
    report(cast, decision, " Nog een. ")
    assert [step[:2] for step in steps(decision)][1:] == [
        ("reported", "Twee gevonden."),
        ("reported", "Nog een."),
    ]
    assert [act.actor for act in acts("report_step")] == [cast.seat, cast.seat]
    assert decision.status == "open"
    with refused("Say in a few words what happened."):
        report(cast, decision, " ")


def test_it_is_carried_out(cast: Cast) -> None:
    decision = carry_out(cast, ask_seat(cast, enter(cast)))
    decision.refresh_from_db()
    assert (decision.status, decision.done_at, decision.dropped_at) == ("done", cast.at, None)
    assert steps(decision)[-1][:2] == ("done", "Allemaal gevonden.")
    assert [act.facts for act in acts("carry_out")] == [{"status": "done"}]
    assert told(cast, "decision_settled") == sorted(DELEGATES | KERNTEAM)


def test_it_is_dropped_with_a_reason(cast: Cast) -> None:
    decision = ask_seat(cast, enter(cast), owner=cast.contact)
    with refused("Say why this decision is not carried out."):
        drop(cast, decision, "  ")
    drop(cast, decision)
    decision.refresh_from_db()
    assert (decision.status, decision.dropped_at, decision.done_at) == ("dropped", cast.at, None)
    assert told(cast, "decision_settled") == sorted(DELEGATES | KERNTEAM | {"contact"})
    assert "Niet meer nodig." in letters("decision_settled")[0].text


@pytest.mark.parametrize("settle", [carry_out, drop])
@pytest.mark.parametrize("act", [ask_seat, report, carry_out, drop])
def test_what_is_settled_stays_so(
    cast: Cast, settle: Callable[..., Decision], act: Callable[..., Decision]
) -> None:
    decision = settle(cast, enter(cast))
    with refused("This is no longer possible"):
        act(cast, decision)


def test_what_a_ballot_rejected_is_done_at_once(cast: Cast) -> None:
    from tests.programme.test_actions_closing import CLOSES, closed  # noqa: PLC0415

    closed(cast, "GD- ZD- EZ- BN-")
    decision = Decision.objects.get()
    assert (decision.status, decision.done_at, decision.origin) == ("done", CLOSES, "ballot")


# -- what the database refuses -------------------------------------------------------------------


def database_refuses(act: Callable[[], Any], because: str) -> None:
    with pytest.raises(IntegrityError, match=because), transaction.atomic():
        act()


@pytest.mark.parametrize(
    "change",
    [{"text": "Iets anders."}, {"title": "Anders"}, {"sequence": 9}, {"origin": "advice"}],
)
def test_what_was_decided_stays(cast: Cast, change: dict[str, Any]) -> None:
    mine = Decision.objects.filter(pk=enter(cast).pk)
    database_refuses(lambda: mine.update(**change), "taken, so it stays")
    database_refuses(mine.delete, "taken, so it stays")


def test_a_settled_decision_is_not_opened_again(cast: Cast) -> None:
    mine = Decision.objects.filter(pk=drop(cast, enter(cast)).pk)
    database_refuses(lambda: mine.update(status="open", dropped_at=None), "dropped, so it stays")


def test_steps_stay(cast: Cast) -> None:
    decision = ask_seat(cast, enter(cast))
    mine = DecisionStep.objects.filter(decision=decision)
    database_refuses(lambda: mine.update(text="Anders."), "append-only")
    database_refuses(mine.delete, "append-only")


def test_no_number_is_left_out(cast: Cast) -> None:
    enter(cast)
    facts = {"raad": cast.raad, "title": "Gat", "text": "Gat.", "origin": "meeting"}
    for year, sequence in ((2026, 3), (2025, 1), (2026, 1)):
        database_refuses(
            lambda year=year, sequence=sequence: Decision.objects.create(
                **facts, year=year, sequence=sequence, taken_at=cast.at
            ),
            "is not the next number",
        )


# -- reminders -----------------------------------------------------------------------------------


def on(month: int, day: int, hour: int = 10) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=ZONE)


def test_the_owner_is_reminded_before_and_after_the_day(cast: Cast) -> None:
    ask_seat(cast, enter(cast))
    assert actions.remind_owners(on(10, 6)) == 0
    assert actions.remind_owners(on(10, 7)) == 1  # five working days before
    with changes_nothing():
        actions.remind_owners(on(10, 8))
    actions.remind_owners(on(10, 13))
    assert told(cast, "decision_reminder") == ["seat", "seat"]
    actions.remind_owners(on(10, 14, 16))
    assert letters("decision_overdue") == []
    actions.remind_owners(on(10, 15))
    with changes_nothing():
        actions.remind_owners(on(10, 16))
    assert told(cast, "decision_overdue") == ["seat"]


def test_nobody_is_reminded_at_night_or_of_what_is_settled(cast: Cast) -> None:
    decision = ask_seat(cast, enter(cast))
    assert actions.remind_owners(on(10, 13, 22)) == 0
    assert actions.remind_owners(on(10, 17)) == 0  # Saturday
    carry_out(cast, decision)
    assert actions.remind_owners(on(10, 13)) == 0


def test_another_day_is_reminded_of_anew(cast: Cast) -> None:
    decision = ask_seat(cast, enter(cast))
    actions.remind_owners(on(10, 15))
    ask_seat(cast, decision, due_on=date(2026, 10, 20))
    actions.remind_owners(on(10, 19))
    actions.remind_owners(on(10, 21))
    assert told(cast, "decision_overdue") == ["seat", "seat"]


def test_the_clock_does_it(today: Cast) -> None:
    ask_seat(today, enter(today), due_on=today.at.date() + DAY)
    assert remind_owners() == 1
    assert told(today, "decision_reminder") == ["seat"]
