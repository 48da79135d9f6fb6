"""The door of home: what is asked of you, and what goes on in the network."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Meeting, MeetingSeries
from partners.models import Ambassadorship, Organisation, Partnership
from partners.querysets import local_day
from programme.models import Commitment, Decision, Delegate, Programmaraad, Programme, Seat
from schuldenlab.portal.asks import asks_of
from schuldenlab.portal.guides import guided_by, themes_of
from schuldenlab.portal.leading import led_by
from schuldenlab.portal.roles import roles_of
from schuldenlab.web.doors import DetailDoor

ON_TOP = 3
STATUS_BADGE = {"preparing": "open", "submitted": "track", "adopted": "met", "closed": "open"}


class Home(DetailDoor):
    """What is asked of you, the programme, the raad, and how you take part."""

    template_name = "portal/home.html"

    def facts(self) -> dict[str, Any]:
        """All parts of the home page; somebody without a role sees only who to call."""
        asks, projects, guided = asks_of(self.person), led_by(self.person), guided_by(self.person)
        return {
            "asks": asks[:ON_TOP],
            "later": asks[ON_TOP:],
            "organisation_line": self._who(),
            **self._programme(),
            "themes": themes_of(local_day(self.at).year) if self.person.standing.is_insider else [],
            "raad": self._raad(),
            "roles": [*roles_of(self.person), *projects, *guided],
            "projects": projects,
            "guided": guided,
            "meetings": self._meetings(),
            "decisions": [
                {
                    "number": decision.number,
                    "title": decision.title,
                    "on": local_day(decision.taken_at),
                    "url": decision.get_absolute_url(),
                }
                for decision in Decision.objects.visible_to(self.person)[:3]
            ],
        }

    def _meetings(self) -> Any:
        """The next ones that this person is asked for: of a raad only with a seat in it."""
        coming = Meeting.objects.visible_to(self.person).upcoming(self.at).select_related("series")
        if not self.person.standing.is_kernteam:
            seated = Seat.objects.of(self.person).values("raad__year")
            coming = coming.exclude(~Q(year__in=seated), series__duty=MeetingSeries.Duty.RAAD)
        return coming[:ON_TOP]

    def _who(self) -> list[dict[str, str]]:
        standing = self.person.standing
        facts = []
        if standing.is_kernteam:
            role = _("Manager of the kernteam") if standing.is_manager else _("Kernteam")
            facts.append({"icon": "people", "text": role})
        since = dict(
            Partnership.objects.on(local_day(self.at))
            .filter(organisation__in=standing.organisation_ids)
            .values_list("organisation_id", "joined_on")
        )
        facts += [
            {
                "icon": "building",
                "text": _("%(name)s, partner since %(year)s")
                % {"name": fact.organisation_name, "year": since[fact.organisation_id].year},
            }
            for fact in standing.mandates
            if fact.organisation_id in since
        ]
        seats = Delegate.objects.speaking(local_day(self.at)).filter(
            person=self.person, seat__raad__status=Programmaraad.Status.INSTALLED
        )
        facts += [
            {"icon": "ballot", "text": self._seat_line(delegate)}
            for delegate in seats.select_related("seat__raad").order_by("seat__raad__year")
        ]
        return [*facts, *self._themes()]

    def _themes(self) -> list[dict[str, str]]:
        """Of which themes the organisations of this person are ambassador."""
        ours = self.person.standing.organisation_ids
        now = Ambassadorship.objects.on(local_day(self.at)).filter(organisation__in=ours)
        names = now.order_by("theme__name").values_list("theme__name", flat=True).distinct()
        return [
            {"icon": "megaphone", "text": _("Ambassador of “%(theme)s”") % {"theme": name}}
            for name in names
        ]

    @staticmethod
    def _seat_line(delegate: Delegate) -> str:
        line = (
            _("Member of the programmaraad of %(year)s")
            if delegate.role == Delegate.Role.REPRESENTATIVE
            else _("Substitute in the programmaraad of %(year)s")
        )
        return line % {"year": delegate.seat.raad.year}

    def _programme(self) -> dict[str, Any]:
        visible = Programme.objects.visible_to(self.person).select_related("ballot")
        this_year = local_day(self.at).year
        programme = visible.filter(year__lte=this_year).order_by("-year").first()
        if programme is None:
            return {"programme": None, "figures": []}
        current = Organisation.objects.partners(local_day(self.at))
        answers = Commitment.objects.filter(programme=programme, organisation__in=current)
        committed = answers.holding().values_list("answer", flat=True)
        partners = current.count()
        return {
            "programme": {
                "year": programme.year,
                "title": programme.title,
                "ambition": programme.ambition,
                "status": STATUS_BADGE[programme.status],
                "status_label": programme.get_status_display().capitalize(),
                "url": programme.get_absolute_url(),
            },
            "figures": [
                {"label": _("partners"), "value": partners},
                {
                    "label": _("commit to the programme"),
                    "value": sum(answer == "yes" for answer in committed),
                    "of": partners,
                },
            ],
        }

    def _raad(self) -> dict[str, Any] | None:
        raden = Programmaraad.objects.visible_to(self.person).sitting()
        raad = raden.filter(year__lte=local_day(self.at).year).order_by("-year").first()
        if raad is None:
            return None
        seats = raad.seats.active(local_day(self.at)).select_related("organisation")
        return {
            "year": raad.year,
            "seats": [
                {
                    "initials": seat.organisation.initials,
                    "name": seat.organisation.name,
                    "url": reverse("partners:organisation-detail", args=[seat.organisation_id]),
                }
                for seat in seats
            ],
        }
