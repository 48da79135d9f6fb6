"""The doors of actions: all of them, giving one, and what becomes of it."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions
from events.forms.minutes import ActionForm, ActionSearchForm, DropForm, FinishForm, ReopenForm
from events.models import ActionItem, Meeting, Minutes
from events.querysets import people_to_ask
from events.resources import action_table
from partners.querysets import local_day
from partners.resources.tables import KINDS
from partners.views.crumbs import crumbs
from schuldenlab.web.doors import ActionDoor, ListDoor

from .sections.minutes import action_row
from .words import meeting_crumbs, title_of

RELATED: Final = ("owner", "organisation", "meeting__series")


class ActionList(ListDoor):
    """All actions for the kernteam; open ones first when nothing is chosen."""

    queryset = ActionItem.objects.select_related(*RELATED)
    permission = "events.list_actions"
    template_name = "events/action_list.html"
    context_object_name = "actions"

    @property
    def form(self) -> ActionSearchForm:
        """What is looked for; at first what is open."""
        return ActionSearchForm(self.request.GET or {"status": "open"})

    def get_queryset(self) -> Any:
        """As they were looked for."""
        form = self.form
        if not form.is_valid():
            return ActionItem.objects.none()
        return super().get_queryset().looked_for(local_day(self.at), **form.cleaned_data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows with their states."""
        context = super().get_context_data(**kwargs)
        query = self.request.GET.copy()
        query.pop("page", None)
        return {
            **context,
            "heading": _("Actions"),
            "lead": _("What was agreed in meetings, who does it, and by when."),
            "crumbs": crumbs((_("Actions"), "")),
            "rows": [action_row(each, self.person, self.at) for each in context["actions"]],
            "form": self.form,
            "query": query.urlencode(),
            "is_filtered": bool(self.request.GET),
        }


class ExportActions(ActionList):
    """The same as a file."""

    http_method_names = ("get", "head", "options")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """In the order of the page."""
        del args, kwargs
        kind = self.kwargs["kind"]
        if kind not in KINDS:
            raise Http404
        if not self.form.is_valid():
            return redirect(f"{reverse('events:action-list')}?{request.GET.urlencode()}")
        write, content_type = KINDS[kind]
        name = _("actions-%(day)s") % {"day": local_day(self.at)}
        data = write(action_table(self.get_queryset(), self.at))
        answer = HttpResponse(data, content_type=content_type)
        answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
        answer["Cache-Control"] = "private, no-store"
        answer["X-Content-Type-Options"] = "nosniff"
        return answer


class AddAction(ActionDoor):
    """The kernteam writes down who does what."""

    queryset = Meeting.objects.select_related("series")
    permission = "events.add_action"
    success_message = gettext_lazy("The action is written down. Whoever does it gets a mail.")

    def obstacle(self) -> str:
        """During or after the meeting, until its minutes are approved."""
        meeting = self.object
        if meeting.starts_at is None or self.at < meeting.starts_at:
            return _("This meeting has not begun yet.")
        closed = Minutes.objects.filter(meeting=meeting, status=Minutes.Status.APPROVED)
        words = _("The minutes of this meeting are approved. Add it to the next meeting.")
        return words if closed.exists() else ""

    def get_form(self, form_class: Any = None) -> ActionForm:
        """Whoever works for a partner or in the kernteam today."""
        del form_class
        owners = people_to_ask(local_day(self.at))
        points = self.object.points.standing()
        return ActionForm(**self.get_form_kwargs(), owners=owners, items=points)

    def facts(self) -> dict[str, Any]:
        """Which meeting."""
        return {
            "heading": _("Who does what?"),
            "lead": title_of(self.object),
            "crumbs": meeting_crumbs(self.object, _("New action")),
            "submit": _("Write down the action"),
        }

    def act(self, form: Any) -> ActionItem:
        """Write it down."""
        return actions.add_action(self.object, **form.cleaned_data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The meeting."""
        return str(self.object.get_absolute_url())


class ActionAct(ActionDoor):
    """What becomes of an action; afterwards you are at its meeting, or in the list."""

    queryset = ActionItem.objects.select_related(*RELATED)

    def get_success_url(self) -> str:
        """The kernteam goes back to the list, everybody else home."""
        is_kernteam = self.person.standing.is_kernteam
        return reverse("events:action-list" if is_kernteam else "portal:home")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What cannot be done is said, for whoever may not see the list on the home page."""
        obstacle = self.obstacle()
        if obstacle:
            messages.warning(request, obstacle)
            return redirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def page(self, heading: str, submit: str) -> dict[str, Any]:
        """What every page of an act shows."""
        return {
            "heading": heading,
            "lead": self.object.text,
            "crumbs": crumbs((heading, "")),
            "submit": submit,
        }


class FinishAction(ActionAct):
    """Whoever does it, or the kernteam, says that it is done."""

    permission = "events.finish_action"
    form_class = FinishForm
    success_message = gettext_lazy("Thank you. The action is done.")

    def obstacle(self) -> str:
        """Only what is open."""
        return "" if self.object.status == "open" else _("This action is not open any more.")

    def facts(self) -> dict[str, Any]:
        """Which action."""
        return self.page(_("Is it done?"), _("It is done"))

    def act(self, form: Any) -> ActionItem:
        """Done."""
        note = form.cleaned_data["note"]
        return actions.finish_action(self.object, note=note, actor=self.person, at=self.at)

    def said_at_home(self) -> str:
        """What is done; only the kernteam opens it again."""
        words = _("Recorded: “%(action)s” is done. Not so? The kernteam opens it again for you.")
        return words % {"action": self.object.text}


class DropAction(ActionAct):
    """The kernteam says that nobody needs to do it any more."""

    permission = "events.drop_action"
    form_class = DropForm
    success_message = gettext_lazy("The action is dropped. Whoever was to do it gets a mail.")

    def obstacle(self) -> str:
        """Only what is open."""
        return "" if self.object.status == "open" else _("This action is not open any more.")

    def facts(self) -> dict[str, Any]:
        """Which action."""
        return self.page(_("Is it not needed any more?"), _("Drop the action"))

    def act(self, form: Any) -> ActionItem:
        """Drop it."""
        reason = form.cleaned_data["reason"]
        return actions.drop_action(self.object, reason=reason, actor=self.person, at=self.at)


class ReopenAction(ActionAct):
    """The kernteam opens it again, with another last day."""

    permission = "events.reopen_action"
    form_class = ReopenForm
    success_message = gettext_lazy("The action is open again. Whoever does it gets a mail.")

    def obstacle(self) -> str:
        """Only what is not open."""
        return "" if self.object.status != "open" else _("This action is open.")

    def facts(self) -> dict[str, Any]:
        """Which action."""
        return self.page(_("Open this action again?"), _("Open it again"))

    def act(self, form: Any) -> ActionItem:
        """Open it."""
        due_on = form.cleaned_data["due_on"]
        return actions.reopen_action(self.object, due_on=due_on, actor=self.person, at=self.at)
