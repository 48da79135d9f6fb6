"""The door of the writers: a programme that is being prepared, and two who write at once."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Framework
from partners.querysets import local_day
from programme import actions, forms
from programme.actions.versions import wording
from programme.comparison import compare
from programme.forms.programmes import STEP
from programme.models import Programme, ProgrammeVersion
from programme.passages import Draft, plain
from schuldenlab.web.doors import ActionDoor

from .crumbs import programme_crumbs


def _numbered(rows: Any) -> list[dict[str, Any]]:
    return [{**row, "place": number * STEP} for number, row in enumerate(rows, start=1)]


class WriteProgramme(ActionDoor):
    """The kernteam writes the programme of a year, as long as it is being prepared."""

    permission = "programme.write_programme"
    template_name = "programme/programme_write.html"
    success_message = gettext_lazy("The text is saved. Nobody outside the kernteam sees it yet.")
    is_overtaken = False
    newer: ProgrammeVersion | None = None
    mine = ""

    def get_object(self) -> Programme | None:
        """The programme of this year or the next, when there is one already."""
        this_year = local_day(self.at).year
        if self.kwargs["year"] not in (this_year, this_year + 1):
            raise Http404
        found: Programme | None = Programme.objects.filter(year=self.kwargs["year"]).first()
        return found

    def obstacle(self) -> str:
        """A submitted text stays as it is."""
        if self.object is None or self.object.status == Programme.Status.PREPARING:
            return ""
        return _("The text can no longer be changed: it is with the programmaraad.")

    def get_form(self, form_class: Any = None) -> forms.ProgrammeForm:
        """The text as it is now; the form never saves it by itself."""
        del form_class
        kwargs = {**self.get_form_kwargs(), "instance": self.object}
        if self.object is not None and self.request.method != "POST":
            last = self._last()
            kwargs["initial"] = {"version": last.number if last else 0}
            kwargs["themes"] = _numbered(self.object.themes.values("title", "plan", "theme"))
            kwargs["budget"] = _numbered(self.object.budget.values("category", "title", "amount"))
        return forms.ProgrammeForm(**kwargs)

    def _last(self) -> ProgrammeVersion | None:
        if self.object is None:
            return None
        found: ProgrammeVersion | None = (
            self.object.versions.select_related("person").order_by("-number").first()
        )
        return found

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """“One more line” shows the page again with what was typed; nothing is saved."""
        if "more" in request.POST:
            typed = forms.ProgrammeForm(request.POST).as_typed()
            form = forms.ProgrammeForm(**typed, more=request.POST["more"])
            return self.render_to_response(self.get_context_data(form=form))
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        """What is wrong; when somebody else saved first, both texts, and nothing is lost."""
        return self._both(form) if self.is_overtaken else super().form_invalid(form)

    def facts(self) -> dict[str, Any]:
        """For which year, and the newer text when there is one."""
        year = self.kwargs["year"]
        return {
            "heading": _("Write the programme of %(year)s") % {"year": year},
            "lead": _("Write it, submit it to the programmaraad, and open the ballot."),
            "crumbs": programme_crumbs(self.object, year, _("Write")),
            "submit": _("Save the text"),
            "newer": self.newer,
            "compared": compare(self.newer.wording, self.mine) if self.newer else (),
        }

    def act(self, form: Any) -> Programme:
        """Save the text."""
        framework = Framework.objects.current(local_day(self.at))
        if framework is None:
            raise Http404
        data = form.cleaned_data
        try:
            return actions.write_programme(
                self.kwargs["year"],
                framework=framework,
                **{name: data[name] for name in ("title", "ambition", "text", "note")},
                themes=form.theme_plans(),
                budget=form.budget_lines(),
                based_on=data["version"] or 0,
                actor=self.person,
                at=self.at,
            )
        except actions.Overtaken:
            self.is_overtaken = True
            raise

    def _both(self, form: Any) -> HttpResponse:
        """The form as typed, now on top of the newer text: saving again is a choice."""
        self.object = self.get_object()
        self.newer = self._last()
        data = form.cleaned_data
        themes, budget = form.theme_plans() or [], form.budget_lines() or []
        draft = Draft(
            data["title"],
            plain(data["ambition"]),
            plain(data["text"]),
            tuple(themes),
            tuple(budget),
        )
        self.mine = wording(draft)
        typed = form.as_typed()
        typed["initial"]["version"] = self.newer.number if self.newer else 0
        page = self.get_context_data(form=forms.ProgrammeForm(**typed))
        return self.render_to_response(page, status=409)

    def get_success_url(self) -> str:
        """The programme."""
        return str(self.result.get_absolute_url())
