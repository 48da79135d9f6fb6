"""Changes of course: proposed, judged, called crucial, withdrawn."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from events.models import AgendaItem
from partners import actions as partners
from partners.models import Partnership
from programme import actions
from programme.models import CourseChange, CrucialCall, Programmaraad
from programme.tasks import open_due_changes
from tests.cast import SEATS
from tests.programme.changing import (
    BIG,
    DAY,
    PROJECT,
    WORDS,
    at_status,
    called,
    carried_out,
    judged,
    propose,
)
from tests.programme.records import DELEGATES, KERNTEAM, acts, changes_nothing, refused, told

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
STATUSES = sorted(CourseChange.Status.values)


# -- proposing -----------------------------------------------------------------------------------


def test_the_kernteam_proposes(cast: Cast) -> None:
    change = propose(cast, cast.at)
    assert (change.status, change.proposed_by, change.recorded_at) == (
        "proposed",
        cast.manager,
        cast.at,
    )
    [act] = acts("propose_change")
    assert (act.actor_id, act.subject_id, act.at) == (cast.manager.pk, str(change.pk), cast.at)
    assert act.facts == {"kind": "other"}
    assert told(cast, "change_proposed") == ["staff"]


def test_a_partner_proposes_and_the_kernteam_hears_it(cast: Cast) -> None:
    change = propose(cast, cast.at, proposed_for=cast["FV"], actor=cast.contact)
    assert change.proposed_for == cast["FV"]
    assert told(cast, "change_proposed") == sorted(KERNTEAM)


def test_only_to_a_raad_that_sits(cast: Cast) -> None:
    raad = Programmaraad.objects.create(year=cast.at.year + 1, framework=cast.framework)
    with refused("not installed"):
        actions.propose_change(
            raad, **WORDS, **PROJECT, proposed_for=None, actor=cast.manager, at=cast.at
        )


@pytest.mark.parametrize(
    "facts",
    [
        {"subject": ""},
        {"kind": "budget_moved"},
        {"kind": "partner_left"},
        {"title": ""},
        {"what": ""},
        {"kind": "weather"},
    ],
)
def test_half_a_proposal_is_none(cast: Cast, facts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError), transaction.atomic():
        propose(cast, cast.at, **facts)
    assert not CourseChange.objects.exists()


def test_a_fact_lies_in_the_past(cast: Cast) -> None:
    facts = {"kind": "pledge_withdrawn", "organisation": cast["VH"]}
    with refused("not come yet"):
        propose(cast, cast.at, **facts, happened_on=cast.at.date() + DAY)
    assert propose(cast, cast.at, **facts, happened_on=cast.at.date()).is_fact


def test_the_text_can_be_bettered_until_it_is_judged(cast: Cast) -> None:
    change = propose(cast, cast.at)
    actions.write_change(change, title="Beter", actor=cast.staff, at=cast.at)
    change.refresh_from_db()
    assert (change.title, change.what) == ("Beter", WORDS["what"])
    assert [act.actor_id for act in acts("write_change")] == [cast.staff.pk]


@pytest.mark.parametrize("status", [each for each in STATUSES if each != "proposed"])
def test_what_was_judged_stays(cast: Cast, status: str) -> None:
    change = at_status(cast, status, cast.at)
    with refused("judged already"):
        actions.write_change(change, title="Anders", actor=cast.staff, at=cast.at)


# -- judging -------------------------------------------------------------------------------------


def test_crucial_goes_to_the_raad(cast: Cast) -> None:
    change = judged(cast, cast.at, is_crucial=True, **BIG)
    assert (change.status, change.crucial_at, change.judged_by) == (
        "crucial",
        cast.at,
        cast.manager,
    )
    assert change.system_reasons == ["budget_moved"]
    assert acts("judge_crucial")[0].facts == {"status": "crucial", "system": True}
    assert told(cast, "change_crucial") == sorted(DELEGATES)
    assert not AgendaItem.objects.exists()


def test_not_crucial_goes_on_the_next_agenda(cast: Cast) -> None:
    change = judged(cast, cast.at, is_crucial=False)
    assert (change.status, change.minor_at, change.judgement) == ("minor", cast.at, "Daarom.")
    item = AgendaItem.objects.get()
    assert (item.kind, item.text, item.meeting) == ("inform", "Daarom.", None)
    assert item.title.endswith(": Brieven later")
    assert told(cast, "change_minor") == sorted(DELEGATES)
    assert acts("judge_minor")[0].facts == {"status": "minor", "system": False}


@pytest.mark.parametrize(
    ("facts", "is_crucial", "because"),
    [
        (PROJECT, False, "why this is not crucial"),
        (BIG, False, "why this is not crucial"),
        (PROJECT, True, "otherwise than the system"),
    ],
)
def test_a_reason_is_asked(
    cast: Cast, facts: dict[str, Any], because: str, *, is_crucial: bool
) -> None:
    change = propose(cast, cast.at, **facts)
    with refused(because):
        actions.judge_change(
            change, is_crucial=is_crucial, reason=" ", actor=cast.manager, at=cast.at
        )


def test_with_the_system_no_reason_is_asked(cast: Cast) -> None:
    change = propose(cast, cast.at, **BIG)
    actions.judge_change(change, is_crucial=True, reason="", actor=cast.manager, at=cast.at)
    assert change.status == "crucial"


@pytest.mark.parametrize("status", [each for each in STATUSES if each != "proposed"])
@pytest.mark.parametrize("is_crucial", [True, False])
def test_judged_once(cast: Cast, status: str, *, is_crucial: bool) -> None:
    change = at_status(cast, status, cast.at)
    with refused("no longer possible"):
        actions.judge_change(
            change, is_crucial=is_crucial, reason="Toch.", actor=cast.manager, at=cast.at
        )


# -- two seats -----------------------------------------------------------------------------------


def test_the_second_seat_makes_it_crucial(cast: Cast) -> None:
    change = judged(cast, cast.at, is_crucial=False)
    called(cast, change, "GD", cast.at)
    assert change.status == "minor"
    assert acts("call_crucial")[0].facts == {"organisation": cast["GD"].pk, "calls": 1}
    assert told(cast, "change_called") == sorted(DELEGATES | KERNTEAM)
    called(cast, change, "BN", cast.at + DAY)
    assert (change.status, change.called_at) == ("crucial", cast.at + DAY)
    assert not change.is_afterwards
    assert [act.facts["status"] for act in acts("call")] == ["crucial"]
    assert told(cast, "change_called") == sorted([*DELEGATES, *KERNTEAM] * 2)


def test_what_became_crucial_is_not_announced_as_not_crucial(cast: Cast) -> None:
    other = judged(cast, cast.at, is_crucial=False, title="Iets anders")
    change = judged(cast, cast.at, is_crucial=False)
    called(cast, change, "GD", cast.at)
    assert AgendaItem.objects.standing().count() == 2
    called(cast, change, "BN", cast.at + DAY)
    [left] = AgendaItem.objects.standing()
    assert left.title == f"Koerswijziging, niet cruciaal: {other.title}"
    [act] = acts("take_item_off")
    assert act.at == cast.at + DAY


def test_the_substitute_calls_for_the_same_seat(cast: Cast) -> None:
    change = judged(cast, cast.at, is_crucial=False)
    called(cast, change, "BN", cast.at)
    with refused("Your seat called"):
        actions.call_crucial(
            change, seat=cast.seat_of("BN"), reason="", actor=cast.substitute, at=cast.at
        )


def test_called_after_it_was_carried_out_the_raad_decides_afterwards(cast: Cast) -> None:
    change = carried_out(cast, judged(cast, cast.at, is_crucial=False), cast.at)
    called(cast, change, "GD", cast.at)
    called(cast, change, "ZD", cast.at)
    assert (change.status, change.called_afterwards_at) == ("ahead", cast.at)
    assert change.is_afterwards


@pytest.mark.parametrize(
    "status", [each for each in STATUSES if each not in {"minor", "carried_out"}]
)
def test_only_what_is_not_crucial_is_called(cast: Cast, status: str) -> None:
    change = at_status(cast, status, cast.at)
    with refused("crucial already"):
        called(cast, change, "GD", cast.at)


def test_a_third_call_comes_too_late(cast: Cast) -> None:
    change = judged(cast, cast.at, is_crucial=False)
    for letters in ("GD", "ZD"):
        called(cast, change, letters, cast.at)
    with refused("crucial already"):
        called(cast, change, "EZ", cast.at)
    assert CrucialCall.objects.count() == 2


def test_who_left_has_no_seat_to_call_with(cast: Cast) -> None:
    change = judged(cast, cast.at, is_crucial=False)
    partnership = Partnership.objects.get(organisation=cast["VH"])
    partners.end_partnership(partnership, left_on=cast.at.date(), actor=None, at=cast.at)
    with refused("no seat"):
        called(cast, change, "VH", cast.at)


# -- withdrawing ---------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["proposed", "minor", "crucial"])
def test_it_does_not_go_on(cast: Cast, status: str) -> None:
    change = at_status(cast, status, cast.at)
    with refused("few words"):
        actions.withdraw_change(change, reason=" ", actor=cast.manager, at=cast.at)
    actions.withdraw_change(change, reason=" Opgelost. ", actor=cast.manager, at=cast.at)
    assert (change.status, change.withdrawal) == ("withdrawn", "Opgelost.")
    assert acts("withdraw")[-1].actor_id == cast.manager.pk


@pytest.mark.parametrize("status", ["adopted", "ahead", "carried_out", "rejected", "withdrawn"])
def test_what_was_decided_or_done_is_not_withdrawn(cast: Cast, status: str) -> None:
    change = at_status(cast, status, cast.at)
    with refused("no longer possible"):
        actions.withdraw_change(change, reason="Toch.", actor=cast.manager, at=cast.at)


@pytest.mark.parametrize("kind", ["pledge_withdrawn", "partner_left"])
def test_what_happened_is_not_withdrawn(cast: Cast, kind: str) -> None:
    day = cast.at.date()
    change = propose(cast, cast.at, kind=kind, organisation=cast["VH"], happened_on=day)
    with refused("This happened"):
        actions.withdraw_change(change, reason="Liever niet.", actor=cast.manager, at=cast.at)
    change.refresh_from_db()
    assert change.status == "proposed"


def test_not_while_the_raad_votes(cast: Cast) -> None:
    change = at_status(cast, "crucial", cast.at)
    actions.put_change_to_ballot(
        change, closes_at=cast.at + DAY, rules={}, actor=cast.manager, at=cast.at
    )
    with refused("votes on it"):
        actions.withdraw_change(change, reason="Toch.", actor=cast.manager, at=cast.at)


# -- a partner leaves ----------------------------------------------------------------------------


def leave(cast: Cast, letters: str) -> Partnership:
    partnership = Partnership.objects.get(organisation=cast[letters], left_on=None)
    return partners.end_partnership(
        partnership, left_on=cast.at.date(), actor=cast.manager, at=cast.at
    )


def test_a_partner_with_a_seat_leaves(cast: Cast) -> None:
    partnership = leave(cast, "VH")
    change = CourseChange.objects.get()
    assert (change.status, change.kind, change.departure) == (
        "proposed",
        "partner_left",
        partnership,
    )
    assert (change.raad, change.organisation, change.happened_on) == (
        cast.raad,
        cast["VH"],
        cast.at.date(),
    )
    assert [str(each) for each in change.proposed_reasons()] == ["seat_left"]
    assert told(cast, "change_proposed") == sorted(KERNTEAM)
    with refused("why, and what the effect"):
        actions.judge_change(change, is_crucial=True, reason="", actor=cast.manager, at=cast.at)


def test_a_partner_without_a_seat_leaves(cast: Cast) -> None:
    leave(cast, "FV")
    assert not CourseChange.objects.exists()


def test_the_clock_finds_what_was_missed_and_nothing_twice(cast: Cast) -> None:
    leave(cast, "VH")
    with changes_nothing():
        assert open_due_changes() == 0
        assert actions.open_due_changes(cast.at) == 0


def test_an_end_that_is_entered_past_the_actions_is_found_by_the_clock(cast: Cast) -> None:
    Partnership.objects.filter(organisation=cast["VH"]).update(
        left_on=cast.at.date(), left_recorded_at=cast.at
    )
    assert actions.open_due_changes(cast.at) == 1
    assert actions.open_due_changes(cast.at) == 0
    assert CourseChange.objects.get().organisation == cast["VH"]


def test_another_day_of_leaving_opens_no_second_one(cast: Cast) -> None:
    partnership = leave(cast, "VH")
    partners.correct_partnership(
        partnership,
        joined_on=partnership.joined_on,
        left_on=cast.at.date() - timedelta(days=3),
        reason="Verkeerde dag.",
        actor=cast.manager,
        at=cast.at,
    )
    assert CourseChange.objects.count() == 1
    assert actions.open_due_changes(cast.at) == 0


def test_whoever_votes_stays_the_same_when_a_seat_leaves(cast: Cast) -> None:
    leave(cast, "VH")
    assert cast.raad.seats.active(cast.at.date()).count() == len(SEATS) - 1
