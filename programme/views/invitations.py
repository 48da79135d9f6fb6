"""The doors of invitations to a seat: asking, answering, and asking no more."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme import actions, forms
from programme.actions.invitations import ANSWER_DAYS
from programme.deadlines import after_working_days
from programme.models import Programmaraad, SeatInvitation
from schuldenlab.web.doors import ActionDoor, DetailDoor, Door

from .composing import chosen_partners, framework_now, raad_to_compose
from .crumbs import below, raad_crumbs


class InviteToSeats(ActionDoor):
    """The kernteam asks partners whether they will hold a seat."""

    permission = "programme.invite_to_seat"
    template_name = "programme/raad_invite.html"
    success_message = gettext_lazy("The partners have your question. Answers appear here.")

    def get_object(self) -> Programmaraad | None:
        """The raad of this year or the next, when there is one already."""
        return raad_to_compose(self.kwargs["year"], self.at)

    def obstacle(self) -> str:
        """A full raad has no seat to offer."""
        raad = self.object
        if raad is None or raad.status == Programmaraad.Status.COMPOSING:
            return ""
        active = raad.seats.active(local_day(self.at)).count()
        if active < raad.framework.seats_max and raad.status == Programmaraad.Status.INSTALLED:
            return ""
        return _("There is no open seat in this programmaraad.")

    def get_initial(self) -> dict[str, Any]:
        """The partners that the address names, or those of the proposal."""
        chosen = chosen_partners(self.request)
        if not chosen and self.object and self.object.status == Programmaraad.Status.COMPOSING:
            chosen = list(self.object.seats.values_list("organisation_id", flat=True))
        return {"organisations": chosen}

    def get_form(self, form_class: Any = None) -> forms.InviteToSeatsForm:
        """Partners that are not asked already."""
        del form_class
        busy: set[int] = set()
        if self.object is not None:
            asked = self.object.invitations.newest().exclude(status="declined")
            busy = {each.organisation_id for each in asked}
            if self.object.status == Programmaraad.Status.INSTALLED:
                seated = self.object.seats.active(local_day(self.at))
                busy |= set(seated.values_list("organisation_id", flat=True))
        return forms.InviteToSeatsForm(
            **self.get_form_kwargs(),
            day=local_day(self.at),
            default=after_working_days(self.at, ANSWER_DAYS),
            busy=busy,
        )

    def facts(self) -> dict[str, Any]:
        """What the question means."""
        year = self.kwargs["year"]
        return {
            "year": year,
            "heading": _("Which partners do you ask for a seat in %(year)s?") % {"year": year},
            "lead": _("Everybody of the partner gets a mail. A yes gives no seat yet."),
            "crumbs": raad_crumbs(self.object, year, _("Ask partners")),
        }

    def act(self, form: Any) -> list[SeatInvitation]:
        """Ask them."""
        framework = framework_now(self.at)
        if framework is None:
            raise Http404
        return actions.invite_to_seats(
            self.kwargs["year"],
            framework=framework,
            organisations=list(form.cleaned_data["organisations"]),
            answer_by=form.cleaned_data["answer_by"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The raad, where the answers come."""
        return reverse("programme:raad-detail", args=[self.kwargs["year"]])


class InvitationDoor(Door):
    """How the doors of one invitation find it."""

    queryset = SeatInvitation.objects.select_related(
        "raad__framework", "organisation", "answered_by", "representative", "substitute"
    )
    object: SeatInvitation

    def crumbs(self, here: str = "") -> list[dict[str, str]]:
        """A raad that is not proposed yet has no page for its partners."""
        year = self.object.raad.year
        if here:
            return below(_("Seat %(year)s") % {"year": year}, self.object.get_absolute_url(), here)
        return below(_("Seat %(year)s") % {"year": year}, "", "")

    def get_success_url(self) -> str:
        """The invitation, with what became of it."""
        return self.object.get_absolute_url()


class SeatInvitationDetail(InvitationDoor, DetailDoor):
    """The question to a partner, and what it answered."""

    permission = "programme.view_seatinvitation"
    template_name = "programme/seat_invitation.html"

    def facts(self) -> dict[str, Any]:
        """What a seat asks, and who can answer."""
        invitation, person = self.object, self.person
        asked = invitation.status == SeatInvitation.Status.ASKED
        facts = {"name": invitation.organisation.name, "year": invitation.raad.year}
        return {
            "heading": _("A seat in the programmaraad of %(year)s?") % facts,
            "lead": _("The kernteam asks %(name)s to decide with others.") % facts,
            "crumbs": self.crumbs(),
            "asked": asked,
            "may_answer": asked and person.has_perm("programme.answer_seat", invitation),
            "may_withdraw": asked and person.standing.is_kernteam,
            "sees_raad": Programmaraad.objects.visible_to(person)
            .filter(pk=invitation.raad_id)
            .exists(),
        }


class AnswerSeat(InvitationDoor, ActionDoor):
    """A director, or who may sign for the programme, says yes or no for the partner."""

    permission = "programme.answer_seat"
    success_message = gettext_lazy("Thank you. The kernteam has your answer.")

    def obstacle(self) -> str:
        """One answer is enough."""
        if self.object.status == SeatInvitation.Status.ASKED:
            return ""
        return _("This question is answered or withdrawn already.")

    def get_form(self, form_class: Any = None) -> forms.AnswerSeatForm:
        """With the people of this partner."""
        del form_class
        return forms.AnswerSeatForm(**self.get_form_kwargs(), invitation=self.object, at=self.at)

    def facts(self) -> dict[str, Any]:
        """For whom the answer is, and what happens after it."""
        facts = {"name": self.object.organisation.name, "year": self.object.raad.year}
        return {
            "heading": _("Does %(name)s take a seat in %(year)s?") % facts,
            "lead": _("You answer on behalf of %(name)s. It takes two minutes.") % facts,
            "crumbs": self.crumbs(_("Your answer")),
            "note": _("A yes gives no seat yet: the kernteam proposes or fills the seats."),
            "submit": _("Send our answer"),
        }

    def act(self, form: Any) -> SeatInvitation:
        """Yes with who votes, or no with a reason."""
        data = form.cleaned_data
        if data["answer"] == forms.DECLINE:
            return actions.decline_seat(
                self.object, reason=data["reason"], actor=self.person, at=self.at
            )
        return actions.accept_seat(
            self.object,
            representative=data["representative"],
            substitute=data["substitute"],
            actor=self.person,
            at=self.at,
        )


class WithdrawSeatInvitation(InvitationDoor, ActionDoor):
    """The kernteam asks no more."""

    permission = "programme.withdraw_seat_invitation"
    success_message = gettext_lazy("The question is withdrawn. The partner gets a message.")

    def obstacle(self) -> str:
        """What is answered stays."""
        if self.object.status == SeatInvitation.Status.ASKED:
            return ""
        return _("This question is answered or withdrawn already.")

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        facts = {"name": self.object.organisation.name, "year": self.object.raad.year}
        return {
            "heading": _("Ask %(name)s no more?") % facts,
            "lead": _("The people of %(name)s get a message that they need not answer.") % facts,
            "crumbs": self.crumbs(_("Withdraw")),
            "submit": _("Withdraw the question"),
        }

    def act(self, form: Any) -> SeatInvitation:
        """Withdraw it."""
        del form
        return actions.withdraw_seat_invitation(self.object, actor=self.person, at=self.at)
