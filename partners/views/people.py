"""The register of people, and inviting somebody."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions
from partners.forms import InviteForm, PersonSearchForm
from partners.models import Invitation, KernteamMember, Mandate, Person, SigningRequest
from partners.querysets import local_day
from schuldenlab.outbox.querysets import silent_since
from schuldenlab.web.doors import ActionDoor, ListDoor

from .crumbs import crumbs


class PersonList(ListDoor):
    """Who has an account, for whom, and who was there when."""

    queryset = Person.objects.get_queryset()
    permission = "partners.view_person"
    template_name = "partners/person_list.html"

    def get_queryset(self) -> Any:
        """People with the mandates and terms that hold today."""
        day = local_day(self.at)
        mandates = Mandate.objects.on(day).select_related("organisation")
        open_links = Invitation.objects.usable(self.at).filter(person=OuterRef("pk"))
        self.form = PersonSearchForm(self.request.GET)
        q = self.form.cleaned_data["q"] if self.form.is_valid() else ""
        found = super().get_queryset().looked_for(day, q=q)
        found = found.annotate(is_invited=Exists(open_links))
        return (found if self.form.is_valid() else found.none()).prefetch_related(
            Prefetch("mandates", mandates, to_attr="mandates_now"),
            Prefetch("kernteam_terms", KernteamMember.objects.on(day), to_attr="terms_now"),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The people of this page, and what was looked for."""
        query = self.request.GET.copy()
        query.pop("page", None)
        context = super().get_context_data(**kwargs)
        silent = silent_since({person.pk for person in context["object_list"]})
        for person in context["object_list"]:
            person.silent_since = silent.get(person.pk)
        return {
            **context,
            "heading": _("People"),
            "lead": _("Everybody with an account, and for which organisation they act."),
            "crumbs": crumbs((_("People"), "")),
            "form": self.form,
            "query": query.urlencode(),
            "is_filtered": bool(self.request.GET.get("q")),
            "waiting": SigningRequest.objects.filter(status=SigningRequest.Status.ASKED).count(),
        }

    def render_to_response(self, context: Any, **kwargs: Any) -> HttpResponse:
        """Words that no search can be made of get a sentence, and say so in the status."""
        status = 200 if self.form.is_valid() else 422
        return super().render_to_response(context, status=status, **kwargs)


class InvitePerson(ActionDoor):
    """The kernteam invites somebody for an organisation."""

    permission = "partners.invite_person"
    success_message = gettext_lazy(
        "Done. Somebody who had no account yet gets a mail that tells how to log in."
    )

    def get_form(self, form_class: Any = None) -> InviteForm:
        """Partners of today, and today as first day."""
        del form_class
        kwargs = self.get_form_kwargs()
        asked = self.request.GET.get("organisation", "")
        if asked.isdecimal():
            kwargs["initial"] = {"organisation": asked}
        return InviteForm(**kwargs, day=local_day(self.at))

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        return {
            "heading": _("Invite somebody"),
            "lead": _("This person gets an account and a mail that tells how to log in."),
            "crumbs": crumbs((_("People"), "partners:person-list"), (_("Invite"), "")),
            "submit": _("Send the invitation"),
        }

    def act(self, form: Any) -> Any:
        """Invite, with a mandate."""
        return actions.invite_for_organisation(**form.cleaned_data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The register of people."""
        return reverse("partners:person-list")
