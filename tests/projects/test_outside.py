"""Somebody of no partner who steers a project: it sees what it steers, and no more."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from events.models import Invitee, Meeting
from projects import actions
from projects.models import Project
from tests.cast import login
from tests.events.records import slots
from tests.projects import building

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LINK = re.compile(r'href="(/[^"#]*)')


@pytest.fixture
def meeting(cast_now: Cast) -> Meeting:
    """The stuurgroep in which somebody of no partner sits meets in two weeks."""
    cast = cast_now
    project = building.opened(cast)
    acting = building.acting(cast)
    day = (cast.at - DAY).date()
    for letters, member in (("ZD", cast.people["seat_ZD"]), ("WK", cast.outsider)):
        stake = actions.steer_with(
            project, organisation=cast[letters], text="Rust", from_on=day, **acting
        )
        actions.add_member(stake, person=member, from_on=day, **acting)
    found = Meeting.objects.create(
        series=project.stuurgroep.series,
        year=day.year,
        ordinal=1,
        subject="De eerste brief",
        window_opens_on=day,
        window_closes_on=day + 30 * DAY,
        status="scheduled",
        starts_at=cast.at + 14 * DAY,
    )
    for member in (cast.people["seat_ZD"], cast.outsider):
        Invitee.objects.create(meeting=found, person=member)
    return found


def links_of(page: Any) -> set[str]:
    """The addresses of ours to which a page leads."""
    found = {unescape(each) for each in LINK.findall(page.content.decode())}
    return {each for each in found if not each.startswith(("/static/", "/taal/"))}


def test_every_link_on_what_it_sees_opens(meeting: Meeting, cast_now: Cast, client: Client) -> None:
    login(client, cast_now.outsider)
    project = Project.objects.get()
    pages = [
        *(reverse("portal:home"), reverse("projects:project-list"), reverse("events:now")),
        *(project.get_absolute_url(), meeting.get_absolute_url()),
    ]
    dead = []
    for page in pages:
        answer = client.get(page, follow=True)
        assert answer.status_code == 200, page
        for link in links_of(answer):
            found = client.get(link)
            if found.status_code >= 400:
                dead.append(f"{page} → {link}: {found.status_code}")
    assert dead == []


def test_home_asks_and_shows_what_it_steers(
    meeting: Meeting, cast_now: Cast, client: Client
) -> None:
    login(client, cast_now.outsider)
    page = client.get(reverse("portal:home"))
    html, project = page.content.decode(), Project.objects.get()
    assert "U werkt nu niet namens een partner" not in html
    reply = reverse("events:meeting-reply", args=[meeting.pk])
    assert [ask.post_url for ask in page.context["asks"]] == [reply]
    assert [each["url"] for each in page.context["work"]] == [project.get_absolute_url()]
    main = html.split("<main")[1]
    assert f'href="{project.get_absolute_url()}"' in main
    assert main.count(f'href="{meeting.get_absolute_url()}"') == 2  # the ask, and the calendar


def test_every_link_of_a_leader_opens(cast_now: Cast, client: Client) -> None:
    """A pilot that has to be evaluated and reported on, led by somebody of no partner."""
    cast = cast_now
    phase, today = building.ready_pilot(cast), cast.at.date()
    actions.start_phase(phase, started_on=today, **building.acting(cast))
    words = {"size": "100", "criterion": "80", "ends_on": today + 5 * DAY}
    actions.describe_pilot(phase, **words, **building.acting(cast))
    lead = {"person": cast.outsider, "role": "leader", "from_on": today}
    actions.name_leader(phase.project, **lead, **building.acting(cast))
    login(client, cast.outsider)
    page = client.get(reverse("portal:home"))
    asked = [ask.url for ask in page.context["asks"]]
    assert reverse("projects:pilot-evaluate", args=[phase.pk]) in asked
    found = {link: client.get(link).status_code for link in links_of(page)}
    assert {link for link, code in found.items() if code >= 400} == set()


def test_it_comes_from_the_dossier_to_the_meeting(
    meeting: Meeting, cast_now: Cast, client: Client
) -> None:
    login(client, cast_now.outsider)
    dossier = client.get(Project.objects.get().get_absolute_url())
    assert meeting.get_absolute_url() in links_of(dossier)
    assert "De eerste brief" in client.get(meeting.get_absolute_url()).content.decode()


def test_no_other_meeting_is_seen(meeting: Meeting, cast_now: Cast, client: Client) -> None:
    """Of the network only the one to which somebody is invited, and as long as it is."""
    login(client, cast_now.outsider)
    Invitee.objects.filter(meeting=meeting, person=cast_now.outsider).update(
        withdrawn_at=cast_now.at
    )
    assert client.get(meeting.get_absolute_url()).status_code == 404
    other, *_more = slots(cast_now)
    assert client.get(other.get_absolute_url()).status_code == 404
    asked = Invitee.objects.create(meeting=other, person=cast_now.outsider)
    assert client.get(other.get_absolute_url()).status_code == 200
    Invitee.objects.filter(pk=asked.pk).update(organisation=cast_now["WK"])  # that left the lab
    assert client.get(other.get_absolute_url()).status_code == 404
