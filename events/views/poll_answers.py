"""Answering a date poll: logged in, by the link in the mail, and by the kernteam on behalf."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from events import actions, forms
from events.models import DatePoll, PollInvitee
from schuldenlab.web.doors import ActionDoor

from .by_link import ByLink
from .poll_words import answers_of, name_of
from .words import title_of, year_crumbs


class Answering(ActionDoor):
    """The question and its form. What is over is shown in its place, without a form."""

    template_name = "events/poll_answer.html"

    @cached_property
    def invitee(self) -> PollInvitee:
        """Whose answer it is."""
        return self.find_invitee()

    def find_invitee(self) -> PollInvitee:
        """The same, asked once of the database."""
        raise NotImplementedError

    @property
    def poll(self) -> DatePoll:
        """Which poll."""
        return self.invitee.poll

    def is_open(self) -> bool:
        """Whether there is still a form to fill in."""
        return self.poll.accepts_answers(self.at)

    def get_form(self, form_class: Any = None) -> forms.PollAnswerForm:
        """All moments, with what was said before."""
        del form_class
        return forms.PollAnswerForm(
            **self.get_form_kwargs(),
            options=self.poll.options.order_by("starts_at"),
            known=answers_of(self.invitee),
        )

    def facts(self) -> dict[str, Any]:
        """The question; what was chosen when it is over. Nothing about what others said."""
        poll = self.poll
        chosen = poll.meeting.starts_at if poll.status == DatePoll.Status.CHOSEN else None
        return {
            "poll": poll,
            "meeting": poll.meeting,
            "chosen": chosen,
            "is_open": self.is_open(),
            "has_answered": self.invitee.answered_at is not None,
            "heading": _("When can you come?"),
            "lead": poll.meeting.full_title,
            "submit": _("Send my answer"),
        }

    def act(self, form: Any) -> PollInvitee:
        """Record the answer, and say so in the language of the page."""
        invitee = actions.answer_poll(
            self.invitee, answers=form.answers(), actor=self.person, at=self.at
        )
        messages.success(self.request, _("Thank you. The answer is recorded."))
        return invitee


class AnswerByLink(ByLink, Answering):
    """By the link in the mail, without login; it answers this question and opens nothing else."""

    question = "poll_invitee"
    related = "poll_invitee__person poll_invitee__poll__meeting__series"

    @property
    def person(self) -> Any:
        """Whom the link was written to, whoever is logged in on this computer."""
        return self.invitee.person

    def find_invitee(self) -> PollInvitee:
        """What the link asks."""
        found: PollInvitee = self.object
        return found

    def facts(self) -> dict[str, Any]:
        """By name, so that nobody answers for somebody else by mistake."""
        return {**super().facts(), "guest": self.invitee.person}

    def get_success_url(self) -> str:
        """The same page, with the answer filled in."""
        return reverse("events:poll-answer", args=[self.kwargs["token"]])


class AnswerMine(Answering):
    """Somebody who is logged in answers."""

    queryset = DatePoll.objects.select_related("meeting__series")
    permission = "events.answer_poll"

    def find_invitee(self) -> PollInvitee:
        """Oneself."""
        found: PollInvitee = self.object.invitees.select_related("poll__meeting__series").get(
            person=self.person
        )
        return found

    def facts(self) -> dict[str, Any]:
        """And the way back."""
        meeting = self.object.meeting
        steps = (title_of(meeting), meeting.get_absolute_url()), (_("Date poll"), "")
        return {**super().facts(), "crumbs": year_crumbs(meeting.year, *steps)}

    def get_success_url(self) -> str:
        """The same page, with the answer filled in."""
        return reverse("events:poll-mine", args=[self.object.pk])


class AnswerOnBehalf(Answering):
    """The kernteam records what somebody said by phone, until a date is chosen."""

    queryset = DatePoll.objects.select_related("meeting__series")
    permission = "events.answer_poll_on_behalf"

    def find_invitee(self) -> PollInvitee:
        """Somebody whom this poll asks; anybody else does not exist here."""
        asked = self.object.invitees.select_related(
            "person", "organisation", "poll__meeting__series"
        )
        found: PollInvitee = get_object_or_404(asked, pk=self.kwargs["invitee"])
        return found

    def is_open(self) -> bool:
        """Also after the last day: somebody may phone late."""
        return bool(self.object.is_running)

    def facts(self) -> dict[str, Any]:
        """Who phoned, and the way back."""
        invitee, meeting = self.invitee, self.object.meeting
        steps = (
            (title_of(meeting), meeting.get_absolute_url()),
            (_("Date poll"), self.object.get_absolute_url()),
            (_("On behalf"), ""),
        )
        return {
            **super().facts(),
            "heading": _("When can %(name)s come?") % {"name": invitee.person.name},
            "lead": f"{meeting.full_title}, {name_of(invitee)}",
            "crumbs": year_crumbs(meeting.year, *steps),
            "submit": _("Record the answer"),
            "on_behalf": True,
        }

    def get_success_url(self) -> str:
        """All answers."""
        return str(self.object.get_absolute_url())
