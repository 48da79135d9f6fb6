"""What may happen to partners, the kernteam, the raad and the meetings."""

from __future__ import annotations

from datetime import time
from typing import Any

from events import actions as events
from events.models import AgendaItem, BlockedPeriod, Meeting, MeetingSeries, ProgrammePart
from partners import actions as partners
from partners.models import Ambassadorship, KernteamMember, Partnership, Signature, Theme
from programme import actions as programme
from programme.models import Commitment, Programme, Seat
from tests.cast import person

from .lab import DAY, YEAR, Lab, move

WHY = "Zo is het gegaan."


@move
def sign(lab: Lab) -> Any:
    facts = {"signatory": "X", "function": "Y", "signed_on": lab.day()}
    framework = lab.cast.framework
    return partners.register_signature(framework, organisation=lab.partner, **facts, **lab.acting)


@move
def unsign(lab: Lab) -> Any:
    signature = lab.one(Signature.objects.filter(withdrawal=None))
    return partners.withdraw_signature(signature, reason=WHY, **lab.acting)


@move
def join(lab: Lab) -> Any:
    return partners.start_partnership(lab.cast["WK"], joined_on=lab.day(), **lab.acting)


@move
def leave(lab: Lab) -> Any:
    found = lab.one(Partnership.objects.filter(left_on=None, struck_at=None))
    return partners.end_partnership(found, left_on=lab.day(), **lab.acting)


@move
def join_otherwise(lab: Lab) -> Any:
    found = lab.one(Partnership.objects.filter(struck_at=None))
    return partners.correct_partnership(
        found, joined_on=lab.day(), left_on=None, reason=WHY, **lab.acting
    )


@move
def never_joined(lab: Lab) -> Any:
    found = lab.one(Partnership.objects.filter(struck_at=None))
    return partners.strike_fact(found, reason=WHY, **lab.acting)


@move
def take_part(lab: Lab) -> Any:
    forms = [lab.one(["knowledge", "hosting"])]
    return partners.choose_involvement(
        lab.partner, year=YEAR, forms=forms, chosen_on=lab.day(), **lab.acting
    )


@move
def become_ambassador(lab: Lab) -> Any:
    theme = Theme.objects.order_by("pk").first()
    assert theme is not None
    return partners.become_ambassador(lab.partner, theme=theme, from_on=lab.day(), **lab.acting)


@move
def stop_as_ambassador(lab: Lab) -> Any:
    found = lab.one(Ambassadorship.objects.filter(until_on=None, struck_at=None))
    return partners.end_ambassadorship(found, until_on=lab.day(), **lab.acting)


@move
def never_was_ambassador(lab: Lab) -> Any:
    found = lab.one(Ambassadorship.objects.filter(struck_at=None))
    return partners.strike_fact(found, reason=WHY, **lab.acting)


@move
def join_the_kernteam(lab: Lab) -> Any:
    someone = person(f"Nieuw {KernteamMember.objects.count()}", lab.at)
    return partners.appoint_to_kernteam(
        someone, role=lab.one(["staff", "manager"]), from_on=lab.day(), **lab.acting
    )


@move
def leave_the_kernteam(lab: Lab) -> Any:
    term = lab.one(KernteamMember.objects.filter(until_on=None, struck_at=None, role="staff"))
    return partners.end_kernteam_term(term, until_on=lab.day(), **lab.acting)


@move
def was_otherwise_in_the_kernteam(lab: Lab) -> Any:
    term = lab.one(KernteamMember.objects.filter(struck_at=None, role="staff"))
    facts = {"role": "staff", "from_on": lab.day(), "until_on": None}
    return partners.correct_kernteam_term(term, **facts, reason=WHY, **lab.acting)


@move
def give_a_seat_back(lab: Lab) -> Any:
    return programme.end_seat(lab.one(Seat.objects.filter(until_on=None)), reason=WHY, **lab.acting)


@move
def fill_a_seat(lab: Lab) -> Any:
    return programme.fill_seat(lab.cast.raad, organisation=lab.partner, **lab.acting)


@move
def commit(lab: Lab) -> Any:
    found = lab.one(Programme.objects.filter(status="adopted"))
    answer = lab.one(Commitment.Answer.values)
    return programme.give_commitment(
        found,
        organisation=lab.partner,
        answer=answer,
        reason="" if answer == "yes" else WHY,
        way="phone",
        given_on=lab.day(),
        **lab.acting,
    )


def _slots(**facts: Any) -> Any:
    return Meeting.objects.filter(year=YEAR, **facts).order_by("pk")


@move
def fix_a_date(lab: Lab) -> Any:
    slot = lab.one(_slots(status="planned"))
    starts_at = lab.at + (1 + lab.choose(30)) * DAY
    return events.schedule_meeting(slot, starts_at=starts_at, **lab.acting)


@move
def call_a_date_off(lab: Lab) -> Any:
    return events.call_off_meeting(lab.one(_slots(status="scheduled")), reason=WHY, **lab.acting)


@move
def hold_a_meeting(lab: Lab) -> Any:
    slot = lab.one(_slots(status="scheduled", dates__starts_at__lt=lab.at))
    return events.hold_meeting(slot, attendance=[lab.partner], **lab.acting)


@move
def hold_it_long_before_it_is_recorded(lab: Lab) -> Any:
    """A date in the past is given and its attendance noted, weeks after."""
    slot = lab.one(_slots(status="planned"))
    events.schedule_meeting(slot, starts_at=lab.at - (1 + lab.choose(9)) * DAY, **lab.acting)
    return events.hold_meeting(slot, attendance=[lab.partner], **lab.acting)


@move
def meet_as_raad(lab: Lab) -> Any:
    starts_at = lab.at + (1 + lab.choose(20)) * DAY
    return programme.plan_raad_meeting(lab.cast.raad, starts_at=starts_at, **lab.acting)


@move
def report_progress(lab: Lab) -> Any:
    facts = {"title": "Voortgang", "text": WHY, "kind": "inform", "is_progress": True}
    return programme.put_on_next_agenda(lab.cast.raad, **facts, **lab.acting)


@move
def take_progress_off(lab: Lab) -> Any:
    item = lab.one(AgendaItem.objects.filter(is_progress=True, taken_off_at=None))
    return events.take_item_off(item, **lab.acting)


@move
def give_a_talk(lab: Lab) -> Any:
    slot = lab.one(_slots(status__in=["planned", "scheduled"]))
    facts = {"begins": time(15), "title": f"Praatje {lab.at:%d%m%H%M}"}
    return events.add_part(slot, organisations=[lab.partner], **facts, **lab.acting)


@move
def take_a_talk_out(lab: Lab) -> Any:
    part = lab.one(ProgrammePart.objects.filter(taken_out_at=None))
    return events.take_out_part(part, **lab.acting)


@move
def block_days(lab: Lab) -> Any:
    first = (lab.at + lab.choose(30) * DAY).date()
    facts = {"title": "Dicht", "first_on": first, "last_on": first + 10 * DAY}
    return events.add_blocked_period(**facts, **lab.acting)


@move
def open_days_again(lab: Lab) -> Any:
    period = lab.one(BlockedPeriod.objects.filter(withdrawn_at=None))
    return events.withdraw_blocked_period(period, **lab.acting)


@move
def meet_less(lab: Lab) -> Any:
    series = lab.one(MeetingSeries.objects.filter(duty__in=["network", "leaders"]))
    return events.change_series(series, facts={"lead_days": lab.choose(40)}, **lab.acting)
