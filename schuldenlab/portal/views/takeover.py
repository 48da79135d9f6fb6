"""Taking over a running lab: every step with how it stands, and where it is done."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Meeting
from funding.models import Pledge
from partners.models import (
    Ambassadorship,
    Framework,
    GoLive,
    KernteamMember,
    Organisation,
    Signature,
)
from partners.querysets import local_day
from programme.models import Commitment, Programmaraad, Programme
from projects.models import Project
from schuldenlab.web.doors import DetailDoor
from schuldenlab.web.templatetags.look import day as day_words


@dataclass(frozen=True)
class Step:
    """One step, as a row of a list: `have` of `need` are there."""

    number: int
    title: str
    text: str
    url: str
    status: str
    status_text: str


class Takeover(DetailDoor):
    """What the kernteam of a running lab brings in, in the order in which it goes best."""

    permission = "partners.take_over"
    template_name = "portal/takeover.html"

    def facts(self) -> dict[str, Any]:
        """The steps, and the meetings that wait to be taken over."""
        day, live_on = local_day(self.at), GoLive.objects.day()
        framework = Framework.objects.current(day)
        slots = list(_before(live_on, day.year)) if live_on else []
        return {
            "heading": _("Taking over a running lab"),
            "lead": _("Bring in what there was before. Each fact keeps the day of its own."),
            "crumbs": [
                {"label": _("My Schuldenlab"), "url": reverse("portal:home")},
                {"label": _("Taking over"), "url": ""},
            ],
            "live_on": live_on,
            "steps": _numbered(
                [
                    _first_day(live_on, may_set=self.person.standing.is_manager),
                    _framework(framework),
                    *_register(framework, day),
                    *_raad(live_on),
                    *_projects(),
                    _meetings(slots, live_on),
                    _commitments(day),
                ]
            ),
            "waiting": [slot for slot in slots if slot.status != Meeting.Status.HELD],
        }


def _numbered(steps: list[dict[str, str]]) -> list[Step]:
    return [Step(number=number, **step) for number, step in enumerate(steps, start=1)]


def _counted(title: str, text: str, url: str, have: int, need: int) -> dict[str, str]:
    """A step of which the figures say how far it is."""
    words = _("%(have)s of %(need)s") % {"have": have, "need": need}
    status = "met" if need and have >= need else "track" if have else "open"
    return {"title": title, "text": text, "url": url, "status": status, "status_text": words}


def _first_day(live_on: date | None, *, may_set: bool) -> dict[str, str]:
    text = _("What happened before this day counts from the day on which it happened.")
    if live_on is None and not may_set:
        text = _("Only the manager of the kernteam sets this day.")
    return {
        "title": _("First day of this lab here"),
        "text": text,
        "url": reverse("partners:go-live") if may_set and live_on is None else "",
        "status": "met" if live_on else "open",
        "status_text": day_words(live_on) if live_on else _("not set"),
    }


def _framework(framework: Framework | None) -> dict[str, str]:
    return {
        "title": _("The framework"),
        "text": framework.title if framework else _("The page that all partners signed."),
        "url": framework.get_absolute_url() if framework else reverse("partners:framework"),
        "status": "met" if framework else "open",
        "status_text": framework.get_status_display() if framework else _("not there"),
    }


def _register(framework: Framework | None, day: date) -> list[dict[str, str]]:
    """Partners, and how many of them signed and are ambassador; and the kernteam."""
    partners = set(Organisation.objects.partners(day).values_list("pk", flat=True))
    signed = Signature.objects.holding().filter(framework=framework, organisation__in=partners)
    ambassadors = Ambassadorship.objects.on(day).filter(organisation__in=partners)
    places = framework.kernteam_managers + framework.kernteam_staff if framework else 0
    count = len(partners)
    return [
        {
            "title": _("Partners and their people"),
            "text": _("From a file, with the day on which each became a partner."),
            "url": reverse("partners:import"),
            "status": "met" if count > 1 else "open",
            "status_text": ngettext("%(count)s partner", "%(count)s partners", count)
            % {"count": count},
        },
        _counted(
            _("Signatures on paper"),
            _("With the day on which each was given, and a scan."),
            framework.get_absolute_url() if framework else reverse("partners:framework"),
            signed.values("organisation").distinct().count(),
            count,
        ),
        _counted(
            _("Themes and ambassadors"),
            _("Every partner is ambassador of at least one theme."),
            reverse("partners:theme-list"),
            ambassadors.values("organisation").distinct().count(),
            count,
        ),
        _counted(
            _("The kernteam"),
            _("With the day from which each of them is in it."),
            reverse("partners:kernteam"),
            KernteamMember.objects.on(day).count(),
            places,
        ),
    ]


def _raad(live_on: date | None) -> list[dict[str, str]]:
    """The raad that sat on the first day of this lab."""
    if live_on is None:
        return []
    raad = Programmaraad.objects.filter(year=live_on.year).first()
    url = raad.get_absolute_url() if raad else ""
    return [
        {
            "title": _("The programmaraad of %(year)s") % {"year": live_on.year},
            "text": _("With its partners, and the day on which it was installed."),
            "url": url or reverse("programme:raad-take-over", args=[live_on.year]),
            "status": "met" if raad else "open",
            "status_text": raad.get_status_display() if raad else _("not there"),
        }
    ]


def _projects() -> list[dict[str, str]]:
    """Projects that ran already, and who had pledged what to them."""
    projects = Project.objects.filter(is_taken_over=True).count()
    pledges = Pledge.objects.filter(is_taken_over=True).count()
    return [
        {
            "title": _("Projects that run already"),
            "text": _("From a file or one by one, with the day on which each began."),
            "url": reverse("projects:import"),
            "status": "met" if projects else "open",
            "status_text": ngettext("%(count)s project", "%(count)s projects", projects)
            % {"count": projects},
        },
        {
            "title": _("Firm pledges to those projects"),
            "text": _("With the day on which each was signed, and a scan."),
            "url": reverse("funding:pledge-take-over"),
            "status": "met" if pledges else "open",
            "status_text": ngettext("%(count)s pledge", "%(count)s pledges", pledges)
            % {"count": pledges},
        },
    ]


def _before(live_on: date, year: int) -> QuerySet[Meeting]:
    """The slots of this year that may have been held before the first day."""
    slots: QuerySet[Meeting] = Meeting.objects.filter(year=year, window_opens_on__lt=live_on)
    return slots.select_related("series").order_by("window_opens_on", "pk")


def _meetings(slots: list[Meeting], live_on: date | None) -> dict[str, str]:
    year = reverse("events:now")
    title = _("Meetings held already this year")
    if live_on is None:
        text = _("First set the first day: then you see which meetings these are.")
        return {
            "title": title,
            "text": text,
            "url": year,
            "status": "open",
            "status_text": _("not known yet"),
        }
    if not slots:
        text = _("No meeting of this year lies before the first day.")
        words = {"status": "met", "status_text": _("none")}
        return {"title": title, "text": text, "url": year, **words}
    have = sum(slot.status == Meeting.Status.HELD for slot in slots)
    return _counted(title, _("With their date, and who was there."), year, have, len(slots))


def _commitments(day: date) -> dict[str, str]:
    title = _("Commitments to the programme of %(year)s") % {"year": day.year}
    programme = Programme.objects.filter(
        year=day.year, status__in=[Programme.Status.ADOPTED, Programme.Status.CLOSED]
    ).first()
    if programme is None:
        return {
            "title": title,
            "text": _("First the programmaraad adopts the programme, by ballot."),
            "url": reverse("programme:programme-now"),
            "status": "open",
            "status_text": _("not adopted yet"),
        }
    partners = Organisation.objects.partners(day)
    answers = Commitment.objects.filter(programme=programme, organisation__in=partners)
    have = answers.values("organisation").distinct().count()
    text = _("What you heard by phone or in a meeting, you record on the page of the partner.")
    return _counted(title, text, programme.get_absolute_url(), have, partners.count())
