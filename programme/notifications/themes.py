"""Letters about innovation themes."""

from collections.abc import Iterable
from datetime import datetime

from partners.models import Mandate, Organisation, Person
from partners.querysets import local_day
from programme.models import Decision, Facilitator, InnovationTheme, ThemeCall
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient

from .people import kernteam, partner_people


def call_opened(call: ThemeCall, *, at: datetime) -> None:
    """Every partner may propose a theme."""
    post(
        "programme/mail/call_opened.txt",
        partner_people(at),
        f"call-opened:{call.pk}",
        at,
        context={"call": call, "framework": call.framework},
    )


def call_extended(call: ThemeCall, *, at: datetime) -> None:
    """There is more time to propose a theme."""
    post(
        "programme/mail/call_extended.txt",
        partner_people(at),
        f"call-extended:{call.pk}:{call.closes_at.isoformat()}",
        at,
        context={"call": call},
    )


def proposal_reminder(call: ThemeCall, *, step: int, at: datetime) -> None:
    """Only people of partners that proposed nothing."""
    day = local_day(at)
    proposers = call.themes.standing().filter(proposed_by__isnull=False).values("proposed_by")
    silent = Organisation.objects.partners(day).exclude(pk__in=proposers)
    post(
        "programme/mail/proposal_reminder.txt",
        _people_of(silent, at),
        f"proposal-reminder:{call.pk}:{call.closes_at.isoformat()}:{step}",
        at,
        context={"call": call},
    )


def _people_of(organisations: Iterable[Organisation], at: datetime) -> list[Recipient]:
    mandates = Mandate.objects.on(local_day(at)).filter(organisation__in=organisations)
    people = Person.objects.can_log_in().filter(mandates__in=mandates).distinct()
    return [person.as_recipient() for person in people]


def theme_proposed(theme: InnovationTheme, *, at: datetime) -> None:
    """The kernteam reads what a partner proposes."""
    if theme.proposed_by is None:
        return
    post(
        "programme/mail/theme_proposed.txt",
        kernteam(at),
        f"theme-proposed:{theme.pk}",
        at,
        context={"theme": theme, "organisation": theme.proposed_by, "call": theme.call},
    )


def themes_selected(call: ThemeCall, decision: Decision, *, at: datetime) -> None:
    """All partners hear which themes the programmaraad chose."""
    chosen = call.themes.filter(decision=decision)
    post(
        "programme/mail/themes_selected.txt",
        {*partner_people(at), *kernteam(at)},
        f"themes-selected:{decision.pk}",
        at,
        context={
            "call": call,
            "decision": decision,
            "titles": list(chosen.values_list("title", flat=True)),
        },
    )


def facilitator_named(facilitator: Facilitator, *, at: datetime) -> None:
    """You guide this theme: the person, or the people of the partner."""
    if facilitator.person is not None:
        recipients = [facilitator.person.as_recipient()]
    else:
        recipients = _people_of([facilitator.organisation], at) if facilitator.organisation else []
    post(
        "programme/mail/facilitator_named.txt",
        recipients,
        f"facilitator-named:{facilitator.pk}",
        at,
        context={"facilitator": facilitator, "theme": facilitator.theme},
    )


def theme_delivered(theme: InnovationTheme, *, at: datetime) -> None:
    """All partners, and whoever guides it, hear what came of it."""
    post(
        "programme/mail/theme_delivered.txt",
        _everybody(theme, at),
        f"theme-delivered:{theme.pk}",
        at,
        context={"theme": theme, "kind": theme.get_result_kind_display()},
    )


def theme_stopped(theme: InnovationTheme, *, at: datetime) -> None:
    """All partners, and whoever guides it, hear why it stops."""
    post(
        "programme/mail/theme_stopped.txt",
        _everybody(theme, at),
        f"theme-stopped:{theme.pk}",
        at,
        context={"theme": theme},
    )


def _everybody(theme: InnovationTheme, at: datetime) -> set[Recipient]:
    rows = theme.facilitators.on(local_day(at)).filter(person__is_active=True)
    guides = [row.person.as_recipient() for row in rows.select_related("person")]
    return {*partner_people(at), *kernteam(at), *guides}
