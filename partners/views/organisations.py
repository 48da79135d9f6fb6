"""The directory of partners."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from partners import ports
from partners.forms import DirectoryForm
from partners.models import Organisation
from partners.querysets import local_day
from schuldenlab.web.doors import DetailDoor, ListDoor

from .crumbs import crumbs
from .membership import staff_facts


class OrganisationList(ListDoor):
    """Who takes part: every partner by name. The kernteam also sees who is no partner."""

    queryset = Organisation.objects.all()
    permission = "partners.view_organisation"
    is_kept = True
    template_name = "partners/organisation_list.html"

    def get_queryset(self) -> Any:
        """By words, sector and theme, as far as these were filled in."""
        self.form = DirectoryForm(self.request.GET, is_kernteam=self.person.standing.is_kernteam)
        found = super().get_queryset().with_since(local_day(self.at))
        if not self.form.is_valid():
            return found.none()
        return found.looked_for(local_day(self.at), **self.form.cleaned_data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The partners and what was looked for."""
        query = self.request.GET.copy()
        query.pop("page", None)
        return {
            **super().get_context_data(**kwargs),
            "heading": _("Partners"),
            "lead": _("These organisations fight debts together. You find them here by name."),
            "crumbs": crumbs((_("Partners"), "")),
            "form": self.form,
            "query": query.urlencode(),
            "is_filtered": any(self.request.GET.get(name) for name in self.form.fields),
            "may_import": self.person.has_perm("partners.import_partners"),
            "own": [fact for fact in self.person.standing.mandates if fact.is_partner],
            "year": local_day(self.at).year,
        }

    def render_to_response(self, context: Any, **kwargs: Any) -> HttpResponse:
        """Words that no search can be made of get a sentence, and say so in the status."""
        status = 200 if self.form.is_valid() else 422
        return super().render_to_response(context, status=status, **kwargs)


class OrganisationDetail(DetailDoor):
    """One organisation; its people only for its own people and the kernteam."""

    queryset = Organisation.objects.all()
    permission = "partners.view_organisation"
    is_kept = True
    template_name = "partners/organisation_detail.html"

    def facts(self) -> dict[str, Any]:
        """The facts, and who works there for who may see that."""
        organisation, day = self.object, local_day(self.at)
        partnership = organisation.partnerships.on(day).with_taken_over().first()
        sees_people = self.person.has_perm("partners.view_colleagues", organisation)
        mandates = organisation.mandates.on(day).select_related("person")
        return {
            "organisation": organisation,
            "heading": organisation.name,
            "crumbs": crumbs(
                (_("Partners"), "partners:organisation-list"), (organisation.name, "")
            ),
            "since": partnership.joined_on if partnership else None,
            "is_taken_over": partnership is not None and partnership.is_taken_over,
            **staff_facts(organisation, self.person, is_partner=partnership is not None),
            "sees_people": sees_people,
            "mandates": mandates.order_by("person__name") if sees_people else [],
            "may_invite": self.person.has_perm("partners.invite_person"),
            "ambassadorships": organisation.ambassadorships.on(day).select_related("theme"),
            "may_act": sees_people and partnership is not None,
            "may_keep": self.person.has_perm("partners.keep_organisation", organisation),
            "may_choose": self.person.has_perm("partners.choose_involvement", organisation),
            **self._taking_part(organisation, day),
        }

    def _taking_part(self, organisation: Organisation, day: date) -> dict[str, Any]:
        """What it does for the network this year, in no order of worth."""
        return {
            "year": day.year,
            "involvement": organisation.involvements.known(day.year, self.at).first(),
            "seat": ports.raad_seat(organisation, day.year, day),
            "meetings": ports.meetings_attended(organisation, day.year),
        }
