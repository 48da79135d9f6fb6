"""The doors of one pledge: its page, and its signed paper."""

from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from funding.cover import NOTHING
from funding.models import Delivery, Instalment, Pledge, Schedule
from funding.spreading import Due, Part, still_due
from schuldenlab.documents.models import Document
from schuldenlab.web.doors import DetailDoor
from schuldenlab.web.files import FileDoor

from .acts import is_over, pledge_crumbs
from .sections import BADGES

DELIVERIES = Prefetch("deliveries", Delivery.objects.order_by("arrived_on", "pk"))
SHOWN = Pledge.objects.select_related("plan__phase__project", "organisation")


def dress(pledge: Any) -> None:
    """With its badge, and what arrived of it out of the rows that are read already."""
    state = pledge.status
    if state == Pledge.Status.FIRM and pledge.waits_for_condition:
        state = "waits"
    pledge.badge = BADGES[state]
    holding = [each for each in pledge.deliveries.all() if each.struck_at is None]
    pledge.arrived = sum(each.amount or 0 for each in holding)
    pledge.arrivals = len(holding)


def due_parts(pledge: Any, at: datetime) -> list[Due]:
    """Its parts by year, with what of each has not arrived; out of deliveries read already."""
    rows = Instalment.objects.of([pledge.pk]).held_at(at)
    arrived: dict[int, Decimal] = {}
    for each in pledge.deliveries.all():
        if each.struck_at is None and each.amount is not None:
            arrived[each.year] = arrived.get(each.year, NOTHING) + each.amount
    return still_due([Part(row.year, row.amount, row.due_on) for row in rows], arrived)


def earlier_schedules(pledge: Pledge) -> list[Any]:
    """How it was spread before, the last one first, each with the one that took its place."""
    rows: list[Any] = list(
        Schedule.objects.filter(pledge=pledge)
        .select_related("person")
        .prefetch_related("instalments")
        .order_by("ordinal")
    )
    for each, after in pairwise(rows):
        each.changed = after
    return rows[-2::-1] if len(rows) > 1 else []


class PledgeDetail(DetailDoor):
    """One pledge, for whoever may see how much it is."""

    queryset = SHOWN.select_related(
        "offered_by", "made_firm_by", "paper", "replaces", "replaced_by", "course_change"
    ).prefetch_related(DELIVERIES)
    permission = "funding.view_pledge"
    template_name = "funding/pledge_detail.html"

    def facts(self) -> dict[str, Any]:
        """What it is, and what this person can do with it now."""
        pledge, person = self.object, self.person
        dress(pledge)
        name, is_for_project = pledge.organisation.name, pledge.project is not None
        said = _("%(name)s to “%(goal)s”") if is_for_project else _("%(name)s to %(goal)s")
        return {
            "pledge": pledge,
            "heading": said % {"name": name, "goal": pledge.goal},
            "lead": pledge.words,
            "crumbs": pledge_crumbs(pledge, person),
            "parts": due_parts(pledge, person.moment),
            "before": self._before(pledge),
            "earlier": earlier_schedules(pledge),
            "deliveries": pledge.deliveries.all(),
            "may": self._may(pledge),
            "is_insider": person.standing.is_insider,
        }

    def _before(self, pledge: Any) -> Pledge | None:
        """The one that it took the place of, for who may see that amount as well."""
        before: Pledge | None = pledge.replaces
        if before is None or not self.person.has_perm("funding.view_pledge", before):
            return None
        return before

    def _may(self, pledge: Any) -> dict[str, bool]:
        """The acts that are possible now, for this person."""
        has_perm, statuses = self.person.has_perm, Pledge.Status
        takes = not is_over(pledge)
        offered, firm = pledge.status == statuses.OFFERED, pledge.status == statuses.FIRM
        waits = pledge.waits_for_condition
        possible = {
            "sign_pledge": offered and takes,
            "attach_paper": offered and takes,
            "change_offer": offered and takes,
            "reschedule": (offered or firm) and pledge.amount is not None,
            "correct_pledge": firm and takes and not pledge.arrivals,
            "correct_by_paper": firm and takes and not pledge.arrivals,
            "meet_condition": (offered or firm) and waits and takes,
            "record_delivery": firm and not waits,
            "open_amount": (offered or firm) and not pledge.is_open,
            "withdraw_pledge": offered or firm,
        }
        is_known = has_perm("funding.record_delivery", pledge)
        return {
            "strike_delivery": is_known,
            **{act: can and has_perm(f"funding.{act}", pledge) for act, can in possible.items()},
        }


class PledgePaper(FileDoor):
    """The signed paper, for whoever may see the amount."""

    queryset = Pledge.objects.select_related("paper")
    permission = "funding.view_pledge"

    def document(self) -> Document | None:
        """As the kernteam attached it."""
        found: Document | None = self.object.paper
        return found
