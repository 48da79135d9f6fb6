"""Changes of course that concern a project: on its dossier, and the door to propose one."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Organisation
from partners.querysets import local_day
from programme.models import CourseChange, Programmaraad
from programme.views.course import MOST_DIGITS, WrittenChange
from programme.views.course_log import badge, stand
from programme.views.crumbs import change_crumbs
from projects import actions, forms
from projects.models import Project


def changes_of(project: Project, person: Any) -> dict[str, Any]:
    """What is done otherwise than was agreed, the newest first, as far as this person sees it."""
    mine = Q(projects=project.pk)
    if project.innovation_theme_id is not None:
        mine |= Q(innovation_theme=project.innovation_theme_id)
    found = CourseChange.objects.visible_to(person).filter(mine).distinct().order_by("-pk")
    return {
        "changes": [{"change": each, "badge": badge(each), "stand": stand(each)} for each in found],
        "may_propose": project.is_going and person.has_perm("programme.propose_change"),
    }


class ProposeChange(WrittenChange):
    """A partner or the kernteam proposes to do a project otherwise than was agreed."""

    permission = "programme.propose_change"
    success_message = gettext_lazy(
        "The change is proposed. The kernteam judges whether it is crucial."
    )

    def get_form(self, form_class: Any = None) -> forms.ProjectChangeForm:
        """About a project that goes, for one of the raden that sit now."""
        del form_class
        day = local_day(self.at)
        raden = Programmaraad.objects.sitting().filter(year__gte=day.year).order_by("year")
        projects = Project.objects.visible_to(self.person).going().order_by("title")
        return forms.ProjectChangeForm(
            **self.get_form_kwargs(), day=day, raden=raden, projects=projects
        )

    def get_initial(self) -> dict[str, Any]:
        """The project of the dossier that leads here."""
        asked = self.request.GET.get("project", "")
        is_number = asked.isascii() and asked.isdigit() and len(asked) <= MOST_DIGITS
        return {"project": int(asked)} if is_number else {}

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        here = _("A change of a project")
        crumbs = change_crumbs(here=_("New"))
        crumbs[-1]["url"] = reverse("programme:change-propose")
        return {
            "heading": _("Propose a course change of a project"),
            "lead": _("Say what changes, why, and what the effect is. The kernteam answers."),
            "crumbs": [*crumbs, {"label": here, "url": ""}],
            "submit": _("Send the proposal"),
        }

    def act(self, form: Any) -> CourseChange:
        """Propose it, for the partner that this person works for."""
        person, standing = self.person, self.person.standing
        ours = Organisation.objects.filter(pk__in=standing.organisation_ids).order_by("pk")
        data = dict(form.cleaned_data)
        return actions.propose_project_change(
            data.pop("project"),
            **data,
            proposed_for=None if standing.is_kernteam else ours.first(),
            actor=person,
            at=self.at,
        )
