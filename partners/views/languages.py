"""The language in which the lab speaks to somebody."""

from typing import Any

from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from partners import actions, forms
from partners.models import Person
from schuldenlab.web.doors import ActionDoor

from .crumbs import crumbs


class ChooseLanguage(ActionDoor):
    """Everybody with an account chooses its own language; every page has the button."""

    form_class = forms.LanguageForm

    def get_initial(self) -> dict[str, Any]:
        """The language as it is."""
        return {"language": self.person.language}

    def facts(self) -> dict[str, Any]:
        """What it is for."""
        return {
            "heading": _("Language"),
            "lead": _("Pages and mails are in this language."),
            "crumbs": crumbs((_("Language"), "")),
            "submit": _("Choose this language"),
        }

    def act(self, form: Any) -> Person:
        """Choose it."""
        self.back = form.cleaned_data["next"]
        language = form.cleaned_data["language"]
        return actions.choose_language(
            self.person, language=language, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The page where the button was, when that is one of ours."""
        is_ours = url_has_allowed_host_and_scheme(
            self.back, {self.request.get_host()}, require_https=self.request.is_secure()
        )
        return self.back if is_ours else reverse("portal:home")
