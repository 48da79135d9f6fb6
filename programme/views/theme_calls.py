"""The doors of the call for innovation themes of a year."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Framework
from partners.querysets import local_day
from programme import actions, forms
from programme.deadlines import closing_moment
from programme.models import Ballot, ThemeCall
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .crumbs import home_crumb, themes_crumbs
from .theme_words import CALL_BADGE, as_row

TWO_WEEKS = timedelta(days=14)


class ThemesNow(DetailDoor):
    """The themes of this year, or the newest that there are."""

    permission = "programme.view_themecall"
    template_name = "programme/theme_none.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go to the call that takes proposals, else to the themes of this year."""
        del args, kwargs
        calls = ThemeCall.objects.visible_to(self.person)
        this_year = local_day(self.at).year
        call = calls.open_at(self.at).first()
        call = call or calls.filter(year__lte=this_year).first() or calls.first()
        if call is not None:
            return HttpResponseRedirect(call.get_absolute_url())
        return self.render_to_response(
            {
                "heading": _("Innovation themes"),
                "crumbs": [home_crumb(), {"label": _("Innovation themes"), "url": ""}],
                "this_year": this_year,
                "may_open": request.user.has_perm("programme.open_call"),
            }
        )


class ThemeYear(DetailDoor):
    """The call of a year: what was proposed, what was chosen, and what became of it."""

    queryset = ThemeCall.objects.select_related("framework", "ballot__raad")
    lookup = {"year": "year"}
    permission = "programme.view_themecall"
    template_name = "programme/theme_year.html"

    def facts(self) -> dict[str, Any]:
        """Chosen themes first, then the other proposals, and what can be done now."""
        call, standing = self.object, self.person.standing
        themes = list(
            call.themes.standing()
            .select_related("theme", "proposed_by", "proposed_facilitator")
            .order_by("selected_at", "pk")
        )
        chosen = [each for each in themes if each.selected_at is not None]
        rest = [each for each in themes if each.selected_at is None]
        is_decided = call.status == ThemeCall.Status.DECIDED
        ballot = call.ballot
        return {
            "call": call,
            "heading": _("Innovation themes %(year)s") % {"year": call.year},
            "lead": _("Every year we explore a few questions together. Anybody may propose one."),
            "crumbs": themes_crumbs(call.year, is_there=False),
            "other_years": ThemeCall.objects.visible_to(self.person).exclude(pk=call.pk),
            "status_badge": CALL_BADGE[call.status],
            "chosen": [as_row(each, is_decided=is_decided) for each in chosen],
            "proposals": [as_row(each, is_decided=is_decided) for each in rest],
            "is_open": call.accepts_proposals(self.at),
            "is_past": call.is_past(self.at),
            "is_decided": is_decided,
            "is_kernteam": standing.is_kernteam,
            "goes_to_meeting": call.status == ThemeCall.Status.BALLOT
            and ballot is not None
            and ballot.goes_to_meeting,
            "sees_ballot": ballot is not None
            and Ballot.objects.visible_to(self.person).filter(pk=ballot.pk).exists(),
        }


class OpenCall(ActionDoor):
    """The kernteam asks all partners for themes, for this year or the next."""

    permission = "programme.open_call"
    form_class = forms.OpenCallForm
    success_message = gettext_lazy("The call is open. All partners get a message.")

    def get_object(self) -> ThemeCall | None:
        """The call of that year, when there is one already."""
        this_year = local_day(self.at).year
        if self.kwargs["year"] not in (this_year, this_year + 1):
            raise Http404
        found: ThemeCall | None = ThemeCall.objects.filter(year=self.kwargs["year"]).first()
        return found

    def obstacle(self) -> str:
        """Once a year."""
        if self.object is None:
            return ""
        return _("There is a call for %(year)s already.") % {"year": self.object.year}

    def get_initial(self) -> dict[str, Any]:
        """Two weeks to propose."""
        return {"closes_on": closing_moment(local_day(self.at) + TWO_WEEKS).date()}

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        year = self.kwargs["year"]
        return {
            "heading": _("Ask for innovation themes for %(year)s") % {"year": year},
            "lead": _("All partners get a mail and can propose a theme. Then the raad chooses."),
            "crumbs": themes_crumbs(year, _("Call"), is_there=self.object is not None),
            "submit": _("Open the call"),
        }

    def act(self, form: Any) -> ThemeCall:
        """Open it under the framework of today."""
        framework = Framework.objects.current(local_day(self.at))
        if framework is None:
            raise Http404
        return actions.open_call(
            self.kwargs["year"],
            framework=framework,
            introduction=form.cleaned_data["introduction"],
            closes_at=closing_moment(form.cleaned_data["closes_on"]),
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The call."""
        return str(self.result.get_absolute_url())


class CallAction(ActionDoor):
    """An act on the call of one year; afterwards you are on its page."""

    queryset = ThemeCall.objects.select_related("framework", "ballot")
    lookup = {"year": "year"}

    def get_success_url(self) -> str:
        """Back to the themes of the year."""
        return str(self.object.get_absolute_url())


class ExtendCall(CallAction):
    """The kernteam gives more time."""

    permission = "programme.extend_call"
    form_class = forms.CallDeadlineForm
    success_message = gettext_lazy("There is more time. All partners get a message.")

    def facts(self) -> dict[str, Any]:
        """From which day to which."""
        return {
            "heading": _("Give more time to propose themes"),
            "lead": _("All partners get a mail with the new day."),
            "crumbs": themes_crumbs(self.object.year, _("More time")),
            "submit": _("Give more time"),
        }

    def obstacle(self) -> str:
        """As long as the raad does not have them."""
        if self.object.status in {ThemeCall.Status.OPEN, ThemeCall.Status.CLOSED}:
            return ""
        return _("The proposals lie with the programmaraad. The call stays closed.")

    def act(self, form: Any) -> ThemeCall:
        """Extend it."""
        closes_at = closing_moment(form.cleaned_data["closes_on"])
        return actions.extend_call(self.object, closes_at=closes_at, actor=self.person, at=self.at)
