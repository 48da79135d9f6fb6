"""The doors with which the kernteam keeps an agenda, and the files that lie under it."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions as events
from events.models import AgendaDocument, AgendaItem, Meeting
from programme import forms
from programme.models import PackVersion
from schuldenlab.documents.models import Document
from schuldenlab.web.doors import ActionDoor
from schuldenlab.web.files import FileDoor

from .crumbs import raad_crumbs
from .meetings import MeetingAct, meeting_crumbs, meeting_words


class AddPoint(MeetingAct):
    """The kernteam puts a point on the agenda."""

    permission = "programme.keep_agenda"
    form_class = forms.PointForm
    success_message = gettext_lazy("The point is on the agenda.")

    def facts(self) -> dict[str, Any]:
        """Which meeting."""
        return {
            "heading": _("Which point comes on the agenda?"),
            "lead": meeting_words(self.object),
            "crumbs": meeting_crumbs(self.object, _("New point")),
            "submit": _("Put it on the agenda"),
        }

    def act(self, form: Any) -> AgendaItem:
        """Put it last."""
        meeting = self.object
        return events.add_agenda_item(
            meeting.series,
            year=meeting.year,
            meeting=meeting,
            actor=self.person,
            at=self.at,
            **form.cleaned_data,
        )


class OrderAgenda(MeetingAct):
    """The kernteam puts the points in another order."""

    permission = "programme.keep_agenda"
    success_message = gettext_lazy("The agenda has a new order.")

    def get_form(self, form_class: Any = None) -> forms.OrderForm:
        """A number for each point."""
        del form_class
        items = list(self.object.points.standing())
        return forms.OrderForm(**self.get_form_kwargs(), items=items)

    def facts(self) -> dict[str, Any]:
        """What is asked."""
        return {
            "heading": _("In which order?"),
            "lead": _("Give each point its place: 1 comes first."),
            "crumbs": meeting_crumbs(self.object, _("Order")),
            "submit": _("Save the order"),
        }

    def act(self, form: Any) -> Meeting:
        """Put them in this order."""
        return events.reorder_agenda(self.object, items=form.order(), actor=self.person, at=self.at)


class PointAct(ActionDoor):
    """An act on one point; afterwards you are where it stood."""

    queryset = AgendaItem.objects.select_related("series", "meeting__series")
    permission = "programme.keep_agenda"

    def get_object(self) -> Any:
        """Only points of a programmaraad that nobody took off."""
        item = super().get_object()
        if item.series.duty != "raad" or item.taken_off_at is not None:
            raise Http404
        return item

    def way(self, here: str) -> list[dict[str, str]]:
        """The way back to the meeting, or to the meetings when it waits."""
        meeting = self.object.meeting
        if meeting is not None:
            return meeting_crumbs(meeting, here)
        return raad_crumbs(None, self.object.year, here)

    def get_success_url(self) -> str:
        """The meeting, or all of them."""
        item = self.object
        if item.meeting_id is None:
            return reverse("programme:raad-meetings", args=[item.year])
        return reverse("programme:raad-meeting", args=[item.meeting_id])


class MovePoint(PointAct):
    """The kernteam moves a point to another meeting."""

    success_message = gettext_lazy("The point is moved.")

    def get_form(self, form_class: Any = None) -> forms.MovePointForm:
        """The other meetings that still come."""
        del form_class
        meetings = Meeting.objects.of_raad(self.object.year).upcoming(self.at)
        others = meetings.exclude(pk=self.object.meeting_id)
        return forms.MovePointForm(**self.get_form_kwargs(), meetings=others, label=meeting_words)

    def facts(self) -> dict[str, Any]:
        """Which point."""
        return {
            "heading": _("Move “%(title)s”") % {"title": self.object.title},
            "lead": _("Its papers go with it."),
            "crumbs": self.way(_("Move")),
            "submit": _("Move the point"),
        }

    def act(self, form: Any) -> AgendaItem:
        """Move it."""
        meeting = form.cleaned_data["meeting"]
        return events.put_item_on_agenda(
            self.object, meeting=meeting, actor=self.person, at=self.at
        )


class TakePointOff(PointAct):
    """The kernteam takes a point off the agenda."""

    success_message = gettext_lazy("The point is off the agenda.")

    def facts(self) -> dict[str, Any]:
        """Which point."""
        return {
            "heading": _("Take “%(title)s” off the agenda?") % {"title": self.object.title},
            "lead": _("It stays on record that it stood there."),
            "crumbs": self.way(_("Take off")),
            "submit": _("Take the point off"),
        }

    def act(self, form: Any) -> AgendaItem:
        """Take it off."""
        del form
        return events.take_item_off(self.object, actor=self.person, at=self.at)


class AddPaper(PointAct):
    """The kernteam adds a file to a point."""

    form_class = forms.PaperForm
    success_message = gettext_lazy("The paper is added.")

    def facts(self) -> dict[str, Any]:
        """For which point."""
        return {
            "heading": _("Which paper goes with “%(title)s”?") % {"title": self.object.title},
            "lead": _("Only the programmaraad and the kernteam can read it."),
            "crumbs": self.way(_("Paper")),
            "submit": _("Add the paper"),
        }

    def act(self, form: Any) -> AgendaDocument:
        """Keep it."""
        upload = form.cleaned_data["file"]
        return events.add_agenda_document(
            self.object, upload=upload, name=upload.name, actor=self.person, at=self.at
        )


class PackFile(FileDoor):
    """The papers as they were sent."""

    queryset = PackVersion.objects.select_related("document")
    permission = "programme.view_packversion"

    def document(self) -> Document:
        """The frozen PDF."""
        found: Document = self.object.document
        return found


class AgendaFile(FileDoor):
    """A file that was handed in for a point."""

    def get_object(self) -> AgendaDocument:
        """For those who see the papers of its meeting; a file of a point that waits: kernteam."""
        papers = AgendaDocument.objects.select_related("document", "item__series")
        paper: AgendaDocument | None = papers.filter(
            pk=self.kwargs["pk"], item__series__duty="raad"
        ).first()
        may_read = paper is not None and (
            self.person.standing.is_kernteam
            or (
                paper.item.meeting_id is not None
                and paper.item.taken_off_at is None
                and self.person.has_perm("programme.view_raad_meeting", paper.item)
            )
        )
        if paper is None or not may_read:
            raise Http404
        return paper

    def document(self) -> Document:
        """The file."""
        found: Document = self.object.document
        return found
