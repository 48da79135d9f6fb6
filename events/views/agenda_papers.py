"""The doors of the papers under a point of an agenda: adding one, and reading it."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions
from events.forms.agendas import PaperForm
from events.models import AgendaDocument
from schuldenlab.documents.models import Document
from schuldenlab.web.files import FileDoor

from .agendas import PointAct


class AddPaper(PointAct):
    """The kernteam adds a file to a point."""

    form_class = PaperForm
    success_message = gettext_lazy("The paper is added.")

    def facts(self) -> dict[str, Any]:
        """For which point."""
        return {
            "heading": _("Which paper goes with “%(title)s”?") % {"title": self.object.title},
            "lead": _("Everybody who can see this meeting can read it."),
            "crumbs": self.way(_("Paper")),
            "submit": _("Add the paper"),
        }

    def act(self, form: Any) -> AgendaDocument:
        """Keep it."""
        upload = form.cleaned_data["file"]
        return actions.add_agenda_document(
            self.object, upload=upload, name=upload.name, actor=self.person, at=self.at
        )


class AgendaFile(FileDoor):
    """A file that was handed in for a point, for who sees its meeting."""

    def get_object(self) -> AgendaDocument:
        """Of a point that stands; one that waits has nobody but the kernteam."""
        papers = AgendaDocument.objects.select_related("document", "item__meeting__series")
        shown = papers.exclude(item__series__duty="raad").filter(item__taken_off_at__isnull=True)
        paper: AgendaDocument | None = shown.filter(pk=self.kwargs["pk"]).first()
        if paper is None or not self._may_read(paper):
            raise Http404
        return paper

    def _may_read(self, paper: AgendaDocument) -> bool:
        if self.person.standing.is_kernteam:
            return True
        meeting = paper.item.meeting
        return meeting is not None and self.person.has_perm("events.view_meeting", meeting)

    def document(self) -> Document:
        """The file."""
        found: Document = self.object.document
        return found
