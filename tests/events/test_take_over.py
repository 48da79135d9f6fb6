"""Meetings that were held before the lab went live."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from events import actions
from events.models import Attendance, Meeting
from partners import actions as partners
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.portal.kompas import read_kompas
from schuldenlab.portal.yearline import lanes
from tests.events.records import at, held, schedule, slots
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
APRIL = at(2026, 4, 16)
MAY = datetime(2026, 5, 4, 12, tzinfo=UTC)


def spring(cast: Cast) -> Meeting:
    """The first of two network meetings, planned on the day of the cast."""
    slots(cast)
    Meeting.objects.update(recorded_at=cast.at)
    return Meeting.objects.select_related("series").get(year=2026, ordinal=1)


def live(cast: Cast, day: date = date(2026, 9, 1)) -> None:
    partners.set_go_live(live_on=day, actor=cast.manager, at=cast.at)


def take_over(cast: Cast, meeting: Meeting, starts_at: datetime = APRIL, **facts: Any) -> Meeting:
    return actions.take_over_meeting(
        meeting,
        starts_at=starts_at,
        **{"subject": "Jongeren", "attendance": {cast["BN"]: 3, cast["GD"]: 1}, **facts},
        actor=cast.manager,
        at=cast.at,
    )


def url_of(meeting: Meeting) -> str:
    return reverse("events:meeting-take-over", args=[meeting.pk])


def test_it_counts_on_its_own_day(cast: Cast) -> None:
    live(cast)
    meeting = take_over(cast, spring(cast))
    meeting.refresh_from_db()
    assert (meeting.status, meeting.held_on, meeting.held_recorded_at, meeting.subject) == (
        "held",
        date(2026, 4, 16),
        cast.at,
        "Jongeren",
    )
    assert dict(meeting.attendances.values_list("organisation", "people")) == {
        cast["BN"].pk: 3,
        cast["GD"].pk: 1,
    }
    assert [row.starts_at for row in meeting.dates.all()] == [APRIL]
    entry = Entry.objects.get(verb="take_over")
    assert (entry.actor, entry.facts["organisations"]) == (cast.manager, 2)
    assert Meeting.objects.with_taken_over().get(pk=meeting.pk).is_taken_over


def test_a_date_that_was_fixed_before_is_withdrawn(cast: Cast) -> None:
    live(cast)
    meeting = spring(cast)
    schedule(meeting, at(2026, 10, 7), cast.at)
    take_over(cast, meeting)
    assert list(meeting.dates.values_list("starts_at", "withdrawn_at")) == [
        (at(2026, 10, 7), cast.at),
        (APRIL, None),
    ]


@pytest.mark.usefixtures("english")
def test_what_is_refused(cast: Cast) -> None:
    meeting = spring(cast)
    with pytest.raises(Refused, match="First set"):
        take_over(cast, meeting)
    live(cast)
    for facts, because in (
        ({"starts_at": at(2026, 9, 1)}, "as usual"),
        ({"starts_at": at(2026, 12, 1)}, "not come yet"),
        ({"starts_at": at(2025, 4, 16)}, "must lie in 2026"),
        ({"attendance": {}}, "who was there"),
    ):
        with pytest.raises(Refused, match=because):
            take_over(cast, meeting, **facts)
    assert not Attendance.objects.exists()
    assert meeting.dates.count() == 0
    take_over(cast, meeting)
    with pytest.raises(Refused, match="no longer possible"):
        take_over(cast, meeting)
    assert Attendance.objects.count() == 2


def test_what_was_held_as_usual_is_not_taken_over(cast: Cast) -> None:
    meeting = held(cast, spring(cast), APRIL)
    live(cast)
    with pytest.raises(Refused):
        take_over(cast, meeting)


# -- past days -----------------------------------------------------------------------------------


def have(cast: Cast, moment: datetime) -> tuple[int, int]:
    """Held network meetings in the Kompas and on the line of the year, as known at a moment."""
    kompas = read_kompas(cast.framework, 2026, moment)
    readings = {each.code: each.reading for clause in kompas.clauses for each in clause.measures}
    network = readings["network_meetings"]
    assert network is not None
    found = lanes(cast.framework, 2026, moment, cast.manager)
    return network.have, sum(lane.held for lane in found)


def test_the_kompas_of_a_past_day(cast: Cast) -> None:
    live(cast)
    take_over(cast, spring(cast))
    days = (at(2026, 4, 15), at(2026, 4, 16, "23:00"), MAY, cast.at)
    assert [have(cast, moment) for moment in days] == [(0, 0), (1, 1), (1, 1), (1, 1)]


def test_without_a_first_day_it_counts_from_its_record(cast: Cast) -> None:
    meeting = spring(cast)
    schedule(meeting, APRIL, at(2026, 1, 3))
    actions.hold_meeting(meeting, attendance=[cast["BN"]], actor=None, at=cast.at)
    assert [have(cast, moment) for moment in (MAY, cast.at)] == [(0, 0), (1, 1)]


# -- the page ------------------------------------------------------------------------------------


def posted(cast: Cast, **facts: Any) -> dict[str, Any]:
    return {
        "starts_on": "16-04-2026",
        "starts_time": "14.00",
        "subject": "Jongeren",
        "organisations": [cast["BN"].pk],
        f"people_{cast['BN'].pk}": "3",
        **facts,
    }


def test_only_the_kernteam(today: Cast, enter: Enter) -> None:
    meeting = spring(today)
    live(today)
    url = url_of(meeting)
    found = {who: enter(getattr(today, who)).get(url).status_code for who in ACCOUNTS}
    assert found == {
        who: 200 if who in KERNTEAM else 403 if who in INSIDERS else 404 for who in ACCOUNTS
    }
    assert enter(today.contact).post(url, posted(today)).status_code == 403


def test_it_is_taken_over_and_marked(today: Cast, enter: Enter) -> None:
    meeting, client = spring(today), enter(today.staff)
    url = url_of(meeting)
    assert client.get(url).status_code == 302  # no first day yet
    assert url not in text_of(client.get(meeting.get_absolute_url()))
    live(today)
    assert url in text_of(client.get(meeting.get_absolute_url()))
    assert client.post(url, posted(today)).status_code == 302
    html = text_of(client.get(meeting.get_absolute_url()))
    assert "overgenomen" in html
    assert url not in html
    assert client.get(url).status_code == 302
    assert client.post(url, posted(today)).status_code == 422


def test_a_number_without_a_tick_counts_there_too(today: Cast, enter: Enter) -> None:
    meeting = spring(today)
    live(today)
    facts = posted(today, **{f"people_{today['FV'].pk}": "6"})
    assert enter(today.staff).post(url_of(meeting), facts).status_code == 302
    assert meeting.attendances.get(organisation=today["FV"]).people == 6


def test_nobody_was_there(today: Cast, enter: Enter) -> None:
    meeting = spring(today)
    live(today)
    facts = posted(today, organisations=[], **{f"people_{today['BN'].pk}": ""})
    page = enter(today.staff).post(url_of(meeting), facts)
    assert page.status_code == 422
    assert page.context["form"].errors["organisations"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"starts_on": "ooit"}, "starts_on"),
        ({"starts_time": "25.00"}, "starts_time"),
        ({"organisations": ["x"]}, "organisations"),
        ({"subject": "x" * 121}, "subject"),
        ({"starts_on": "02-09-2026"}, "__all__"),
    ],
)
def test_what_was_typed_wrong_stays(
    today: Cast, enter: Enter, facts: dict[str, Any], field: str
) -> None:
    meeting = spring(today)
    live(today)
    page = enter(today.staff).post(url_of(meeting), posted(today, place="Zaal 4", **facts))
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert "Zaal 4" in text_of(page)
