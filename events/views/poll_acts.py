"""Reminding and withdrawing: acts of one button on a date poll."""

from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events import actions
from events.models import DatePoll

from .polls import PollAction, poll_crumbs


class RemindPoll(PollAction):
    """The kernteam asks once more who has not answered."""

    permission = "events.remind_poll"

    def facts(self) -> dict[str, Any]:
        """How many get a mail."""
        waiting = self.object.invitees.waiting().filter(reminded_at__isnull=True).count()
        words = ngettext(
            "%(number)s person has not answered.", "%(number)s people have not answered.", waiting
        )
        return {
            "heading": _("Send a reminder?"),
            "lead": words % {"number": waiting},
            "note": _("Who got a reminder already gets no second one."),
            "crumbs": poll_crumbs(self.object, _("Reminder")),
            "submit": _("Send the reminder"),
        }

    def act(self, form: Any) -> int:
        """Remind them, and say how many."""
        del form
        count = actions.remind_poll(self.object, actor=self.person, at=self.at)
        words = ngettext("%(number)s reminder is sent.", "%(number)s reminders are sent.", count)
        messages.success(self.request, words % {"number": count})
        return count


class WithdrawPoll(PollAction):
    """The kernteam asks no more."""

    permission = "events.withdraw_poll"
    success_message = gettext_lazy("The date poll is withdrawn. Who was asked gets a mail.")

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "heading": _("Withdraw the date poll?"),
            "lead": _("Nobody needs to answer any more. What was answered stays on record."),
            "crumbs": poll_crumbs(self.object, _("Withdraw")),
            "submit": _("Withdraw the date poll"),
        }

    def act(self, form: Any) -> DatePoll:
        """Withdraw it."""
        del form
        return actions.withdraw_poll(self.object, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The meeting, which needs a date still."""
        return str(self.object.meeting.get_absolute_url())
