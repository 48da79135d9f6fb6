"""What the kernteam can do now: on the staff desk, and on its own home page."""

from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Meeting
from partners.models import Framework, SigningRequest
from partners.querysets import local_day
from partners.renewal import days_left
from programme.models import Ballot, Programmaraad, Programme
from schuldenlab.web.ports import DeskAction, DeskGroup
from schuldenlab.web.templatetags.look import day as day_words

from .measures.meetings import last_day_to_plan

SOON = timedelta(days=30)
MOST_SLOTS = 4


def desk_groups(person: Any) -> list[DeskGroup]:
    """Acts by subject: the people, the raad, the programme."""
    day = local_day(person.moment)
    years = _years(day)
    raden = {raad.year: raad for raad in Programmaraad.objects.filter(year__in=years)}
    programmes = {
        programme.year: programme
        for programme in Programme.objects.filter(year__in=years).select_related("ballot")
    }
    return [
        DeskGroup(_("Partners"), _partner_actions()),
        DeskGroup(_("Framework"), _framework_actions(day)),
        DeskGroup(_("Programmaraad"), [_raad_action(year, raden.get(year)) for year in years]),
        DeskGroup(_("Programme"), [_programme_action(y, programmes.get(y)) for y in years]),
        DeskGroup(_("Meetings"), _meeting_actions(person.moment)),
    ]


def _years(day: date) -> list[int]:
    """This year, and from September the next one as well."""
    september = 9
    return [day.year, day.year + 1] if day.month >= september else [day.year]


def _partner_actions() -> list[DeskAction]:
    return [
        DeskAction(
            _("Import partners"),
            _("From a file, with a preview first."),
            reverse("partners:import"),
            "document",
        ),
        DeskAction(
            _("Invite somebody"),
            _("A person gets an account and a mandate."),
            reverse("partners:person-invite"),
            "people",
        ),
        DeskAction(
            _("People"), _("Who has an account, and for whom."), reverse("partners:person-list")
        ),
        DeskAction(
            _("Kernteam"),
            _("Who is in it, and which places are open."),
            reverse("partners:kernteam"),
        ),
        DeskAction(
            _("Themes and ambassadors"),
            _("Which partner stands for which theme."),
            reverse("partners:theme-list"),
            "megaphone",
        ),
        DeskAction(
            _("Taking over"),
            _("Bring in what there was before this lab was kept here, step by step."),
            reverse("portal:takeover"),
            "arrow",
        ),
        *_signing_actions(),
    ]


def _signing_actions() -> list[DeskAction]:
    """Requests that wait for an answer; none is no act."""
    count = SigningRequest.objects.filter(status=SigningRequest.Status.ASKED).count()
    if not count:
        return []
    return [
        DeskAction(
            _("Requests to sign"),
            _("Partners ask that somebody may sign for them. Confirm it, or say why not."),
            reverse("partners:signing-requests"),
            "pencil",
            ngettext("%(count)s waits", "%(count)s wait", count) % {"count": count},
        )
    ]


def _framework_actions(day: date) -> list[DeskAction]:
    """All frameworks; from a year before the end of one, its renewal first."""
    framework = Framework.objects.to_renew(day)
    every = DeskAction(
        _("All frameworks"),
        _("What the partners agreed, now and before."),
        reverse("partners:framework-list"),
        "document",
    )
    if framework is None:
        return [every]
    left = days_left(framework.ends_on, day)
    renew = DeskAction(
        _("Renew the framework"),
        _("The last day is %(day)s.") % {"day": day_words(framework.ends_on)}
        if left >= 0
        else _("The lab runs without a framework in force."),
        reverse("partners:framework-renewal"),
        "hourglass",
        ngettext("%(count)s day to go", "%(count)s days to go", left) % {"count": left}
        if left >= 0
        else _("Urgent"),
    )
    return [renew, every]


