"""What the kernteam changes about a meeting besides its date, and cancelling one for good."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions
from events.forms.changing import CancelForm, CorrectForm
from events.models import Meeting

from .acts import MeetingAction


class Correct(MeetingAction):
    """Another subject or place."""

    permission = "events.correct_meeting"
    form_class = CorrectForm
    success_message = gettext_lazy("Changed. Everybody who is invited gets it by mail.")

    def get_initial(self) -> dict[str, Any]:
        """As it is now."""
        return {name: getattr(self.object, name) for name in ("subject", "place")}

    def facts(self) -> dict[str, Any]:
        """Who hears of it."""
        meeting = self.object
        return {
            **self.around(_("Change")),
            "heading": _("Change “%(title)s”") % {"title": meeting.title},
            "lead": _("Invited people get a mail, and the entry in their calendar changes along.")
            if meeting.starts_at
            else _("This meeting has no date yet, so nobody gets a mail."),
            "submit": _("Save"),
        }

    def act(self, form: Any) -> Meeting:
        """Write it down, and tell."""
        return actions.correct_meeting(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )


def may_cancel(meeting: Meeting, at: datetime) -> bool:
    """Nobody owes it, it has not begun, and its agenda holds at most minutes to approve."""
    has_begun = meeting.starts_at is not None and meeting.starts_at <= at
    if meeting.series.per_year or has_begun:
        return False
    return not meeting.points.standing().filter(minutes_of__isnull=True).exists()


class Cancel(MeetingAction):
    """A meeting that nobody owes does not take place at all."""

    permission = "events.cancel_meeting"
    form_class = CancelForm
    success_message = gettext_lazy("The meeting is cancelled.")

    def obstacle(self) -> str:
        """Only what nobody owes, and what has not ended."""
        if self.object.series.per_year:
            return _("The framework asks for this meeting. Call it off and choose another date.")
        if self.object.status not in {Meeting.Status.PLANNED, Meeting.Status.SCHEDULED}:
            return _("This meeting has ended.")
        if self.object.points.standing().filter(minutes_of__isnull=True).exists():
            return _("There are points on its agenda. Move those to another meeting first.")
        return ""

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            **self.around(_("Cancelling")),
            "heading": _("Cancel “%(title)s”?") % {"title": self.object.title},
            "lead": _("No other date is looked for. Invited people get a mail."),
            "submit": _("Cancel the meeting"),
        }

    def act(self, form: Any) -> Meeting:
        """Cancel it."""
        return actions.cancel_meeting(
            self.object, reason=form.cleaned_data["reason"], actor=self.person, at=self.at
        )
