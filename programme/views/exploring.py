"""The doors of one theme: its page, who guides it, and its log."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms import LastDayForm
from partners.querysets import local_day
from programme import actions, forms
from programme.models import ExplorationNote, Facilitator, InnovationTheme
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .crumbs import theme_crumbs
from .theme_words import BADGE, Status, proposer, status_words

GUIDED = {Status.SELECTED, *InnovationTheme.RUNNING}


class ThemeDetail(DetailDoor):
    """One theme: the question, how it stands, who guides it, and its log."""

    queryset = InnovationTheme.objects.select_related(
        "call", "theme", "proposed_by", "proposed_facilitator", "decision", "project"
    )
    permission = "programme.view_innovationtheme"
    template_name = "programme/theme_detail.html"

    def facts(self) -> dict[str, Any]:
        """What everybody reads, and what this person can do now."""
        theme, person, day = self.object, self.person, local_day(self.at)
        facilitators = theme.facilitators.select_related("organisation", "person")
        notes = theme.notes.select_related("person", "corrected_by")
        is_decided = theme.call.status == "decided"
        writes = person.has_perm("programme.write_log", theme)
        standing = person.standing
        return {
            "theme": theme,
            "heading": theme.title,
            "lead": theme.question,
            "crumbs": theme_crumbs(theme, person),
            "badge": BADGE[Status(theme.status)],
            "status_words": status_words(theme, is_decided=is_decided),
            "proposer": proposer(theme),
            "is_due": theme.is_running and theme.result_due_on < day,
            "facilitators": facilitators.lasting(day),
            "former": facilitators.filter(until_on__lt=day),
            "notes": notes,
            "may_write": writes and theme.is_running,
            "corrects": writes,
            "is_kernteam": standing.is_kernteam,
            "is_insider": standing.is_insider,
            "is_guided": theme.status in GUIDED,
            "may_withdraw": theme.status == Status.PROPOSED
            and theme.call.status in {"open", "closed"}
            and person.has_perm("programme.withdraw_theme", theme),
        }


class AddFacilitator(ActionDoor):
    """The kernteam says who guides a theme; somebody new is invited."""

    queryset = InnovationTheme.objects.select_related("call")
    permission = "programme.add_facilitator"
    success_message = gettext_lazy("It is recorded. Whoever guides the theme gets a message.")

    def obstacle(self) -> str:
        """While there is something to guide."""
        if self.object.status in GUIDED:
            return ""
        return _("Nobody guides this theme now: it is not being explored.")

    def get_form(self, form_class: Any = None) -> forms.FacilitatorForm:
        """What was offered with the proposal stands there already."""
        del form_class
        kwargs = self.get_form_kwargs()
        kwargs["initial"] = {"organisation": self.object.proposed_facilitator_id}
        return forms.FacilitatorForm(**kwargs, day=local_day(self.at))

    def facts(self) -> dict[str, Any]:
        """What a facilitator can do."""
        return {
            "heading": _("Who guides “%(title)s”?") % {"title": self.object.title},
            "lead": _("A facilitator writes in the log. A new person gets a mail to log in."),
            "crumbs": theme_crumbs(self.object, self.person, _("Facilitator")),
            "submit": _("Add the facilitator"),
        }

    def act(self, form: Any) -> Facilitator:
        """A person, invited when not known yet, or a partner as a whole."""
        data, acting = form.cleaned_data, {"actor": self.person, "at": self.at}
        organisation, from_on = data["organisation"], data["from_on"]
        if data["email"]:
            return actions.invite_facilitator(
                self.object,
                email=data["email"],
                name=data["name"],
                organisation=organisation,
                from_on=from_on,
                **acting,
            )
        return actions.add_facilitator(
            self.object, organisation=organisation, from_on=from_on, **acting
        )

    def get_success_url(self) -> str:
        """Back to the theme."""
        return str(self.object.get_absolute_url())


class OfTheme(ActionDoor):
    """An act on a part of a theme; afterwards you are on its page."""

    def get_success_url(self) -> str:
        """The theme."""
        return str(self.object.theme.get_absolute_url())


class EndFacilitator(OfTheme):
    """The last day of somebody who guides a theme."""

    queryset = Facilitator.objects.select_related("theme__call", "organisation", "person")
    permission = "programme.end_facilitator"
    success_message = gettext_lazy("The last day is recorded. The log stays.")

    def get_form(self, form_class: Any = None) -> LastDayForm:
        """Not before the first day."""
        del form_class
        day = local_day(self.at)
        return LastDayForm(**self.get_form_kwargs(), from_on=self.object.from_on, day=day)

    def facts(self) -> dict[str, Any]:
        """Of whom, and of which theme."""
        names = {"name": self.object.name, "theme": self.object.theme.title}
        return {
            "heading": _("When does %(name)s stop guiding?") % names,
            "lead": _("The theme is “%(theme)s”. Somebody else can take over.") % names,
            "crumbs": theme_crumbs(self.object.theme, self.person, _("Facilitator")),
            "submit": _("Record the last day"),
        }

    def act(self, form: Any) -> Facilitator:
        """End it."""
        return actions.end_facilitator(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )


class WriteNote(ActionDoor):
    """An entry in the log."""

    queryset = InnovationTheme.objects.select_related("call")
    permission = "programme.write_log"
    form_class = forms.NoteForm
    success_message = gettext_lazy("It stands in the log.")

    def obstacle(self) -> str:
        """While something happens."""
        if self.object.is_running:
            return ""
        return _("The log is open while a theme is explored or worked out.")

    def facts(self) -> dict[str, Any]:
        """Who reads it."""
        return {
            "heading": _("Write in the log of “%(title)s”") % {"title": self.object.title},
            "lead": _("An entry stays as it is. You can correct it with a new one."),
            "crumbs": theme_crumbs(self.object, self.person, _("Log")),
            "submit": _("Write it down"),
        }

    def act(self, form: Any) -> ExplorationNote:
        """Write it."""
        return actions.write_note(self.object, **form.cleaned_data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """Back to the theme."""
        return str(self.object.get_absolute_url())


class CorrectNote(OfTheme):
    """A new entry takes the place of one that is not right."""

    queryset = ExplorationNote.objects.select_related("theme__call")
    permission = "programme.correct_log"
    form_class = forms.NoteForm
    success_message = gettext_lazy("It is corrected. The old text can still be read.")

    def get_initial(self) -> dict[str, Any]:
        """The text as it stands."""
        return {"kind": self.object.kind, "text": self.object.text}

    def facts(self) -> dict[str, Any]:
        """What stays."""
        return {
            "heading": _("Correct an entry of the log"),
            "lead": _("The old text stays on record beside the new one."),
            "crumbs": theme_crumbs(self.object.theme, self.person, _("Correct")),
            "submit": _("Correct it"),
        }

    def act(self, form: Any) -> ExplorationNote:
        """A new entry."""
        return actions.correct_note(self.object, **form.cleaned_data, actor=self.person, at=self.at)
