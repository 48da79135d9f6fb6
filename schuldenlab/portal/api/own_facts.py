"""Questions: what belongs to one organisation, as plain values without people.

Each costs a constant number of queries, and every one begins at the organisation itself.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q

from events.models import Meeting
from funding.ledger import held_arrivals, pledges_as_known
from funding.models import Pledge
from partners.models import Involvement, Organisation, Signature
from partners.querysets import local_day
from programme.models import Commitment, Seat
from projects.models import Leadership, Participation, Project, Stake
from projects.querysets import on_day

Rows = list[Any]


def organisation_facts(number: int, at: datetime) -> dict[str, Any]:
    """Its own facts and the themes of which it is ambassador; two queries."""
    day = local_day(at)
    found = Organisation.objects.with_since(day).get(pk=number)
    ties = found.ambassadorships.on(day).order_by("theme__name")
    fields = ("name", "short_name", "sector", "website", "description", "kvk_number", "is_public")
    return {
        "number": found.pk,
        **{field: getattr(found, field) for field in fields},
        "partner_since": found.since,
        "themes": list(ties.values_list("theme__name", flat=True)),
    }


def own_pledges(number: int, at: datetime) -> Rows:
    """All that it offered, the newest on top."""
    known = pledges_as_known(Pledge.objects.filter(organisation=number), at)
    rows = known.select_related("plan__phase__project").order_by("-offered_at", "-pk")
    return [_pledge(each) for each in rows]


def _pledge(pledge: Any) -> dict[str, Any]:
    phase = pledge.plan.phase if pledge.plan else None
    fields = ("form", "category", "amount", "arrived", "text", "quantity", "condition", "status")
    return {
        "number": pledge.pk,
        **{field: getattr(pledge, field) for field in fields},
        "project": phase.project.code if phase else "",
        "phase": phase.kind if phase else "",
        "is_condition_met": not pledge.condition or pledge.condition_met_at is not None,
        **{name: getattr(pledge, name) for name in ("offered_at", "firm_at", "withdrawn_at")},
    }


def own_deliveries(number: int, at: datetime) -> Rows:
    """What arrived of its pledges, the newest on top."""
    rows = held_arrivals(at).filter(pledge__organisation=number).order_by("-arrived_on", "-pk")
    facts = ("amount", "text", "year", "arrived_on")
    return list(rows.values(*facts, number=F("pk"), pledge_number=F("pledge_id")))


def own_commitments(number: int, at: datetime) -> Rows:
    """The answer that holds, for each programme."""
    rows = Commitment.objects.known(at).filter(organisation=number).holding()
    return list(rows.values("answer", "reason", "given_on", year=F("programme__year")))


def own_involvement(number: int, at: datetime) -> Rows:
    """The newest choice of each year."""
    rows = Involvement.objects.filter(organisation=number, recorded_at__lte=at)
    newest = rows.order_by("-year", "-recorded_at", "-pk").distinct("year")
    return list(newest.values("year", "forms", "other", "note", "chosen_on"))


def own_signatures(number: int, at: datetime) -> Rows:
    """Those that were not withdrawn."""
    held = Signature.objects.holding().filter(organisation=number, recorded_at__lte=at)
    rows = held.order_by("-signed_on", "-pk")
    return list(rows.values("way", "signed_on", "sha256", title=F("framework__title")))


def own_seats(number: int, at: datetime) -> Rows:
    """Seats of now and of the past."""
    installed = Seat.objects.exclude(raad__status="composing")
    rows = installed.filter(organisation=number, recorded_at__lte=at)
    return list(rows.order_by("-raad__year").values("from_on", "until_on", year=F("raad__year")))


def own_meetings(number: int, at: datetime) -> Rows:
    """Those to which its people are invited on its behalf, the last one on top."""
    ours = Q(invitees__organisation=number, invitees__withdrawn_at__isnull=True)
    ours &= Q(invitees__recorded_at__lte=at)
    rows = Meeting.objects.filter(ours).annotate(invited=Count("invitees", filter=ours))
    ordered = rows.order_by(F("starts_at").desc(nulls_last=True), "-pk")
    return [_meeting(each) for each in ordered.select_related("series")]


def _meeting(meeting: Any) -> dict[str, Any]:
    return {
        "number": meeting.pk,
        "name": meeting.subject or f"{meeting.series.title} {meeting.ordinal}",
        "kind": meeting.series.duty,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at if meeting.starts_at else None,
        "place": meeting.place,
        "status": meeting.status,
        "invited": meeting.invited,
    }


def own_projects(number: int, at: datetime) -> Rows:
    """Those in which it has a part today; five queries."""
    parts = _parts(number, local_day(at), at)
    found = Project.objects.with_stage().filter(pk__in=parts).order_by("-year", "-sequence")
    return [
        {
            "code": each.code,
            "title": each.title,
            "status": each.status,
            "phase": each.stage or "",
            "roles": sorted(parts[each.pk]),
        }
        for each in found
    ]


def _parts(number: int, day: date, at: datetime) -> dict[int, set[str]]:
    """Which roles it has, by the id of the project."""
    parts: dict[int, set[str]] = {}
    led = on_day(Leadership.objects.filter(organisation=number), day)
    _add(parts, led.values_list("project_id", flat=True), "leads")
    steered = Stake.objects.on(day).filter(organisation=number)
    _add(parts, steered.values_list("stuurgroep__project_id", flat=True), "steers")
    paid = Pledge.objects.filter(organisation=number, plan__isnull=False).counted_at(at)
    _add(parts, paid.values_list("plan__phase__project_id", flat=True), "pays")
    joined = on_day(Participation.objects.filter(organisation=number), day)
    for project, kind in joined.values_list("project_id", "kind"):
        _add(parts, [project], "interested" if kind == "interested" else "takes_part")
    return parts


def _add(parts: dict[int, set[str]], projects: Iterable[int], role: str) -> None:
    for project in projects:
        parts.setdefault(project, set()).add(role)
