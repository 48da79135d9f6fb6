"""The doors of the day of a meeting: what it is about, its programme and its papers."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions
from events.forms.day import DescribeForm, MeetingPaperForm, PartForm
from events.models import Meeting, MeetingDocument, ProgrammePart
from partners.models import Organisation
from partners.querysets import local_day
from schuldenlab.documents.models import Document
from schuldenlab.web.doors import ActionDoor, DetailDoor
from schuldenlab.web.files import FileDoor

from .sections.programme import papers_for, part_rows
from .words import title_of, year_crumbs

MEETINGS = Meeting.objects.select_related("series")


def day_crumbs(meeting: Meeting, here: str = "") -> list[dict[str, str]]:
    """The way back: the meeting, its programme."""
    above = (title_of(meeting), meeting.get_absolute_url())
    programme = reverse("events:meeting-programme", args=[meeting.pk])
    steps = [(_("Programme and papers"), programme if here else "")]
    return year_crumbs(meeting.year, above, *steps, *([(here, "")] if here else []))


class MeetingProgramme(DetailDoor):
    """What the kernteam keeps about the day."""

    queryset = MEETINGS
    permission = "events.keep_programme"
    template_name = "events/meeting_programme.html"

    def facts(self) -> dict[str, Any]:
        """Parts and papers, each with what can be done."""
        meeting = self.object
        parts = meeting.parts.standing().prefetch_related("organisations")
        return {
            "meeting": meeting,
            "heading": _("Programme and papers of “%(title)s”") % {"title": title_of(meeting)},
            "lead": _("Everybody who takes part can see the programme on the page of the meeting."),
            "crumbs": day_crumbs(meeting),
            "parts": part_rows(parts),
            "papers": papers_for(meeting, self.person),
            "is_open": meeting.status in {"planned", "scheduled"},
        }


class DayAction(ActionDoor):
    """An act on the day of a meeting; afterwards you are at its programme."""

    permission = "events.keep_programme"

    @property
    def meeting(self) -> Meeting:
        """The meeting that it is about."""
        found: Meeting = getattr(self.object, "meeting", self.object)
        return found

    def get_success_url(self) -> str:
        """The programme."""
        return reverse("events:meeting-programme", args=[self.meeting.pk])

    def page(self, here: str, heading: str, submit: str, lead: str = "") -> dict[str, Any]:
        """The words around the form."""
        crumbs = day_crumbs(self.meeting, here)
        return {"heading": heading, "lead": lead, "submit": submit, "crumbs": crumbs}


class DescribeMeeting(DayAction):
    """What it is about, and for how many there is room."""

    queryset = MEETINGS
    form_class = DescribeForm
    success_message = gettext_lazy("Saved. Everybody who takes part can see it.")

    def get_initial(self) -> dict[str, Any]:
        """As it is."""
        return {"lead": self.object.lead, "capacity": self.object.capacity}

    def facts(self) -> dict[str, Any]:
        """Which meeting."""
        facts = {"title": title_of(self.object)}
        return self.page(_("Description"), _("What is “%(title)s” about?") % facts, _("Save"))

    def act(self, form: Any) -> Meeting:
        """Save it."""
        return actions.describe_meeting(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )


class PartDoor(DayAction):
    """A part of the programme, filled in."""

    def get_form(self, form_class: Any = None) -> PartForm:
        """By the partners of that day."""
        del form_class
        day = local_day(self.meeting.starts_at or self.at)
        partners = Organisation.objects.partners(day).order_by("name")
        return PartForm(**self.get_form_kwargs(), organisations=partners)


class AddPart(PartDoor):
    """One more part."""

    queryset = MEETINGS
    success_message = gettext_lazy("The part is in the programme.")

    def facts(self) -> dict[str, Any]:
        """Where it comes."""
        return self.page(
            _("New part"), _("What comes in the programme?"), _("Put it in the programme")
        )

    def act(self, form: Any) -> ProgrammePart:
        """Add it."""
        return actions.add_part(self.object, **form.cleaned_data, actor=self.person, at=self.at)


class OfPart(DayAction):
    """An act on a part that stands."""

    queryset = ProgrammePart.objects.standing().select_related("meeting__series")


class ChangePart(OfPart, PartDoor):
    """Another time, or other words."""

    success_message = gettext_lazy("The programme is changed.")

    def get_initial(self) -> dict[str, Any]:
        """As it is."""
        part = self.object
        facts = {name: getattr(part, name) for name in ("begins", "title", "text", "by")}
        return {**facts, "organisations": list(part.organisations.all())}

    def facts(self) -> dict[str, Any]:
        """Which part."""
        heading = _("Change “%(title)s”") % {"title": self.object.title}
        return self.page(_("Change"), heading, _("Save"))

    def act(self, form: Any) -> ProgrammePart:
        """Another in its place."""
        return actions.change_part(self.object, **form.cleaned_data, actor=self.person, at=self.at)


class TakeOutPart(OfPart):
    """Not in the programme any more."""

    success_message = gettext_lazy("The part is out of the programme.")

    def facts(self) -> dict[str, Any]:
        """Which part."""
        heading = _("Take “%(title)s” out of the programme?") % {"title": self.object.title}
        return self.page(_("Take out"), heading, _("Take it out"))

    def act(self, form: Any) -> ProgrammePart:
        """Take it out."""
        del form
        return actions.take_out_part(self.object, actor=self.person, at=self.at)


class AddMeetingDocument(DayAction):
    """A paper of the meeting itself."""

    queryset = MEETINGS
    form_class = MeetingPaperForm
    success_message = gettext_lazy("The paper is on the page of the meeting.")

    def facts(self) -> dict[str, Any]:
        """For whom."""
        heading = _("Which paper belongs to “%(title)s”?") % {"title": title_of(self.object)}
        return self.page(_("New paper"), heading, _("Add the paper"))

    def act(self, form: Any) -> MeetingDocument:
        """Keep it."""
        data = form.cleaned_data
        return actions.add_meeting_document(
            self.object,
            upload=data["file"],
            name=data["file"].name,
            title=data["title"],
            audience=data["audience"],
            actor=self.person,
            at=self.at,
        )


PAPERS = MeetingDocument.objects.standing().select_related("meeting__series", "document")


class TakeOutMeetingDocument(DayAction):
    """Nobody gets it any more."""

    queryset = PAPERS
    success_message = gettext_lazy("The paper is not on the page any more.")

    def facts(self) -> dict[str, Any]:
        """Which paper."""
        heading = _("Take away “%(title)s”?") % {"title": self.object.title}
        return self.page(_("Take away"), heading, _("Take it away"))

    def act(self, form: Any) -> MeetingDocument:
        """Take it away."""
        del form
        return actions.take_out_meeting_document(self.object, actor=self.person, at=self.at)


class MeetingPaper(FileDoor):
    """The file, for whom it is meant."""

    queryset = PAPERS
    permission = "events.view_meetingdocument"

    def document(self) -> Document:
        """As it was handed in."""
        kept: Document = self.object.document
        return kept
