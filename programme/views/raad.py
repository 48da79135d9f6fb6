"""The doors of the programmaraad."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Framework
from partners.querysets import local_day
from programme import actions, forms
from programme.models import Delegate, Programmaraad
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .crumbs import home_crumb, raad_crumbs


class RaadDetail(DetailDoor):
    """The raad of a year: its seats, who votes for them, and what can be done now."""

    queryset = Programmaraad.objects.select_related("framework")
    lookup = {"year": "year"}
    permission = "programme.view_programmaraad"
    template_name = "programme/raad_detail.html"

    def facts(self) -> dict[str, Any]:
        """Seats with their delegates, responses for the kernteam, and open seats."""
        raad, day, user = self.object, local_day(self.at), self.person
        seats = list(raad.seats.active(day).select_related("organisation"))
        delegates = Delegate.objects.speaking(day).filter(seat__in=seats).select_related("person")
        by_seat: dict[int, dict[str, Any]] = {seat.pk: {} for seat in seats}
        for delegate in delegates:
            by_seat[delegate.seat_id][delegate.role] = delegate.person
        named = [
            {
                "seat": seat,
                **by_seat[seat.pk],
                "may_name": user.standing.is_kernteam
                or seat.organisation_id in user.standing.directs_ids,
            }
            for seat in seats
        ]
        reads = user.has_perm("programme.view_raadresponse", raad)
        composing = raad.status == Programmaraad.Status.COMPOSING
        return {
            "heading": str(raad),
            "lead": _("The programmaraad decides the programme of %(year)s.") % {"year": raad.year},
            "crumbs": raad_crumbs(raad, raad.year),
            "other_years": Programmaraad.objects.visible_to(user).exclude(pk=raad.pk),
            "seats": named,
            "open_seats": 0 if composing else max(0, raad.framework.seats_max - len(seats)),
            "responses": raad.responses.select_related("organisation") if reads else [],
            "may_respond": composing
            and raad.respond_by > self.at
            and bool(user.standing.organisation_ids),
            "may_compose": reads and composing,
            "may_fill": reads and not composing,
            "can_install": composing and raad.respond_by <= self.at,
        }


class RaadNow(DetailDoor):
    """The raad of this year, or the newest that there is."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go to the raad that decides now."""
        del args, kwargs
        raden = Programmaraad.objects.visible_to(request.user)
        this_year = local_day(self.at).year
        raad = raden.filter(year__lte=this_year).order_by("-year").first() or raden.first()
        if raad is not None:
            return HttpResponseRedirect(raad.get_absolute_url())
        self.template_name = "programme/raad_none.html"
        facts = {
            "heading": _("Programmaraad"),
            "crumbs": [home_crumb(), {"label": _("Programmaraad"), "url": ""}],
            "this_year": this_year,
            "may_propose": request.user.has_perm("programme.propose_raad"),
        }
        return self.render_to_response(facts)


class ProposeRaad(ActionDoor):
    """The kernteam proposes which partners hold a seat."""

    permission = "programme.propose_raad"
    template_name = "programme/raad_propose.html"
    success_message = gettext_lazy("The proposal is sent to all partners.")

    def get_object(self) -> Programmaraad | None:
        """The raad of this year or the next, when there is one already."""
        this_year = local_day(self.at).year
        if self.kwargs["year"] not in (this_year, this_year + 1):
            raise Http404
        found: Programmaraad | None = Programmaraad.objects.filter(year=self.kwargs["year"]).first()
        return found

    def obstacle(self) -> str:
        """An installed raad is not proposed again."""
        raad = self.object
        if raad is None or raad.status == Programmaraad.Status.COMPOSING:
            return ""
        return _("The programmaraad of %(year)s is installed already.") % {"year": raad.year}

    def get_form(self, form_class: Any = None) -> forms.ProposeRaadForm:
        """All partners of today."""
        del form_class
        day = local_day(self.at)
        return forms.ProposeRaadForm(**self.get_form_kwargs(), day=day, raad=self.object)

    def facts(self) -> dict[str, Any]:
        """The framework's numbers."""
        year = self.kwargs["year"]
        framework = self._framework()
        return {
            "framework": framework,
            "heading": _("Who is in the programmaraad of %(year)s?") % {"year": year},
            "lead": _("All partners get your proposal and can respond. They do not vote on it."),
            "crumbs": raad_crumbs(self.object, year, _("Proposal")),
        }

    def _framework(self) -> Framework | None:
        found: Framework | None = Framework.objects.current(local_day(self.at))
        return found

    def act(self, form: Any) -> Programmaraad:
        """Propose these seats."""
        framework = self._framework()
        if framework is None:
            raise Http404
        return actions.propose_raad(
            self.kwargs["year"],
            framework=framework,
            organisations=list(form.cleaned_data["organisations"]),
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The raad, where the seats can be given to people."""
        return str(self.result.get_absolute_url())


class RaadAction(ActionDoor):
    """An act on the raad of one year; afterwards you are on its page."""

    queryset = Programmaraad.objects.select_related("framework")
    lookup = {"year": "year"}

    def get_success_url(self) -> str:
        """Back to the raad."""
        return str(self.object.get_absolute_url())


class RespondToRaad(RaadAction):
    """A partner says what it thinks of the proposal."""

    permission = "programme.respond_to_raad"
    form_class = forms.RaadResponseForm
    success_message = gettext_lazy("Your response is with the kernteam.")

    def facts(self) -> dict[str, Any]:
        """What is asked."""
        return {
            "heading": _("What do you think of the proposal?"),
            "lead": _("The kernteam reads every response. There is no vote on the proposal."),
            "crumbs": raad_crumbs(self.object, self.object.year, _("Your response")),
            "submit": _("Send my response"),
        }

    def act(self, form: Any) -> Any:
        """Respond for the partner that this person works for."""
        person: Any = self.person
        mandate = person.mandates.on(local_day(person.moment)).select_related("organisation")
        organisation = mandate.filter(organisation_id__in=person.standing.organisation_ids)[
            0
        ].organisation
        return actions.respond_to_raad(
            self.object,
            organisation=organisation,
            text=form.cleaned_data["text"],
            actor=person,
            at=person.moment,
        )


class InstallRaad(RaadAction):
    """The kernteam installs the raad after the time to respond."""

    permission = "programme.install_raad"
    success_message = gettext_lazy("The programmaraad is installed and announced to all partners.")

    def obstacle(self) -> str:
        """Once is enough."""
        if self.object.status == Programmaraad.Status.COMPOSING:
            return ""
        return _("The programmaraad of %(year)s is installed already.") % {"year": self.object.year}

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        return {
            "heading": _("Install the programmaraad of %(year)s") % {"year": self.object.year},
            "lead": _("From now on these partners decide. All partners get a message."),
            "crumbs": raad_crumbs(self.object, self.object.year, _("Install")),
            "submit": _("Install the programmaraad"),
        }

    def act(self, form: Any) -> Any:
        """Install it."""
        del form
        return actions.install_raad(self.object, actor=self.person, at=self.at)
