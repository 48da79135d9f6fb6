"""How a partner takes part in a year, as it chooses itself."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import Involvement, Organisation, Partnership, Person, Way
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

Form = Involvement.Form


@transaction.atomic
def choose_involvement(
    organisation: Organisation,
    *,
    year: int,
    forms: Iterable[str],
    other: str = "",
    note: str = "",
    way: str = Way.ONLINE,
    chosen_on: date,
    actor: Person | None,
    at: datetime,
) -> Involvement:
    """The forms in which this partner takes part in `year`; a later choice takes its place.

    The same choice once more writes nothing: a button that was pressed twice is one answer.
    """
    chosen = _in_order(forms, other)
    _refuse_days(organisation, year, chosen_on, at)
    lock(organisation)  # the newest row counts, so two that choose come one after the other
    facts = {
        "forms": chosen,
        "other": " ".join(other.split()) if Form.OTHER in chosen else "",
        "note": note.strip(),
    }
    newest = _newest(organisation, year, chosen_on)
    if newest is not None and facts == {name: getattr(newest, name) for name in facts}:
        return newest
    involvement = Involvement.objects.create(
        organisation=organisation,
        year=year,
        way=way,
        chosen_by=actor,
        chosen_on=chosen_on,
        recorded_at=at,
        **facts,
    )
    _tell(involvement, actor, at)
    return involvement


def _newest(organisation: Organisation, year: int, chosen_on: date) -> Involvement | None:
    """The choice that holds; what was chosen before it takes no place of it."""
    newest = Involvement.objects.filter(organisation=organisation, year=year).last()
    if newest is not None and newest.chosen_on > chosen_on:
        raise Refused(
            _("This partner chose again later, on %(day)s. That one holds.")
            % {"day": newest.chosen_on.strftime("%d-%m-%Y")}
        )
    return newest


def _tell(involvement: Involvement, actor: Person | None, at: datetime) -> None:
    """The trail; and when the kernteam heard it, the partner is asked whether it is right."""
    facts = {
        "organisation": involvement.organisation_id,
        "year": involvement.year,
        "forms": involvement.forms,
        "way": str(involvement.way),
    }
    record("choose_involvement", involvement, actor=actor, at=at, facts=facts)
    if involvement.way != Way.ONLINE:
        notifications.involvement_recorded(involvement, at=at)


def _in_order(forms: Iterable[str], other: str) -> list[str]:
    """What was chosen, each form once and in the order of the list; refuses what cannot be."""
    picked = set(forms)
    chosen = [str(form) for form in Form.values if form in picked]
    if len(chosen) < len(picked):
        raise Refused(_("Choose from the list."))
    if not chosen:
        raise Refused(_("Choose at least one form."))
    if Form.FOLLOW in chosen and len(chosen) > 1:
        raise Refused(_("Who only follows chooses nothing else."))
    if Form.OTHER in chosen and not other.strip():
        raise Refused(_("Say in a few words which other form."))
    return chosen


def _refuse_days(organisation: Organisation, year: int, chosen_on: date, at: datetime) -> None:
    if chosen_on > local_day(at):
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    if abs(year - chosen_on.year) > 1:
        raise Refused(_("Choose for the year itself, or for the year before or after it."))
    if not Partnership.objects.on(chosen_on).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner on that day: %(name)s.") % {"name": organisation.name})


@transaction.atomic
def repeat_involvement(
    organisation: Organisation, *, year: int, actor: Person | None, at: datetime
) -> Involvement:
    """The same as last year, in the same words."""
    last = Involvement.objects.known(year - 1, at).filter(organisation=organisation).first()
    if last is None:
        raise Refused(_("There is no choice of last year. Choose for this year."))
    return choose_involvement(
        organisation,
        year=year,
        forms=last.forms,
        other=last.other,
        note=last.note,
        chosen_on=local_day(at),
        actor=actor,
        at=at,
    )
