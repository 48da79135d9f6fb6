"""What becomes of an innovation theme: proposed, chosen, explored, worked out, or stopped."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Organisation, Person, Theme
from partners.querysets import local_day
from programme import notifications
from programme.models import Ballot, CourseChange, Decision, InnovationTheme, ThemeCall
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .course_decided import carry_out_change
from .follow_up import settle_by_themes


@transaction.atomic
def propose_theme(
    call: ThemeCall,
    *,
    theme: Theme,
    title: str,
    question: str,
    why: str,
    who_gains: str,
    organisation: Organisation | None,
    actor: Person,
    at: datetime,
    proposed_facilitator: Organisation | None = None,
    proposed_external: str = "",
) -> InnovationTheme:
    """A partner proposes what to explore; without an organisation it is the kernteam."""
    lock(call)
    title = " ".join(title.split())
    _refuse_proposal(call, title, at)
    if proposed_facilitator is not None and proposed_external.strip():
        raise Refused(_("Name a partner or somebody from outside as facilitator, not both."))
    proposal = InnovationTheme.objects.create(
        call=call,
        theme=theme,
        title=title,
        question=question.strip(),
        why=why.strip(),
        who_gains=who_gains.strip(),
        proposed_facilitator=proposed_facilitator,
        proposed_external=" ".join(proposed_external.split()),
        proposed_by=organisation,
        person=actor,
        proposed_at=at,
        recorded_at=at,
    )
    facts = {"call": call.pk, "organisation": organisation and organisation.pk}
    record("propose_theme", proposal, actor=actor, at=at, facts=facts)
    notifications.theme_proposed(proposal, at=at)
    return proposal


def _refuse_proposal(call: ThemeCall, title: str, at: datetime) -> None:
    """In time, and under a title of its own."""
    if not call.accepts_proposals(at):
        raise Refused(_("This call is closed. Your proposal was not kept."))
    if call.themes.standing().filter(title__iexact=title).exists():
        raise Refused(_("There is a proposal with this title already. Give yours another one."))


@transaction.atomic
def withdraw_theme(theme: InnovationTheme, *, actor: Person, at: datetime) -> InnovationTheme:
    """Take back a proposal, before the programmaraad has it."""
    lock(theme.call)
    if theme.call.status not in {ThemeCall.Status.OPEN, ThemeCall.Status.CLOSED}:
        raise Refused(_("The programmaraad has this proposal already."))
    return move(theme, "withdraw", actor=actor, at=at)


def conclude_call(
    call: ThemeCall,
    ballot: Ballot,
    decision: Decision | None,
    following: Ballot | None,
    *,
    at: datetime,
) -> None:
    """What a closed selection means for its proposals. Part of closing the ballot."""
    chosen = ballot.counts.get("chosen", [])
    if chosen and decision is not None:
        _select(call.themes.filter(option__in=chosen), decision, at)
        notifications.themes_selected(call, decision, at=at)
    if following is not None:
        _follow(call, following)
    elif ballot.outcome == Ballot.Outcome.REJECTED:
        move(call, "return", actor=None, at=at)
    elif not ballot.goes_to_meeting:
        move(call, "decide", actor=None, at=at)


def _select(themes: Iterable[InnovationTheme], decision: Decision, at: datetime) -> None:
    facts = {"decision": decision.number}
    for theme in themes:
        move(theme, "select", actor=None, at=at, also={"decision": decision}, facts=facts)


def _follow(call: ThemeCall, following: Ballot) -> None:
    """The next round takes the place of this one, for the call and for what it still offers."""
    call.ballot = following
    call.save(update_fields=["ballot"])
    for option in following.options.all():
        call.themes.filter(option=option.previous_id).update(option=option)


@transaction.atomic
def select_in_meeting(
    call: ThemeCall,
    *,
    themes: list[InnovationTheme],
    decision: Decision,
    actor: Person | None,
    at: datetime,
) -> ThemeCall:
    """Voting came to nothing twice: write down what the raad decided in a meeting."""
    lock(call)
    ballot = call.ballot
    if call.status != ThemeCall.Status.BALLOT or ballot is None or not ballot.goes_to_meeting:
        raise Refused(_("The programmaraad decides about this by ballot."))
    if decision.raad.year != call.year or decision.ballot_id is not None:
        raise Refused(_("Choose a decision that this programmaraad took in a meeting."))
    before = call.themes.filter(selected_at__isnull=False).count()
    if before + len(themes) > call.framework.themes_max:
        raise Refused(
            _("The framework asks for at most %(high)s themes.")
            % {"high": call.framework.themes_max}
        )
    _select(themes, decision, at)
    move(call, "decide", actor=actor, at=at, facts={"decision": decision.number})
    if themes:
        notifications.themes_selected(call, decision, at=at)
    return call


@transaction.atomic
def explore_theme(
    theme: InnovationTheme, *, exploring_on: date, actor: Person | None, at: datetime
) -> InnovationTheme:
    """Exploring began on that day: the theme counts in its year, and twelve months begin."""
    _refuse_other_days(exploring_on, at, theme.selected_at and local_day(theme.selected_at))
    return move(theme, "explore", actor=actor, at=at, also={"exploring_on": exploring_on})


@transaction.atomic
def work_out_theme(
    theme: InnovationTheme,
    *,
    result_kind: str,
    working_out_on: date,
    actor: Person | None,
    at: datetime,
) -> InnovationTheme:
    """It is worth working out, to a business case or a prototype."""
    _refuse_other_days(working_out_on, at, theme.exploring_on)
    also = {"result_kind": result_kind, "working_out_on": working_out_on}
    facts = {"result_kind": result_kind}
    return move(theme, "work_out", actor=actor, at=at, also=also, facts=facts)


@transaction.atomic
def deliver_theme(
    theme: InnovationTheme, *, result: str, delivered_on: date, actor: Person | None, at: datetime
) -> InnovationTheme:
    """The business case or the prototype is there."""
    _refuse_other_days(delivered_on, at, theme.working_out_on)
    if not result.strip():
        raise Refused(_("Say in a few words what the result is."))
    also = {"result": result.strip(), "delivered_on": delivered_on}
    move(theme, "deliver", actor=actor, at=at, also=also)
    settle_by_themes(theme.decision, actor=actor, at=at)
    notifications.theme_delivered(theme, at=at)
    return theme


@transaction.atomic
def stop_theme(
    theme: InnovationTheme, *, reason: str, stopped_on: date, actor: Person | None, at: datetime
) -> InnovationTheme:
    """It does not go on, and everybody reads why.

    In an adopted programme that is a change of course, which is carried out by this.
    """
    change = _change_that_stops(theme)
    begun = theme.working_out_on or theme.exploring_on
    _refuse_other_days(
        stopped_on, at, begun or (theme.selected_at and local_day(theme.selected_at))
    )
    if not reason.strip():
        raise Refused(_("Say in a few words why it stops."))
    also = {"stop_reason": reason.strip(), "stopped_on": stopped_on}
    facts = {"change": change.pk} if change else {}
    move(theme, "stop", actor=actor, at=at, also=also, facts=facts)
    if change is not None and change.status in CourseChange.MOVES["carry_out"].sources:
        carry_out_change(change, result=reason, done_on=stopped_on, actor=actor, at=at)
    settle_by_themes(theme.decision, actor=actor, at=at)
    notifications.theme_stopped(theme, at=at)
    return theme


def _change_that_stops(theme: InnovationTheme) -> CourseChange | None:
    """The change of course by which an adopted programme drops this theme, held; none before."""
    if not theme.can_stop or not theme.is_in_programme:
        return None
    changes = CourseChange.objects.select_for_update().dropping(theme).free_to_act()
    change: CourseChange | None = changes.first()
    if change is None:
        raise Refused(
            _(
                "This theme is in the adopted programme of %(year)s. Dropping it is a course "
                "change, and the programmaraad has not agreed to one."
            )
            % {"year": theme.call.year}
        )
    return change


def _refuse_other_days(day: date, at: datetime, earliest: date | None) -> None:
    """Not in the future, and not before what came before it."""
    if day > local_day(at):
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    if earliest is not None and day < earliest:
        raise Refused(
            _("That is before %(day)s, when the step before it was taken.")
            % {"day": earliest.strftime("%d-%m-%Y")}
        )
