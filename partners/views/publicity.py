"""What stands on the public pages: the kernteam says so for a partner or a framework."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Framework, Organisation
from schuldenlab.web.doors import ActionDoor

from .crumbs import crumbs


class Publish(ActionDoor):
    """Yes or no; the page says what everybody will see."""

    permission = "partners.show_in_public"
    form_class = forms.PublicForm
    success_message = gettext_lazy("Saved. The public pages show it like this from now on.")

    def get_initial(self) -> dict[str, Any]:
        """As it is now."""
        return {"shown": "yes" if self.object.is_public else "no"}

    def act(self, form: Any) -> Any:
        """Show it, or hide it."""
        verb = actions.show_in_public if form.is_shown else actions.hide_from_public
        return verb(self.object, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """Its own page."""
        url: str = self.object.get_absolute_url()
        return url


class PublishOrganisation(Publish):
    """A partner: name, sector, website and description."""

    queryset = Organisation.objects.all()

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
            "submit": _("Save"),
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
            "submit": _("Save"),
        }