def _raad_action(year: int, raad: Programmaraad | None) -> DeskAction:
    facts = {"year": year}
    if raad is None:
        return DeskAction(
            _("Propose the programmaraad of %(year)s") % facts,
            _("Five to six partners; all partners can respond."),
            reverse("programme:raad-propose", args=[year]),
            "people",
        )
    if raad.status == Programmaraad.Status.COMPOSING:
        return DeskAction(
            _("Compose the programmaraad of %(year)s") % facts,
            _("Name who votes for each seat, then install it."),
            raad.get_absolute_url(),
            "people",
            raad.get_status_display(),
        )
    return DeskAction(
        _("Programmaraad %(year)s") % facts,
        _("Seats, and who votes for them."),
        raad.get_absolute_url(),
        "people",
        raad.get_status_display(),
    )


def _programme_action(year: int, programme: Programme | None) -> DeskAction:
    facts = {"year": year}
    if programme is None:
        return DeskAction(
            _("Write the programme of %(year)s") % facts,
            _("Ambition and text; nobody else sees it yet."),
            reverse("programme:programme-write", args=[year]),
            "pencil",
        )
    texts = {
        Programme.Status.PREPARING: _("Go on writing, or submit it to the programmaraad."),
        Programme.Status.SUBMITTED: _submitted_text(programme),
        Programme.Status.ADOPTED: _("See which partners commit to it."),
        Programme.Status.CLOSED: _("The year is over."),
    }
    return DeskAction(
        _("Programme %(year)s") % facts,
        texts[Programme.Status(programme.status)],
        programme.get_absolute_url(),
        "document",
        programme.get_status_display(),
    )


def _submitted_text(programme: Programme) -> str:
    ballot = programme.ballot
    if ballot is None or ballot.status == Ballot.Status.CLOSED:
        return _("Open the ballot of the programmaraad.")
    if ballot.status == Ballot.Status.DRAFT:
        return _("Open the next round of the ballot.")
    return _("The programmaraad is voting on it.")


def _meeting_actions(moment: datetime) -> list[DeskAction]:
    """Meetings that wait for the kernteam, the most urgent first; and the whole year."""
    day = local_day(moment)
    waiting = Meeting.objects.exclude(status=Meeting.Status.HELD).filter(
        year__in=[day.year, day.year + 1], series__framework__in_force_at__isnull=False
    )
    due = [(last_day_to_plan(slot, slot.series), slot) for slot in waiting.select_related("series")]
    acts = [
        _record_action(slot) if slot.starts_at else _date_action(slot, last, day)
        for last, slot in sorted(due, key=lambda pair: (pair[0], pair[1].pk))
        if (slot.starts_at <= moment if slot.starts_at else last <= day + SOON)
    ]
    every = DeskAction(
        _("Meetings %(year)s") % {"year": day.year},
        _("All meetings that the framework asks for."),
        reverse("events:year", args=[day.year]),
        "calendar",
    )
    return [*acts[:MOST_SLOTS], every]


def _record_action(slot: Meeting) -> DeskAction:
    return DeskAction(
        _("Record who was at %(title)s") % {"title": _slot_title(slot)},
        _("Without that the meeting does not count."),
        reverse("events:meeting-hold", args=[slot.pk]),
        "people",
        _("Has been"),
    )


def _date_action(slot: Meeting, last: date, day: date) -> DeskAction:
    return DeskAction(
        _("Choose a date for %(title)s") % {"title": _slot_title(slot)},
        _("Fix it on %(day)s at the latest: then everybody has time to prepare.")
        % {"day": day_words(last)}
        if last >= day
        else _("The agreed period ends on %(day)s.") % {"day": day_words(slot.window_closes_on)},
        reverse("events:meeting-schedule", args=[slot.pk]),
        "calendar",
        _("Urgent") if last < day else _("No date yet"),
    )


def _slot_title(slot: Meeting) -> str:
    return slot.subject or f"{slot.series.heading} {slot.ordinal} ({slot.year})"
