"""Who guides an exploration, and its log."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from partners.actions import invite_person
from partners.models import Organisation, Partnership, Person
from partners.querysets import local_day
from programme import notifications
from programme.models import ExplorationNote, Facilitator, InnovationTheme
from schuldenlab.audit.actions import record, record_all
from schuldenlab.lifecycle import Refused, lock

GUIDED = {InnovationTheme.Status.SELECTED, *InnovationTheme.RUNNING}


@transaction.atomic
def add_facilitator(
    theme: InnovationTheme,
    *,
    from_on: date,
    actor: Person | None,
    at: datetime,
    organisation: Organisation | None = None,
    person: Person | None = None,
) -> Facilitator:
    """From `from_on` a partner, or a person, guides the theme.

    A person who works for no partner reads this theme from then on, and nothing else.
    """
    lock(theme)
    if theme.status not in GUIDED:
        raise Refused(_("Nobody guides this theme now: it is not being explored."))
    _check_who(organisation, person, from_on)
    taken = theme.facilitators.lasting(from_on).filter(person=person)
    if person is None:
        taken = taken.filter(organisation=organisation)
    if taken.exists():
        raise Refused(
            _("%(name)s guides this theme already.")
            % {"name": getattr(person or organisation, "name", "")}
        )
    facilitator = Facilitator.objects.create(
        theme=theme, organisation=organisation, person=person, from_on=from_on, recorded_at=at
    )
    facts = {"organisation": organisation and organisation.pk, "person": person and person.pk}
    record("add_facilitator", facilitator, actor=actor, at=at, facts=facts)
    notifications.facilitator_named(facilitator, at=at)
    return facilitator


def _check_who(organisation: Organisation | None, person: Person | None, day: date) -> None:
    if person is not None and not person.is_active:
        raise Refused(_("The account of this person is closed."))
    if person is not None:
        return
    if organisation is None:
        raise Refused(_("Choose a partner, or fill in who it is."))
    if not Partnership.objects.on(day).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner now: %(names)s.") % {"names": organisation.name})


@transaction.atomic
def invite_facilitator(
    theme: InnovationTheme,
    *,
    email: str,
    name: str,
    from_on: date,
    actor: Person | None,
    at: datetime,
    organisation: Organisation | None = None,
) -> Facilitator:
    """Somebody guides the theme, and gets an account when there is none yet."""
    person, _is_new = invite_person(email=email, name=name, actor=actor, at=at)
    return add_facilitator(
        theme, from_on=from_on, organisation=organisation, person=person, actor=actor, at=at
    )


@transaction.atomic
def end_facilitator(
    facilitator: Facilitator, *, until_on: date, actor: Person | None, at: datetime
) -> Facilitator:
    """The last day on which somebody guides a theme. The log stays."""
    lock(facilitator)
    if facilitator.until_on is not None:
        raise Refused(_("This has ended already."))
    if until_on < facilitator.from_on:
        raise Refused(_("The last day lies before the first day."))
    facilitator.until_on, facilitator.ended_at = until_on, at
    facilitator.save(update_fields=["until_on", "ended_at"])
    record("end_facilitator", facilitator, actor=actor, at=at, facts={"on": until_on.isoformat()})
    return facilitator


@transaction.atomic
def end_facilitations(person: Person, *, actor: Person | None, at: datetime) -> list[Facilitator]:
    """Today is the last day on which this person guides any theme."""
    day = local_day(at)
    held = list(
        person.facilitations.filter(Q(until_on__isnull=True), from_on__lte=day).select_for_update()
    )
    Facilitator.objects.filter(pk__in=[each.pk for each in held]).update(until_on=day, ended_at=at)
    facts = {"on": day.isoformat()}
    record_all([("end_facilitator", each, facts) for each in held], actor=actor, at=at)
    return held


@transaction.atomic
def write_note(
    theme: InnovationTheme, *, kind: str, text: str, actor: Person, at: datetime
) -> ExplorationNote:
    """An entry in the log of an exploration: a step, what was learned, a choice."""
    lock(theme)
    if not theme.is_running:
        raise Refused(_("The log is open while a theme is explored or worked out."))
    return _write(theme, kind=kind, text=text, corrects=None, actor=actor, at=at)


@transaction.atomic
def correct_note(
    note: ExplorationNote, *, kind: str, text: str, actor: Person, at: datetime
) -> ExplorationNote:
    """A new entry takes the place of one that is not right; both can be read."""
    lock(note.theme)
    if ExplorationNote.objects.filter(corrects=note).exists():
        raise Refused(_("This was corrected already. Look at the newest row."))
    return _write(note.theme, kind=kind, text=text, corrects=note, actor=actor, at=at)


def _write(
    theme: InnovationTheme,
    *,
    kind: str,
    text: str,
    corrects: ExplorationNote | None,
    actor: Person,
    at: datetime,
) -> ExplorationNote:
    if not text.strip():
        raise Refused(_("Write down what happened, or what you learned."))
    note = ExplorationNote.objects.create(
        theme=theme,
        kind=kind,
        text=text.strip(),
        corrects=corrects,
        person=actor,
        at=at,
        recorded_at=at,
    )
    verb = "write_log" if corrects is None else "correct_log"
    record(verb, theme, actor=actor, at=at, facts={"note": note.pk, "kind": kind})
    return note
