"""The door behind the link in a letter about an action."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from events import actions
from events.forms.minutes import FinishForm
from events.models import ActionItem, GuestLink
from partners.views.accounts.invitations import GONE, ByLink
from schuldenlab.web.doors import ActionDoor


class FinishByLink(ByLink, ActionDoor):
    """The page behind the link in a letter: one action, one button, no login.

    Opening it changes nothing: mail scanners open links too.
    """

    form_class = FinishForm
    template_name = "events/action_finish.html"

    def get_object(self) -> GuestLink | None:
        """The link of this token, when it opens an action."""
        links = GuestLink.objects.filter(action_item__isnull=False)
        found: GuestLink | None = links.select_related(
            "action_item__organisation", "action_item__meeting__series"
        ).opened_by(self.kwargs["token"], self.at)
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The action; or how to go on without this link."""
        return self._closed() if self.object is None else super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only with a link that works."""
        return self._closed() if self.object is None else super().post(request, *args, **kwargs)

    def _closed(self) -> HttpResponse:
        self.template_name = "events/action_link_closed.html"
        return self.render_to_response({}, status=GONE)

    def facts(self) -> dict[str, Any]:
        """The action of this link, and no other."""
        action = self.object.action_item
        return {"action": action, "meeting": action.meeting, "is_open": action.status == "open"}

    def act(self, form: Any) -> ActionItem:
        """Done."""
        note = form.cleaned_data["note"]
        return actions.finish_by_link(self.kwargs["token"], note=note, at=self.at)

    def get_success_url(self) -> str:
        """The same page, which now says that it is done."""
        return self.request.path
