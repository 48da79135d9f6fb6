"""“My data”: what the lab keeps about somebody, as a page and as a file, and putting it right."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from partners import actions, forms
from partners.models import Person
from partners.querysets import local_day
from partners.querysets.archived import held_until, why_held
from partners.resources import personal
from schuldenlab.web.doors import ActionDoor, DetailDoor, Door

from .crumbs import Crumbs, crumbs


def own_crumbs(*steps: tuple[str, str]) -> Crumbs:
    """The way back from pages about oneself."""
    here = (_("My data"), "partners:my-data" if steps else "")
    return crumbs(here, *steps)


class OneselfMixin:
    """A door whose object is whoever comes in: everybody with an account, also without a role."""

    def get_object(self) -> Person:
        """The person itself, read anew."""
        person: Person = Person.objects.get_queryset().get(pk=self.person.pk)  # type: ignore[attr-defined]
        return person


class MyData(OneselfMixin, DetailDoor):
    """Everything that is kept about the reader, and about nobody else."""

    template_name = "partners/my_data.html"

    def facts(self) -> dict[str, Any]:
        """The account, and a table of each kind."""
        return {
            "heading": _("My data"),
            "lead": _("This is everything that we keep about you."),
            "crumbs": own_crumbs(),
            "account": personal.account_in_words(self.object),
            "tables": [table for table in personal.on_page(self.object) if table["rows"]],
            "most": personal.ON_PAGE,
            "held": self._held(),
        }

    def _held(self) -> str:
        """Why the name stays in records of the archive, also of who leaves; empty when in none."""
        until = held_until([self.object.pk], local_day(self.at)).get(self.object.pk)
        return why_held(until) if until else ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page is not kept by any browser or proxy."""
        return _unkept(super().get(request, *args, **kwargs))


class MyDataFile(OneselfMixin, Door, View):
    """The same as a file that another program can read."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """All rows, as JSON."""
        del request, args, kwargs
        name = f"mijn-gegevens-{local_day(self.at).isoformat()}.json"
        return _unkept(
            JsonResponse(
                personal.in_a_file(self.object, at=self.at),
                json_dumps_params={"ensure_ascii": False, "indent": 2},
                headers={"Content-Disposition": f'attachment; filename="{name}"'},
            )
        )


def _unkept(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


class CorrectMyData(OneselfMixin, ActionDoor):
    """Another name or language, or news in one letter a day or a week."""

    form_class = forms.OwnDataForm
    success_message = gettext_lazy("Your data are changed.")

    def get_initial(self) -> dict[str, Any]:
        """As it is now."""
        person = self.object
        return {"name": person.name, "language": person.language, "pace": person.pace}

    def facts(self) -> dict[str, Any]:
        """What does not change by it."""
        return {
            "heading": _("Change your name, language or mail"),
            "crumbs": own_crumbs((_("Name, language and mail"), "")),
            "note": _("Signatures that you gave keep the name that stood there."),
            "submit": _("Save"),
        }

    def act(self, form: Any) -> Person:
        """Put it right."""
        return actions.correct_person(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """My data."""
        return reverse("partners:my-data")
