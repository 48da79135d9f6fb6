"""What the kernteam does with a meeting: call it off, record who was there."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions, forms
from events.models import Meeting
from partners.models import GoLive, Organisation
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor

from .words import title_of, year_crumbs


class MeetingAction(ActionDoor):
    """An act on one meeting; afterwards you are on its page."""

    queryset = Meeting.objects.select_related("series")

    def get_success_url(self) -> str:
        """Back to the meeting."""
        return str(self.object.get_absolute_url())

    def around(self, here: str) -> dict[str, Any]:
        """The meeting and the way back to it."""
        meeting = self.object
        steps = (title_of(meeting), meeting.get_absolute_url()), (here, "")
        return {"meeting": meeting, "crumbs": year_crumbs(meeting.year, *steps)}


class CallOff(MeetingAction):
    """The kernteam calls a meeting off; the slot stays owed."""

    permission = "events.call_off_meeting"
    form_class = forms.CallOffForm
    success_message = gettext_lazy("The meeting is called off. Choose another date soon.")

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            **self.around(_("Call off")),
            "heading": _("Call off “%(title)s”?") % {"title": title_of(self.object)},
            "lead": _("The date is withdrawn. The meeting itself must still be held."),
            "submit": _("Call off the meeting"),
        }

    def act(self, form: Any) -> Meeting:
        """Withdraw the date."""
        return actions.call_off_meeting(
            self.object, reason=form.cleaned_data["reason"], actor=self.person, at=self.at
        )


class HoldMeeting(MeetingAction):
    """The kernteam records that a meeting was held, and who was there."""

    permission = "events.hold_meeting"
    template_name = "events/meeting_hold.html"
    success_message = gettext_lazy("Recorded. This meeting counts from now on.")

    def get_form(self, form_class: Any = None) -> forms.HoldForm:
        """Partners on the day of the meeting, and whoever was counted besides."""
        del form_class
        day = local_day(self.object.starts_at or self.at)
        expected = Q(pk__in=Organisation.objects.partners(day).values("pk"))
        counted = Q(pk__in=self.object.attendances.values("organisation"))
        partners = Organisation.objects.filter(expected | counted).order_by("name")
        return forms.HoldForm(**self.get_form_kwargs(), organisations=partners)

    def get_initial(self) -> dict[str, Any]:
        """Whoever was counted during the meeting."""
        counted = dict(self.object.attendances.values_list("organisation_id", "people"))
        people = {f"people_{pk}": count for pk, count in counted.items()}
        return {"organisations": list(counted), **people}

    def facts(self) -> dict[str, Any]:
        """What counts."""
        return {
            **self.around(_("Held")),
            "heading": _("Who was at “%(title)s”?") % {"title": title_of(self.object)},
            "lead": _("A meeting counts when it is recorded who was there."),
        }

    def act(self, form: Any) -> Meeting:
        """Record it."""
        return actions.hold_meeting(
            self.object, attendance=form.attendance(), actor=self.person, at=self.at
        )


class TakeOver(MeetingAction):
    """The kernteam records a meeting that was held before the lab went live."""

    permission = "events.take_over_meeting"
    template_name = "events/meeting_take_over.html"
    success_message = gettext_lazy("Taken over. It counts on the day on which it was held.")

    def obstacle(self) -> str:
        """Only what is not held yet, and only when the first day is known."""
        if self.object.status == Meeting.Status.HELD:
            return _("It is recorded already that this meeting was held.")
        return "" if GoLive.objects.day() else _("First set from which day this lab is kept here.")

    def get_form(self, form_class: Any = None) -> forms.TakeOverForm:
        """Partners on the last day of the agreed period, or today."""
        del form_class
        end = self.object.window_closes_on
        partners = Organisation.objects.partners(min(end, local_day(self.at)))
        return forms.TakeOverForm(**self.get_form_kwargs(), organisations=partners)

    def facts(self) -> dict[str, Any]:
        """What is taken over."""
        return {
            **self.around(_("Taking over")),
            "heading": _("Take over “%(title)s”") % {"title": title_of(self.object)},
            "lead": _("For a meeting that was held before this lab was kept here."),
        }

    def act(self, form: Any) -> Meeting:
        """Record it with its own date."""
        data = form.cleaned_data
        return actions.take_over_meeting(
            self.object,
            starts_at=form.starts_at,
            subject=data["subject"],
            place=data["place"],
            attendance=form.attendance(),
            actor=self.person,
            at=self.at,
        )
