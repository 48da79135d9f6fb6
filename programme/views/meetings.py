"""The doors of the meetings of a raad: the list, one meeting with its papers, and planning one."""

from datetime import datetime
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import AgendaItem, Meeting
from events.views.scheduling import unusual_moment
from events.views.words import badge_of, title_of
from partners.querysets import local_day
from programme import actions, forms
from programme.models import Ballot, Programmaraad
from programme.papers import pack_of, raad_of
from schuldenlab.web.doors import ActionDoor, DetailDoor
from schuldenlab.web.templatetags.look import clock
from schuldenlab.web.templatetags.look import day as day_words

from .crumbs import raad_crumbs

MEETINGS = Meeting.objects.of_raad()


def meeting_words(meeting: Meeting) -> str:
    """Day, time and subject, as one line of a list."""
    if meeting.starts_at is None:
        return title_of(meeting)
    return f"{day_words(meeting.starts_at)}, {clock(meeting.starts_at)}: {title_of(meeting)}"


def coming_meetings(year: int, at: datetime) -> Any:
    """The meetings of a raad that still come, those of today included."""
    return (
        Meeting.objects.of_raad(year)
        .filter(status=Meeting.Status.SCHEDULED, starts_at__date__gte=local_day(at))
        .order_by("starts_at")
    )


def without_meeting(year: int, at: datetime) -> dict[str, str]:
    """Where a meeting is planned, when there is none to choose yet."""
    if coming_meetings(year, at).exists():
        return {}
    return {"plan_url": reverse("programme:raad-meeting-plan", args=[year])}


def meeting_crumbs(meeting: Meeting, here: str = "") -> list[dict[str, str]]:
    """The way to a meeting, and to a page below it."""
    raad = raad_of(meeting)
    crumbs = raad_crumbs(raad, meeting.year, _("Meetings"))
    crumbs[-1]["url"] = reverse("programme:raad-meetings", args=[meeting.year])
    address = reverse("programme:raad-meeting", args=[meeting.pk]) if here else ""
    crumbs.append({"label": title_of(meeting), "url": address})
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs


class RaadMeetings(DetailDoor):
    """The meetings of a raad, and what waits for the next one."""

    queryset = Programmaraad.objects.select_related("framework")
    lookup = {"year": "year"}
    permission = "programme.view_raad_meeting"
    template_name = "programme/raad_meetings.html"

    def facts(self) -> dict[str, Any]:
        """Every meeting with its number of points, the last first."""
        raad = self.object
        meetings = list(Meeting.objects.of_raad(raad.year).order_by("-starts_at", "-pk"))
        is_kernteam = self.person.standing.is_kernteam
        return {
            "heading": _("Meetings of the programmaraad %(year)s") % {"year": raad.year},
            "lead": _("Agenda and papers. They are sent seven days before each meeting."),
            "crumbs": raad_crumbs(raad, raad.year, _("Meetings")),
            "rows": [
                {
                    "meeting": meeting,
                    "title": title_of(meeting),
                    "badge": badge_of(meeting, self.at),
                }
                for meeting in meetings
            ],
            "waiting": list(AgendaItem.objects.waiting(raad.year)) if is_kernteam else [],
            "may_plan": is_kernteam and raad.status == Programmaraad.Status.INSTALLED,
        }


