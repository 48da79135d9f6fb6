"""The doors of votes in a meeting: choosing the meeting, and entering what is called out."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Person
from partners.querysets import local_day
from programme import actions, forms
from programme.models import Ballot, Delegate, Entitlement
from schuldenlab.web.doors import ActionDoor
from schuldenlab.web.templatetags.look import deadline

from .ballots import BALLOTS
from .crumbs import ballot_crumbs
from .meetings import coming_meetings, meeting_words, without_meeting
from .objections import open_objections

HELD = BALLOTS.filter(meeting__isnull=False).select_related("meeting__series")


class BallotInMeeting(ActionDoor):
    """The kernteam lets the raad vote on a prepared ballot in a meeting."""

    queryset = BALLOTS
    permission = "programme.open_ballot_in_meeting"
    template_name = "programme/ballot_opening.html"
    success_message = gettext_lazy("The raad votes on this in the meeting. Everybody is told.")

    def obstacle(self) -> str:
        """Only what is not open yet."""
        if self.object.status == Ballot.Status.DRAFT:
            return ""
        return _("This ballot was opened already.")

    def get_form(self, form_class: Any = None) -> forms.ChooseMeetingForm:
        """Meetings of its raad that still come."""
        del form_class
        return forms.ChooseMeetingForm(
            **self.get_form_kwargs(),
            meetings=coming_meetings(self.object.raad.year, self.at),
            label=meeting_words,
        )

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "warning": open_objections(self.object),
            "interests_url": f"{self.object.get_absolute_url()}#interests",
            **without_meeting(self.object.raad.year, self.at),
            "heading": _("In which meeting does the raad vote?"),
            "lead": _(
                "Text and rules are fixed from now on. In the meeting you enter what each seat "
                "calls out. Every seat gets a receipt and can object for three working days."
            ),
            "crumbs": ballot_crumbs(self.object, _("In a meeting")),
            "submit": _("Vote in this meeting"),
        }

    def act(self, form: Any) -> Ballot:
        """Open it for that meeting."""
        meeting = form.cleaned_data["meeting"]
        return actions.open_ballot_in_meeting(
            self.object, meeting=meeting, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.result.get_absolute_url())


class EnterVotes(ActionDoor):
    """The kernteam enters what each seat calls out."""

    queryset = HELD
    permission = "programme.enter_votes"
    template_name = "programme/votes_enter.html"
    success_message = gettext_lazy("The votes are entered. Each seat gets its receipt by mail.")

    def obstacle(self) -> str:
        """Only from the beginning of the meeting until the end of that day."""
        ballot = self.object
        if self.at < ballot.meeting.starts_at:
            return _("This meeting has not begun yet.")
        if not ballot.accepts_votes(self.at) or local_day(self.at) != local_day(
            ballot.meeting.starts_at
        ):
            return _(
                "Votes are entered on the day of the meeting. A seat can still say what is wrong."
            )
        return ""

    def _voters(self) -> list[tuple[Entitlement, list[tuple[int, str]]]]:
        """Every seat with who may speak for it, the representative first."""
        day = local_day(self.at)
        aside = self.object.recusals.effective().filter(option__isnull=True)
        seats = (
            self.object.entitlements.counting(day)
            .exclude(organisation__in=aside.values("organisation_id"))
            .select_related("organisation")
            .order_by("pk")
        )
        speaking = Delegate.objects.speaking(day).select_related("person").order_by("role")
        people: dict[int, list[tuple[int, str]]] = {}
        for row in speaking.filter(seat__in=[seat.seat_id for seat in seats]):
            people.setdefault(row.seat_id, []).append((row.person_id, row.person.name))
        return [(seat, people[seat.seat_id]) for seat in seats if seat.seat_id in people]

    def get_form(self, form_class: Any = None) -> forms.EnterVotesForm:
        """A row for each seat, with what was entered before."""
        del form_class
        last = {vote.entitlement_id: vote for vote in self.object.votes.all().last_of_each()}
        initial: dict[str, Any] = {}
        for key, vote in last.items():
            initial |= {
                f"choice_{key}": vote.choice,
                f"person_{key}": vote.person_id,
                f"reason_{key}": vote.reason,
                f"approves_{key}": list(vote.said()),
            }
        kwargs = {**self.get_form_kwargs(), "initial": initial}
        return forms.EnterVotesForm(**kwargs, ballot=self.object, voters=self._voters())

    def facts(self) -> dict[str, Any]:
        """Which ballot, and until when a seat can object."""
        ballot = self.object
        return {
            "ballot": ballot,
            "heading": _("What did each seat vote?"),
            "lead": ballot.question,
            "crumbs": ballot_crumbs(ballot, _("Enter votes")),
            "submit": _("Enter these votes"),
            "note": _("Every seat can say until %(moment)s that its vote is not right.")
            % {"moment": deadline(ballot.dispute_by)},
        }

    def act(self, form: Any) -> Any:
        """Enter them."""
        rows = form.called_out()
        people = Person.objects.in_bulk([row["person"] for row in rows])
        votes = [actions.CalledOut(**{**row, "person": people[row["person"]]}) for row in rows]
        return actions.enter_votes(self.object, votes=votes, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.object.get_absolute_url())
