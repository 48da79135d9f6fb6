"""How partners take part in a year: one chooses, everybody sees it."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Involvement, Organisation
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor, ListDoor, said_with_link

from .crumbs import crumbs

FIRST_YEAR = 2016  # the lab began


class InvolvementYear(ListDoor):
    """All partners with the forms in which each takes part: by name, never ranked."""

    queryset = Organisation.objects.all()
    permission = "partners.view_involvement"
    template_name = "partners/involvement_year.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Years in which the lab was there, and the next one."""
        if request.user.is_authenticated:
            if not request.user.has_perm(self.permission):
                return super().dispatch(request, *args, **kwargs)
            if not FIRST_YEAR <= self.kwargs["year"] <= local_day(self.at).year + 1:
                raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        """Who is a partner, or was it at the end of that year."""
        last = min(local_day(self.at), date(self.kwargs["year"], 12, 31))
        return super().get_queryset().partners(last)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The choices, and of how many partners there is one."""
        year = self.kwargs["year"]
        context = super().get_context_data(**kwargs)
        known = Involvement.objects.known(year, self.at)
        chosen = {
            each.organisation_id: each for each in known.filter(organisation__in=self.object_list)
        }
        is_kernteam = self.person.standing.is_kernteam
        return {
            **context,
            "heading": _("How partners take part in %(year)s") % {"year": year},
            "lead": _("Every partner chooses this itself. No form counts more than another."),
            "crumbs": crumbs((_("Partners"), "partners:organisation-list"), (_("Taking part"), "")),
            "year": year,
            "rows": [
                {"organisation": each, "involvement": chosen.get(each.pk)}
                for each in context["object_list"]
                if is_kernteam or each.pk in chosen
            ],
            "chosen": len(chosen),
            "total": context["paginator"].count,
            "years": [
                each
                for each in (year - 1, year + 1)
                if FIRST_YEAR <= each <= local_day(self.at).year
            ],
        }


class InvolvementAction(ActionDoor):
    """A partner chooses for the year that is; afterwards you are on its page."""

    queryset = Organisation.objects.all()
    permission = "partners.choose_involvement"
    success_message = gettext_lazy("Thank you. Everybody sees how you take part.")

    @property
    def year(self) -> int:
        """The year that is."""
        return local_day(self.at).year

    def known(self, year: int) -> Involvement | None:
        """What this partner chose for a year."""
        found: Involvement | None = self.object.involvements.known(year, self.at).first()
        return found

    def get_success_url(self) -> str:
        """The page of the partner."""
        url: str = self.object.get_absolute_url()
        return url


class ChooseInvolvement(InvolvementAction):
    """The forms of this year; what was chosen last year can be kept in one press."""

    form_class = forms.InvolvementForm
    template_name = "partners/involvement_choose.html"

    def get_initial(self) -> dict[str, Any]:
        """What was chosen for this year, else for last year."""
        newest = self.known(self.year) or self.known(self.year - 1)
        if newest is None:
            return {}
        return {"forms": newest.forms, "other": newest.other, "note": newest.note}

    def facts(self) -> dict[str, Any]:
        """Of which year, and what there is already."""
        now = self.known(self.year)
        names = {"name": self.object.name, "year": self.year}
        return {
            "heading": _("How does %(name)s take part in %(year)s?") % names,
            "lead": _("Choose what fits. You can change it later; everybody sees it."),
            "crumbs": crumbs(
                (_("Partners"), "partners:organisation-list"),
                (self.object.name, self.object.get_absolute_url()),
                (_("Taking part"), ""),
            ),
            "year": self.year,
            "last_year": None if now else self.known(self.year - 1),
            "repeat_url": reverse("partners:involvement-repeat", args=[self.object.pk]),
            "submit": _("Save"),
        }

    def act(self, form: Any) -> Involvement:
        """Choose."""
        return actions.choose_involvement(
            self.object,
            **form.cleaned_data,
            year=self.year,
            chosen_on=local_day(self.at),
            actor=self.person,
            at=self.at,
        )


class RepeatInvolvement(InvolvementAction):
    """The same as last year."""

    def obstacle(self) -> str:
        """There must be something to repeat."""
        if self.known(self.year - 1) is None:
            return _("There is no choice of last year. Choose for this year.")
        return ""

    def facts(self) -> dict[str, Any]:
        """What it was."""
        last = self.known(self.year - 1)
        names = {"name": self.object.name, "year": self.year}
        return {
            "heading": _("Does %(name)s take part in %(year)s as it did last year?") % names,
            "lead": ", ".join(last.words) if last else "",
            "crumbs": crumbs(
                (_("Partners"), "partners:organisation-list"),
                (self.object.name, self.object.get_absolute_url()),
                (_("Taking part"), ""),
            ),
            "submit": _("Yes, the same in %(year)s") % names,
        }

    def act(self, form: Any) -> Involvement:
        """Choose the same."""
        del form
        return actions.repeat_involvement(
            self.object, year=self.year, actor=self.person, at=self.at
        )

    def said_at_home(self) -> str:
        """What was chosen, with the way to another choice."""
        facts = {"name": self.object.name, "year": self.year, "forms": ", ".join(self.result.words)}
        words = _("Recorded: %(name)s takes part in %(year)s as before: %(forms)s.") % facts
        url = reverse("partners:involvement-choose", args=[self.object.pk])
        return said_with_link(words, url, _("Change it"))
