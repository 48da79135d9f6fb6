"""What partners still have to do, as far as the kernteam can help: counted in the database."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.models import (
    Ambassadorship,
    Involvement,
    Organisation,
    Partnership,
    Signature,
    SigningRequest,
)
from partners.querysets import local_day, months_before, recorded_by
from programme.models import Commitment, Programme
from schuldenlab.portal.measures.reading import PATIENCE

from .due import Due
from .today import SOON, Today

A_YEAR = 12  # months


def partner_dues(today: Today) -> Iterator[Due]:
    """Signing, ambassadors, involvement and commitments; requests to sign, and reviews."""
    counts = _counts(today)
    yield from _signing(today, counts)
    yield from _taking_part(today, counts)
    yield from _commitments(today, counts)
    yield from _requests()
    yield from _reviews(today.day)


def _counts(today: Today) -> dict[str, Any]:
    """How many partners of today miss what, one name and the first day, in one query."""
    mine = {"organisation": OuterRef("organisation")}
    signed = Signature.objects.holding(today.moment).filter(framework=today.framework, **mine)
    ambassador = Ambassadorship.objects.on(today.day).filter(**mine)
    chosen = Involvement.objects.filter(recorded_by(today.moment, "chosen_on"), **mine)
    answers = Commitment.objects.known(today.moment).filter(programme__year=today.year, **mine)
    rows = Partnership.objects.on(today.day).annotate(
        is_unsigned=~Exists(signed),
        is_unbound=~Exists(ambassador),
        is_unchosen=~Exists(chosen.filter(year=today.year)),
        answer=Subquery(answers.order_by("-ordinal").values("answer")[:1]),
    )
    kinds = {
        "unsigned": Q(is_unsigned=True),
        "unbound": Q(is_unbound=True),
        "unchosen": Q(is_unchosen=True),
        "silent": Q(answer__isnull=True),
        "not_now": Q(answer=Commitment.Answer.NOT_NOW),
    }
    asked: dict[str, Any] = {"since": Min("joined_on", filter=kinds["unsigned"])}
    for kind, which in kinds.items():
        asked[kind] = Count("pk", filter=which)
        asked[f"{kind}_name"] = Min("organisation__name", filter=which)
    counts: dict[str, Any] = rows.aggregate(**asked)
    return counts


def _words(counts: dict[str, Any], kind: str, one: str, many: str) -> str:
    """One partner by name; more of them as a number."""
    facts = {"count": counts[kind], "name": counts[f"{kind}_name"]}
    return (one if counts[kind] == 1 else many) % facts


def _signing(today: Today, counts: dict[str, Any]) -> Iterator[Due]:
    framework = today.framework
    if framework is None or not counts["unsigned"]:
        return
    yield Due(
        f"signed:{framework.pk}",
        _words(
            counts,
            "unsigned",
            _("Ask %(name)s to sign the framework"),
            _("Ask %(count)s partners to sign the framework"),
        ),
        _("Who joins has sixty days for it. After that it counts as not met."),
        framework.get_absolute_url(),
        _("See who has to sign"),
        max(counts["since"], framework.starts_on) + PATIENCE,
        "signed",
        "pencil",
    )


def _taking_part(today: Today, counts: dict[str, Any]) -> Iterator[Due]:
    if counts["unbound"]:
        yield Due(
            f"ambassadors:{today.year}",
            _words(
                counts,
                "unbound",
                _("Find a theme for %(name)s"),
                _("Find a theme for %(count)s partners"),
            ),
            _("Every partner is ambassador of at least one theme."),
            reverse("partners:theme-list"),
            _("Choose a theme"),
            today.by_on("ambassadors"),
            "ambassadors",
            "megaphone",
        )
    last = today.by_on("involvement")
    if counts["unchosen"] and today.day >= last - SOON:
        yield Due(
            f"involvement:{today.year}",
            _words(
                counts,
                "unchosen",
                _("Ask %(name)s how it wants to take part"),
                _("Ask %(count)s partners how they want to take part"),
            ),
            _("They had a mail and did not answer. You can record what they say."),
            reverse("partners:involvement-year", args=[today.year]),
            _("See who did not choose"),
            last,
            "involvement",
            "people",
        )


def _commitments(today: Today, counts: dict[str, Any]) -> Iterator[Due]:
    """Of the programme that was adopted: who is silent, and who said not now."""
    programme = today.programmes.get(today.year)
    if programme is None or programme.commit_by is None or programme.adopted_at is None:
        return
    last = local_day(programme.commit_by)
    if counts["silent"]:
        yield Due(
            f"commitments:{programme.pk}",
            _words(
                counts,
                "silent",
                _("Call %(name)s about the programme"),
                _("Call %(count)s partners about the programme"),
            ),
            _("They did not say yet whether they commit to it."),
            reverse("programme:commitment-list", args=[programme.year]),
            _("See who is silent"),
            last,
            "commitments",
            "people",
        )
    if counts["not_now"]:
        yield _not_now(programme, counts)


def _not_now(programme: Programme, counts: dict[str, Any]) -> Due:
    """“Not now” with a reason is an answer, so there is no day on which it is late."""
    return Due(
        f"commitments-not-now:{programme.pk}",
        _words(
            counts,
            "not_now",
            _("Talk with %(name)s, which does not commit now"),
            _("Talk with %(count)s partners that do not commit now"),
        ),
        _("They said “not now”, with a reason. They can still say yes."),
        reverse("programme:commitment-list", args=[programme.year]),
        _("Read the reasons"),
        None,
        "commitments",
        "people",
    )


def _requests() -> Iterator[Due]:
    waiting = SigningRequest.objects.filter(status=SigningRequest.Status.ASKED)
    counts = waiting.aggregate(count=Count("pk"), name=Min("mandate__person__name"))
    if counts["count"]:
        one, many = (
            _("Answer whether %(name)s may sign"),
            _("Answer %(count)s requests to sign"),
        )
        yield Due(
            "signing-requests",
            (one if counts["count"] == 1 else many) % counts,
            _("Partners ask that somebody may sign for them. Confirm it, or say why not."),
            reverse("partners:signing-requests"),
            _("Answer the request"),
            None,
            "signed",
            "pencil",
        )


def _year_of_review(looked_on: date, day: date) -> date:
    """The last day of the year that is asked for now: a partner is asked once in each year."""
    years = 1
    while months_before(looked_on, -A_YEAR * (years + 1)) <= months_before(day, -1):
        years += 1
    return months_before(looked_on, -A_YEAR * years)


def _reviews(day: date) -> Iterator[Due]:
    due = Organisation.objects.due_for_review(day)
    counts = due.order_by().aggregate(count=Count("pk"), name=Min("name"), first=Min("looked_on"))
    if counts["count"]:
        one, many = (
            _("Ask %(name)s to look at its facts"),
            _("Ask %(count)s partners to look at their facts"),
        )
        yield Due(
            "reviews",
            (one if counts["count"] == 1 else many) % counts,
            _("Once a year somebody of each partner looks whether all of it is still right."),
            reverse("partners:organisation-list") + "?unseen=on",
            _("See the partners"),
            _year_of_review(counts["first"], day),
            "",
            "building",
        )
