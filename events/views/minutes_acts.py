"""What the kernteam does with minutes: begin, write, send, and record that they are approved."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions
from events.forms.minutes import ApproveForm, MinutesForm
from events.models import Meeting, Minutes
from events.proceedings import meetings_after, text_mark, unwritten_words
from schuldenlab.web.doors import ActionDoor
from schuldenlab.web.templatetags.look import day as day_words
from schuldenlab.web.written import quoting

from .minutes import ALL, LOOKUP
from .words import meeting_crumbs, title_of


class StartMinutes(ActionDoor):
    """The kernteam begins the minutes; the agenda gives the headings."""

    queryset = Meeting.objects.select_related("series")
    permission = "events.write_minutes"
    success_message = gettext_lazy("The minutes are begun. Nobody outside the kernteam sees them.")

    def obstacle(self) -> str:
        """Not before the meeting, and only once."""
        meeting = self.object
        if meeting.starts_at is None or self.at < meeting.starts_at:
            return _("This meeting has not begun yet.")
        has_minutes = Minutes.objects.filter(meeting=meeting).exists()
        return _("There are minutes of this meeting already.") if has_minutes else ""

    def facts(self) -> dict[str, Any]:
        """What is filled in."""
        meeting = self.object
        return {
            "heading": _("Begin the minutes of “%(title)s”?") % {"title": title_of(meeting)},
            "lead": _(
                "Each point of the agenda becomes a heading. Who was there, decisions and "
                "actions come with it by themselves."
            ),
            "crumbs": meeting_crumbs(meeting, _("Minutes")),
            "submit": _("Begin the minutes"),
        }

    def act(self, form: Any) -> Minutes:
        """Begin them."""
        del form
        return actions.start_minutes(self.object, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """Go on writing."""
        return reverse("events:minutes-write", args=[self.object.pk])


class MinutesAct(ActionDoor):
    """An act on minutes; afterwards you read them."""

    queryset = ALL
    lookup = LOOKUP

    def get_success_url(self) -> str:
        """The minutes."""
        return str(self.object.get_absolute_url())

    def way(self, here: str) -> list[dict[str, str]]:
        """The way back to the minutes."""
        crumbs = meeting_crumbs(self.object.meeting, _("Minutes"))
        crumbs[-1]["url"] = self.object.get_absolute_url()
        return [*crumbs, {"label": here, "url": ""}]

    def obstacle(self) -> str:
        """What was approved stays."""
        if self.object.status != Minutes.Status.APPROVED:
            return ""
        return _("These minutes are approved. They stay as they are.")


class WriteMinutes(MinutesAct):
    """The kernteam writes; when somebody else saved first, both texts stand on the page."""

    permission = "events.write_minutes"
    template_name = "events/minutes_write.html"
    form_class = MinutesForm
    success_message = gettext_lazy("The text is saved.")
    theirs: str | None = None

    def get_initial(self) -> dict[str, Any]:
        """The text as it is now, with its mark."""
        text = self.object.text
        return {"text": text, "based_on": text_mark(text)}

    def facts(self) -> dict[str, Any]:
        """The text of the other, when there is one."""
        return {
            "heading": _("Write the minutes of “%(title)s”")
            % {"title": title_of(self.object.meeting)},
            "lead": _("Who was there, decisions and actions stand beside the text by themselves."),
            "crumbs": self.way(_("Write")),
            "submit": _("Save the text"),
            "minutes": self.object,
            "theirs": self.theirs,
        }

    def act(self, form: Any) -> Minutes:
        """Save it."""
        data = form.cleaned_data
        try:
            return actions.write_minutes(
                self.object,
                text=data["text"],
                based_on=data["based_on"],
                actor=self.person,
                at=self.at,
            )
        except actions.Overtaken:
            self.theirs = self.object.text
            raise

    def form_invalid(self, form: Any) -> HttpResponse:
        """What is wrong; of two writers the second sees both, and saving again is a choice."""
        if self.theirs is None:
            return super().form_invalid(form)
        typed = {"text": form.cleaned_data["text"], "based_on": text_mark(self.theirs)}
        page = self.get_context_data(form=MinutesForm(initial=typed))
        return self.render_to_response(page, status=409)


class SendMinutes(MinutesAct):
    """The kernteam sends the minutes; once more after a correction."""

    permission = "events.send_minutes"
    success_message = gettext_lazy("The minutes are sent.")

    def obstacle(self) -> str:
        """First it is written."""
        return super().obstacle() or unwritten_words(self.object)

    def facts(self) -> dict[str, Any]:
        """To whom they go."""
        is_again = self.object.status == Minutes.Status.SENT
        return {
            "heading": _("Send the corrected minutes?") if is_again else _("Send the minutes?"),
            "lead": _(
                "They go as a PDF to everybody who was invited; where nobody was, to the "
                "contacts of the organisations that were there."
            ),
            "crumbs": self.way(_("Send")),
            "submit": _("Send the minutes"),
        }

    def act(self, form: Any) -> Minutes:
        """Send them."""
        del form
        return actions.send_minutes(self.object, actor=self.person, at=self.at)


class ApproveMinutes(MinutesAct):
    """The kernteam records that a later meeting approved the minutes."""

    permission = "events.approve_minutes"
    success_message = gettext_lazy("The minutes are approved. From now on they stay as they are.")

    def obstacle(self) -> str:
        """Only what was sent, and only in a later meeting."""
        if self.object.status == Minutes.Status.DRAFT:
            return _("Send the minutes first.")
        later = _("A later meeting of the same kind approves them. It has not begun yet.")
        return super().obstacle() or ("" if self._meetings().exists() else later)

    def _meetings(self) -> Any:
        if self.object.meeting.starts_at is None:
            raise Http404
        return meetings_after(self.object, self.at)

    def get_form(self, form_class: Any = None) -> ApproveForm:
        """The meetings that came after it."""
        del form_class
        return ApproveForm(
            **self.get_form_kwargs(), meetings=self._meetings(), label=_meeting_words
        )

    def facts(self) -> dict[str, Any]:
        """What happens."""
        return {
            "heading": _("Are these minutes approved?"),
            "lead": _("After this nothing of them changes, and the meeting is closed."),
            "crumbs": self.way(_("Approve")),
            "submit": _("Record that they are approved"),
        }

    def act(self, form: Any) -> Minutes:
        """Freeze them."""
        meeting = form.cleaned_data["meeting"]
        return actions.approve_minutes(self.object, meeting=meeting, actor=self.person, at=self.at)


def _meeting_words(meeting: Meeting) -> str:
    return quoting("%(day)s: %(title)s", day=day_words(meeting.starts_at), title=title_of(meeting))