class PlanRaadMeeting(ActionDoor):
    """The kernteam fixes one more meeting of a raad."""

    queryset = Programmaraad.objects.select_related("framework")
    lookup = {"year": "year"}
    permission = "programme.plan_raad_meeting"
    success_message = gettext_lazy("The meeting has a date. Now fill its agenda.")

    def get_form(self, form_class: Any = None) -> forms.RaadMeetingForm:
        """An unusual moment is asked about first."""
        del form_class
        return forms.RaadMeetingForm(
            **self.get_form_kwargs(),
            unusual=lambda starts_at: unusual_moment(starts_at, self.at),
        )

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        raad = self.object
        return {
            "heading": _("When does the programmaraad %(year)s meet?") % {"year": raad.year},
            "lead": _("What waits for the next meeting comes on the agenda at once."),
            "crumbs": raad_crumbs(raad, raad.year, _("Plan a meeting")),
            "submit": _("Plan the meeting"),
        }

    def act(self, form: Any) -> Meeting:
        """Plan it."""
        return actions.plan_raad_meeting(
            self.object,
            starts_at=form.starts_at,
            subject=form.cleaned_data["subject"],
            place=form.cleaned_data["place"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The agenda of the new meeting."""
        return reverse("programme:raad-meeting", args=[self.result.pk])


class RaadMeeting(DetailDoor):
    """The papers of one meeting: agenda, texts, files, and when they were sent."""

    queryset = MEETINGS
    permission = "programme.view_raad_meeting"
    template_name = "programme/raad_meeting.html"

    def facts(self) -> dict[str, Any]:
        """The pack as it is now, the versions that were sent, and what can be done."""
        meeting = self.object
        points, rest = pack_of(meeting, self.at)
        packs = list(meeting.packs.select_related("document").order_by("-number"))
        is_kernteam = self.person.standing.is_kernteam
        is_coming = meeting.starts_at is not None and self.at < meeting.starts_at
        is_open = is_kernteam and meeting.status != Meeting.Status.HELD
        return {
            "meeting": meeting,
            "heading": title_of(meeting),
            "crumbs": meeting_crumbs(meeting),
            "badge": badge_of(meeting, self.at),
            "points": points,
            "rest": rest,
            "papers": [paper for point in points for paper in point.papers] + rest,
            "packs": packs,
            "ballots": Ballot.objects.filter(meeting=meeting).order_by("pk"),
            "is_kernteam": is_kernteam,
            "may_change": is_open,
            "may_send": is_open and is_coming and bool(points),
            "is_again": bool(packs),
            "sends_itself": is_coming and not packs,
        }


class MeetingAct(ActionDoor):
    """An act on one meeting of a raad; afterwards you are on its page."""

    queryset = MEETINGS

    def get_object(self) -> Any:
        """A meeting that was held stays as it is."""
        meeting = super().get_object()
        if raad_of(meeting) is None:
            raise Http404
        return meeting

    def get_success_url(self) -> str:
        """Back to the papers."""
        return reverse("programme:raad-meeting", args=[self.object.pk])


class SendPack(MeetingAct):
    """The kernteam sends the papers, or sends them again."""

    permission = "programme.send_pack"
    success_message = gettext_lazy("The papers are sent to representatives and substitutes.")

    def obstacle(self) -> str:
        """Only for a meeting that still comes and has something on its agenda."""
        meeting = self.object
        if meeting.starts_at is None or meeting.status != Meeting.Status.SCHEDULED:
            return _("Papers are sent for a meeting that has a date.")
        if self.at >= meeting.starts_at:
            return _("This meeting has begun. Its papers stay as they are.")
        if not meeting.points.standing().exists():
            return _("Put at least one point on the agenda first.")
        return ""

    def get_form(self, form_class: Any = None) -> forms.SendPackForm:
        """Only the second time it is asked what has changed."""
        del form_class
        is_again = self.object.packs.exists()
        return forms.SendPackForm(**self.get_form_kwargs(), is_again=is_again)

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        is_again = self.object.packs.exists()
        return {
            "heading": _("Send the papers again?") if is_again else _("Send the papers now?"),
            "lead": _("Agenda and papers are fixed as they are now, and sent as one PDF."),
            "crumbs": meeting_crumbs(self.object, _("Send the papers")),
            "submit": _("Send the papers"),
        }

    def act(self, form: Any) -> Any:
        """Send them."""
        changed = form.cleaned_data.get("changed", "")
        return actions.send_pack(self.object, changed=changed, actor=self.person, at=self.at)
