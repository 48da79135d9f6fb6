"""The doors of answers: by the link of a letter, on one's own page, and for somebody."""

from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions
from events.audience import seat_of
from events.coming import Coming, Guest, coming_to
from events.forms.replies import ReplyForm
from events.models import Invitee, Reply
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor, said_with_link
from schuldenlab.web.templatetags.look import day as day_words

from .by_link import ByLink
from .sections.reply import card_of
from .words import span_words, title_of, year_crumbs

INVITEES = Invitee.objects.holding().select_related("meeting__series", "person", "organisation")


class ReplyDoor(ActionDoor):
    """How the doors of one invitation answer it."""

    object: Invitee
    success_message: ClassVar[Any] = gettext_lazy("Thank you. Your answer is with the kernteam.")

    @cached_property
    def coming(self) -> Coming:
        """Who comes, as it was when the page was asked for."""
        return coming_to(self.object.meeting, local_day(self.at))

    def guest(self) -> Guest:
        """The invitation with what was answered."""
        found = (guest for guest in self.coming.guests if guest.pk == self.object.pk)
        return next(found)

    def get_form(self, form_class: Any = None) -> ReplyForm:
        """As it was answered before."""
        del form_class
        guest = self.guest()
        last = Reply.objects.get(pk=guest.last.pk) if guest.last else None
        facts = self.get_form_kwargs()
        facts.pop("initial")
        seat = seat_of(self.object, local_day(self.at))
        return ReplyForm(**facts, invitee=self.object, last=last, seat=seat)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The card shows what was typed."""
        context = super().get_context_data(**kwargs)
        context["card"]["form"] = context["form"]
        return context

    def facts(self) -> dict[str, Any]:
        """The meeting, and the card with the question."""
        meeting = self.object.meeting
        return {
            "meeting": meeting,
            "title": title_of(meeting),
            "heading": title_of(meeting),
            "span": _span(meeting),
            "card": card_of(meeting, self.coming, self.guest(), self.at),
            "crumbs": year_crumbs(
                meeting.year, (title_of(meeting), meeting.get_absolute_url()), (_("Answer"), "")
            ),
        }

    def act(self, form: Any) -> Reply:
        """Keep the answer."""
        return actions.reply_to_invitation(
            self.object, **form.facts(), actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The meeting."""
        return str(self.object.meeting.get_absolute_url())


def _span(meeting: Any) -> str:
    if meeting.starts_at is None:
        return ""
    return span_words(meeting.starts_at, meeting.lasts_minutes)


class ReplyByLink(ByLink, ReplyDoor):
    """The page behind the link in a letter: one question, one button, no login.

    Opening it changes nothing, because mail scanners open links too.
    """

    question = "invitee"
    related = "invitee__meeting__series invitee__person invitee__organisation"
    closed_template_name = "events/invitation_closed.html"
    template_name = "events/invitation_reply.html"
    success_message: ClassVar[Any] = ""

    @property
    def person(self) -> Any:
        """Whoever holds the link answers for who is invited."""
        return self.object.person

    def get_object(self) -> Any:
        """The invitation, as long as it holds and its meeting still comes."""
        invitee = super().get_object()
        if invitee is None or invitee.withdrawn_at is not None:
            return None
        meeting = invitee.meeting
        comes = meeting.status == "scheduled" and meeting.starts_at > self.at
        return invitee if comes else None

    def get_success_url(self) -> str:
        """The same page, which says what was answered; it can be changed there."""
        return self.request.path


class ReplyHere(ReplyDoor):
    """Answering one's own invitation, logged in."""

    permission = "events.reply_to_invitation"
    template_name = "events/meeting_reply.html"

    def said_at_home(self) -> str:
        """What was answered, with the way to another answer."""
        meeting = self.object.meeting
        if self.result.answer == Reply.Answer.NO:
            words = _("Recorded: you do not come to “%(title)s” on %(day)s.")
        elif meeting.capacity is None:
            words = _("Recorded: you come to “%(title)s” on %(day)s.")
        else:  # who answers late may have to wait for a place
            words = _("Recorded: you want to come to “%(title)s” on %(day)s.")
        facts = {"title": title_of(meeting), "day": day_words(meeting.starts_at)}
        url = reverse("events:meeting-reply", args=[meeting.pk])
        return said_with_link(words % facts, url, _("Change your answer"))

    def get_object(self) -> Invitee:
        """One's own, of this meeting."""
        mine: Invitee | None = INVITEES.filter(
            meeting=self.kwargs["pk"], person=self.person
        ).first()
        if mine is None:
            raise Http404
        return mine


class RecordReply(ReplyDoor):
    """The kernteam fills in what somebody said by telephone."""

    queryset = INVITEES
    permission = "events.record_reply"
    template_name = "events/meeting_reply.html"
    success_message = gettext_lazy("Recorded. It counts as if they answered themselves.")

    def facts(self) -> dict[str, Any]:
        """For whom."""
        invitee, meeting = self.object, self.object.meeting
        return {
            **super().facts(),
            "on_behalf": invitee.person.name,
            "crumbs": year_crumbs(
                meeting.year,
                (title_of(meeting), meeting.get_absolute_url()),
                (_("Invited"), reverse("events:meeting-invitees", args=[meeting.pk])),
                (_("Answer"), ""),
            ),
        }

    def get_success_url(self) -> str:
        """Everybody who is invited."""
        return reverse("events:meeting-invitees", args=[self.object.meeting_id])
