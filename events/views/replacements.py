"""The doors with which the kernteam judges who would come in the place of a director."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions
from events.models import Reply
from schuldenlab.web.doors import ActionDoor

from .words import title_of, year_crumbs


class JudgeReplacement(ActionDoor):
    """What the kernteam says about somebody who would come in another's place."""

    queryset = Reply.objects.select_related(
        "invitee__meeting__series", "invitee__person", "invitee__organisation"
    )
    permission = "events.judge_replacement"

    def words(self) -> tuple[str, str, str]:
        """The question, what happens, and the words on the button."""
        raise NotImplementedError

    def facts(self) -> dict[str, Any]:
        """Who comes for whom."""
        invitee = self.object.invitee
        meeting, names = invitee.meeting, {"instead": self.object.replacement_name}
        names["who"] = invitee.person.name
        heading, lead, submit = self.words()
        return {
            "heading": heading % names,
            "lead": lead % names,
            "submit": submit,
            "crumbs": year_crumbs(
                meeting.year,
                (title_of(meeting), meeting.get_absolute_url()),
                (_("Invited"), self.get_success_url()),
                (_("Replacement"), ""),
            ),
        }

    def get_success_url(self) -> str:
        """Everybody who is invited."""
        return reverse("events:meeting-invitees", args=[self.object.invitee.meeting_id])


class AcceptReplacement(JudgeReplacement):
    """This colleague may come."""

    success_message = gettext_lazy("Both get a mail: this colleague is welcome.")

    def words(self) -> tuple[str, str, str]:
        """Yes."""
        return (
            _("May %(instead)s come for %(who)s?"),
            _("This meeting is for directors. You decide whether this colleague is welcome."),
            _("Yes, welcome"),
        )

    def act(self, form: Any) -> Reply:
        """Let them in."""
        del form
        return actions.accept_replacement(self.object, actor=self.person, at=self.at)


class RefuseReplacement(JudgeReplacement):
    """We ask for a director."""

    success_message = gettext_lazy("Both get a mail. The invited person can answer anew.")

    def words(self) -> tuple[str, str, str]:
        """No."""
        return (
            _("Ask %(who)s to come instead of %(instead)s?"),
            _("Both get a mail. %(who)s can come, or send somebody at director level."),
            _("Ask for a director"),
        )

    def act(self, form: Any) -> Reply:
        """Ask for somebody else."""
        del form
        return actions.refuse_replacement(self.object, actor=self.person, at=self.at)
