"""Ballots that are not open yet, votes that run, and objections to answer."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.querysets import local_day
from programme.models import Ballot, Dispute, InterestQuestion, Programmaraad
from schuldenlab.web.templatetags.look import deadline

from .due import Due
from .today import Today


def ballot_dues(today: Today) -> Iterator[Due]:
    """All of raden that sit; the ballot on a programme stands with that programme."""
    yield from _objections()
    yield from _disputes()
    rows = (
        Ballot.objects.filter(raad__status=Programmaraad.Status.INSTALLED)
        .exclude(status=Ballot.Status.CLOSED)
        .select_related("programme", "theme_call", "course_change", "meeting")
        .annotate(
            seats=Count("entitlements", distinct=True),
            voted=Count("entitlements", filter=Q(entitlements__votes__isnull=False), distinct=True),
        )
    )
    for ballot in rows.order_by("pk"):
        is_of_programme = hasattr(ballot, "programme")
        if ballot.status == Ballot.Status.DRAFT:
            if not is_of_programme:
                yield _draft(ballot, today.day)
        elif ballot.meeting_id is not None:
            yield from _entered(ballot)
        elif is_of_programme or ballot.closes_at <= today.moment:
            continue
        elif ballot.voted < ballot.seats:
            yield _silent(ballot)


def _measure(ballot: Any) -> str:
    """What the Kompas measures of its subject."""
    if hasattr(ballot, "programme"):
        return "programme_adopted"
    if hasattr(ballot, "theme_call"):
        return "innovation_themes"
    return "course_changes" if hasattr(ballot, "course_change") else ""


def _draft(ballot: Any, day: date) -> Due:
    closes_on = local_day(ballot.closes_at)
    is_seen = ballot.announced_at is not None or ballot.round > 1
    title = _("Open the ballot “%(title)s”")
    text = _("The programmaraad sees it, and waits until it opens.")
    if not is_seen:
        title = _("Show the ballot “%(title)s” to the programmaraad")
        text = _("Disclose interests first. Then the seats can read it before they vote.")
    elif ballot.round > 1:
        text = _("The vote came to no decision. This is the next round.")
    return Due(
        f"ballot-draft:{ballot.pk}:{'open' if is_seen else 'show'}",
        title % {"title": ballot.title},
        text,
        reverse("programme:ballot-open", args=[ballot.pk])
        if is_seen
        else ballot.get_absolute_url(),
        _("Open the ballot") if is_seen else _("Show the ballot"),
        closes_on if closes_on >= day else None,
        _measure(ballot),
        "ballot",
    )


def _silent(ballot: Any) -> Due:
    left = ballot.seats - ballot.voted
    text = ngettext(
        "%(count)s seat has not voted. The ballot closes %(moment)s.",
        "%(count)s seats have not voted. The ballot closes %(moment)s.",
        left,
    )
    return Due(
        f"ballot-open:{ballot.pk}",
        _("Follow the vote on “%(title)s”") % {"title": ballot.title},
        text % {"count": left, "moment": deadline(ballot.closes_at)},
        ballot.get_absolute_url(),
        _("See who has voted"),
        local_day(ballot.closes_at),
        _measure(ballot),
        "ballot",
    )


def _entered(ballot: Any) -> Iterator[Due]:
    """Votes that were called out in a meeting, and are not all in."""
    if ballot.voted >= ballot.seats:
        return
    meets_at = ballot.meeting.starts_at or ballot.closes_at
    yield Due(
        f"ballot-enter:{ballot.pk}",
        _("Enter the votes on “%(title)s”") % {"title": ballot.title},
        _("%(voted)s of %(seats)s votes are in. Each seat gets a receipt.")
        % {"voted": ballot.voted, "seats": ballot.seats},
        reverse("programme:votes-enter", args=[ballot.pk]),
        _("Enter votes"),
        local_day(meets_at),
        _measure(ballot),
        "pencil",
    )


def _objections() -> Iterator[Due]:
    waiting = InterestQuestion.objects.waiting().select_related("ballot", "organisation")
    for question in waiting:
        yield Due(
            f"interest:{question.pk}",
            _("Answer %(name)s about an interest") % {"name": question.organisation.name},
            _("It says that an interest is not right on the ballot “%(title)s”.")
            % {"title": question.ballot.title},
            reverse("programme:interest-answer", args=[question.pk]),
            _("Answer the objection"),
            local_day(question.ballot.closes_at),
            "",
            "scales",
        )


def _disputes() -> Iterator[Due]:
    waiting = Dispute.objects.waiting().select_related(
        "entitlement__organisation", "entitlement__ballot"
    )
    for dispute in waiting:
        seat = dispute.entitlement
        yield Due(
            f"dispute:{dispute.pk}",
            _("Answer %(name)s about its vote") % {"name": seat.organisation.name},
            _("It says that its vote on “%(title)s” was entered wrongly.")
            % {"title": seat.ballot.title},
            reverse("programme:dispute-answer", args=[dispute.pk]),
            _("Answer the objection"),
            local_day(seat.ballot.closes_at),
            "",
            "scales",
        )
