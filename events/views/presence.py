"""The door at which the kernteam counts who is there: on a phone, during the meeting."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from events import actions
from events.forms.minutes import PresenceForm
from events.models import Meeting, MeetingSeries
from partners.models import Organisation
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor

from .sections.presence import may_count
from .words import meeting_crumbs, title_of


class NotePresence(ActionDoor):
    """A row for each organisation with − and +; each press is one, however many phones count."""

    queryset = Meeting.objects.select_related("series")
    permission = "events.note_presence"
    template_name = "events/presence.html"

    def obstacle(self) -> str:
        """Only while it goes on, and for a correction on the same day."""
        if may_count(self.object, self.at):
            return ""
        return _("Counting who is there begins with the meeting, and ends when it is recorded.")

    @property
    def query(self) -> str:
        """The word that is looked for."""
        return self.request.GET.get("q", "").strip()[:120]

    def shown(self) -> QuerySet[Organisation]:
        """Those that were invited, else the partners of that day; and whoever was counted.

        Who looks for a name looks among all who can be counted: whoever came, came.
        """
        if self.query:
            return self.countable().filter(name__icontains=self.query)
        invited = self.object.invitees.holding().filter(organisation__isnull=False)
        if not invited.exists():
            return self.countable()
        there = self.object.attendances.values("organisation")
        either = Q(pk__in=invited.values("organisation")) | Q(pk__in=there)
        return Organisation.objects.filter(either).order_by("name")

    def countable(self) -> QuerySet[Organisation]:
        """The partners of that day, whoever else was invited, and whoever was counted."""
        meeting = self.object
        partners = Organisation.objects.partners(local_day(meeting.starts_at or self.at))
        invited = meeting.invitees.holding().filter(organisation__isnull=False)
        there = meeting.attendances.values("organisation")
        either = Q(pk__in=partners.values("pk")) | Q(pk__in=invited.values("organisation"))
        return Organisation.objects.filter(either | Q(pk__in=there)).order_by("name")

    def get_form(self, form_class: Any = None) -> PresenceForm:
        """One press."""
        del form_class
        return PresenceForm(**self.get_form_kwargs(), organisations=self.countable())

    def facts(self) -> dict[str, Any]:
        """The rows that were looked for, and the totals of all."""
        meeting, query = self.object, self.query
        there = {row.organisation_id: row for row in meeting.attendances.all()}
        rows = [
            {"organisation": each, "there": row, "people": row.people if row else 0}
            for each in self.shown()
            for row in [there.get(each.pk)]
        ]
        return {
            "meeting": meeting,
            "heading": _("Who is there?"),
            "lead": title_of(meeting),
            "crumbs": meeting_crumbs(meeting, _("Who is there?")),
            "rows": rows,
            "query": query,
            "organisations": len(there),
            "people": sum(row.people for row in there.values()),
            "asks_level": meeting.series.duty == MeetingSeries.Duty.INSPIRATION,
            "is_held": meeting.status == Meeting.Status.HELD,
        }

    def act(self, form: Any) -> Meeting:
        """One more or less; or whether somebody at director level is there."""
        organisation, press = form.cleaned_data["organisation"], form.cleaned_data["press"]
        known = {"organisation": organisation, "actor": self.person, "at": self.at}
        if press in {"more", "less"}:
            step = 1 if press == "more" else -1
            return actions.count_presence(self.object, step=step, **known)
        is_director = press == "director"
        return actions.note_presence(
            self.object, people=None, is_director_level=is_director, **known
        )

    def get_success_url(self) -> str:
        """The same list, at the row that was pressed."""
        form = self.get_form()
        url = reverse("events:presence", args=[self.object.pk])
        query = f"?{urlencode({'q': self.query})}" if self.query else ""
        return f"{url}{query}#o{form.data.get('organisation', '')}"
