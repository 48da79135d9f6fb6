"""What of a year stands on the public pages: the kernteam says so, one by one."""

from typing import Any

from django.utils.translation import gettext as _

from partners.views.publicity import Publish, Rows
from programme import actions
from programme.actions.publicity import why_not_shown
from programme.models import Decision, InnovationTheme, Programme

from .crumbs import decision_crumbs, programme_crumbs, theme_crumbs


class PublishInYear(Publish):
    """Only what the raad decided or chose can be shown."""

    permission = "programme.show_in_public"
    acts = (actions.show_in_public, actions.hide_from_public)

    def obstacle(self) -> str:
        """It has to be decided or chosen first."""
        return why_not_shown(self.object)


class PublishProgramme(PublishInYear):
    """The programme of a year, as it was adopted."""

    queryset = Programme.objects.select_related("decision")
    lookup = {"year": "year"}

    def shown(self) -> Rows:
        """Its texts; budget and commitments are not there."""
        programme = self.object
        return [
            (_("title"), programme.title),
            (_("ambition"), programme.ambition),
            (_("programme"), programme.text),
        ]

    def facts(self) -> dict[str, Any]:
        """What everybody sees then."""
        year = self.object.year
        return {
            "heading": _("Who sees the programme of %(year)s?") % {"year": year},
            "lead": _("The public page shows the text that was adopted, and when. No amounts."),
            "more": _("Themes, decisions and projects are shown only when you say so there."),
            "crumbs": programme_crumbs(self.object, year, _("Public page")),
        }


class PublishTheme(PublishInYear):
    """An innovation theme, with what becomes of it."""

    queryset = InnovationTheme.objects.select_related("call", "theme")

    def shown(self) -> Rows:
        """The question and the result; who proposed it and who gains are not there."""
        theme = self.object
        return [
            (_("title"), theme.title),
            (_("question"), theme.question),
            (_("why"), theme.why),
            (_("theme"), theme.theme.name),
            (_("status"), theme.get_status_display()),
            (_("result"), theme.result),
        ]

    def facts(self) -> dict[str, Any]:
        """What everybody sees then."""
        return {
            "heading": _("Who sees “%(title)s”?") % {"title": self.object.title},
            "lead": _(
                "The public page shows the question, how far it is, and later its result. Not who "
                "proposed it, and no log."
            ),
            "crumbs": theme_crumbs(self.object, self.person, _("Public page")),
        }


class PublishDecision(PublishInYear):
    """A decision of a programmaraad."""

    queryset = Decision.objects.all()
    lookup = {"year": "year", "sequence": "sequence"}

    def shown(self) -> Rows:
        """What was decided; votes, follow-up and who sees to it are not there."""
        decision = self.object
        return [
            (_("number"), decision.number),
            (_("title"), decision.title),
            (_("text"), decision.text),
            (_("taken"), decision.get_origin_display()),
            (_("status"), decision.get_status_display()),
        ]

    def facts(self) -> dict[str, Any]:
        """What everybody sees then."""
        return {
            "heading": _("Who sees decision %(number)s?") % {"number": self.object.number},
            "lead": _(
                "The public page shows the text and the day. Not who voted what, and not who sees "
                "to it. Read first whether the text names people or amounts of a partner."
            ),
            "crumbs": decision_crumbs(self.object.number),
        }
