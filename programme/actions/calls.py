"""The call for innovation themes: opened, extended, closed, and brought to the programmaraad."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Framework, Person
from programme import notifications
from programme.deadlines import is_office_hour, reminder_step
from programme.models import Ballot, InnovationTheme, Programmaraad, ThemeCall
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .preparing import prepare_selection

PROPOSAL_STEPS = (3,)


@transaction.atomic
def open_call(
    year: int,
    *,
    framework: Framework,
    introduction: str,
    closes_at: datetime,
    actor: Person | None,
    at: datetime,
) -> ThemeCall:
    """Ask all partners for innovation themes, until `closes_at`. One call a year."""
    if closes_at <= at:
        raise Refused(_("The deadline lies in the past."))
    call, is_new = ThemeCall.objects.get_or_create(
        year=year,
        defaults={
            "framework": framework,
            "introduction": introduction.strip(),
            "closes_at": closes_at,
            "opened_at": at,
            "recorded_at": at,
        },
    )
    if not is_new:
        raise Refused(_("There is a call for %(year)s already.") % {"year": year})
    record("open_call", call, actor=actor, at=at, facts={"closes_at": closes_at.isoformat()})
    notifications.call_opened(call, at=at)
    return call


@transaction.atomic
def extend_call(
    call: ThemeCall, *, closes_at: datetime, actor: Person | None, at: datetime
) -> ThemeCall:
    """Take proposals until a later moment, also when the call has closed already."""
    lock(call)
    if call.status not in {ThemeCall.Status.OPEN, ThemeCall.Status.CLOSED}:
        raise Refused(_("The proposals lie with the programmaraad. The call stays closed."))
    if closes_at <= max(at, call.closes_at):
        raise Refused(_("Choose a later day than the one that stands now."))
    facts = {"closes_at": closes_at.isoformat()}
    if call.status == ThemeCall.Status.CLOSED:
        move(call, "reopen", actor=actor, at=at, also={"closes_at": closes_at}, facts=facts)
    else:
        call.closes_at = closes_at
        call.save(update_fields=["closes_at"])
        record("extend_call", call, actor=actor, at=at, facts=facts)
    notifications.call_extended(call, at=at)
    return call


@transaction.atomic
def close_call(call: ThemeCall, *, at: datetime) -> ThemeCall:
    """Write down that the deadline of a call has passed; never earlier."""
    lock(call)
    if at < call.closes_at:
        raise Refused(_("This call closes at its deadline, not earlier."))
    return move(call, "close", actor=None, at=at)


@transaction.atomic
def put_themes_to_ballot(
    call: ThemeCall,
    *,
    closes_at: datetime,
    rules: dict[str, Any],
    actor: Person | None,
    at: datetime,
) -> Ballot:
    """Prepare the selection ballot of the raad of this year, with every proposal as an option.

    It does not open by itself: interests are written down and shown first.
    """
    raad = Programmaraad.objects.filter(year=call.year).first()
    if raad is None:
        raise Refused(_("There is no programmaraad of this year yet."))
    lock(raad)
    lock(call)
    if call.status == ThemeCall.Status.OPEN and at >= call.closes_at:
        move(call, "close", actor=None, at=at)  # the clock was late
    if call.status == ThemeCall.Status.OPEN:
        raise Refused(_("Partners can still propose themes. Put them to the ballot after that."))
    if call.status != ThemeCall.Status.CLOSED:
        raise Refused(_("The programmaraad has these proposals already."))
    themes = list(call.themes.standing().order_by("pk"))
    ballot = _selection(
        call, raad, themes=themes, closes_at=closes_at, rules=rules, actor=actor, at=at
    )
    options = ballot.options.order_by("position")
    for theme, option in zip(themes, options, strict=True):
        theme.option = option
    InnovationTheme.objects.bulk_update(themes, ["option"])
    move(
        call,
        "put_to_ballot",
        actor=actor,
        at=at,
        also={"ballot": ballot},
        facts={"themes": len(themes)},
    )
    return ballot


def _selection(
    call: ThemeCall,
    raad: Programmaraad,
    *,
    themes: list[InnovationTheme],
    closes_at: datetime,
    rules: dict[str, Any],
    actor: Person | None,
    at: datetime,
) -> Ballot:
    low, high = call.framework.themes_min, call.framework.themes_max
    if len(themes) < low:
        raise Refused(
            _("The framework asks for at least %(low)s themes; %(count)s are proposed.")
            % {"low": low, "count": len(themes)}
        )
    facts = {"year": call.year, "low": low, "high": high}
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        title = _("Innovation themes %(year)s") % facts
        question = _("Which innovation themes do we explore in %(year)s?") % facts
        text = _("These themes are proposed. In all we explore %(low)s to %(high)s of them.")
        options = [(theme.title, in_words(theme)) for theme in themes]
    return prepare_selection(
        raad,
        title=title,
        question=question,
        text=text % facts,
        options=options,
        places=(low, min(high, len(themes))),
        closes_at=closes_at,
        rules=rules,
        actor=actor,
        at=at,
    )


def in_words(theme: InnovationTheme) -> str:
    """The proposal as the ballot shows it: question, why, and who gains by it."""
    return "\n\n".join(
        (
            theme.question,
            _("Why: %(why)s") % {"why": theme.why},
            _("Who gains by it: %(who)s") % {"who": theme.who_gains},
        )
    )


def remind_proposers(at: datetime) -> int:
    """Remind partners that proposed nothing, three working days before the call closes."""
    if not is_office_hour(at):
        return 0
    reminded = 0
    for call in ThemeCall.objects.open_at(at):
        step = reminder_step(at, call.closes_at, PROPOSAL_STEPS)
        if step is not None:
            notifications.proposal_reminder(call, step=step, at=at)
            reminded += 1
    return reminded
