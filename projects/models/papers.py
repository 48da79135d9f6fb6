"""What belongs to a dossier besides its facts: documents, and links to pages elsewhere."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from projects.querysets import OfProjectQuerySet, ProjectDocumentQuerySet
from schuldenlab.documents.models import Document

from .projects import Project


class ProjectDocument(models.Model):
    """A file of a project. Another version is another row; what was taken off stays on record.

    `is_closed` keeps it for the kernteam, who leads the project and its stuurgroep: amounts of
    single partners, say.
    """

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="documents", verbose_name=_("project")
    )
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, related_name="+", verbose_name=_("document")
    )
    title = models.CharField(_("title"), max_length=120)
    is_closed = models.BooleanField(_("only for the stuurgroep"), default=False)
    taken_off_at = models.DateTimeField(_("taken off at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ProjectDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document of a project")
        verbose_name_plural = _("documents of projects")
        ordering = ["project", "-pk"]

    def __str__(self) -> str:
        return self.title


class ProjectLink(models.Model):
    """A page elsewhere that tells about a project. What was taken off stays on record."""

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="links", verbose_name=_("project")
    )
    title = models.CharField(_("title"), max_length=120)
    url = models.URLField(_("address"), max_length=400)
    taken_off_at = models.DateTimeField(_("taken off at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("link of a project")
        verbose_name_plural = _("links of projects")
        ordering = ["project", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(url__startswith="https://"), name="project_link_is_https"
            ),
        ]

    def __str__(self) -> str:
        return self.title
