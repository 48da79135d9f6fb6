"""The doors of an agenda: reading it, printing it, and keeping it."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions
from events.forms.agendas import OrderForm, PointForm
from events.models import ActionItem, AgendaItem, Meeting
from events.ports import meeting_parts
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .sections.agenda import points_of
from .words import badge_of, meeting_crumbs, title_of

# The programmaraad has its own pages, with ballots and packs.
MEETINGS = Meeting.objects.exclude(series__duty="raad").select_related("series")


class Agenda(DetailDoor):
    """The points of a meeting with their papers; what waits for it, for the kernteam."""

    queryset = MEETINGS
    permission = "events.view_meeting"
    template_name = "events/agenda.html"

    def facts(self) -> dict[str, Any]:
        """The points, and for the kernteam what can be done with them."""
        meeting = self.object
        keeps = self.person.standing.is_kernteam and meeting.status != Meeting.Status.HELD
        waiting = AgendaItem.objects.waiting_for(meeting.series) if keeps else []
        returning = ActionItem.objects.returning_to(meeting).select_related("organisation")
        return {
            "meeting": meeting,
            "heading": _("Agenda of “%(title)s”") % {"title": title_of(meeting)},
            "crumbs": meeting_crumbs(meeting, _("Agenda")),
            "badge": badge_of(meeting, self.at),
            "points": points_of(meeting),
            "returning": list(returning),
            "waiting": list(waiting),
            "parts": meeting_parts(meeting, self.person, self.at),
            "may_keep": keeps,
        }


class AgendaPrint(Agenda):
    """The same for the printer."""

    template_name = "events/agenda_print.html"


class AgendaAct(ActionDoor):
    """An act on the agenda of a meeting; afterwards you are on it."""

    queryset = MEETINGS
    permission = "events.keep_agenda"

    def get_success_url(self) -> str:
        """The agenda."""
        return reverse("events:agenda", args=[self.object.pk])

    def way(self, here: str) -> list[dict[str, str]]:
        """The way back to the agenda."""
        return meeting_crumbs(self.object, _("Agenda"), here)


class AddPoint(AgendaAct):
    """The kernteam puts a point on the agenda."""

    form_class = PointForm
    success_message = gettext_lazy("The point is on the agenda.")

    def facts(self) -> dict[str, Any]:
        """Which meeting."""
        return {
            "heading": _("Which point comes on the agenda?"),
            "lead": title_of(self.object),
            "crumbs": self.way(_("New point")),
            "submit": _("Put it on the agenda"),
        }

    def act(self, form: Any) -> AgendaItem:
        """Put it last."""
        meeting = self.object
        return actions.add_agenda_item(
            meeting.series,
            year=meeting.year,
            meeting=meeting,
            actor=self.person,
            at=self.at,
            **form.cleaned_data,
        )


class OrderAgenda(AgendaAct):
    """The kernteam puts the points in another order."""

    success_message = gettext_lazy("The agenda has a new order.")

    def get_form(self, form_class: Any = None) -> OrderForm:
        """A number for each point."""
        del form_class
        return OrderForm(**self.get_form_kwargs(), items=list(self.object.points.standing()))

    def facts(self) -> dict[str, Any]:
        """What is asked."""
        return {
            "heading": _("In which order?"),
            "lead": _("Give each point its place: 1 comes first."),
            "crumbs": self.way(_("Order")),
            "submit": _("Save the order"),
        }

    def act(self, form: Any) -> Meeting:
        """Put them in this order."""
        return actions.reorder_agenda(
            self.object, items=form.order(), actor=self.person, at=self.at
        )


class PutOn(AgendaAct):
    """The kernteam puts a point that waits on this agenda."""

    success_message = gettext_lazy("The point is on the agenda.")

    @property
    def item(self) -> AgendaItem:
        """A point of the same series that waits."""
        waiting = AgendaItem.objects.waiting_for(self.object.series)
        found: AgendaItem | None = waiting.filter(pk=self.kwargs["item"]).first()
        if found is None:
            raise Http404
        return found

    def facts(self) -> dict[str, Any]:
        """Which point."""
        title = self.item.title
        return {
            "heading": _("Put “%(title)s” on this agenda?") % {"title": title},
            "lead": title_of(self.object),
            "crumbs": self.way(_("Put on")),
            "submit": _("Put it on the agenda"),
        }

    def act(self, form: Any) -> AgendaItem:
        """Put it last."""
        del form
        return actions.put_item_on_agenda(
            self.item, meeting=self.object, actor=self.person, at=self.at
        )


class PointAct(ActionDoor):
    """An act on one point of an agenda; afterwards you are where it stood."""

    queryset = AgendaItem.objects.exclude(series__duty="raad").filter(
        meeting__isnull=False, taken_off_at__isnull=True
    )
    permission = "events.keep_agenda"

    def get_object(self) -> Any:
        """The point; and its meeting, of which a successful act may take it off."""
        item = super().get_object()
        self.meeting = item.meeting
        return item

    def get_success_url(self) -> str:
        """The agenda on which it stood."""
        return reverse("events:agenda", args=[self.meeting.pk])

    def way(self, here: str) -> list[dict[str, str]]:
        """The way back to the agenda."""
        return meeting_crumbs(self.meeting, _("Agenda"), here)


class PointOn(PointAct):
    """The kernteam moves a point to the next meeting with one press."""

    success_message = gettext_lazy("The point comes in the next meeting.")

    def facts(self) -> dict[str, Any]:
        """Which point."""
        return {
            "heading": _("Move “%(title)s” to the next meeting?") % {"title": self.object.title},
            "lead": _("Its papers go with it. Without a date for that meeting it waits."),
            "crumbs": self.way(_("Move")),
            "submit": _("To the next meeting"),
        }

    def act(self, form: Any) -> AgendaItem:
        """Move it."""
        del form
        return actions.move_item_on(self.object, actor=self.person, at=self.at)


class PointOff(PointAct):
    """The kernteam takes a point off the agenda."""

    success_message = gettext_lazy("The point is off the agenda.")

    def facts(self) -> dict[str, Any]:
        """Which point."""
        return {
            "heading": _("Take “%(title)s” off the agenda?") % {"title": self.object.title},
            "lead": _("It stays on record that it stood there."),
            "crumbs": self.way(_("Take off")),
            "submit": _("Take the point off"),
        }

    def act(self, form: Any) -> AgendaItem:
        """Take it off."""
        del form
        return actions.take_item_off(self.object, actor=self.person, at=self.at)
