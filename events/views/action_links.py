"""The door behind the link in a letter about an action."""

from typing import Any

from events import actions
from events.forms.minutes import FinishForm
from events.models import ActionItem
from partners.models import Person
from schuldenlab.web.doors import ActionDoor

from .by_link import ByLink


class FinishByLink(ByLink, ActionDoor):
    """The page behind the link in a letter: one action, one button, no login.

    Opening it changes nothing: mail scanners open links too.
    """

    question = "action_item"
    related = "action_item__owner action_item__organisation action_item__meeting__series"
    closed_template_name = "events/action_link_closed.html"
    form_class = FinishForm
    template_name = "events/action_finish.html"

    def whose(self) -> Person:
        """Who took it upon itself."""
        owner: Person = self.object.owner
        return owner

    def facts(self) -> dict[str, Any]:
        """The action of this link, and no other."""
        action = self.object
        return {"action": action, "meeting": action.meeting, "is_open": action.status == "open"}

    def act(self, form: Any) -> ActionItem:
        """Done."""
        note = form.cleaned_data["note"]
        return actions.finish_by_link(self.kwargs["token"], note=note, at=self.at)

    def get_success_url(self) -> str:
        """The same page, which now says that it is done."""
        return self.request.path
