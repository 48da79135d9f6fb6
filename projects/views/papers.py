"""The doors of the documents and links of a dossier."""

from typing import Any

from django.utils.translation import gettext_lazy

from projects import actions, forms
from projects.models import Project, ProjectDocument, ProjectLink
from schuldenlab.documents.models import Document
from schuldenlab.web.files import FileDoor

from .acts import OfProject, OnProject

STANDING = {"taken_off_at__isnull": True}


class AddDocument(OnProject):
    """A file comes into the dossier."""

    permission = "projects.add_project_document"
    form_class: Any = forms.DocumentForm
    states = frozenset(Project.Status)
    heading = gettext_lazy("Add a document")
    lead = gettext_lazy("A business case, an evaluation, a photo of a session.")
    submit = gettext_lazy("Add the document")
    success_message = gettext_lazy("The document stands in the dossier.")

    def act(self, form: Any) -> ProjectDocument:
        """Keep it."""
        data = form.cleaned_data
        return actions.add_project_document(
            self.object,
            title=data["title"],
            upload=data["file"],
            name=data["file"].name,
            is_closed=data["readers"] == "closed",
            **self.acting,
        )


class TakeDocumentOff(OfProject):
    """A file leaves the dossier."""

    queryset = ProjectDocument.objects.filter(**STANDING).select_related("project")
    permission = "projects.take_project_document_off"
    heading = gettext_lazy("Take this document off the dossier?")
    submit = gettext_lazy("Take it off")
    success_message = gettext_lazy("The document does not stand in the dossier any more.")

    def facts(self) -> dict[str, Any]:
        """Which one."""
        return {**super().facts(), "lead": self.object.title}

    def act(self, form: Any) -> ProjectDocument:
        """Take it off."""
        del form
        return actions.take_project_document_off(self.object, **self.acting)


class ProjectFile(FileDoor):
    """A document of a project, for who may read it."""

    queryset = ProjectDocument.objects.filter(**STANDING).select_related("document", "project")
    permission = "projects.view_projectdocument"

    def document(self) -> Document:
        """The file."""
        found: Document = self.object.document
        return found


class AddLink(OnProject):
    """A page elsewhere that tells about the project."""

    permission = "projects.add_project_link"
    form_class: Any = forms.LinkForm
    states = frozenset(Project.Status)
    heading = gettext_lazy("Add a link")
    lead = gettext_lazy("A page elsewhere that tells about this project.")
    submit = gettext_lazy("Add the link")
    success_message = gettext_lazy("The link stands in the dossier.")

    def act(self, form: Any) -> ProjectLink:
        """Keep it."""
        return actions.add_project_link(self.object, **form.cleaned_data, **self.acting)


class TakeLinkOff(OfProject):
    """A link leaves the dossier."""

    queryset = ProjectLink.objects.filter(**STANDING).select_related("project")
    permission = "projects.take_project_link_off"
    heading = gettext_lazy("Take this link off the dossier?")
    submit = gettext_lazy("Take it off")
    success_message = gettext_lazy("The link does not stand in the dossier any more.")

    def facts(self) -> dict[str, Any]:
        """Which one."""
        return {**super().facts(), "lead": self.object.title}

    def act(self, form: Any) -> ProjectLink:
        """Take it off."""
        del form
        return actions.take_project_link_off(self.object, **self.acting)
