"""Letters that did not arrive: the kernteam sees them, sends them again or lets them go."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions
from partners.forms import AgainForm, RightAddressForm
from partners.models import Person
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.actions import NotNow, drop_letter, retry_letter
from schuldenlab.outbox.models import Letter
from schuldenlab.outbox.querysets import silent_since
from schuldenlab.outbox.wording import reason_of
from schuldenlab.web.doors import ActionDoor, ListDoor

from .crumbs import Crumbs, crumbs


def _way(here: str = "") -> Crumbs:
    title = _("Mail that did not arrive")
    steps = [(title, "partners:letter-problems"), (here, "")] if here else [(title, "")]
    return crumbs((_("People"), "partners:person-list"), *steps)


class LetterProblems(ListDoor):
    """What did not arrive, or perhaps not; the newest first."""

    permission = "outbox.view_letter"
    template_name = "partners/letter_problems.html"

    def get_queryset(self) -> Any:
        """With whom they were for."""
        return Letter.objects.in_trouble().select_related("person").order_by("-at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The letters of this page, each with why, and whose address is dead."""
        context = super().get_context_data(**kwargs)
        letters = list(context["object_list"])
        silent = silent_since({each.person_id for each in letters if each.person_id})
        return {
            **context,
            "heading": _("Mail that did not arrive"),
            "lead": _("Each of these letters did not reach somebody, or perhaps not."),
            "crumbs": _way(),
            "rows": [(each, reason_of(each), each.person_id in silent) for each in letters],
        }


class LetterDoor(ActionDoor):
    """An act on one letter that did not arrive; afterwards you are among the others."""

    permission = "outbox.retry_letter"

    def get_object(self) -> Letter:
        """Only the kernteam knows of letters."""
        if not self.person.has_perm("outbox.view_letter"):
            raise Http404
        return get_object_or_404(Letter, pk=self.kwargs["pk"])

    def do(self, form: Any) -> Letter:
        """The act itself."""
        raise NotImplementedError

    def act(self, form: Any) -> Letter:
        """What cannot be done any more is said beside the button."""
        try:
            return self.do(form)
        except NotNow as answer:
            raise Refused(str(answer)) from answer

    def get_success_url(self) -> str:
        """All letters that did not arrive."""
        return reverse("partners:letter-problems")


class RetryLetter(LetterDoor):
    """Once more, to the address that the person has now."""

    success_message = gettext_lazy("The letter goes once more.")

    @property
    def is_uncertain(self) -> bool:
        """Whether it may have arrived already."""
        return bool(self.object.status == Letter.Status.UNCERTAIN)

    def get_form_class(self) -> Any:
        """Whoever may get it twice is asked about first."""
        return AgainForm if self.is_uncertain else super().get_form_class()

    def facts(self) -> dict[str, Any]:
        """To whom, where, and why it did not arrive."""
        letter = self.object
        address = letter.person.email if letter.person else letter.address
        return {
            "heading": _("Send this letter again"),
            "lead": _("To %(name)s, %(address)s.") % {"name": letter.name, "address": address},
            "note": reason_of(letter),
            "crumbs": _way(_("Send again")),
            "submit": _("Send it all the same") if self.is_uncertain else _("Send again"),
        }

    def do(self, form: Any) -> Letter:
        """Into the queue."""
        may_double = bool(form.cleaned_data.get("may_double"))
        return retry_letter(self.object, may_double=may_double, actor=self.person, at=self.at)


class DropLetter(LetterDoor):
    """Dealt with in another way: it leaves the list."""

    success_message = gettext_lazy("The letter is off the list.")

    def facts(self) -> dict[str, Any]:
        """What it means."""
        return {
            "heading": _("Let this letter go"),
            "lead": _("You told %(name)s yourself, or it is not needed any more.")
            % {"name": self.object.name},
            "note": _("It is not sent again. That you let it go stays in the record."),
            "crumbs": _way(_("Let go")),
            "submit": _("Let it go"),
        }

    def do(self, form: Any) -> Letter:
        """Off the list."""
        del form
        return drop_letter(self.object, actor=self.person, at=self.at)


class RightAddress(ActionDoor):
    """Another address for somebody whom no mail reaches; nobody else's can be changed here."""

    queryset = Person.objects.get_queryset()
    permission = "partners.correct_address"
    form_class = RightAddressForm
    success_message = gettext_lazy("The address is changed. Letters can go again now.")

    def facts(self) -> dict[str, Any]:
        """Whose, and what was wrong with the one of now."""
        return {
            "heading": _("Mend the e-mail address"),
            "lead": _("Mail to %(name)s does not arrive at %(address)s.")
            % {"name": self.object.name, "address": self.object.email},
            "note": _("Call this person first. The colleagues get a mail that it was changed."),
            "crumbs": _way(_("Mend the e-mail address")),
            "submit": _("Save"),
        }

    def act(self, form: Any) -> Person:
        """Put it right."""
        return actions.correct_address(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The letters that wait for it."""
        return reverse("partners:letter-problems")
