"""What people fill in about a change of course that concerns a project."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from programme.forms import ProposeChangeForm
from programme.models import CourseChange
from projects.models import Project

KINDS = [each for each in CourseChange.Kind.choices if each[0] != CourseChange.Kind.THEME_DROPPED]


class ProjectChangeForm(ProposeChangeForm):
    """The same as for every change; which project it is about is chosen, not typed."""

    in_words = ("title", "raad", "project", "what", "why", "effect")
    about = innovation_theme = subject = theme = None  # type: ignore[assignment]
    project = forms.ModelChoiceField(
        Project.objects.none(),
        label=_("Which project?"),
        empty_label=_("Choose the project"),
        error_messages={"required": _("Choose the project.")},
    )

    def __init__(self, *args: Any, projects: QuerySet[Project], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]
        self.fields["kind"].choices = KINDS  # type: ignore[attr-defined]
        self.fields["category"].initial = CourseChange.Category.PROJECTS
