"""The doors of the kernteam: preparing a ballot, showing it, opening it, throwing it away."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme import actions, forms
from programme.deadlines import closing_moment
from programme.models import Ballot, Programmaraad
from schuldenlab.web.doors import ActionDoor

from .crumbs import ballot_crumbs, decision_crumbs
from .objections import open_objections

BALLOTS = Ballot.objects.select_related("raad__framework", "previous", "programme")
TWO_WEEKS = timedelta(days=14)
KEPT = {"csrfmiddlewaretoken", "more"}


class Prepare(ActionDoor):
    """A new question to the raad of a year; only the kernteam sees it until it is shown."""

    queryset = Programmaraad.objects.select_related("framework")
    lookup = {"year": "year"}
    permission = "programme.prepare_ballot"
    success_message = gettext_lazy(
        "The ballot is prepared. Look at it, disclose interests, and show it to the programmaraad."
    )

    def obstacle(self) -> str:
        """A raad that is over decides nothing any more."""
        if self.object.status == Programmaraad.Status.DISSOLVED:
            return _("This programmaraad is dissolved.")
        return ""

    def get_initial(self) -> dict[str, Any]:
        """Two weeks from now."""
        return {"closes_on": closing_moment(local_day(self.at) + TWO_WEEKS).date()}

    def written(self, form: Any) -> dict[str, Any]:
        """What both kinds of ballot have."""
        names = ("title", "question", "text")
        return {
            **{name: form.cleaned_data[name] for name in names},
            "closes_at": closing_moment(form.cleaned_data["closes_on"]),
            "rules": form.rules(),
            "actor": self.person,
            "at": self.at,
        }

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.result.get_absolute_url())


class PrepareMotion(Prepare):
    """For or against."""

    form_class = forms.MotionForm

    def facts(self) -> dict[str, Any]:
        """What it will be."""
        return {
            "heading": _("Prepare a motion"),
            "lead": _("A text for which the programmaraad of %(year)s votes for or against.")
            % {"year": self.object.year},
            "crumbs": decision_crumbs(_("Prepare a motion")),
            "submit": _("Prepare the ballot"),
            "note": _("Nobody but the kernteam sees it yet."),
        }

    def act(self, form: Any) -> Ballot:
        """Write it down."""
        return actions.prepare_motion(self.object, **self.written(form))


class PrepareSelection(Prepare):
    """Choose from options. One more option gives the same page back with all that was typed."""

    form_class = forms.SelectionForm
    template_name = "programme/ballot_prepare_selection.html"

    def facts(self) -> dict[str, Any]:
        """What it will be."""
        return {
            "heading": _("Prepare a choice"),
            "lead": _("Options from which the programmaraad of %(year)s chooses.")
            % {"year": self.object.year},
            "crumbs": decision_crumbs(_("Prepare a choice")),
            "submit": _("Prepare the ballot"),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Another option, or the act."""
        if "more" not in request.POST:
            return super().post(request, *args, **kwargs)
        typed = {name: value for name, value in request.POST.items() if name not in KEPT}
        shown = forms.SelectionForm(initial=typed).row_count
        form = forms.SelectionForm(initial={**typed, "rows": shown + 1})
        return self.render_to_response(self.get_context_data(form=form))

    def act(self, form: Any) -> Ballot:
        """Write it down with its options."""
        return actions.prepare_selection(
            self.object,
            options=form.options(),
            places=(form.cleaned_data["choose_min"], form.cleaned_data["choose_max"]),
            **self.written(form),
        )


class DraftAct(ActionDoor):
    """An act on a ballot that is not open yet."""

    queryset = BALLOTS

    def obstacle(self) -> str:
        """It is a draft."""
        is_draft = self.object.status == Ballot.Status.DRAFT
        return "" if is_draft else _("This ballot was opened already.")

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.object.get_absolute_url())


class AnnounceBallot(DraftAct):
    """The raad sees the text, the rules and the interests."""

    permission = "programme.announce_ballot"
    success_message = gettext_lazy("The programmaraad sees the ballot now. It got a message.")

    def obstacle(self) -> str:
        """Once."""
        if self.object.announced_at is not None:
            return _("The programmaraad sees this ballot already.")
        return super().obstacle()

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "heading": _("Show it to the programmaraad"),
            "lead": _(
                "Every seat gets a message. It can read the text and the rules, say that an "
                "interest is not right, and step aside. Voting starts when you open the ballot."
            ),
            "crumbs": ballot_crumbs(self.object, _("Show")),
            "submit": _("Show the ballot"),
            "note": _("From then on the text and the rules stay as they are."),
        }

    def act(self, form: Any) -> Ballot:
        """Announce it."""
        del form
        return actions.announce_ballot(self.object, actor=self.person, at=self.at)


class OpenBallot(DraftAct):
    """The kernteam opens a ballot: a new one, a second round, or a repeat."""

    permission = "programme.open_ballot"
    form_class = forms.DeadlineForm
    template_name = "programme/ballot_opening.html"
    success_message = gettext_lazy("The ballot is open. The representatives get a message.")

    def get_initial(self) -> dict[str, Any]:
        """The day that was thought of, as long as it lies ahead; else two weeks from now."""
        if self.object.closes_at > self.at:
            return {"closes_on": local_day(self.object.closes_at)}
        return {"closes_on": closing_moment(local_day(self.at) + TWO_WEEKS).date()}

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        is_first = self.object.round == 1
        return {
            "heading": _("Open the ballot") if is_first else _("Open the next round"),
            "lead": _(
                "The seats of today vote. Nothing of the text and the rules changes after this."
            )
            if is_first
            else _("The text and the rules stay the same. Only the deadline is new."),
            "crumbs": ballot_crumbs(self.object, _("Open")),
            "submit": _("Open the ballot"),
            "warning": open_objections(self.object),
            "interests_url": f"{self.object.get_absolute_url()}#interests",
        }

    def act(self, form: Any) -> Ballot:
        """Open it."""
        closes_at = closing_moment(form.cleaned_data["closes_on"])
        return actions.open_ballot(self.object, closes_at=closes_at, actor=self.person, at=self.at)


class DiscardBallot(DraftAct):
    """A ballot that nobody has seen goes away; the trail keeps that it was there."""

    permission = "programme.discard_ballot"
    success_message = gettext_lazy("The ballot is thrown away.")

    def facts(self) -> dict[str, Any]:
        """What goes."""
        return {
            "heading": _("Throw this ballot away"),
            "lead": _("“%(title)s” and all that was filled in goes. Nobody gets a message.")
            % {"title": self.object.title},
            "crumbs": ballot_crumbs(self.object, _("Throw away")),
            "submit": _("Throw the ballot away"),
        }

    def act(self, form: Any) -> None:
        """Throw it away."""
        del form
        actions.discard_ballot(self.object, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The list of ballots and decisions."""
        return reverse("programme:decision-list")
