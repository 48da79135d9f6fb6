"""What stands on the public pages: the kernteam says so for a partner or a framework."""

from typing import Any, ClassVar

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Framework, Organisation
from schuldenlab.web.doors import ActionDoor

from .crumbs import crumbs

Rows = list[tuple[str, Any]]


class Publish(ActionDoor):
    """Yes or no; the page says word for word what everybody will see."""

    permission = "partners.show_in_public"
    form_class = forms.PublicForm
    template_name = "partners/publicity.html"
    success_message = gettext_lazy("Saved. The public pages show it like this from now on.")
    acts: ClassVar[tuple[Any, Any]] = (actions.show_in_public, actions.hide_from_public)

    def is_shown(self) -> bool:
        """Whether everybody sees it now."""
        return bool(self.object.is_public)

    def get_initial(self) -> dict[str, Any]:
        """As it is now."""
        return {"shown": "yes" if self.is_shown() else "no"}

    def act(self, form: Any) -> Any:
        """Show it, or hide it."""
        show, hide = self.acts
        verb = show if form.is_shown else hide
        return verb(self.object, actor=self.person, at=self.at)

    def shown(self) -> Rows:
        """What everybody sees then: what each part is called, and its words."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what will be seen, as far as something is filled in."""
        rows = [(capfirst(str(name)), value) for name, value in self.shown() if value]
        return {**super().get_context_data(**kwargs), "shown": rows, "submit": _("Save")}

    def get_success_url(self) -> str:
        """Its own page."""
        url: str = self.object.get_absolute_url()
        return url


class PublishOrganisation(Publish):
    """A partner: name, sector, website and description."""

    queryset = Organisation.objects.all()

    def shown(self) -> Rows:
        """What it says of itself."""
        partner = self.object
        return [
            (_("name"), partner.name),
            (_("sector"), partner.get_sector_display()),
            (_("website"), partner.website),
            (_("description"), partner.description),
        ]

    def facts(self) -> dict[str, Any]:
        """What everybody sees then."""
        return {
            "heading": _("Who sees %(name)s?") % {"name": self.object.name},
            "lead": _("The public page shows name, sector, website and description. No people."),
            "crumbs": crumbs(
                (_("Partners"), "partners:organisation-list"),
                (self.object.name, self.object.get_absolute_url()),
                (_("Public page"), ""),
            ),
        }


class PublishFramework(Publish):
    """A framework: its text, its clauses, and how many signed."""

    queryset = Framework.objects.all()

    def facts(self) -> dict[str, Any]:
        """What everybody sees then."""
        return {
            "heading": _("Who sees “%(title)s”?") % {"title": self.object.title},
            "lead": _("The public page shows the text and how many partners signed. No names."),
            "crumbs": crumbs(
                (_("Framework"), self.object.get_absolute_url()), (_("Public page"), "")
            ),
        }


class PublishKompas(PublishFramework):
    """Whether the network keeps the framework: each agreement with its state and figures."""

    acts = (actions.show_kompas, actions.hide_kompas)

    def is_shown(self) -> bool:
        """Whether everybody sees the figures now."""
        return bool(self.object.is_kompas_public)

    def obstacle(self) -> str:
        """Only beside its own text."""
        if self.object.is_public or self.object.is_kompas_public:
            return ""
        return _("First show the framework itself: the Kompas is about its text.")

    def facts(self) -> dict[str, Any]:
        """What everybody sees then."""
        return {
            **super().facts(),
            "heading": _("Who sees the Kompas of “%(title)s”?") % {"title": self.object.title},
            "lead": _(
                "Beside the text the public page then shows how each agreement stands, with the "
                "figures of today: met, on track, needs attention or not met. No names, and not "
                "the rows behind a figure."
            ),
        }
