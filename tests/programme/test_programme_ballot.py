"""The ballot on the programme goes through a draft: what can happen, interests, then opening."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from programme import actions, ports
from programme.deadlines import meeting_deadlines
from programme.models import Ballot, Programme
from tests.house.world import vote, write
from tests.programme.records import refused, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from events.models import Meeting
    from tests.cast import Cast

    Enter = Callable[..., Client]

RULES = {
    "quorum": "at_least:2/3",
    "majority": "over:1/2",
    "base": "entitled",
    "tie_rule": "second_round",
}
ONLINE = {**RULES, "closes_on": "07-10-2026"}


def address(name: str, *values: Any) -> str:
    return reverse(f"programme:{name}", args=values)


@pytest.fixture
def programme(today: Cast) -> Programme:
    """The programme of the year, submitted."""
    found = write(today, today.at.year, today.at)
    return actions.submit_programme(found, actor=today.manager, at=today.at)


@pytest.fixture
def paid(today: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The records above know that one partner is paid from whatever is voted on."""
    fact = ports.InterestFact(today["EZ"].pk, "paid", "Levert gegevens.")
    monkeypatch.setitem(ports.interests_in.providers, "above", lambda _ballot: [fact])


@pytest.fixture
def coming(today: Cast) -> Meeting:
    """A meeting of the raad, next week."""
    starts_at = today.at + timedelta(days=7)
    return actions.plan_raad_meeting(
        today.raad, starts_at=starts_at, subject="Overleg", actor=today.manager, at=today.at
    )


def test_preparing_leads_to_a_draft_with_what_can_happen(
    today: Cast, programme: Programme, enter: Enter
) -> None:
    client = enter(today.manager)
    answer = client.post(address("programme-ballot", programme.year), ONLINE)
    ballot = Ballot.objects.get()
    assert (ballot.status, answer["Location"]) == ("draft", ballot.get_absolute_url())
    assert told(today, "ballot_opened") == []
    page = client.get(ballot.get_absolute_url())
    assert page.context["whatif"]["lines"]
    html = page.content.decode()
    for name in ("ballot-announce", "ballot-in-meeting", "interest-disclose", "ballot-discard"):
        assert address(name, ballot.pk) in html
    detail = client.get(programme.get_absolute_url()).content.decode()
    assert ballot.get_absolute_url() in detail
    assert address("programme-ballot", programme.year) not in detail
    seat = enter(today.seat)
    assert seat.get(ballot.get_absolute_url()).status_code == 404
    assert ballot.get_absolute_url() not in seat.get(programme.get_absolute_url()).content.decode()


@pytest.mark.usefixtures("paid")
def test_who_is_paid_from_the_programme_steps_aside(
    today: Cast, programme: Programme, enter: Enter
) -> None:
    """What the records know is shown to the raad before it votes, and the programme is adopted."""
    client = enter(today.manager)
    client.post(address("programme-ballot", programme.year), ONLINE)
    ballot = Ballot.objects.get()
    opening = {"closes_on": "07-10-2026"}
    assert client.post(address("ballot-open", ballot.pk), opening).status_code == 422
    client.post(address("ballot-announce", ballot.pk))
    assert "Levert gegevens." in enter(today.seat).get(ballot.get_absolute_url()).content.decode()
    enter(today.manager).post(address("ballot-open", ballot.pk), opening)
    ballot.refresh_from_db()
    assert ballot.status == "open"
    assert [each.organisation for each in ballot.recusals.all()] == [today["EZ"]]
    for letters in ("GD", "ZD", "BN", "CH"):
        vote(today, ballot, letters, "for", today.at)
    actions.close_ballot(ballot, at=ballot.closes_at)
    programme.refresh_from_db()
    assert (programme.status, ballot.counts["entitled"]) == ("adopted", 5)


@pytest.mark.usefixtures("paid")
def test_in_a_meeting_with_rules_of_its_own(
    today: Cast, programme: Programme, coming: Meeting, enter: Enter
) -> None:
    client = enter(today.manager)
    url = address("programme-in-meeting", programme.year)
    page = client.get(url)
    assert {*RULES} <= {*page.context["form"].fields}
    assert client.post(url, {}).status_code == 422
    client.post(url, RULES)
    ballot = Ballot.objects.get()
    assert (ballot.status, ballot.base, ballot.quorum.needed(6)) == ("draft", "entitled", 4)
    assert coming.starts_at is not None
    assert ballot.closes_at == meeting_deadlines(coming.starts_at)[1]
    opening = address("ballot-in-meeting", ballot.pk)
    assert client.post(opening, {"meeting": coming.pk}).status_code == 422
    client.post(address("ballot-announce", ballot.pk))
    client.post(opening, {"meeting": coming.pk})
    ballot.refresh_from_db()
    assert (ballot.status, ballot.meeting, ballot.recusals.count()) == ("open", coming, 1)


def test_without_a_meeting_its_page_says_where_one_is_planned(
    today: Cast, programme: Programme, enter: Enter
) -> None:
    """No list to choose from, so no button either."""
    client = enter(today.manager)
    draft = actions.prepare_motion(
        today.raad,
        title="Motie",
        question="Doen wij dit?",
        text="Wij doen dit.",
        closes_at=today.at + timedelta(days=9),
        rules={},
        actor=today.manager,
        at=today.at,
    )
    plan = address("raad-meeting-plan", programme.year)
    for url, facts in (
        (address("programme-in-meeting", programme.year), RULES),
        (address("ballot-in-meeting", draft.pk), {}),
    ):
        html = client.get(url).content.decode()
        assert f'href="{plan}"' in html
        assert "utrecht-button--primary-action" not in html
        assert client.post(url, facts).status_code == 422
    assert Ballot.objects.get() == draft


def test_a_draft_that_nobody_saw_makes_place_for_another(
    today: Cast, programme: Programme, enter: Enter
) -> None:
    """Thrown away, the programme can be put to the vote anew, or be taken back."""
    client = enter(today.manager)
    client.post(address("programme-ballot", programme.year), ONLINE)
    first = Ballot.objects.get()
    client.post(address("ballot-discard", first.pk))
    programme.refresh_from_db()
    assert programme.ballot is None
    client.post(address("programme-ballot", programme.year), ONLINE)
    second = Ballot.objects.get()
    actions.announce_ballot(second, actor=today.manager, at=today.at)
    with refused("has seen this ballot|heeft deze stemming gezien"):
        actions.discard_ballot(second, actor=today.manager, at=today.at)


def test_without_a_raad_there_is_nobody_to_ask(today: Cast, enter: Enter) -> None:
    later = write(today, today.at.year + 1, today.at)
    actions.submit_programme(later, actor=today.manager, at=today.at)
    client = enter(today.manager)
    for name in ("programme-ballot", "programme-in-meeting"):
        assert client.get(address(name, later.year)).status_code == 302
