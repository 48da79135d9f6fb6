"""Periods in which nothing is planned: who may know them, and the kernteam that keeps them."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events import actions, forms
from events.models import BlockedPeriod, Meeting
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor, ListDoor

from .words import Crumbs, year_crumbs


class BlockedList(ListDoor):
    """The periods that hold now or later, the nearest first."""

    queryset = BlockedPeriod.objects.all()
    permission = "events.view_blockedperiod"
    template_name = "events/blocked_list.html"

    def get_queryset(self) -> Any:
        """Those that are not over."""
        known = super().get_queryset().known_at(self.at)
        return known.filter(last_on__gte=local_day(self.at)).order_by("first_on", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What they are for."""
        return {
            **super().get_context_data(**kwargs),
            "heading": _("Periods without meetings"),
            "lead": _("In these periods we propose no date for a meeting."),
            "crumbs": blocked_crumbs(local_day(self.at).year),
            "may_change": self.person.standing.is_kernteam,
        }


def blocked_crumbs(year: int, *steps: tuple[str, str]) -> Crumbs:
    """The way back over the list of periods."""
    here = reverse("events:blocked-list") if steps else ""
    return year_crumbs(year, (_("Periods without meetings"), here), *steps)


class BlockedAction(ActionDoor):
    """An act on these periods; afterwards you are on their list."""

    def get_success_url(self) -> str:
        """Back to the list."""
        return reverse("events:blocked-list")

    def way(self, here: str) -> Crumbs:
        """The way back."""
        return blocked_crumbs(local_day(self.at).year, (here, ""))


class AddBlocked(BlockedAction):
    """The kernteam adds a period."""

    permission = "events.add_blocked_period"
    form_class = forms.BlockedPeriodForm
    success_message = gettext_lazy("Added. In this period we propose no date any more.")

    def facts(self) -> dict[str, Any]:
        """What happens with dates that stand."""
        return {
            "crumbs": self.way(_("Add a period")),
            "heading": _("Add a period without meetings"),
            "lead": _("For example a school holiday. Meetings that have a date keep it."),
            "submit": _("Add period"),
        }

    def act(self, form: Any) -> BlockedPeriod:
        """Add it, and say how many meetings have a date in it."""
        period = actions.add_blocked_period(**form.cleaned_data, actor=self.person, at=self.at)
        count = Meeting.objects.dated_in(period.first_on, period.last_on).count()
        if count:
            words = ngettext(
                "%(count)s meeting has a date in this period. It stays there.",
                "%(count)s meetings have a date in this period. They stay there.",
                count,
            )
            messages.warning(self.request, words % {"count": count})
        return period


class WithdrawBlocked(BlockedAction):
    """The kernteam withdraws a period."""

    queryset = BlockedPeriod.objects.all()
    permission = "events.withdraw_blocked_period"
    success_message = gettext_lazy("Withdrawn. Meetings can be planned in this period again.")

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "crumbs": self.way(_("Withdraw")),
            "heading": _("Withdraw “%(title)s”?") % {"title": self.object.heading},
            "lead": _("After that we propose dates in this period again."),
            "submit": _("Withdraw period"),
        }

    def act(self, form: Any) -> BlockedPeriod:
        """Withdraw it."""
        del form
        return actions.withdraw_blocked_period(self.object, actor=self.person, at=self.at)
