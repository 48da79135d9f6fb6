"""The page of a programmaraad, and the way to the one that decides now."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import Delegate, Programmaraad, Seat, SeatInvitation
from schuldenlab.web.doors import DetailDoor

from .crumbs import home_crumb, raad_crumbs


class RaadDetail(DetailDoor):
    """The raad of a year: its seats, who votes for them, and what can be done now."""

    queryset = Programmaraad.objects.select_related("framework")
    lookup = {"year": "year"}
    permission = "programme.view_programmaraad"
    template_name = "programme/raad_detail.html"

    def facts(self) -> dict[str, Any]:
        """Seats with their delegates, who is asked, responses for the kernteam, and open seats."""
        raad, day, user = self.object, local_day(self.at), self.person
        seats = list(raad.seats.active(day).select_related("organisation"))
        reads = user.has_perm("programme.view_raadresponse", raad)
        composing = raad.status == Programmaraad.Status.COMPOSING
        proposed = composing and raad.proposed_at is not None
        installed = raad.status == Programmaraad.Status.INSTALLED
        open_seats = max(0, raad.framework.seats_max - len(seats)) if installed else 0
        return {
            "heading": str(raad),
            "lead": _("The programmaraad decides the programme of %(year)s.") % {"year": raad.year},
            "crumbs": raad_crumbs(raad, raad.year),
            "other_years": Programmaraad.objects.visible_to(user).exclude(pk=raad.pk),
            "seats": self._named(seats, installed),
            "open_seats": open_seats,
            "invitations": self._invitations() if reads else [],
            "responses": raad.responses.select_related("organisation") if reads else [],
            "may_respond": proposed
            and raad.respond_by > self.at
            and bool(user.standing.organisation_ids),
            "may_compose": reads and composing,
            "may_fill": reads and installed,
            "may_invite": reads and (composing or open_seats > 0),
            "sees_meetings": user.has_perm("programme.view_raad_meeting", raad),
            "may_dissolve": reads and installed and day >= raad.last_on,
            "can_install": proposed and raad.respond_by <= self.at,
        }

    def _named(self, seats: list[Seat], installed: bool) -> list[dict[str, Any]]:
        """Each seat with who votes for it and what this person can do with it."""
        day, standing = local_day(self.at), self.person.standing
        delegates = Delegate.objects.speaking(day).filter(seat__in=seats).select_related("person")
        by_seat: dict[int, dict[str, Any]] = {seat.pk: {} for seat in seats}
        for delegate in delegates:
            by_seat[delegate.seat_id][delegate.role] = delegate.person
        return [
            {
                "seat": seat,
                **by_seat[seat.pk],
                "may_name": may_name,
                "may_end": may_name and installed and seat.until_on is None,
            }
            for seat in seats
            for may_name in [standing.is_kernteam or seat.organisation_id in standing.directs_ids]
        ]

    def _invitations(self) -> list[SeatInvitation]:
        """Who is asked and what it said, in the order in which they were asked."""
        newest = self.object.invitations.newest().select_related("organisation", "answered_by")
        return sorted(newest, key=lambda each: (each.sent_at, each.pk))


class RaadNow(DetailDoor):
    """The raad of this year, or the newest that there is."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go to the raad that decides now."""
        del args, kwargs
        raden = Programmaraad.objects.visible_to(request.user)
        this_year = local_day(self.at).year
        raad = raden.filter(year__lte=this_year).order_by("-year").first() or raden.first()
        if raad is not None:
            return HttpResponseRedirect(raad.get_absolute_url())
        self.template_name = "programme/raad_none.html"
        facts = {
            "heading": _("Programmaraad"),
            "crumbs": [home_crumb(), {"label": _("Programmaraad"), "url": ""}],
            "this_year": this_year,
            "may_propose": request.user.has_perm("programme.propose_raad"),
        }
        return self.render_to_response(facts)
