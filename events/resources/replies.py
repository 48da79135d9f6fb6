"""Who is invited to a meeting and what was answered, as a table and for the person itself."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.coming import Coming
from events.models import Invitee, Meeting, Reply, StandingGuest
from partners.querysets import local_day
from partners.resources.tables import Table
from schuldenlab.web.ports import DataColumn, DataGroup

COLUMNS: Final = (
    *("organisatie", "naam", "e_mailadres", "uitgenodigd_op", "antwoord", "mensen", "met_plaats"),
    *("nodig", "vervanger", "adres_vervanger", "toegelaten_op", "afgewezen_op", "beantwoord_op"),
)


def invitee_table(meeting: Meeting, coming: Coming) -> Table:
    """One row for each invitation, by organisation, in two queries."""
    last = {guest.pk: guest.last.pk for guest in coming.guests if guest.last}
    replies = Reply.objects.in_bulk(last.values())
    found = meeting.invitees.holding().select_related("person", "organisation")
    rows = [
        _row(each, replies.get(last.get(each.pk, 0)), coming)
        for each in found.order_by("organisation__name", "person__name", "pk")
    ]
    return Table(_("Invited"), COLUMNS, rows)


def _row(invitee: Invitee, reply: Reply | None, coming: Coming) -> tuple[Any, ...]:
    who = (
        invitee.organisation.name if invitee.organisation else "",
        invitee.person.name,
        invitee.person.email,
        local_day(invitee.recorded_at),
    )
    if reply is None:
        return (*who, *[""] * 7, None, None)[: len(COLUMNS)]
    return (
        *who,
        str(reply.get_answer_display()),
        str(reply.people),
        str(coming.places[invitee.pk]),
        reply.needs,
        reply.replacement_name,
        reply.replacement_email,
        local_day(reply.accepted_at) if reply.accepted_at else None,
        local_day(reply.refused_at) if reply.refused_at else None,
        local_day(reply.recorded_at),
    )


def about_invitations(person: Any) -> list[DataGroup]:
    """Meetings to which somebody is invited, each answer, and series that always invite."""
    return [
        DataGroup(
            "meeting_invitations",
            gettext_lazy("Meetings to which you are invited"),
            Invitee.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(gettext_lazy("when"), "recorded_at"),
                "series": DataColumn(gettext_lazy("series"), "meeting__series__title"),
                "starts": DataColumn(gettext_lazy("starts at"), "meeting__starts_at"),
                "organisation": DataColumn(gettext_lazy("organisation"), "organisation__name"),
                "withdrawn": DataColumn(gettext_lazy("withdrawn at"), "withdrawn_at"),
            },
        ),
        DataGroup(
            "meeting_replies",
            gettext_lazy("What you answered to invitations"),
            Reply.objects.filter(invitee__person=person).order_by("-pk"),
            {
                "at": DataColumn(gettext_lazy("when"), "recorded_at"),
                "series": DataColumn(gettext_lazy("series"), "invitee__meeting__series__title"),
                "answer": DataColumn(gettext_lazy("answer"), "answer", dict(Reply.Answer.choices)),
                "people": DataColumn(gettext_lazy("people"), "people"),
                "needs": DataColumn(gettext_lazy("what you need"), "needs"),
                "instead": DataColumn(gettext_lazy("in your place"), "replacement_name"),
            },
        ),
        _standing(person),
    ]


def _standing(person: Any) -> DataGroup:
    return DataGroup(
        "standing_invitations",
        gettext_lazy("Series of meetings that always invite you"),
        StandingGuest.objects.filter(person=person).order_by("-pk"),
        {
            "since": DataColumn(gettext_lazy("since"), "recorded_at"),
            "series": DataColumn(gettext_lazy("series"), "series__title"),
            "until": DataColumn(gettext_lazy("until"), "ended_at"),
        },
    )
