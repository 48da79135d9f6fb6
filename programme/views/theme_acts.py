"""The doors of what becomes of one innovation theme."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme import actions, forms
from programme.models import CourseChange, InnovationTheme, ThemeCall
from schuldenlab.web.doors import ActionDoor

from .crumbs import theme_crumbs


class ThemeAction(ActionDoor):
    """An act on one theme; afterwards you are on its page."""

    queryset = InnovationTheme.objects.select_related("call", "theme", "proposed_by")
    move = ""

    def obstacle(self) -> str:
        """Every act has its moment in the life of a theme."""
        if self.object.status in InnovationTheme.MOVES[self.move].sources:
            return ""
        return _("This is no longer possible: the status is “%(status)s” now.") % {
            "status": self.object.get_status_display()
        }

    def crumbs(self, here: str) -> list[dict[str, str]]:
        """The way back to the theme."""
        return theme_crumbs(self.object, self.person, here)

    def get_success_url(self) -> str:
        """Back to the theme."""
        return str(self.object.get_absolute_url())


class WithdrawTheme(ThemeAction):
    """Who proposed it takes it back."""

    permission = "programme.withdraw_theme"
    move = "withdraw"
    success_message = gettext_lazy("The proposal is taken back.")

    def obstacle(self) -> str:
        """Before the raad has it."""
        if self.object.call.status in {ThemeCall.Status.OPEN, ThemeCall.Status.CLOSED}:
            return super().obstacle()
        return _("The programmaraad has this proposal already.")

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        return {
            "heading": _("Take back “%(title)s”?") % {"title": self.object.title},
            "lead": _("It does not go to the programmaraad. You can propose something else."),
            "crumbs": self.crumbs(_("Take back")),
            "submit": _("Take back the proposal"),
        }

    def act(self, form: Any) -> InnovationTheme:
        """Withdraw it."""
        del form
        return actions.withdraw_theme(self.object, actor=self.person, at=self.at)


class DatedAction(ThemeAction):
    """An act with the day on which it happened."""

    form_class: Any = forms.DayForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Today, unless it was earlier."""
        return {**super().get_form_kwargs(), "day": local_day(self.at)}


class ExploreTheme(DatedAction):
    """Exploring has begun."""

    permission = "programme.explore_theme"
    move = "explore"
    success_message = gettext_lazy("The log is open. The result is due in twelve months.")

    def facts(self) -> dict[str, Any]:
        """What a beginning means."""
        return {
            "heading": _("When did exploring “%(title)s” begin?") % {"title": self.object.title},
            "lead": _("The theme counts in the year of that day. The result is due a year later."),
            "crumbs": self.crumbs(_("Exploring")),
            "submit": _("Begin exploring"),
        }

    def act(self, form: Any) -> InnovationTheme:
        """From that day."""
        on = form.cleaned_data["on"]
        return actions.explore_theme(self.object, exploring_on=on, actor=self.person, at=self.at)


class DeliverTheme(DatedAction):
    """The result is there."""

    permission = "programme.deliver_theme"
    move = "deliver"
    form_class = forms.DeliverForm
    success_message = gettext_lazy("The result is recorded. All partners get a message.")

    def facts(self) -> dict[str, Any]:
        """What everybody will read."""
        return {
            "heading": _("What came of “%(title)s”?") % {"title": self.object.title},
            "lead": _("All partners get a mail with the result."),
            "crumbs": self.crumbs(_("Result")),
            "submit": _("Record the result"),
        }

    def act(self, form: Any) -> InnovationTheme:
        """Deliver it."""
        return actions.deliver_theme(
            self.object,
            result=form.cleaned_data["result"],
            delivered_on=form.cleaned_data["on"],
            actor=self.person,
            at=self.at,
        )


class StopTheme(DatedAction):
    """It does not go on."""

    permission = "programme.stop_theme"
    move = "stop"
    form_class = forms.StopForm
    template_name = "programme/theme_stop.html"
    success_message = gettext_lazy("The theme is stopped. All partners get a message.")

    def facts(self) -> dict[str, Any]:
        """What everybody will read."""
        return {
            "heading": _("Stop “%(title)s”?") % {"title": self.object.title},
            "lead": _("Stopping is allowed, with a reason. The log stays, so others can learn."),
            "crumbs": self.crumbs(_("Stop")),
            "submit": _("Stop this theme"),
            **self._change(),
        }

    def _change(self) -> dict[str, Any]:
        """The change of course by which it is dropped; or that one is needed first."""
        theme = self.object
        if not theme.is_in_programme:
            return {}
        changes = CourseChange.objects.dropping(theme)
        agreed = changes.free_to_act().first()
        if agreed is not None:
            return {"change": agreed}
        return {
            "is_refused": True,
            "year": theme.call.year,
            "waiting": changes.filter(status__in=["proposed", "crucial"]).first(),
            "propose_url": f"{reverse('programme:change-propose')}?theme={theme.pk}",
        }

    def act(self, form: Any) -> InnovationTheme:
        """Stop it."""
        return actions.stop_theme(
            self.object,
            reason=form.cleaned_data["reason"],
            stopped_on=form.cleaned_data["on"],
            actor=self.person,
            at=self.at,
        )
