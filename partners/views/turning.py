"""The turns in the life of a framework: the kernteam opens it, moves the day, and enforces it."""

from copy import copy
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Framework, Organisation
from partners.querysets import local_day
from schuldenlab.lifecycle import Refused
from schuldenlab.web.templatetags.look import day as day_words

from .drafting import FrameworkDoor


class OpenFramework(FrameworkDoor):
    """From now on partners can sign, and the text stays as it is."""

    permission = "partners.open_for_signature"
    template_name = "partners/framework_open.html"
    success_message = gettext_lazy("The framework is open: partners can sign it.")

    def obstacle(self) -> str:
        """Only a draft, and only with something in it."""
        framework = self.object
        if framework.status != Framework.Status.DRAFT:
            return _("This framework was opened already.")
        if not framework.clauses.exists():
            return _("There is nothing to sign yet: write at least one agreement first.")
        return ""

    def facts(self) -> dict[str, Any]:
        """What is fixed by it, to check once more."""
        framework = self.object
        return {
            "framework": framework,
            "clauses": list(framework.clauses.order_by("number")),
            "document": framework.document,
            "heading": _("Open “%(title)s” for signature?") % {"title": framework.title},
            "lead": _("After this nobody can change the text, the numbers or the document."),
            "crumbs": self.way(_("Open for signature")),
            "submit": _("Open it for signature"),
        }

    def act(self, form: Any) -> Framework:
        """Open it."""
        del form
        return actions.open_for_signature(self.object, actor=self.person, at=self.at)


class EnforceFramework(FrameworkDoor):
    """The kernteam says that it holds; who has not signed is named first."""

    permission = "partners.bring_into_force"
    template_name = "partners/framework_enforce.html"
    success_message = gettext_lazy("The framework is in force. Signing stays open.")

    def obstacle(self) -> str:
        """Opened first, and once."""
        status = self.object.status
        if status == Framework.Status.DRAFT:
            return _("Open it for signature first.")
        if status != Framework.Status.OPEN:
            return _("This framework was brought into force already.")
        return ""

    def facts(self) -> dict[str, Any]:
        """From when it holds, and who has not signed."""
        framework, day = self.object, local_day(self.at)
        signed = framework.signatures.holding().values("organisation_id")
        partners = Organisation.objects.partners(day)
        unsigned = list(partners.exclude(pk__in=signed).order_by("name"))
        total = partners.count()
        begins = (
            _("It holds from %(day)s.") if framework.starts_on > day else _("It holds at once.")
        )
        return {
            "framework": framework,
            "unsigned": unsigned,
            "partners": total,
            "signed": total - len(unsigned),
            "heading": _("Bring “%(title)s” into force?") % {"title": framework.title},
            "lead": begins % {"day": day_words(framework.starts_on)},
            "crumbs": self.way(_("Bring into force")),
            "submit": _("Bring it into force"),
        }

    def act(self, form: Any) -> Framework:
        """Bring it into force; one that was never open is taken over elsewhere, not here."""
        del form
        if words := self.obstacle():
            raise Refused(words)
        return actions.bring_into_force(self.object, actor=self.person, at=self.at)


class MoveSignBy(FrameworkDoor):
    """Another day by which everybody should have signed."""

    success_message = gettext_lazy("Saved. Reminders follow the new day.")

    def obstacle(self) -> str:
        """While partners can sign it."""
        signing = {Framework.Status.OPEN, Framework.Status.IN_FORCE}
        if self.object.status in signing:
            return ""
        return _("Partners do not sign this framework now.")

    def get_form(self, form_class: Any = None) -> forms.SignByForm:
        """With the day of now."""
        del form_class
        day = local_day(self.at)
        return forms.SignByForm(**self.get_form_kwargs(), framework=copy(self.object), day=day)

    def facts(self) -> dict[str, Any]:
        """What it changes, and what it does not."""
        return {
            "heading": _("By which day do partners sign “%(title)s”?")
            % {"title": self.object.title},
            "lead": _("The text stays as it is, and signing stays open after this day."),
            "crumbs": self.way(_("Sign by")),
            "submit": _("Save the day"),
        }

    def act(self, form: Any) -> Framework:
        """Move it."""
        return actions.move_sign_by(
            self.object, sign_by=form.cleaned_data["sign_by"], actor=self.person, at=self.at
        )
